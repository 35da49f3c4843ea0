#include "settling/circumstances.h"

#include "rules/evaluate.h"

namespace waymark {
namespace {

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

}  // namespace

Value unknown_because_of(const Model& model, std::uint32_t question) {
  return Value::unknown(std::span(model.causes).subspan(question, 1));
}

void take_in(const Model& model, std::uint32_t question, const Value& asked, Circumstances& circumstances,
             Workspace& workspace) {
  const Value& given = circumstances.given[question];
  circumstances.asked[question] = asked;
  switch (truth_of(asked)) {
    case Truth::yes: circumstances.slots[question] = given; break;
    case Truth::no: circumstances.slots[question] = model.questions[question].if_not_asked.value; break;
    case Truth::unknown:
      // An answer already given waits for the gate; one not yet given is open beside it.
      circumstances.slots[question] =
          given.is_known() ? asked : Value::unknown(join_causes(asked.as_causes(), given.as_causes(), workspace));
      break;
  }
}

void work_out_step(const Model& model, const Step& step, Circumstances& circumstances, Workspace& workspace) {
  auto& slots = circumstances.slots;
  if (step.kind == Step::Kind::derived)
    slots[model.derived_slot(step.index)] = evaluate(model.derived[step.index].rule, slots, workspace);
  else
    take_in(model, step.index, gate_of(model, model.questions[step.index], slots, workspace), circumstances, workspace);
}

}  // namespace waymark
