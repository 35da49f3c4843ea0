#pragma once

#include <string>

#include "model/model.h"

namespace waymark {

/// A checked model in the form that the page's module opens: the same bytes for the same model.
[[nodiscard]] std::string write_model(const Model& model);

/// Appends the checksum that reading asks for.
[[nodiscard]] std::string with_checksum(std::string model);

}  // namespace waymark
