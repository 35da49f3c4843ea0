#include "checking/open_numbers.h"

#include <limits>
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
      if (step.kind == Step::Kind::derived || !is_number(model_.questions[step.index])) continue;
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
  static bool is_number(const Question& question) {
    return question.kind == QuestionKind::number || question.kind == QuestionKind::since;
  }

  const Model& model_;
  Reporter& reporter_;
  std::vector<Value> nothing_said_;
  Workspace values_;
};

const AuthoredProgramme& authored_as(const Pack& pack, const Programme& programme) {
  std::size_t at = 0;
  while (pack.programmes[at].id.value != programme.id) ++at;
  return pack.programmes[at];
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
  for (const Programme& programme : model.programmes) {
    const AuthoredProgramme& authored = authored_as(pack, programme);
    for (std::size_t i = 0; i < programme.must.size(); ++i)
      if (const auto& rule = authored.must[i].rule)
        numbers.look(*rule, programme.must[i].rule.expression, programme.must[i].rule.cone);
    for (std::size_t i = 0; i < programme.prefer.size(); ++i)
      numbers.look(*authored.prefer[i].rule, programme.prefer[i].rule.expression, programme.prefer[i].rule.cone);
  }
}

}  // namespace waymark
