#include "cli/pack_folder.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace waymark {
namespace {

namespace fs = std::filesystem;

void report(PackFolder& folder, DiagnosticCode code, const fs::path& path, std::string message,
            std::string suggestion = {}) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.file = path.string();
  diagnostic.message = std::move(message);
  diagnostic.suggestion = std::move(suggestion);
  folder.diagnostics.push_back(std::move(diagnostic));
}

std::vector<fs::path> json_files(const fs::path& root, std::error_code& failure) {
  std::vector<fs::path> paths;
  for (fs::recursive_directory_iterator at(root, failure), end; !failure && at != end; at.increment(failure))
    if (at->is_regular_file(failure) && at->path().extension() == ".json") paths.push_back(at->path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// The texts of a bundle stand beside it and are the page's alone.
bool is_bundled_text(const std::string& path) { return path.starts_with("texts.") && path.ends_with(".json"); }

}  // namespace

std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
  if (stream.bad()) return std::nullopt;
  return text;
}

PackFolder read_pack_folder(const fs::path& root) {
  PackFolder folder;
  std::error_code failure;
  if (!fs::is_directory(root, failure)) {
    report(folder, DiagnosticCode::file_missing, root, "there is no such folder",
           "name the folder of a pack, the one that holds pack.json");
    return folder;
  }
  for (const fs::path& path : json_files(root, failure)) {
    const std::string relative = path.lexically_relative(root).generic_string();
    if (is_bundled_text(relative)) continue;
    auto file = pack_file_at(relative);
    if (!file) {
      report(folder, DiagnosticCode::file_unknown, path, "a pack has no such file",
             "a pack holds pack.json, questions.json, derived.json, needs.json, supports.json, refresh.json, "
             "interview.json, plan.json, and files in topics/, programmes/ and texts/<language>/");
      continue;
    }
    auto text = read_file(path);
    if (!text) {
      report(folder, DiagnosticCode::file_unreadable, path, "the file cannot be read");
      continue;
    }
    file->source = static_cast<std::uint32_t>(folder.sources.size());
    folder.sources.push_back({path.string(), std::move(*text)});
    folder.files.push_back(std::move(*file));
  }
  if (failure) report(folder, DiagnosticCode::file_unreadable, root, "the folder cannot be read: " + failure.message());
  return folder;
}

}  // namespace waymark
