#include "settling/reasons.h"

#include <algorithm>
#include <span>
#include <utility>

#include "rules/evaluate.h"
#include "sorting/order.h"

namespace waymark {
namespace {

bool is_macro(Operation operation) { return operation >= Operation::macro_all; }

/// Follows a rule whose value is known down to the questions that made it so.
class Walk {
 public:
  Walk(const Model& model, const Circumstances& circumstances, Workspace& workspace)
      : model_(model), circumstances_(circumstances), workspace_(workspace), seen_(model.slot_count(), false) {}

  void rule(const Expression& expression) { node(expression, expression.root); }

  std::vector<std::uint32_t> questions;
  bool completed_gate = false;  ///< a gate on the way was settled by completion alone

 private:
  Truth truth_at(const Expression& expression, std::uint32_t index) {
    const Workspace::Mark before = workspace_.mark();
    const Truth truth = truth_of(evaluate_node(expression, index, circumstances_.slots, workspace_));
    workspace_.rewind(before);
    return truth;
  }

  void node(const Expression& expression, std::uint32_t index) {
    const ExpressionNode& at = expression.nodes[index];
    const auto operands = expression.operands_of(at);
    switch (at.operation) {
      case Operation::name: return name(at.first);
      case Operation::logical_and: return chain(expression, operands, Truth::no);
      case Operation::logical_or: return chain(expression, operands, Truth::yes);
      case Operation::conditional:
        node(expression, operands[0]);
        return node(expression, operands[truth_at(expression, operands[0]) == Truth::yes ? 1 : 2]);
      default: break;
    }
    if (is_macro(at.operation)) return every_name(expression, index);
    for (const std::uint32_t operand : operands) node(expression, operand);
  }

  void chain(const Expression& expression, std::span<const std::uint32_t> operands, Truth deciding) {
    for (const std::uint32_t operand : operands)
      if (truth_at(expression, operand) == deciding) return node(expression, operand);
    for (const std::uint32_t operand : operands) node(expression, operand);
  }

  /// A macro's parts have no value of their own outside it.
  void every_name(const Expression& expression, std::uint32_t index) {
    const ExpressionNode& at = expression.nodes[index];
    if (at.operation == Operation::name) return name(at.first);
    for (const std::uint32_t operand : expression.operands_of(at)) every_name(expression, operand);
  }

  void name(std::uint32_t slot) {
    if (slot == model_.months_to_start_slot() || seen_[slot]) return;
    seen_[slot] = true;
    if (slot >= model_.questions.size()) return rule(model_.derived[slot - model_.questions.size()].rule);
    completed_gate = completed_gate || circumstances_.gate_completed[slot];
    if (truth_of(circumstances_.asked[slot]) != Truth::no) return questions.push_back(slot);
    for (const Expression* gate : model_.gates_of(model_.questions[slot]))
      if (truth_at(*gate, gate->root) == Truth::no) return rule(*gate);
  }

  const Model& model_;
  const Circumstances& circumstances_;
  Workspace& workspace_;
  std::vector<bool> seen_;  ///< by slot
};

std::vector<std::uint32_t> known_within(const Model& model, const Rule& rule, const Circumstances& circumstances) {
  std::vector<std::uint32_t> known;
  for (const std::uint32_t index : rule.cone) {
    const Step& step = model.steps[index];
    if (step.kind == Step::Kind::question && circumstances.given[step.index].is_known() &&
        truth_of(circumstances.asked[step.index]) != Truth::no)
      known.push_back(step.index);
  }
  return known;
}

}  // namespace

Reason reason_for(const Model& model, const Rule& rule, SettledHow how, const Circumstances& circumstances,
                  Workspace& workspace) {
  Reason reason;
  reason.how = how;
  if (how == SettledHow::by_answers) {
    Walk walk(model, circumstances, workspace);
    walk.rule(rule.expression);
    reason.questions = std::move(walk.questions);
    if (walk.completed_gate) reason.how = SettledHow::by_completion;
  }
  if (reason.how == SettledHow::by_completion) {
    reason.questions = known_within(model, rule, circumstances);
  } else if (reason.how != SettledHow::by_answers) {
    const Workspace::Mark before = workspace.mark();
    const auto causes = evaluate(rule.expression, circumstances.slots, workspace).as_causes();
    reason.questions.assign(causes.begin(), causes.end());
    workspace.rewind(before);
  }
  put_in_order(reason.questions);
  reason.questions.erase(std::unique(reason.questions.begin(), reason.questions.end()), reason.questions.end());
  return reason;
}

}  // namespace waymark
