#include <algorithm>
#include <filesystem>

#include "checking/check_translations.h"
#include "cli/commands.h"
#include "cli/output_file.h"
#include "cli/pack_folder.h"
#include "cli/terminal.h"
#include "open.h"
#include "reading/made_from.h"

namespace waymark {
namespace {

// Laid out as the project's formatter does, a thing a line, so that a change shows as one.
std::string text_of(const TextChecksums& checksums) {
  std::string text = "{\n  \"" + std::string(made_from_part) + "\": {";
  const char* after_part = "";
  for (const auto& [part, things] : checksums) {
    text += std::string(after_part) + "\n    \"" + part + "\": {";
    const char* after_thing = "";
    for (const auto& [id, checksum] : things) {
      text += std::string(after_thing) + "\n      \"" + id + "\": \"" + checksum + "\"";
      after_thing = ",";
    }
    text += "\n    }";
    after_part = ",";
  }
  return text + "\n  }\n}\n";
}

}  // namespace

int run_stamp(const StampOptions& options) {
  const PackFolder folder = read_pack_folder(options.pack);
  print_diagnostics(folder.diagnostics);
  if (folder.files.empty()) return misuse;
  const OpenedPack opened = open_pack(folder.sources, folder.files);
  if (!opened.model) {
    print_diagnostics(opened.diagnostics);
    return faulty_input;
  }
  Reporter reporter(folder.sources);
  const Pack pack = read_pack(folder.files, reporter);
  const auto& languages = pack.languages;
  const bool is_translation =
      languages.size() > 1 && std::any_of(languages.begin() + 1, languages.end(),
                                          [&](const AuthoredText& each) { return each.value == options.language; });
  if (!is_translation) {
    print_failure("\"" + options.language + "\" is none of the languages that pack.json lists after the first");
    return misuse;
  }
  const AuthoredTexts* first = texts_in(pack, languages.front().value);
  if (first == nullptr) {
    print_failure("there are no texts in \"" + languages.front().value + "\" that a translation could be made from");
    return faulty_input;
  }
  const auto path = std::filesystem::path(options.pack) / "texts" / options.language / "made-from.json";
  return write_and_tell(path, text_of(checksums_of(*first))) && output_is_whole() ? success : misuse;
}

}  // namespace waymark
