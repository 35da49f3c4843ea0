#pragma once

#include <string>

#include "model/assessment.h"
#include "model/diagnostic.h"
#include "model/model.h"

namespace waymark {

/// The assessment as one line of JSON, ids in place of indices.
[[nodiscard]] std::string write_assessment(const Assessment& assessment, const Model& model,
                                           const Diagnostics& diagnostics);

}  // namespace waymark
