#include "settling/completion.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "rules/evaluate.h"
#include "settling/classes.h"
#include "settling/trial.h"

namespace waymark {
namespace {

class Completion {
 public:
  Completion(const Model& model, std::span<const Expression* const> all_of, std::span<const std::uint32_t> cone,
             Circumstances& circumstances, Workspace& workspace, Effort& effort)
      : model_(model),
        all_of_(all_of),
        cone_(cone),
        circumstances_(circumstances),
        workspace_(workspace),
        effort_(effort),
        started_at_(workspace.steps()),
        trial_(model, cone, circumstances, workspace) {}

  Settlement run() {
    explore();
    effort_.left -= std::min(effort_.left, workspace_.steps() - started_at_);
    if (over_budget_) return {Truth::unknown, SettledHow::over_budget};
    if (open_ || (any_yes_ && any_no_)) return {Truth::unknown, SettledHow::open};
    return {any_yes_ ? Truth::yes : Truth::no, SettledHow::by_completion};
  }

 private:
  struct Listed {
    std::uint32_t question = 0;
    std::optional<Classes> classes;  ///< once they were needed
  };

  Value conjunction() {
    std::optional<Value> unknown;
    for (const Expression* rule : all_of_) {
      const Value value = trial_.evaluate(*rule);
      if (truth_of(value) == Truth::no) return value;
      if (truth_of(value) == Truth::unknown && !unknown) unknown = value;
    }
    return unknown ? *unknown : Value::of(true);
  }

  /// Looks at every combination of what is still open; false once looking on can settle nothing.
  bool explore() {
    const Value value = conjunction();
    if (truth_of(value) != Truth::unknown) {
      ++combinations_;
      (truth_of(value) == Truth::yes ? any_yes_ : any_no_) = true;
      return !(any_yes_ && any_no_);
    }
    const Listed* listed = first_listed(value.as_causes());
    if (listed == nullptr) {
      open_ = true;
      return false;
    }
    const std::uint32_t question = listed->question;
    // What a tried answer led to is worked out again for the next, so its room is given back.
    const Workspace::Mark before = workspace_.mark();
    for (const Value& answer : listed->classes->values) {
      trial_.rewind(before);
      if (combinations_ >= model_.completion_budget || workspace_.steps() - started_at_ >= effort_.left) {
        over_budget_ = true;
        return false;
      }
      trial_.say(question, answer);
      if (!explore()) return false;
    }
    trial_.unsay(question);
    return true;
  }

  /// The first of them whose answers can be listed, in the pack's order, gates before what they gate.
  const Listed* first_listed(std::span<const std::uint32_t> causes) {
    if (rules_.empty()) list_questions();
    bool too_many = false;
    // Numbers come last: some can be listed only once others are known, and must not make more work than before.
    for (const bool numbers : {false, true})
      for (Listed& listed : listed_) {
        if (is_number(model_.questions[listed.question].kind) != numbers) continue;
        if (std::find(causes.begin(), causes.end(), listed.question) == causes.end()) continue;
        if (!listed.classes) listed.classes = classes(listed.question);
        if (listed.classes->form == Classes::Form::listed) return &listed;
        too_many = too_many || listed.classes->form == Classes::Form::too_many;
      }
    over_budget_ = over_budget_ || too_many;
    return nullptr;
  }

  void list_questions() {
    rules_ = rules_within(model_, all_of_, cone_);
    for (const std::uint32_t index : cone_) {
      const Step& step = model_.steps[index];
      if (step.kind == Step::Kind::derived || circumstances_.given[step.index].is_known()) continue;
      Listed& listed = listed_.emplace_back();
      listed.question = step.index;
      // Now, while nothing is tried: what a number is compared with must be known of the person, not merely tried.
      if (is_number(model_.questions[step.index].kind)) listed.classes = classes(step.index);
    }
  }

  Classes classes(std::uint32_t question) {
    return classes_of(model_, question, rules_, circumstances_.slots, Opaque::not_followed, model_.completion_budget,
                      values_);
  }

  const Model& model_;
  std::span<const Expression* const> all_of_;
  std::span<const std::uint32_t> cone_;
  Circumstances& circumstances_;
  Workspace& workspace_;
  Effort& effort_;
  std::uint64_t started_at_;
  Trial trial_;
  std::vector<const Expression*> rules_;
  std::vector<Listed> listed_;
  Workspace values_;  ///< of classes: they stay while room of the other is given back
  std::uint64_t combinations_ = 0;
  bool any_yes_ = false;
  bool any_no_ = false;
  bool open_ = false;
  bool over_budget_ = false;
};

}  // namespace

Settlement complete(const Model& model, std::span<const Expression* const> all_of, std::span<const std::uint32_t> cone,
                    Circumstances& circumstances, Workspace& workspace, Effort& effort) {
  return Completion(model, all_of, cone, circumstances, workspace, effort).run();
}

Settlement settle(const Model& model, const Rule& rule, const Value& kept, Circumstances& circumstances,
                  Workspace& workspace, Effort& effort) {
  if (truth_of(kept) != Truth::unknown) return {truth_of(kept), SettledHow::by_answers};
  const Expression* const expression = &rule.expression;
  return complete(model, {&expression, 1}, rule.cone, circumstances, workspace, effort);
}

bool settle_gate(const Model& model, std::uint32_t question, Circumstances& circumstances, Workspace& workspace,
                 Effort& effort) {
  if (truth_of(circumstances.asked[question]) != Truth::unknown) return false;
  const Question& asked = model.questions[question];
  const Settlement gate =
      complete(model, model.gates_of(asked).all(), asked.gate_cone, circumstances, workspace, effort);
  if (gate.how != SettledHow::by_completion) return false;
  take_in(model, question, Value::of(gate.truth == Truth::yes), circumstances, workspace);
  return true;
}

std::vector<const Expression*> rules_within(const Model& model, std::span<const Expression* const> rules,
                                            std::span<const std::uint32_t> cone) {
  std::vector<const Expression*> all(rules.begin(), rules.end());
  for (const std::uint32_t index : cone) {
    const Step& step = model.steps[index];
    if (step.kind == Step::Kind::derived) continue;  // classes look through it where a rule reads it
    for (const Expression* gate : model.gates_of(model.questions[step.index])) all.push_back(gate);
  }
  return all;
}

}  // namespace waymark
