#include <algorithm>
#include <filesystem>

#include "cli/commands.h"
#include "cli/pack_folder.h"
#include "cli/terminal.h"
#include "open.h"

namespace waymark {
namespace {

std::string summary(const Model& model) {
  return model.id + ": " + std::to_string(model.questions.size()) + " questions, " +
         std::to_string(model.needs.size()) + " need areas, " + std::to_string(model.topics.size()) + " topics, " +
         std::to_string(model.programmes.size()) + " programmes: no errors";
}

/// Such a pack can be assessed, and that is all: nobody could read its questions.
void warn_of_no_texts(const std::string& pack, const std::vector<PackFile>& files) {
  if (std::any_of(files.begin(), files.end(),
                  [](const PackFile& file) { return file.part == PackPart::texts || file.part == PackPart::bundle; }))
    return;
  Diagnostic diagnostic;
  diagnostic.severity = Severity::warning;
  diagnostic.code = DiagnosticCode::text_missing;
  diagnostic.file = (std::filesystem::path(pack) / "texts").string();
  diagnostic.message = "there are no texts in any language";
  diagnostic.suggestion = "write them in files such as texts/en/questions.json";
  print_diagnostics({diagnostic});
}

}  // namespace

int run_check(const CheckOptions& options) {
  bool sound = true;
  for (const std::string& pack : options.packs) {
    PackFolder folder = read_pack_folder(pack);
    print_diagnostics(folder.diagnostics);
    if (has_errors(folder.diagnostics)) {
      sound = false;
      if (folder.files.empty()) continue;
    }
    const OpenedPack opened = open_pack(folder.sources, folder.files, options.today);
    print_diagnostics(opened.diagnostics);
    warn_of_no_texts(pack, folder.files);
    if (opened.model) print_line(summary(*opened.model));
    else sound = false;
  }
  if (!output_is_whole()) return misuse;
  return sound ? success : faulty_input;
}

}  // namespace waymark
