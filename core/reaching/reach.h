#pragma once

#include "model/model.h"
#include "reaching/claim.h"

namespace waymark {

/// Proves of every claim of a pack that some answers show it at this date, or that none do; examples are checked. A
/// question is asked where all that stands before it is settled and no notice has ended the interview; a group's topics
/// are offered where topics are asked for as well. Verdicts do not look at whether a programme takes people.
[[nodiscard]] Findings reach(const Model& model, const Date& today);

}  // namespace waymark
