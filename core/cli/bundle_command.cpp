#include <filesystem>

#include "cli/commands.h"
#include "cli/open_folder.h"
#include "cli/output_file.h"
#include "cli/terminal.h"
#include "compiling/model_writer.h"
#include "model/limits.h"
#include "writing/bundle_writer.h"

namespace waymark {

namespace fs = std::filesystem;

int run_bundle(const BundleOptions& options) {
  const PackFolder folder = read_pack_folder(options.pack);
  int status = success;
  const auto opened = open_files(folder, status);
  if (!opened) return status;
  if (has_errors(folder.diagnostics)) return faulty_input;
  Reporter reporter(folder.sources);
  const Bundle bundle = write_bundle(folder.files, reporter);
  const fs::path target = options.folder;
  std::error_code failure;
  fs::create_directories(target, failure);
  if (failure) {
    print_failure("cannot make the folder " + target.string() + ": " + failure.message());
    return misuse;
  }
  const std::string model = write_model(*opened);
  if (model.size() > largest_model) {
    print_failure("the questionnaire takes more than 8 MiB, too much for the page");
    return faulty_input;
  }
  bool written = write_and_tell(target / "bundle.json", bundle.pack);
  written = write_and_tell(target / "model.bin", model) && written;
  for (const auto& [language, texts] : bundle.texts)
    written = write_and_tell(target / ("texts." + language + ".json"), texts) && written;
  return written && output_is_whole() ? success : misuse;
}

}  // namespace waymark
