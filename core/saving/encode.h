#pragma once

#include <optional>
#include <string>

#include "model/answers.h"
#include "model/date.h"
#include "model/model.h"
#include "reading/source_text.h"

namespace waymark {

/// The text of a save file with these answers, `saved` being the day at which their months count; the same bytes for
/// the same answers. Nothing, and reported, where no file can hold them.
[[nodiscard]] std::optional<std::string> encode(const Answers& answers, const Model& model, const Date& saved,
                                                Reporter& reporter);

}  // namespace waymark
