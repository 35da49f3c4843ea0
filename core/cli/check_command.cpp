#include <iostream>

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
    if (opened.model) print_line(summary(*opened.model));
    else sound = false;
  }
  if (!output_is_whole()) return misuse;
  return sound ? success : faulty_input;
}

}  // namespace waymark
