#pragma once

#include <filesystem>
#include <string>

namespace waymark {

/// Writes a file; false, and told on standard error, if it cannot be written.
bool write_file(const std::filesystem::path& path, const std::string& text);

/// The same, and tells its size on standard output.
bool write_and_tell(const std::filesystem::path& path, const std::string& text);

}  // namespace waymark
