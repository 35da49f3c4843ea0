#pragma once

#include "model/answers.h"
#include "model/model.h"
#include "reading/json_value.h"

namespace waymark {

/// Reads a person's answers, `{"question-id": value}`, as the design of answers files has them.
///
/// What names no question or option, has the wrong type or lies out of range is reported as a warning and left out;
/// the rest stands. `today` turns the month of a `since` answer into months.
[[nodiscard]] Answers read_answers(const JsonValue& json, const Model& model, const Date& today, Reporter& reporter);

}  // namespace waymark
