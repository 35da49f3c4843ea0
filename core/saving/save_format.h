#pragma once

#include <cstdint>
#include <string_view>

#include "model/model.h"

namespace waymark {

// questionnaires/SAVE-FILES.md describes a save file; what encode and decode must agree on stands here.

/// The form of save files that is written, and the newest that is read.
inline constexpr std::int64_t save_format = 1;

/// The shape of a `since` answer, whose month could otherwise be the id of an option.
inline constexpr std::string_view month_shape = "month";

/// Whether a value alone leaves open how its question was asked, so that a shape is saved beside it.
[[nodiscard]] inline bool needs_shape(QuestionKind kind) {
  return kind == QuestionKind::many || kind == QuestionKind::scale || kind == QuestionKind::since ||
         kind == QuestionKind::topics;
}

}  // namespace waymark
