#pragma once

#include <cstdint>
#include <string>
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

/// The checksum of all that stands before it in the file, but blanks between words: CRC-32 as gzip and PNG use it, in
/// eight hexadecimal digits. It finds every change of up to four bytes in a row, so no edited digit slips through. It
/// guards against damage and edits by hand; it is no secret.
[[nodiscard]] std::string checksum_of(std::string_view text);

}  // namespace waymark
