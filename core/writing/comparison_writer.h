#pragma once

#include <string>

#include "model/comparison.h"
#include "model/diagnostic.h"
#include "model/model.h"

namespace waymark {

/// The comparison as one line of JSON, ids in place of indices.
[[nodiscard]] std::string write_comparison(const Comparison& comparison, const Model& model,
                                           const Diagnostics& diagnostics);

}  // namespace waymark
