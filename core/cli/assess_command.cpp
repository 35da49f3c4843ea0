#include <algorithm>

#include "cli/assess_lines.h"
#include "cli/assess_text.h"
#include "cli/commands.h"
#include "cli/open_folder.h"
#include "cli/pack_folder.h"
#include "cli/terminal.h"
#include "reading/detail_reader.h"

namespace waymark {
namespace {

/// `all`, a whole number, or ids with commas between them, as the JSON that stands for it.
JsonValue detail_as_json(std::string_view text) {
  JsonValue json;
  const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (text == "all") {
    json.content = std::string(text);
  } else if (digits && !text.empty() && text.size() <= 9) {
    json.content = std::int64_t{std::stol(std::string(text))};
  } else {
    JsonArray ids;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(','), text.size());
      JsonValue id;
      id.content = std::string(text.substr(0, end));
      ids.items.push_back(std::move(id));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    json.content = std::move(ids);
  }
  return json;
}

/// Nothing, and the reasons printed, if it names what the pack does not have.
std::optional<Detail> read_detail(const std::string& text, const Model& model) {
  const std::vector<SourceText> none;
  Reporter reporter(none);
  Detail detail = read_detail(detail_as_json(text), model, reporter);
  for (const Diagnostic& diagnostic : reporter.so_far())
    print_failure("--detail " + text + ": " + diagnostic.message +
                  (diagnostic.suggestion.empty() ? "" : "; " + diagnostic.suggestion));
  if (!reporter.so_far().empty()) return std::nullopt;
  return detail;
}

int assess_one(const Model& model, const std::string& answers, const Date& today, const AssessmentOptions& options) {
  const bool from_input = answers.empty() || answers == "-";
  auto text = from_input ? std::optional(read_input()) : read_file(answers);
  if (!text) {
    print_failure("cannot read the answers file " + answers);
    return misuse;
  }
  const Outcome outcome =
      assess_text(model, {from_input ? "standard input" : answers, std::move(*text)}, today, options);
  print_diagnostics(outcome.diagnostics);
  if (outcome.assessed) print_line(outcome.json);
  if (!output_is_whole()) return misuse;
  return outcome.assessed ? success : faulty_input;
}

}  // namespace

int run_assess(const AssessOptions& options) {
  int status = success;
  const auto model = open_folder(options.pack, status);
  if (!model) return status;
  const auto detail = read_detail(options.detail, *model);
  if (!detail) return misuse;
  const AssessmentOptions telling = {options.interview, *detail};
  return options.lines ? assess_lines(*model, options.today, telling, options.jobs)
                       : assess_one(*model, options.answers, options.today, telling);
}

}  // namespace waymark
