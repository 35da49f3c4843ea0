#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "reading/pack_reader.h"

namespace waymark {

/// A pack's files as they stand on disk, sorted by path.
struct PackFolder {
  std::vector<SourceText> sources;
  std::vector<PackFile> files;
  Diagnostics diagnostics;  ///< what could not be read, and files that no pack has
};

/// Reads all of a pack's folder, or of a bundle's.
[[nodiscard]] PackFolder read_pack_folder(const std::filesystem::path& folder);

/// The bytes of a file, or nothing.
[[nodiscard]] std::optional<std::string> read_file(const std::filesystem::path& path);

}  // namespace waymark
