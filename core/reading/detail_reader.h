#pragma once

#include "model/assessment_options.h"
#include "model/model.h"
#include "reading/json_value.h"

namespace waymark {

/// Reads which programmes to explain: "all", so many in order of suggestion, or a list of their ids.
///
/// Another form is an error. An id that the pack does not have is a warning, and the others stand.
[[nodiscard]] Detail read_detail(const JsonValue& json, const Model& model, Reporter& reporter);

}  // namespace waymark
