#include "interviewing/circumstances.h"

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

/// Whether a question is asked: its section's gate and its own.
Value gate_of(const Model& model, const Question& question, std::span<const Value> slots, Workspace& workspace) {
  const auto& section_gate = model.sections[question.section].ask_if;
  const Value section = section_gate ? evaluate(*section_gate, slots, workspace) : Value::of(true);
  if (truth_of(section) == Truth::no || !question.ask_if) return section;
  const Value own = evaluate(*question.ask_if, slots, workspace);
  if (truth_of(own) == Truth::no || truth_of(section) == Truth::yes) return own;
  if (truth_of(own) == Truth::yes) return section;
  return Value::unknown(join_causes(section.as_causes(), own.as_causes(), workspace));
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

Value unknown_because_of(const Model& model, std::uint32_t question) {
  return Value::unknown(std::span(model.causes).subspan(question, 1));
}

void work_out_step(const Model& model, const Step& step, Circumstances& circumstances, Workspace& workspace) {
  auto& slots = circumstances.slots;
  if (step.kind == Step::Kind::derived) {
    slots[model.derived_slot(step.index)] = evaluate(model.derived[step.index].rule, slots, workspace);
    return;
  }
  const Question& question = model.questions[step.index];
  const Value asked = gate_of(model, question, slots, workspace);
  const Value& given = circumstances.given[step.index];
  circumstances.asked[step.index] = asked;
  switch (truth_of(asked)) {
    case Truth::yes: slots[step.index] = given; break;
    case Truth::no: slots[step.index] = question.if_not_asked.value; break;
    case Truth::unknown:
      // An answer already given waits for the gate; one not yet given is open beside it.
      slots[step.index] =
          given.is_known() ? asked : Value::unknown(join_causes(asked.as_causes(), given.as_causes(), workspace));
      break;
  }
}

Circumstances work_out(const Model& model, const Answers& answers, Workspace& workspace) {
  Circumstances circumstances;
  circumstances.given.reserve(model.questions.size());
  for (std::uint32_t i = 0; i < model.questions.size(); ++i)
    circumstances.given.push_back(given_value(model, i, answers.of_question[i], workspace));
  circumstances.asked.resize(model.questions.size());
  circumstances.slots.resize(model.slot_count());
  circumstances.slots[model.months_to_start_slot()] = Value::of(std::int64_t{0});
  for (const Step& step : model.steps) work_out_step(model, step, circumstances, workspace);
  for (std::uint32_t i = 0; i < model.questions.size(); ++i)
    circumstances.askable.push_back(is_askable(circumstances, answers, i));
  for (const TopicGroup& group : model.groups)
    circumstances.offered.push_back(truth_of(evaluate(group.offered_if, circumstances.slots, workspace)));
  return circumstances;
}

}  // namespace waymark
