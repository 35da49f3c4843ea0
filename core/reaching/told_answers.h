#pragma once

#include <cstdint>
#include <string>

#include "model/answers.h"
#include "model/model.h"

namespace waymark {

/// How many answers to a question claims tell apart: its options, its points, no and yes; none where it takes numbers
/// or topics.
[[nodiscard]] std::uint32_t count_told_answers(const Question& question);

/// One of them; of `many` that option alone.
[[nodiscard]] Answer told_answer(const Question& question, std::uint32_t part);

/// Whether what was said is this one, or of `many` has it among others.
[[nodiscard]] bool gives(const Answer& said, const Question& question, std::uint32_t part);

/// Its name for people: the id of an option, the number of a point, "no" or "yes".
[[nodiscard]] std::string name_of_told_answer(const Question& question, std::uint32_t part);

}  // namespace waymark
