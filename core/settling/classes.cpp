#include "settling/classes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "rules/evaluate.h"
#include "sorting/order.h"

namespace waymark {
namespace {

bool is_comparison(Operation operation) {
  return operation >= Operation::equal && operation <= Operation::greater_or_equal;
}

bool is_equality(Operation operation) { return operation == Operation::equal || operation == Operation::not_equal; }

/// How the rules read one question.
class Uses {
 public:
  Uses(const Model& model, std::uint32_t question, std::span<const Value> slots, Opaque numbers)
      : model_(model), question_(question), slots_(slots), numbers_(numbers) {}

  void add(const Expression& rule) { visit(rule, rule.root); }

  bool opaque = false;                  ///< read in a way that tells every answer apart
  std::vector<std::string_view> named;  ///< options named beside it

  /// A number with which it is compared, and how far rounding in a rule's sum may shift it.
  struct Point {
    double number = 0;
    double slack = 0;
  };
  std::vector<Point> points;

 private:
  /// A number as `sign` x the question + `constant`, sign 0 where the question is not in it.
  struct Linear {
    int sign = 0;
    double constant = 0;
    double summed = 0;  ///< the magnitudes of what was added up to it
    int terms = 1;
  };

  bool reads_question(const Expression& rule, std::uint32_t index) const {
    const ExpressionNode& node = rule.nodes[index];
    return node.operation == Operation::name && node.first == question_;
  }

  std::string_view text_at(const Expression& rule, std::uint32_t index) const {
    const ExpressionNode& node = rule.nodes[index];
    if (node.operation != Operation::constant || !rule.constants[node.first].is(ValueKind::string)) return {};
    return rule.constants[node.first].as_string();
  }

  bool is_text(const Expression& rule, std::uint32_t index) const {
    const ExpressionNode& node = rule.nodes[index];
    return node.operation == Operation::constant && rule.constants[node.first].is(ValueKind::string);
  }

  void visit(const Expression& rule, std::uint32_t index) {
    const ExpressionNode& node = rule.nodes[index];
    const auto operands = rule.operands_of(node);
    if (reads_question(rule, index)) {
      opaque = true;
      return;
    }
    if (node.operation == Operation::name && is_derived(node.first)) {
      if (std::find(visited_.begin(), visited_.end(), node.first) != visited_.end()) return;
      visited_.push_back(node.first);
      visit(derived(node.first), derived(node.first).root);
      return;
    }
    if (is_comparison(node.operation) && (named_in_equality(rule, node.operation, operands) || compared(rule, index)))
      return;
    if (node.operation == Operation::in && named_in_list(rule, operands)) return;
    for (const std::uint32_t operand : operands) visit(rule, operand);
  }

  bool named_in_equality(const Expression& rule, Operation operation, std::span<const std::uint32_t> operands) {
    if (!is_equality(operation)) return false;
    for (const auto& [side, other] : {std::pair{operands[0], operands[1]}, std::pair{operands[1], operands[0]}})
      if (reads_question(rule, side) && is_text(rule, other)) {
        named.push_back(text_at(rule, other));
        return true;
      }
    return false;
  }

  bool named_in_list(const Expression& rule, std::span<const std::uint32_t> operands) {
    if (is_text(rule, operands[0]) && reads_question(rule, operands[1])) {
      named.push_back(text_at(rule, operands[0]));
      return true;
    }
    const ExpressionNode& list = rule.nodes[operands[1]];
    if (!reads_question(rule, operands[0]) || list.operation != Operation::list) return false;
    const auto items = rule.operands_of(list);
    if (!std::all_of(items.begin(), items.end(), [&](std::uint32_t item) { return is_text(rule, item); })) return false;
    for (const std::uint32_t item : items) named.push_back(text_at(rule, item));
    return true;
  }

  bool compared(const Expression& rule, std::uint32_t index) {
    const auto operands = rule.operands_of(rule.nodes[index]);
    const auto left = linear(rule, operands[0]);
    const auto right = linear(rule, operands[1]);
    if (!left || !right) return false;
    const int sign = left->sign - right->sign;
    // On both sides it changes nothing, but for decimals, whose sums are rounded apart.
    if (left->sign != 0 && right->sign != 0) return sign == 0 && !question().decimals;
    if (sign == 0) return true;
    const double number = (right->constant - left->constant) * sign;
    const double summed = left->summed + right->summed;
    const double roundings = 2 * (left->terms + right->terms + 2) * std::numeric_limits<double>::epsilon();
    const Point point = {number, summed > 0 ? (summed + std::abs(number)) * roundings : 0};
    if (is_equality(rule.nodes[index].operation) && question().decimals && !is_exact(rule, index, point)) return false;
    points.push_back(point);
    return true;
  }

  const Question& question() const { return model_.questions[question_]; }

  /// Whether a decimal is known to equal at this point, or nowhere: of those beside it rounding decides.
  bool is_exact(const Expression& rule, std::uint32_t index, const Point& point) const {
    if (point.slack == 0 || numbers_ == Opaque::each_number_apart) return true;
    if (point.number + point.slack < question().lowest || point.number - point.slack > question().highest) return true;
    if (mentions_local(rule, index)) return false;
    std::vector<Value> slots(slots_.begin(), slots_.end());
    slots[question_] = Value::of(point.number);
    scratch_.reset();
    const bool equal = rule.nodes[index].operation == Operation::equal;
    return truth_of(evaluate_node(rule, index, slots, scratch_)) == (equal ? Truth::yes : Truth::no);
  }

  bool is_derived(std::uint32_t slot) const {
    return slot >= model_.questions.size() && slot < model_.months_to_start_slot();
  }
  std::size_t derived_index(std::uint32_t slot) const { return slot - model_.questions.size(); }
  const Expression& derived(std::uint32_t slot) const { return model_.derived[derived_index(slot)].rule; }

  std::optional<Linear> linear(const Expression& rule, std::uint32_t index) const {
    const ExpressionNode& node = rule.nodes[index];
    const auto operands = rule.operands_of(node);
    const auto known = [](const Value& value) -> std::optional<Linear> {
      // Whole numbers beyond this are not all doubles, and what is worked out of them is not exact.
      constexpr std::int64_t exact = std::int64_t{1} << 53;
      if (value.is(ValueKind::integer) && value.integer <= exact && value.integer >= -exact)
        return Linear{0, static_cast<double>(value.integer), 0, 1};
      if (value.is(ValueKind::real) && std::isfinite(value.real)) return Linear{0, value.real, 0, 1};
      return std::nullopt;
    };
    switch (node.operation) {
      case Operation::constant: return known(rule.constants[node.first]);
      case Operation::name:
        if (node.first == question_) return Linear{1, 0, 0, 1};
        if (const auto value = known(slots_[node.first])) return value;
        if (is_derived(node.first)) return linear_derived(node.first);
        return std::nullopt;
      case Operation::negate: {
        const auto operand = linear(rule, operands[0]);
        if (!operand) return std::nullopt;
        return Linear{-operand->sign, -operand->constant, operand->summed, operand->terms};
      }
      case Operation::add: return combine(linear(rule, operands[0]), linear(rule, operands[1]), 1);
      case Operation::subtract: return combine(linear(rule, operands[0]), linear(rule, operands[1]), -1);
      default: return known(value_without_question(rule, index));
    }
  }

  /// What is known without the question, which has no value here; nothing inside macros, whose variables are not set.
  Value value_without_question(const Expression& rule, std::uint32_t index) const {
    if (mentions_local(rule, index)) return {};
    scratch_.reset();
    return evaluate_node(rule, index, slots_, scratch_);
  }

  static bool mentions_local(const Expression& rule, std::uint32_t index) {
    const auto operands = rule.operands_of(rule.nodes[index]);
    return rule.nodes[index].operation == Operation::local ||
           std::any_of(operands.begin(), operands.end(),
                       [&](std::uint32_t operand) { return mentions_local(rule, operand); });
  }

  std::optional<Linear> linear_derived(std::uint32_t slot) const {
    for (const auto& [known, linear] : linear_of_derived_)
      if (known == slot) return linear;
    const auto found = linear(derived(slot), derived(slot).root);
    linear_of_derived_.emplace_back(slot, found);
    return found;
  }

  static std::optional<Linear> combine(const std::optional<Linear>& left, const std::optional<Linear>& right,
                                       int sign) {
    if (!left || !right) return std::nullopt;
    const Linear sum = {left->sign + sign * right->sign, left->constant + sign * right->constant,
                        left->summed + right->summed + std::abs(left->constant) + std::abs(right->constant),
                        left->terms + right->terms};
    // Beyond this whole numbers are no longer exact; and a question that is in it twice need not cancel.
    if (sum.summed > 0x1p52 || (left->sign != 0 && right->sign != 0)) return std::nullopt;
    return sum;
  }

  const Model& model_;
  std::uint32_t question_;
  std::span<const Value> slots_;
  Opaque numbers_;
  mutable std::vector<std::pair<std::uint32_t, std::optional<Linear>>> linear_of_derived_;  ///< worked out once each
  mutable Workspace scratch_{allowance_of_packs};
  std::vector<std::uint32_t> visited_;  ///< derived slots
};

Classes unlisted(Classes::Form form) {
  Classes classes;
  classes.form = form;
  return classes;
}

Classes listed(std::vector<Value> values, std::size_t most) {
  if (values.size() > most) return unlisted(Classes::Form::too_many);
  Classes classes;
  classes.form = Classes::Form::listed;
  classes.values = std::move(values);
  return classes;
}

Classes option_classes(const Question& question, const Uses& uses, std::size_t most) {
  std::vector<Value> classes;
  std::vector<std::uint32_t> of_option;
  std::optional<std::uint32_t> other;
  for (const std::string& option : question.options) {
    const bool apart = uses.opaque || std::find(uses.named.begin(), uses.named.end(), option) != uses.named.end();
    const auto next = static_cast<std::uint32_t>(classes.size());
    of_option.push_back(apart ? next : other.value_or(next));
    if (of_option.back() < next) continue;
    if (!apart) other = next;
    classes.push_back(Value::of(std::string_view(option)));
  }
  Classes result = listed(std::move(classes), most);
  result.of_option = std::move(of_option);
  return result;
}

Classes subset_classes(const Question& question, const Uses& uses, std::size_t most, Workspace& workspace) {
  std::vector<Value> told_apart;
  for (const std::string& option : question.options)
    if (uses.opaque || std::find(uses.named.begin(), uses.named.end(), option) != uses.named.end())
      told_apart.push_back(Value::of(std::string_view(option)));
  if (told_apart.size() >= 20 || (std::size_t{1} << told_apart.size()) > most) return unlisted(Classes::Form::too_many);
  std::vector<Value> classes;
  for (std::uint32_t mask = 0; mask < (1U << told_apart.size()); ++mask) {
    const std::span<Value> items = workspace.take<Value>(told_apart.size());
    std::size_t count = 0;
    for (std::size_t i = 0; i < told_apart.size(); ++i)
      if ((mask >> i) & 1U) items[count++] = told_apart[i];
    classes.push_back(Value::of(std::span<const Value>(items.first(count))));
  }
  return listed(std::move(classes), most);
}

Classes each_whole_number(const Question& question, std::size_t most) {
  if (question.highest - question.lowest >= static_cast<double>(most)) return unlisted(Classes::Form::too_many);
  Classes classes;
  classes.form = Classes::Form::listed;
  const auto highest = static_cast<std::int64_t>(question.highest);
  for (auto number = static_cast<std::int64_t>(question.lowest); number <= highest; ++number) {
    classes.values.push_back(Value::of(number));
    classes.points.push_back(static_cast<double>(number));
  }
  return classes;
}

std::vector<double> points_of(const Question& question, const Uses& uses) {
  std::vector<double> points;
  for (const Uses::Point& point : uses.points) {
    points.push_back(point.number);
    if (!question.decimals || point.slack == 0) continue;
    points.push_back(point.number - point.slack);
    points.push_back(point.number + point.slack);
  }
  std::erase_if(points, [&](double point) { return !(point >= question.lowest && point <= question.highest); });
  put_in_order(points);
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

Classes number_classes(const Question& question, const Uses& uses, Opaque opaque, std::size_t most) {
  const bool whole = !question.decimals;
  if (uses.opaque) {
    if (whole && opaque == Opaque::each_number_apart) return each_whole_number(question, most);
    return unlisted(Classes::Form::not_followed);
  }
  std::vector<double> points = points_of(question, uses);
  std::vector<double> numbers;
  double previous = question.lowest;
  bool previous_is_point = false;
  const auto between = [&](double from, bool from_is_point, double to, bool to_is_point) {
    if (!whole) {
      if (from < to) numbers.push_back(from_is_point ? (from + to) / 2 : from);
      else if (!from_is_point && !to_is_point) numbers.push_back(from);
      return;
    }
    const double first = from_is_point ? std::floor(from) + 1 : std::ceil(from);
    const double last = to_is_point ? std::ceil(to) - 1 : std::floor(to);
    if (first <= last) numbers.push_back(first);
  };
  for (const double point : points) {
    between(previous, previous_is_point, point, true);
    if (!whole || point == std::floor(point)) numbers.push_back(point);
    previous = point;
    previous_is_point = true;
  }
  between(previous, previous_is_point, question.highest, false);
  std::vector<Value> values;
  values.reserve(numbers.size());
  for (const double number : numbers)
    values.push_back(whole ? Value::of(static_cast<std::int64_t>(number)) : Value::of(number));
  Classes classes = listed(std::move(values), most);
  if (classes.form == Classes::Form::listed) classes.points = std::move(points);
  return classes;
}

}  // namespace

Classes classes_of(const Model& model, std::uint32_t index, std::span<const Expression* const> rules,
                   std::span<const Value> slots, Opaque opaque, std::size_t most, Workspace& workspace) {
  const Question& question = model.questions[index];
  Uses uses(model, index, slots, opaque);
  for (const Expression* rule : rules) {
    uses.add(*rule);
    workspace.count_steps(rule->nodes.size());
  }
  switch (question.kind) {
    case QuestionKind::yes_no: return listed({Value::of(false), Value::of(true)}, most);
    case QuestionKind::one: return option_classes(question, uses, most);
    case QuestionKind::many: return subset_classes(question, uses, most, workspace);
    case QuestionKind::number:
    case QuestionKind::since: return number_classes(question, uses, opaque, most);
    case QuestionKind::scale: {
      std::vector<Value> points;
      for (std::int64_t point = 1; point <= question.points; ++point) points.push_back(Value::of(point));
      return listed(std::move(points), most);
    }
    case QuestionKind::topics: return unlisted(Classes::Form::not_followed);
  }
  return {};
}

}  // namespace waymark
