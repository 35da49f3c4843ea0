#include "cli/open_folder.h"

#include "cli/commands.h"
#include "cli/pack_folder.h"
#include "cli/terminal.h"
#include "open.h"

namespace waymark {

std::optional<Model> open_folder(const std::string& pack, int& status) {
  const PackFolder folder = read_pack_folder(pack);
  OpenedPack opened = open_pack(folder.sources, folder.files);
  print_diagnostics(folder.diagnostics);
  status = folder.files.empty() ? misuse : faulty_input;
  if (folder.files.empty()) return std::nullopt;
  print_diagnostics(opened.diagnostics);
  if (opened.model) status = success;
  return std::move(opened.model);
}

}  // namespace waymark
