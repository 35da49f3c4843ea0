#include "assess.h"
#include "cli/commands.h"
#include "cli/pack_folder.h"
#include "cli/terminal.h"
#include "open.h"
#include "reading/answers_reader.h"
#include "reading/json_reader.h"
#include "writing/assessment_writer.h"

namespace waymark {
namespace {

struct Outcome {
  std::string json;
  Diagnostics diagnostics;
  bool assessed = false;
};

Outcome assess_text(const Model& model, SourceText text, const Date& today) {
  const std::vector<SourceText> sources = {std::move(text)};
  Reporter reporter(sources);
  Outcome outcome;
  if (const auto json = read_json(0, reporter)) {
    const Answers answers = read_answers(*json, model, today, reporter);
    outcome.diagnostics = reporter.take();
    outcome.json = write_assessment(assess(model, answers, today), model, outcome.diagnostics);
    outcome.assessed = true;
  } else {
    outcome.diagnostics = reporter.take();
    outcome.json = write_diagnostics(outcome.diagnostics);
  }
  return outcome;
}

int assess_lines(const Model& model, const Date& today) {
  bool sound = true;
  for (std::size_t number = 1; auto line = read_line(); ++number) {
    const Outcome outcome = assess_text(model, {{}, std::move(*line)}, today);
    print_line(outcome.json);
    if (!outcome.assessed) {
      print_failure("line " + std::to_string(number) + " is not a JSON object of answers");
      sound = false;
    }
  }
  return sound ? success : faulty_input;
}

}  // namespace

int run_assess(const AssessOptions& options) {
  const PackFolder folder = read_pack_folder(options.pack);
  const OpenedPack opened = open_pack(folder.sources, folder.files);
  print_diagnostics(folder.diagnostics);
  if (folder.files.empty()) return misuse;
  print_diagnostics(opened.diagnostics);
  if (!opened.model) return faulty_input;
  int status = success;
  if (options.lines) {
    status = assess_lines(*opened.model, options.today);
  } else {
    const bool from_input = options.answers.empty() || options.answers == "-";
    auto text = from_input ? std::optional(read_input()) : read_file(options.answers);
    if (!text) {
      print_failure("cannot read the answers file " + options.answers);
      return misuse;
    }
    const Outcome outcome =
        assess_text(*opened.model, {from_input ? "standard input" : options.answers, std::move(*text)}, options.today);
    print_diagnostics(outcome.diagnostics);
    if (outcome.assessed) print_line(outcome.json);
    else status = faulty_input;
  }
  return output_is_whole() ? status : static_cast<int>(misuse);
}

}  // namespace waymark
