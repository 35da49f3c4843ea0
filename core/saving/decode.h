#pragma once

#include <cstdint>
#include <optional>

#include "model/answers.h"
#include "model/date.h"
#include "model/model.h"
#include "reading/source_text.h"

namespace waymark {

/// What a save file held.
struct SavedAnswers {
  Answers answers;           ///< those that still mean the same
  Date saved;                ///< when
  std::int64_t version = 0;  ///< of the pack that the person answered
};

/// Reads a save file. An answer is kept where it still means what the person said; each one that is left out is a
/// warning with its reason, which names the question, and the topic where it is about one. A file that is damaged,
/// changed by hand, of another pack or of no tool like this one is refused with an error.
///
/// `file`: index into the texts that the reporter knows. `today`: the day at which months count; where there is none,
/// the day on which the file was saved.
[[nodiscard]] std::optional<SavedAnswers> decode(std::uint32_t file, const Model& model,
                                                 const std::optional<Date>& today, Reporter& reporter);

}  // namespace waymark
