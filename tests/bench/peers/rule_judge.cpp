#include "rule_judge.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "compiling/model_reader.h"
#include "reading/answers_reader.h"
#include "reading/json_reader.h"
#include "rules/evaluate.h"
#include "settling/work_out.h"

namespace waymark::bench {
namespace {

[[noreturn]] void stop(const Diagnostics& diagnostics) {
  for (const Diagnostic& each : diagnostics) std::fprintf(stderr, "%s\n", to_line(each).c_str());
  std::abort();
}

}  // namespace

Model open_or_stop(std::string_view compiled) {
  std::optional<Model> model = read_model(compiled);
  if (model) return std::move(*model);
  std::fputs("not a model.bin of this version\n", stderr);
  std::abort();
}

Answers read_or_stop(std::string_view answers, const Model& model) {
  const std::vector<SourceText> sources = {{"answers", std::string(answers)}};
  Reporter reporter(sources);
  const auto json = read_json(0, reporter);
  if (!json) stop(reporter.take());
  Answers read = read_answers(*json, model, judging_day, reporter);
  if (Diagnostics remarks = reporter.take(); !remarks.empty()) stop(remarks);
  return read;
}

void RuleJudge::judge(const Answers& answers, Level level, std::uint8_t* truths) const {
  Workspace workspace;
  Effort effort;
  Circumstances circumstances = work_out(model_, answers, workspace, effort);
  for (const Programme& programme : model_.programmes) {
    const Rule& rule = programme.must.front().rule;
    const Workspace::Mark before = workspace.mark();
    const Value kept = evaluate(rule.expression, circumstances.slots, workspace);
    const Truth truth = level == Level::three_valued
                            ? truth_of(kept)
                            : settle(model_, rule, kept, circumstances, workspace, effort).truth;
    *truths++ = static_cast<std::uint8_t>(truth);
    workspace.rewind(before);
  }
}

}  // namespace waymark::bench
