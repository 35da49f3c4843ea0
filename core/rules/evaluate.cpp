#include "rules/evaluate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>

#include "model/limits.h"
#include "rules/parser.h"
#include "text/utf8.h"

namespace waymark {
namespace {

using Operands = std::span<const std::uint32_t>;

/// Copying or comparing so many takes about as long as a node does.
constexpr std::uint64_t items_a_step = 16;

Value no_overload() { return Value::of(EvaluationError::no_matching_overload); }

class Evaluator {
 public:
  Evaluator(const Expression& expression, std::span<const Value> slots, Workspace& workspace)
      : expression_(expression), slots_(slots), workspace_(workspace), most_nodes_(workspace.allowance().nodes) {}

  Value at(std::uint32_t index) {
    Value undecided;
    const Truth truth = truth_at(index, undecided);
    return truth == Truth::unknown ? undecided : Value::of(truth == Truth::yes);
  }

  [[nodiscard]] std::uint64_t steps() const { return visited_ + made_; }

 private:
  /// A truth fits a register, where a value would be copied at every node; `undecided` is the value of what has none.
  Truth truth_at(std::uint32_t index, Value& undecided) {
    if (++visited_ > most_nodes_) return not_decided(Value::of(EvaluationError::too_large), undecided);
    const ExpressionNode& node = expression_.nodes[index];
    const Operands operands = expression_.operands_of(node);
    switch (node.operation) {
      case Operation::logical_and: return chain(operands, Truth::no, undecided);
      case Operation::logical_or: return chain(operands, Truth::yes, undecided);
      case Operation::logical_not: return negation(operands[0], undecided);
      case Operation::equal:
      case Operation::not_equal:
      case Operation::less:
      case Operation::less_or_equal:
      case Operation::greater:
      case Operation::greater_or_equal:
      case Operation::in: return comparison(node.operation, operands, undecided);
      default: break;
    }
    const Value* standing = value_standing_at(node);
    undecided = standing != nullptr ? *standing : worked_out(node, operands);
    return truth_of(undecided);
  }

  static Truth not_decided(const Value& value, Value& undecided) {
    undecided = value;
    return Truth::unknown;
  }

  static Truth truth_from(bool value) { return value ? Truth::yes : Truth::no; }

  [[nodiscard]] const Value* value_standing_at(const ExpressionNode& node) const {
    if (node.operation == Operation::name) return &slots_[node.first];
    if (node.operation == Operation::constant) return &expression_.constants[node.first];
    if (node.operation == Operation::list && node.first > 0) return &expression_.constants[node.first - 1];
    return nullptr;
  }

  // Apart, so that what is common does not pay for what these need.
  [[gnu::noinline]] Value worked_out(const ExpressionNode& node, Operands operands) {
    switch (node.operation) {
      case Operation::local: return locals_[node.first];
      case Operation::undeclared: return Value::of(static_cast<EvaluationError>(node.first));
      case Operation::conditional: return conditional(operands);
      case Operation::list: return list(operands);
      case Operation::macro_all: return quantify(node, operands, false);
      case Operation::macro_exists: return quantify(node, operands, true);
      case Operation::macro_exists_one: return exactly_one(node, operands);
      case Operation::macro_filter:
      case Operation::macro_map:
      case Operation::macro_map_filter: return transform(node, operands);
      default: return operands.size() == 1 ? unary(node.operation, operands) : binary(node.operation, operands);
    }
  }

  // --- logic ---

  Truth chain(Operands operands, Truth deciding, Value& undecided) {
    const Workspace::Mark before = workspace_.mark();
    const bool had_locals = !locals_.empty();
    for (std::size_t i = 0; i < operands.size(); ++i) {
      const Truth truth = truth_at(operands[i], undecided);
      if (truth == deciding) return truth;
      if (truth == Truth::unknown) return open_chain(operands.subspan(i + 1), deciding, before, had_locals, undecided);
    }
    return deciding == Truth::yes ? Truth::no : Truth::yes;
  }

  /// What && and || make of the operands after one that did not decide: unknown outranks error.
  [[gnu::noinline]] Truth open_chain(Operands operands, Truth deciding, const Workspace::Mark& before, bool had_locals,
                                     Value& undecided) {
    Value kept = as_undecided(undecided);
    for (const std::uint32_t operand : operands) {
      const Truth truth = truth_at(operand, undecided);
      if (truth == deciding) return truth;
      if (truth != Truth::unknown) continue;
      kept = outranking(kept, as_undecided(undecided));
      if (!kept.is(ValueKind::unknown) || workspace_.mark() == before) continue;
      // Long chains would otherwise hold what each operand added beside all that it was added to.
      kept = Value::unknown(move_down(kept.as_causes(), before));
      if (!had_locals) locals_ = {};
    }
    return not_decided(kept, undecided);
  }

  /// What an operand of logic counts as that is no boolean.
  static Value as_undecided(const Value& value) { return value.is_known() ? no_overload() : value; }

  /// Of two undecided values: both unknowns, else the unknown, else the first.
  Value outranking(const Value& kept, const Value& next) {
    if (!next.is(ValueKind::unknown)) return kept;
    if (!kept.is(ValueKind::unknown)) return next;
    return Value::unknown(join_causes(kept.as_causes(), next.as_causes(), workspace_));
  }

  Truth negation(std::uint32_t operand, Value& undecided) {
    const Truth truth = truth_at(operand, undecided);
    if (truth != Truth::unknown) return truth_from(truth == Truth::no);
    return not_decided(as_undecided(undecided), undecided);
  }

  std::span<const std::uint32_t> move_down(std::span<const std::uint32_t> causes, const Workspace::Mark& mark) {
    workspace_.rewind(mark);
    const std::span<std::uint32_t> moved = workspace_.take<std::uint32_t>(causes.size());
    if (!causes.empty()) std::memmove(moved.data(), causes.data(), causes.size_bytes());
    return moved;
  }

  Value conditional(Operands operands) {
    const Value condition = at(operands[0]);
    if (!condition.is_known()) return condition;
    if (!condition.is(ValueKind::boolean)) return no_overload();
    return at(operands[condition.boolean ? 1 : 2]);
  }

  // --- strict operands ---

  /// An error of any operand, else the joined unknowns of all, else nothing.
  [[gnu::noinline]] std::optional<Value> unsettled(std::span<const Value> values) {
    std::optional<Value> found;
    for (const Value& value : values) {
      if (value.is(ValueKind::error)) return value;
      if (!value.is(ValueKind::unknown)) continue;
      found = found ? Value::unknown(join_causes(found->as_causes(), value.as_causes(), workspace_)) : value;
    }
    return found;
  }

  Value list(Operands operands) {
    const std::span<Value> elements = workspace_.take<Value>(operands.size());
    for (std::size_t i = 0; i < operands.size(); ++i) elements[i] = at(operands[i]);
    if (const auto value = unsettled(elements)) return *value;
    return Value::of(std::span<const Value>(elements));
  }

  Value unary(Operation operation, Operands operands) {
    const Value operand = at(operands[0]);
    if (!operand.is_known()) return operand;
    switch (operation) {
      case Operation::negate: return negate(operand);
      case Operation::size: return size(operand);
      case Operation::to_integer: return to_integer(operand);
      case Operation::to_real: return to_real(operand);
      default: return no_overload();
    }
  }

  Truth comparison(Operation operation, Operands operands, Value& undecided) {
    const Value* left = value_standing_at(expression_.nodes[operands[0]]);
    const Value* right = value_standing_at(expression_.nodes[operands[1]]);
    if (left == nullptr || right == nullptr || visited_ + 2 > most_nodes_)
      return comparison_of_any(operation, operands, undecided);
    visited_ += 2;
    if (right->is_known()) {
      if (left->is_known()) return decision(operation, *left, *right, undecided);
      return not_decided(*left, undecided);
    }
    return not_decided(left->is_known() ? *right : *unsettled(std::array{*left, *right}), undecided);
  }

  [[gnu::noinline]] Truth comparison_of_any(Operation operation, Operands operands, Value& undecided) {
    const std::array<Value, 2> pair = {at(operands[0]), at(operands[1])};
    if (const auto value = unsettled(pair)) return not_decided(*value, undecided);
    return decision(operation, pair[0], pair[1], undecided);
  }

  Truth decision(Operation operation, const Value& left, const Value& right, Value& undecided) {
    if (operation == Operation::in) return membership(left, right, undecided);
    if (left.is(ValueKind::integer) && right.is(ValueKind::integer))
      return compare(operation, left.integer, right.integer);
    if (operation == Operation::equal) return compared(same(left, right), undecided);
    if (operation == Operation::not_equal) return compared(!same(left, right), undecided);
    return order(operation, left, right, undecided);
  }

  Value binary(Operation operation, Operands operands) {
    const std::array<Value, 2> pair = {at(operands[0]), at(operands[1])};
    if (const auto value = unsettled(pair)) return *value;
    const auto& [left, right] = pair;
    switch (operation) {
      case Operation::index: return element(left, right);
      case Operation::starts_with:
      case Operation::ends_with:
      case Operation::contains: return find_text(operation, left, right);
      case Operation::add:
        if (left.is(ValueKind::string) && right.is(ValueKind::string)) return join_text(left, right);
        if (left.is(ValueKind::list) && right.is(ValueKind::list)) return join_lists(left, right);
        [[fallthrough]];
      default: return arithmetic(operation, left, right);
    }
  }

  static Value negate(const Value& operand) {
    if (operand.is(ValueKind::real)) return Value::of(-operand.real);
    if (!operand.is(ValueKind::integer)) return no_overload();
    if (operand.integer == INT64_MIN) return Value::of(EvaluationError::integer_overflow);
    return Value::of(-operand.integer);
  }

  static Value size(const Value& operand) {
    if (operand.is(ValueKind::list)) return Value::of(static_cast<std::int64_t>(operand.size));
    if (operand.is(ValueKind::string))
      return Value::of(static_cast<std::int64_t>(count_code_points(operand.as_string())));
    return no_overload();
  }

  static Value to_integer(const Value& operand) {
    if (operand.is(ValueKind::integer)) return operand;
    if (operand.is(ValueKind::real)) {
      // The open interval keeps the conversion defined; CEL gives an error outside it.
      if (!(operand.real > -9223372036854775808.0 && operand.real < 9223372036854775808.0))
        return Value::of(EvaluationError::invalid_conversion);
      return Value::of(static_cast<std::int64_t>(operand.real));
    }
    if (!operand.is(ValueKind::string)) return no_overload();
    const std::string_view text = operand.as_string();
    const bool negative = text.starts_with('-');
    const std::string_view digits = text.substr(negative ? 1 : 0);
    if (digits.empty()) return Value::of(EvaluationError::invalid_conversion);
    std::int64_t value = 0;
    for (const char c : digits) {
      if (c < '0' || c > '9' || __builtin_mul_overflow(value, 10, &value) ||
          __builtin_sub_overflow(value, c - '0', &value))
        return Value::of(EvaluationError::invalid_conversion);
    }
    if (negative) return Value::of(value);
    if (value == INT64_MIN) return Value::of(EvaluationError::invalid_conversion);
    return Value::of(-value);
  }

  static Value to_real(const Value& operand) {
    if (operand.is(ValueKind::real)) return operand;
    if (operand.is(ValueKind::integer)) return Value::of(static_cast<double>(operand.integer));
    if (!operand.is(ValueKind::string)) return no_overload();
    const std::string text(operand.as_string());
    if (text.empty() || text.find_first_not_of("0123456789+-.eE") != std::string::npos)
      return Value::of(EvaluationError::invalid_conversion);
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (end != text.c_str() + text.size() || std::isinf(value)) return Value::of(EvaluationError::invalid_conversion);
    return Value::of(value);
  }

  template <typename T>
  static Truth compare(Operation operation, const T& left, const T& right) {
    // Looked up, as a branch on the operation would often be foreseen wrong. A NaN is none of the three.
    const int outcome = left < right ? 0 : left == right ? 1 : left > right ? 2 : 3;
    constexpr std::array<std::uint8_t, 6> accepted = {
        0b0010,  // equal
        0b1101,  // not_equal
        0b0001,  // less
        0b0011,  // less_or_equal
        0b0100,  // greater
        0b0110,  // greater_or_equal
    };
    constexpr auto first_row = static_cast<std::size_t>(Operation::equal);
    static_assert(static_cast<std::size_t>(Operation::greater_or_equal) - first_row == accepted.size() - 1);
    const std::size_t row = static_cast<std::size_t>(operation) - first_row;
    return truth_from((accepted[row] >> outcome & 1) != 0);
  }

  static Truth order(Operation operation, const Value& left, const Value& right, Value& undecided) {
    if (left.kind != right.kind) return not_decided(no_overload(), undecided);
    switch (left.kind) {
      case ValueKind::boolean: return compare(operation, left.boolean, right.boolean);
      case ValueKind::integer: return compare(operation, left.integer, right.integer);
      case ValueKind::real: return compare(operation, left.real, right.real);
      case ValueKind::string: return compare(operation, left.as_string(), right.as_string());
      default: return not_decided(no_overload(), undecided);
    }
  }

  Truth membership(const Value& element, const Value& list, Value& undecided) {
    if (!list.is(ValueKind::list)) return not_decided(no_overload(), undecided);
    for (const Value& item : list.as_list())
      if (same(element, item)) return compared(true, undecided);
    return compared(false, undecided);
  }

  /// Whether two values are equal. Lists of lists hold far more than it took to make them, so their items count.
  bool same(const Value& left, const Value& right) {
    if (left.is(ValueKind::string) && right.is(ValueKind::string)) return left.as_string() == right.as_string();
    if (!left.is(ValueKind::list) || !right.is(ValueKind::list)) return equal(left, right);
    if (left.size != right.size) return false;
    for (std::uint32_t i = 0; i < left.size; ++i)
      if (++compared_ > workspace_.allowance().joins || !same(left.items[i], right.items[i])) return false;
    return true;
  }

  [[nodiscard]] Truth compared(bool result, Value& undecided) const {
    if (compared_ <= workspace_.allowance().joins) return truth_from(result);
    return not_decided(Value::of(EvaluationError::too_large), undecided);
  }

  static Value element(const Value& list, const Value& position) {
    if (!list.is(ValueKind::list) || !position.is(ValueKind::integer)) return no_overload();
    if (position.integer < 0 || position.integer >= static_cast<std::int64_t>(list.size))
      return Value::of(EvaluationError::index_out_of_range);
    return list.items[position.integer];
  }

  static Value find_text(Operation operation, const Value& text, const Value& part) {
    if (!text.is(ValueKind::string) || !part.is(ValueKind::string)) return no_overload();
    const std::string_view whole = text.as_string();
    if (operation == Operation::starts_with) return Value::of(whole.starts_with(part.as_string()));
    if (operation == Operation::ends_with) return Value::of(whole.ends_with(part.as_string()));
    return Value::of(whole.find(part.as_string()) != std::string_view::npos);
  }

  bool may_join(const Value& left, const Value& right) {
    const std::uint64_t size = std::uint64_t{left.size} + right.size;
    made_ += size / items_a_step;
    return size <= most_joined && made_ <= workspace_.allowance().joins;
  }

  Value join_text(const Value& left, const Value& right) {
    if (!may_join(left, right)) return Value::of(EvaluationError::too_large);
    const std::span<char> text = workspace_.take<char>(left.size + right.size);
    std::copy_n(right.characters, right.size, std::copy_n(left.characters, left.size, text.data()));
    return Value::of(std::string_view(text.data(), text.size()));
  }

  Value join_lists(const Value& left, const Value& right) {
    if (!may_join(left, right)) return Value::of(EvaluationError::too_large);
    const std::span<Value> items = workspace_.take<Value>(left.size + right.size);
    std::copy_n(right.items, right.size, std::copy_n(left.items, left.size, items.data()));
    return Value::of(std::span<const Value>(items));
  }

  static Value arithmetic(Operation operation, const Value& left, const Value& right) {
    if (left.is(ValueKind::real) && right.is(ValueKind::real)) return arithmetic(operation, left.real, right.real);
    if (left.is(ValueKind::integer) && right.is(ValueKind::integer))
      return arithmetic(operation, left.integer, right.integer);
    return no_overload();
  }

  static Value arithmetic(Operation operation, double left, double right) {
    switch (operation) {
      case Operation::add: return Value::of(left + right);
      case Operation::subtract: return Value::of(left - right);
      case Operation::multiply: return Value::of(left * right);
      case Operation::divide: return Value::of(left / right);
      default: return no_overload();
    }
  }

  static Value arithmetic(Operation operation, std::int64_t left, std::int64_t right) {
    std::int64_t result = 0;
    bool overflow = false;
    switch (operation) {
      case Operation::add: overflow = __builtin_add_overflow(left, right, &result); break;
      case Operation::subtract: overflow = __builtin_sub_overflow(left, right, &result); break;
      case Operation::multiply: overflow = __builtin_mul_overflow(left, right, &result); break;
      case Operation::divide:
      case Operation::modulo:
        if (right == 0) return Value::of(EvaluationError::division_by_zero);
        overflow = left == INT64_MIN && right == -1;
        if (!overflow) result = operation == Operation::divide ? left / right : left % right;
        break;
      default: return no_overload();
    }
    return overflow ? Value::of(EvaluationError::integer_overflow) : Value::of(result);
  }

  // --- macros ---

  std::optional<Value> not_a_range(const Value& range) {
    if (!range.is_known()) return range;
    if (!range.is(ValueKind::list)) return no_overload();
    return std::nullopt;
  }

  Value with_local(const ExpressionNode& macro, const Value& item, std::uint32_t body) {
    if (locals_.empty()) locals_ = workspace_.take<Value>(deepest_rule + 1);
    locals_[macro.first] = item;
    return at(body);
  }

  Value quantify(const ExpressionNode& node, Operands operands, bool deciding) {
    const Value range = at(operands[0]);
    if (const auto value = not_a_range(range)) return *value;
    std::optional<Value> kept;
    for (const Value& item : range.as_list()) {
      const Value value = with_local(node, item, operands[1]);
      if (!value.is(ValueKind::boolean)) kept = kept ? outranking(*kept, as_undecided(value)) : as_undecided(value);
      else if (value.boolean == deciding) return value;
    }
    return kept ? *kept : Value::of(!deciding);
  }

  /// Joins what a predicate or transformation left unsettled; an error ends the macro at once.
  bool keep_unsettled(const Value& value, std::optional<Value>& unsettled_so_far) {
    if (value.is(ValueKind::unknown)) {
      unsettled_so_far = unsettled_so_far
                             ? Value::unknown(join_causes(unsettled_so_far->as_causes(), value.as_causes(), workspace_))
                             : value;
      return true;
    }
    return false;
  }

  Value exactly_one(const ExpressionNode& node, Operands operands) {
    const Value range = at(operands[0]);
    if (const auto value = not_a_range(range)) return *value;
    std::optional<Value> unknown;
    std::size_t count = 0;
    for (const Value& item : range.as_list()) {
      const Value value = with_local(node, item, operands[1]);
      if (value.is(ValueKind::error)) return value;
      if (keep_unsettled(value, unknown)) continue;
      if (!value.is(ValueKind::boolean)) return no_overload();
      count += value.boolean ? 1 : 0;
    }
    return unknown ? *unknown : Value::of(count == 1);
  }

  Value transform(const ExpressionNode& node, Operands operands) {
    const bool filters = node.operation != Operation::macro_map;
    const bool maps = node.operation != Operation::macro_filter;
    const Value range = at(operands[0]);
    if (const auto value = not_a_range(range)) return *value;
    const std::span<Value> kept = workspace_.take<Value>(range.size);
    std::size_t count = 0;
    std::optional<Value> unknown;
    for (const Value& item : range.as_list()) {
      if (filters) {
        const Value chosen = with_local(node, item, operands[1]);
        if (chosen.is(ValueKind::error)) return chosen;
        if (keep_unsettled(chosen, unknown)) continue;
        if (!chosen.is(ValueKind::boolean)) return no_overload();
        if (!chosen.boolean) continue;
      }
      const Value result = maps ? with_local(node, item, operands.back()) : item;
      if (result.is(ValueKind::error)) return result;
      if (!keep_unsettled(result, unknown)) kept[count++] = result;
    }
    return unknown ? *unknown : Value::of(std::span<const Value>(kept.first(count)));
  }

  const Expression& expression_;
  std::span<const Value> slots_;
  Workspace& workspace_;
  std::uint64_t most_nodes_;
  std::span<Value> locals_;
  std::uint64_t visited_ = 0;   ///< nodes
  std::uint64_t made_ = 0;      ///< what was copied, in nodes
  std::uint64_t compared_ = 0;  ///< items of lists
};

bool includes(std::span<const std::uint32_t> all, std::uint32_t cause) {
  return std::find(all.begin(), all.end(), cause) != all.end();
}

}  // namespace

std::span<const std::uint32_t> join_causes(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right,
                                           Workspace& workspace) {
  if (left.data() == right.data() && left.size() == right.size()) return left;
  std::size_t added = 0;
  for (const std::uint32_t cause : right) added += includes(left, cause) ? 0 : 1;
  if (added == 0) return left;
  const std::span<std::uint32_t> joined = workspace.take<std::uint32_t>(left.size() + added);
  workspace.count_steps(left.size() * right.size() / items_a_step);
  auto out = std::copy(left.begin(), left.end(), joined.begin());
  for (const std::uint32_t cause : right)
    if (!includes(left, cause)) *out++ = cause;
  return joined;
}

Value evaluate(const Expression& expression, std::span<const Value> slots, Workspace& workspace) {
  return evaluate_node(expression, expression.root, slots, workspace);
}

Value evaluate_node(const Expression& expression, std::uint32_t node, std::span<const Value> slots,
                    Workspace& workspace) {
  Evaluator evaluator(expression, slots, workspace);
  const Value value = evaluator.at(node);
  workspace.count_steps(evaluator.steps());
  return value;
}

}  // namespace waymark
