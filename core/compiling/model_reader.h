#pragma once

#include <optional>
#include <string_view>

#include "model/model.h"

namespace waymark {

/// Reads what `write_model` wrote. Nothing for any other bytes: what is read is fit to assess people with, whoever
/// wrote it, and takes room in proportion to the bytes.
[[nodiscard]] std::optional<Model> read_model(std::string_view bytes);

}  // namespace waymark
