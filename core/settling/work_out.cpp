#include "settling/work_out.h"

#include <algorithm>

#include "rules/evaluate.h"

namespace waymark {
namespace {

Value list_of_options(const Question& question, const std::vector<std::uint32_t>& chosen, Workspace& workspace) {
  const std::span<Value> items = workspace.take<Value>(chosen.size());
  for (std::size_t i = 0; i < chosen.size(); ++i) items[i] = Value::of(std::string_view(question.options[chosen[i]]));
  return Value::of(std::span<const Value>(items));
}

Value given_value(const Model& model, std::uint32_t index, const Answer& answer, Workspace& workspace) {
  const Question& question = model.questions[index];
  if (const auto* flag = std::get_if<bool>(&answer)) return Value::of(*flag);
  if (const auto* integer = std::get_if<std::int64_t>(&answer)) return Value::of(*integer);
  if (const auto* real = std::get_if<double>(&answer)) return Value::of(*real);
  if (const auto* one = std::get_if<ChosenOption>(&answer))
    return Value::of(std::string_view(question.options[one->option]));
  if (const auto* many = std::get_if<ChosenOptions>(&answer))
    return list_of_options(question, many->options, workspace);
  return unknown_because_of(model, index);
}

/// A gate that hangs on declined answers alone stays shut, and so does one behind it. Gates read earlier questions
/// only.
bool is_askable(const Circumstances& circumstances, const Answers& answers, std::uint32_t question) {
  const Value& asked = circumstances.asked[question];
  if (truth_of(asked) != Truth::unknown) return truth_of(asked) == Truth::yes;
  const auto causes = asked.as_causes();
  return std::any_of(causes.begin(), causes.end(), [&](std::uint32_t cause) {
    return std::holds_alternative<Unanswered>(answers.of_question[cause]) && circumstances.askable[cause];
  });
}

}  // namespace

Circumstances work_out(const Model& model, const Answers& answers, Workspace& workspace, Effort& effort) {
  Circumstances circumstances;
  circumstances.given.reserve(model.questions.size());
  for (std::uint32_t i = 0; i < model.questions.size(); ++i)
    circumstances.given.push_back(given_value(model, i, answers.of_question[i], workspace));
  circumstances.asked.resize(model.questions.size());
  circumstances.gate_completed.assign(model.questions.size(), false);
  circumstances.slots.resize(model.slot_count());
  circumstances.slots[model.months_to_start_slot()] = Value::of(std::int64_t{0});
  for (const Step& step : model.steps) {
    work_out_step(model, step, circumstances, workspace);
    if (step.kind == Step::Kind::question)
      circumstances.gate_completed[step.index] = settle_gate(model, step.index, circumstances, workspace, effort);
  }
  for (std::uint32_t i = 0; i < model.questions.size(); ++i)
    circumstances.askable.push_back(is_askable(circumstances, answers, i));
  for (const TopicGroup& group : model.groups) {
    const Value kept = evaluate(group.offered_if.expression, circumstances.slots, workspace);
    circumstances.offered.push_back(settle(model, group.offered_if, kept, circumstances, workspace, effort).truth);
  }
  return circumstances;
}

}  // namespace waymark
