#pragma once

#include <optional>
#include <string>

#include "cli/pack_folder.h"
#include "model/model.h"

namespace waymark {

/// The pack of a folder, ready to assess people with; what is to be said of it is printed. Nothing, and the exit status
/// that says so, if it cannot be used.
[[nodiscard]] std::optional<Model> open_files(const PackFolder& folder, int& status);
[[nodiscard]] std::optional<Model> open_folder(const std::string& pack, int& status);

}  // namespace waymark
