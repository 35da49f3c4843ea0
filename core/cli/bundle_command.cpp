#include <filesystem>

#include "cli/commands.h"
#include "cli/output_file.h"
#include "cli/pack_folder.h"
#include "cli/terminal.h"
#include "open.h"
#include "writing/bundle_writer.h"

namespace waymark {

namespace fs = std::filesystem;

int run_bundle(const BundleOptions& options) {
  const PackFolder folder = read_pack_folder(options.pack);
  print_diagnostics(folder.diagnostics);
  if (folder.files.empty()) return misuse;
  const OpenedPack opened = open_pack(folder.sources, folder.files);
  print_diagnostics(opened.diagnostics);
  if (!opened.model || has_errors(folder.diagnostics)) return faulty_input;
  Reporter reporter(folder.sources);
  const Bundle bundle = write_bundle(folder.files, reporter);
  const fs::path target = options.folder;
  std::error_code failure;
  fs::create_directories(target, failure);
  if (failure) {
    print_failure("cannot make the folder " + target.string() + ": " + failure.message());
    return misuse;
  }
  bool written = write_file(target / "bundle.json", bundle.pack);
  for (const auto& [language, texts] : bundle.texts)
    written = write_file(target / ("texts." + language + ".json"), texts) && written;
  return written && output_is_whole() ? success : misuse;
}

}  // namespace waymark
