#pragma once

#include <optional>
#include <string>

#include "model/answers.h"
#include "model/model.h"
#include "writing/json_writer.h"

namespace waymark {

/// The answers as an answers file has them, on one line, in the pack's order. Months at `today` become the month that
/// they mean, so that they grow as time goes by; it must not lie before the year 1. Without a day they stay numbers.
[[nodiscard]] std::string write_answers(const Answers& answers, const Model& model,
                                        const std::optional<Date>& today = std::nullopt);

/// The value of one answer in that form; it must not be unanswered.
void write_answer(JsonWriter& json, const Answer& answer, const Question& question, const Model& model,
                  const std::optional<Date>& today);

}  // namespace waymark
