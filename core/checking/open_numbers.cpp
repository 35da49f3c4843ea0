#include "checking/open_numbers.h"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "settling/classes.h"
#include "settling/completion.h"

namespace waymark {
namespace {

class OpenNumbers {
 public:
  OpenNumbers(const Model& model, Reporter& reporter)
      : model_(model), reporter_(reporter), nothing_said_(model.slot_count()) {
    nothing_said_[model.months_to_start_slot()] = Value::of(std::int64_t{0});
  }

  void look(const AuthoredText& authored, const Expression& rule, std::span<const std::uint32_t> cone) {
    const Expression* const own = &rule;
    const auto rules = rules_within(model_, {&own, 1}, cone);
    for (const std::uint32_t index : cone) {
      const Step& step = model_.steps[index];
      if (step.kind == Step::Kind::derived || !is_number(model_.questions[step.index].kind)) continue;
      values_.reset();
      const Classes classes = classes_of(model_, step.index, rules, nothing_said_, Opaque::not_followed,
                                         std::numeric_limits<std::size_t>::max(), values_);
      if (classes.form != Classes::Form::not_followed) continue;
      reporter_.warning(DiagnosticCode::rule_stays_open, authored.place,
                        {"while \"", model_.questions[step.index].id,
                         "\" has no answer this may stay open: it is not only compared with known values"},
                        "compare it, alone or plus or minus a known value, with a known value");
    }
  }

 private:
  const Model& model_;
  Reporter& reporter_;
  std::vector<Value> nothing_said_;
  Workspace values_;
};

/// The programme of a model that is made of an authored one. Programmes of a model are in the order of their ids.
const Programme& made_of(const AuthoredProgramme& authored, const Model& model) {
  return *std::lower_bound(model.programmes.begin(), model.programmes.end(), authored.id.value,
                           [](const Programme& programme, const std::string& id) { return programme.id < id; });
}

}  // namespace

void warn_of_open_numbers(const Pack& pack, const Model& model, Reporter& reporter) {
  OpenNumbers numbers(model, reporter);
  for (std::size_t i = 0; i < model.questions.size(); ++i) {
    const std::uint32_t section = model.questions[i].section;
    const bool first = i == 0 || model.questions[i - 1].section != section;
    if (const auto& rule = model.sections[section].ask_if; rule && first)
      numbers.look(*pack.sections[section].ask_if, *rule, model.questions[i].gate_cone);
  }
  for (std::size_t i = 0; i < model.questions.size(); ++i)
    if (const auto& rule = model.questions[i].ask_if)
      numbers.look(*pack.questions[i].ask_if, *rule, model.questions[i].gate_cone);
  for (std::size_t i = 0; i < model.groups.size(); ++i)
    numbers.look(pack.groups[i].offered_if, model.groups[i].offered_if.expression, model.groups[i].offered_if.cone);
  for (std::size_t i = 0; i < model.notices.size(); ++i)
    numbers.look(pack.notices[i].when, model.notices[i].when.expression, model.notices[i].when.cone);
  if (model.plan) {
    if (const auto& rule = model.plan->when) numbers.look(*pack.plan->when, rule->expression, rule->cone);
    for (std::size_t i = 0; i < model.plan->actions.size(); ++i)
      if (const auto& rule = model.plan->actions[i].when)
        numbers.look(*pack.plan->actions[i].when, rule->expression, rule->cone);
  }
  for (const AuthoredProgramme& authored : pack.programmes) {
    const Programme& programme = made_of(authored, model);
    for (std::size_t i = 0; i < programme.must.size(); ++i)
      if (const auto& rule = authored.must[i].rule)
        numbers.look(*rule, programme.must[i].rule.expression, programme.must[i].rule.cone);
    for (std::size_t i = 0; i < programme.prefer.size(); ++i)
      numbers.look(*authored.prefer[i].rule, programme.prefer[i].rule.expression, programme.prefer[i].rule.cone);
  }
}

}  // namespace waymark
