#include "reaching/answer_search.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "model/limits.h"
#include "rules/evaluate.h"
#include "settling/classes.h"
#include "settling/completion.h"
#include "settling/trial.h"
#include "settling/work_out.h"

namespace waymark {
namespace {

Answers no_answers(const Model& model) {
  Answers answers;
  answers.of_question.resize(model.questions.size());
  return answers;
}

/// A few answers where there are too many to try.
std::vector<Value> some_values(const Question& question, Workspace& workspace) {
  std::vector<Value> values;
  if (question.kind == QuestionKind::many) {
    const std::span<Value> options = workspace.take<Value>(question.options.size());
    for (std::size_t i = 0; i < options.size(); ++i) options[i] = Value::of(std::string_view(question.options[i]));
    const std::span<const Value> all = options;
    values = {Value::of(all.first(0)), Value::of(all)};
    for (std::size_t i = 0; i < all.size(); ++i) values.push_back(Value::of(all.subspan(i, 1)));
  } else if (question.kind == QuestionKind::one) {
    for (const std::string& option : question.options) values.push_back(Value::of(std::string_view(option)));
  } else {
    for (const double number : {question.lowest, (question.lowest + question.highest) / 2, question.highest})
      values.push_back(question.decimals ? Value::of(number) : Value::of(static_cast<std::int64_t>(number)));
  }
  if (values.size() > most_reaching_classes) values.resize(most_reaching_classes);
  return values;
}

class Search {
 public:
  Search(const Model& model, const Quest& quest, Blank& blank)
      : model_(model),
        quest_(quest),
        blank_(blank),
        started_at_(blank.workspace.steps()),
        trial_(model, quest.cone, blank.circumstances, blank.workspace) {
    for (const Wish& wish : quest.wishes) rules_.push_back(wish.rule);
    for (const Rule* rule : quest.not_yet) rules_.push_back(&rule->expression);
    rules_ = rules_within(model, rules_, quest.cone);
  }

  Found run() {
    if (look()) {
      leave_out_needless();
      return {Proof::reached, said()};
    }
    // Somebody may have said less, so that completion does not see that the rule holds for whatever is still to come.
    const bool may_be_unseen =
        is_settled_too_much_ && std::any_of(quest_.not_yet.begin(), quest_.not_yet.end(),
                                            [&](const Rule* rule) { return may_be_unseen_by_completion(*rule); });
    return {is_cut_ || may_be_unseen ? Proof::not_proved : Proof::unreachable, {}};
  }

 private:
  /// Whether the wishes come true for some answers beside those said so far.
  bool look() {
    bool open = false;
    std::optional<std::uint32_t> next;
    for (const Wish& wish : quest_.wishes) {
      const Value value = trial_.evaluate_node(*wish.rule, wish.node);
      const Truth truth = truth_of(value);
      if (truth != Truth::unknown && truth != wish.wanted) return false;
      open = open || truth == Truth::unknown;
      if (truth == Truth::unknown && !next) next = first_to_ask(value.as_causes());
    }
    if (!open) {
      const bool settled_too_much = settles_too_much();
      is_settled_too_much_ = is_settled_too_much_ || settled_too_much;
      return !settled_too_much;
    }
    if (!next || is_spent()) {
      is_cut_ = true;
      return false;
    }
    const std::vector<Value> values = values_to_try(model_, *next, rules_, blank_, is_cut_);
    const Workspace::Mark before = blank_.workspace.mark();
    for (const Value& value : values) {
      trial_.rewind(before);
      trial_.say(*next, value);
      if (look()) return true;
    }
    trial_.unsay(*next);
    return false;
  }

  [[nodiscard]] bool is_spent() const { return blank_.workspace.steps() - started_at_ >= most_reaching_steps; }

  /// The first of them in the pack's order that is asked: what gates a question is among the causes beside it.
  [[nodiscard]] std::optional<std::uint32_t> first_to_ask(std::span<const std::uint32_t> causes) const {
    std::optional<std::uint32_t> first;
    for (const std::uint32_t cause : causes)
      if (truth_of(blank_.circumstances.asked[cause]) == Truth::yes && (!first || cause < *first)) first = cause;
    return first;
  }

  bool settles_too_much() {
    return std::any_of(quest_.not_yet.begin(), quest_.not_yet.end(), [&](const Rule* rule) {
      const Value kept = trial_.evaluate(rule->expression);
      Effort effort;
      return settle(model_, *rule, kept, blank_.circumstances, blank_.workspace, effort).truth == Truth::yes;
    });
  }

  /// Whether completion, while nothing is said, may leave a rule open that is true whatever is answered.
  bool may_be_unseen_by_completion(const Rule& rule) {
    trial_.catch_up();
    const Expression* const own = &rule.expression;
    const auto rules = rules_within(model_, {&own, 1}, rule.cone);
    std::size_t ways = 1;
    for (const std::uint32_t index : rule.cone) {
      const Step& step = model_.steps[index];
      if (step.kind == Step::Kind::derived) continue;
      const Classes classes = classes_of(model_, step.index, rules, blank_.circumstances.slots, Opaque::not_followed,
                                         model_.completion_budget, blank_.workspace);
      ways *= classes.values.size();
      if (classes.form != Classes::Form::listed || ways > model_.completion_budget) return true;
    }
    return false;
  }

  bool come_true() {
    return std::all_of(quest_.wishes.begin(), quest_.wishes.end(),
                       [&](const Wish& wish) {
                         return truth_of(trial_.evaluate_node(*wish.rule, wish.node)) == wish.wanted;
                       }) &&
           !settles_too_much();
  }

  void leave_out_needless() {
    for (auto step = quest_.cone.rbegin(); step != quest_.cone.rend(); ++step) {
      if (!is_said(model_.steps[*step])) continue;
      const std::uint32_t question = model_.steps[*step].index;
      const Value value = blank_.circumstances.given[question];
      trial_.unsay(question);
      if (!come_true()) trial_.say(question, value);
    }
  }

  [[nodiscard]] bool is_said(const Step& step) const {
    return step.kind == Step::Kind::question && blank_.circumstances.given[step.index].is_known();
  }

  [[nodiscard]] Answers said() const {
    Answers answers = no_answers(model_);
    for (const std::uint32_t index : quest_.cone) {
      const Step& step = model_.steps[index];
      if (is_said(step))
        answers.of_question[step.index] =
            answer_of(model_.questions[step.index], blank_.circumstances.given[step.index]);
    }
    return answers;
  }

  const Model& model_;
  const Quest& quest_;
  Blank& blank_;
  std::uint64_t started_at_;
  Trial trial_;
  std::vector<const Expression*> rules_;
  bool is_settled_too_much_ = false;  ///< somewhere only the rules that must not be settled stood in the way
  bool is_cut_ = false;
};

}  // namespace

Blank blank_of(const Model& model) {
  Blank blank;
  Effort effort;
  blank.circumstances = work_out(model, no_answers(model), blank.workspace, effort);
  return blank;
}

void widen(std::vector<std::uint32_t>& cone, const std::vector<std::uint32_t>& by) {
  std::vector<std::uint32_t> both;
  std::set_union(cone.begin(), cone.end(), by.begin(), by.end(), std::back_inserter(both));
  cone = std::move(both);
}

Found find_answers(const Model& model, const Quest& quest, Blank& blank) {
  blank.circumstances.slots[model.months_to_start_slot()] = Value::of(std::int64_t{quest.months_to_start});
  return Search(model, quest, blank).run();
}

std::vector<Value> values_to_try(const Model& model, std::uint32_t question, std::span<const Expression* const> rules,
                                 Blank& blank, bool& is_cut) {
  Classes classes = classes_of(model, question, rules, blank.circumstances.slots, Opaque::each_number_apart,
                               most_reaching_classes, blank.workspace);
  if (classes.form == Classes::Form::listed) return std::move(classes.values);
  is_cut = true;
  return some_values(model.questions[question], blank.workspace);
}

Answer answer_of(const Question& question, const Value& value) {
  const auto option_of = [&](const Value& option) {
    const auto at = std::find(question.options.begin(), question.options.end(), option.as_string());
    return static_cast<std::uint32_t>(at - question.options.begin());
  };
  switch (value.kind) {
    case ValueKind::boolean: return value.boolean;
    case ValueKind::integer: return value.integer;
    case ValueKind::real: return value.real;
    case ValueKind::string: return ChosenOption{option_of(value)};
    case ValueKind::list: {
      ChosenOptions chosen;
      for (const Value& item : value.as_list()) chosen.options.push_back(option_of(item));
      return chosen;
    }
    case ValueKind::unknown:
    case ValueKind::error: return Unanswered{};
  }
  return Unanswered{};
}

}  // namespace waymark
