#include "cli/open_folder.h"

#include "cli/commands.h"
#include "cli/terminal.h"
#include "open.h"

namespace waymark {

std::optional<Model> open_files(const PackFolder& folder, int& status) {
  print_diagnostics(folder.diagnostics);
  status = folder.files.empty() ? misuse : faulty_input;
  if (folder.files.empty()) return std::nullopt;
  OpenedPack opened = open_pack(folder.sources, folder.files);
  print_diagnostics(opened.diagnostics);
  if (opened.model) status = success;
  return std::move(opened.model);
}

std::optional<Model> open_folder(const std::string& pack, int& status) {
  return open_files(read_pack_folder(pack), status);
}

}  // namespace waymark
