#pragma once

#include <vector>

#include "model/model.h"

namespace waymark {

/// What answers to each question are likely and what they can move, by question: all of a look ahead that does not
/// depend on the person. `model` is checked and connected, and has its shares.
///
/// Answers are told apart as far as needs and rules do while nothing else is known; of a number that rules use in other
/// ways, a few spread over its range stand for the rest.
[[nodiscard]] std::vector<Prospect> foresee(const Model& model);

}  // namespace waymark
