#pragma once

#include <filesystem>
#include <string>

namespace waymark {

/// Writes a file and tells its size; false, and told, if it cannot be written.
bool write_file(const std::filesystem::path& path, const std::string& text);

}  // namespace waymark
