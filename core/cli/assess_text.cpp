#include "cli/assess_text.h"

#include <utility>

#include "assess.h"
#include "reading/answers_reader.h"
#include "reading/json_reader.h"
#include "writing/assessment_writer.h"
#include "writing/diagnostics_writer.h"

namespace waymark {

Outcome assess_text(const Model& model, SourceText text, const Date& today, const AssessmentOptions& options) {
  std::vector<SourceText> sources;
  sources.push_back(std::move(text));
  Reporter reporter(sources);
  Outcome outcome;
  if (const auto json = read_json(0, reporter)) {
    const Answers answers = read_answers(*json, model, today, reporter);
    outcome.diagnostics = reporter.take();
    outcome.json = write_assessment(assess(model, answers, today, options), model, outcome.diagnostics);
    outcome.assessed = true;
  } else {
    outcome.diagnostics = reporter.take();
    outcome.json = write_diagnostics(outcome.diagnostics);
  }
  return outcome;
}

}  // namespace waymark
