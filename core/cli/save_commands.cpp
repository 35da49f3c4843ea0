#include "cli/commands.h"
#include "cli/open_folder.h"
#include "cli/output_file.h"
#include "cli/terminal.h"
#include "comparing/compare.h"
#include "reading/answers_reader.h"
#include "reading/json_reader.h"
#include "saving/decode.h"
#include "saving/encode.h"
#include "writing/answers_writer.h"
#include "writing/comparison_writer.h"

namespace waymark {
namespace {

/// The text of a named file or of standard input; nothing, and says so, if it cannot be read.
std::optional<SourceText> read_named(const std::string& name, const std::string& what) {
  if (name == "-") return SourceText{"standard input", read_input()};
  auto text = read_file(name);
  if (text) return SourceText{name, std::move(*text)};
  print_failure("cannot read the " + what + " " + name);
  return std::nullopt;
}

bool write_output(const std::string& path, const std::string& text) {
  if (path.empty()) {
    print_text(text);
    return output_is_whole();
  }
  return write_file(path, text);
}

/// The save file's answers; nothing, and the exit status, if there is none that can be used.
std::optional<SavedAnswers> restored(const Model& model, const std::string& name, const std::optional<Date>& today,
                                     int& status) {
  auto text = read_named(name, "save file");
  if (!text) {
    status = misuse;
    return std::nullopt;
  }
  const std::vector<SourceText> sources = {std::move(*text)};
  Reporter reporter(sources);
  auto saved = decode(0, model, today, reporter);
  print_diagnostics(reporter.so_far());
  if (!saved) status = faulty_input;
  return saved;
}

}  // namespace

int run_save(const SaveOptions& options) {
  int status = success;
  const auto model = open_folder(options.pack, status);
  if (!model) return status;
  auto text = read_named(options.answers, "answers file");
  if (!text) return misuse;
  const std::vector<SourceText> sources = {std::move(*text)};
  Reporter reporter(sources);
  std::optional<std::string> file;
  if (const auto json = read_json(0, reporter))
    file = encode(read_answers(*json, *model, options.today, reporter), *model, options.today, reporter);
  print_diagnostics(reporter.so_far());
  if (!file) return faulty_input;
  return write_output(options.output, *file) ? success : misuse;
}

int run_restore(const RestoreOptions& options) {
  int status = success;
  const auto model = open_folder(options.pack, status);
  const auto saved = model ? restored(*model, options.file, options.today, status) : std::nullopt;
  if (!saved) return status;
  print_line(write_answers(saved->answers, *model, options.today.value_or(saved->saved)));
  return output_is_whole() ? success : misuse;
}

int run_compare(const CompareOptions& options) {
  int status = success;
  const auto model = open_folder(options.pack, status);
  if (!model) return status;
  auto before = restored(*model, options.before, std::nullopt, status);
  auto after = restored(*model, options.after, options.today, status);
  if (!before || !after) return status;
  print_line(write_comparison(compare(*model, {std::move(before->answers), before->saved},
                                      {std::move(after->answers), options.today.value_or(after->saved)}),
                              *model, {}));
  return output_is_whole() ? success : misuse;
}

}  // namespace waymark
