#include "reference_evaluator.h"

#include <cmath>
#include <cstdlib>
#include <cstring>

namespace waymark::testing {
namespace {

__extension__ typedef __int128 Wide;

// Of a joined text or list, in bytes or elements: see core/rules/evaluate.h.
constexpr std::size_t most_joined_elements = 100'000;

using Error = EvaluationError;

template <typename T>
const T* as(const ReferenceValue& value) {
  return std::get_if<T>(&value.content);
}
template <typename T>
bool is(const ReferenceValue& value) {
  return std::holds_alternative<T>(value.content);
}

bool is_settled(const ReferenceValue& value) { return !is<Causes>(value) && !is<Error>(value); }

ReferenceValue no_overload() { return {Error::no_matching_overload}; }

/// What comes of operands where all must be settled: the first error, else all causes; nothing where all are settled.
std::optional<ReferenceValue> strictly(const ReferenceList& operands) {
  for (const ReferenceValue& operand : operands)
    if (is<Error>(operand)) return operand;
  Causes causes;
  bool unknown = false;
  for (const ReferenceValue& operand : operands)
    if (const auto* more = as<Causes>(operand)) {
      unknown = true;
      causes.insert(more->begin(), more->end());
    }
  if (unknown) return ReferenceValue{causes};
  return std::nullopt;
}

/// What comes of truths that && (deciding: false) or || (deciding: true) joins, in any order but for which error is
/// kept.
ReferenceValue join_truths(ReferenceList truths, bool deciding) {
  ReferenceList undecided;
  bool unknown = false;
  for (const ReferenceValue& truth : truths) {
    const bool* flag = as<bool>(truth);
    if (flag != nullptr && *flag == deciding) return truth;
    if (flag != nullptr) continue;
    unknown = unknown || is<Causes>(truth);
    undecided.push_back(is_settled(truth) ? no_overload() : truth);
  }
  if (undecided.empty()) return {!deciding};
  if (!unknown) return undecided.front();
  std::erase_if(undecided, [](const ReferenceValue& value) { return is<Error>(value); });
  return *strictly(undecided);
}

bool equal_numbers(std::int64_t integer, double real) {
  // A double of this size is exact in 128 bits.
  return std::abs(real) < 1e30 && std::trunc(real) == real && static_cast<Wide>(real) == static_cast<Wide>(integer);
}

bool are_equal(const ReferenceValue& left, const ReferenceValue& right) {
  if (is<std::int64_t>(left) && is<double>(right)) return equal_numbers(*as<std::int64_t>(left), *as<double>(right));
  if (is<double>(left) && is<std::int64_t>(right)) return are_equal(right, left);
  if (left.content.index() != right.content.index()) return false;
  if (const auto* list = as<ReferenceList>(left)) {
    const auto* other = as<ReferenceList>(right);
    if (list->size() != other->size()) return false;
    for (std::size_t i = 0; i < list->size(); ++i)
      if (!are_equal((*list)[i], (*other)[i])) return false;
    return true;
  }
  if (is<bool>(left)) return *as<bool>(left) == *as<bool>(right);
  if (is<std::int64_t>(left)) return *as<std::int64_t>(left) == *as<std::int64_t>(right);
  if (is<double>(left)) return *as<double>(left) == *as<double>(right);
  return *as<std::string>(left) == *as<std::string>(right);
}

ReferenceValue fitting(Wide value) {
  const auto narrow = static_cast<std::int64_t>(value);
  if (static_cast<Wide>(narrow) != value) return {Error::integer_overflow};
  return {narrow};
}

ReferenceValue calculate(Operation operation, std::int64_t left, std::int64_t right) {
  const Wide a = left;
  const Wide b = right;
  switch (operation) {
    case Operation::add: return fitting(a + b);
    case Operation::subtract: return fitting(a - b);
    case Operation::multiply: return fitting(a * b);
    default: break;
  }
  if (right == 0) return {Error::division_by_zero};
  const ReferenceValue quotient = fitting(a / b);
  // The remainder of a quotient that does not fit is an error too, though it would fit itself.
  if (operation == Operation::divide || is<Error>(quotient)) return quotient;
  return fitting(a - a / b * b);
}

ReferenceValue calculate(Operation operation, double left, double right) {
  switch (operation) {
    case Operation::add: return {left + right};
    case Operation::subtract: return {left - right};
    case Operation::multiply: return {left * right};
    case Operation::divide: return {left / right};
    default: return no_overload();
  }
}

template <typename T>
ReferenceValue join(const T& left, const T& right) {
  if (left.size() + right.size() > most_joined_elements) return {Error::too_large};
  T both = left;
  both.insert(both.end(), right.begin(), right.end());
  return {both};
}

ReferenceValue arithmetic(Operation operation, const ReferenceValue& left, const ReferenceValue& right) {
  if (left.content.index() != right.content.index()) return no_overload();
  if (is<std::int64_t>(left)) return calculate(operation, *as<std::int64_t>(left), *as<std::int64_t>(right));
  if (is<double>(left)) return calculate(operation, *as<double>(left), *as<double>(right));
  if (operation != Operation::add) return no_overload();
  if (is<std::string>(left)) return join(*as<std::string>(left), *as<std::string>(right));
  if (is<ReferenceList>(left)) return join(*as<ReferenceList>(left), *as<ReferenceList>(right));
  return no_overload();
}

template <typename T>
ReferenceValue ordered(Operation operation, const T& left, const T& right) {
  if (operation == Operation::less) return {left < right};
  if (operation == Operation::greater) return {right < left};
  const bool either = left < right || left == right;
  if (operation == Operation::less_or_equal) return {either};
  return {right < left || left == right};
}

ReferenceValue order(Operation operation, const ReferenceValue& left, const ReferenceValue& right) {
  if (left.content.index() != right.content.index()) return no_overload();
  if (is<bool>(left)) return ordered<int>(operation, *as<bool>(left), *as<bool>(right));
  if (is<std::int64_t>(left)) return ordered(operation, *as<std::int64_t>(left), *as<std::int64_t>(right));
  if (is<double>(left)) return ordered(operation, *as<double>(left), *as<double>(right));
  if (!is<std::string>(left)) return no_overload();
  const std::string& a = *as<std::string>(left);
  const std::string& b = *as<std::string>(right);
  return ordered(operation, a.compare(b), 0);
}

ReferenceValue size_of(const ReferenceValue& value) {
  if (const auto* list = as<ReferenceList>(value)) return {static_cast<std::int64_t>(list->size())};
  const auto* text = as<std::string>(value);
  if (text == nullptr) return no_overload();
  std::int64_t code_points = 0;
  for (const char c : *text) code_points += (static_cast<unsigned char>(c) & 0xC0) == 0x80 ? 0 : 1;
  return {code_points};
}

ReferenceValue to_integer(const ReferenceValue& value) {
  if (is<std::int64_t>(value)) return value;
  if (const auto* real = as<double>(value)) {
    // Not-a-number fails both comparisons. The lowest integer is refused, as the language's conformance cases want.
    if (!(std::abs(*real) < std::ldexp(1.0, 63))) return {Error::invalid_conversion};
    return {static_cast<std::int64_t>(std::trunc(*real))};
  }
  const auto* text = as<std::string>(value);
  if (text == nullptr) return no_overload();
  const bool negative = !text->empty() && text->front() == '-';
  const std::string digits = text->substr(negative ? 1 : 0);
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos) return {Error::invalid_conversion};
  Wide magnitude = 0;
  for (const char digit : digits) {
    magnitude = magnitude * 10 + (digit - '0');
    if (magnitude > static_cast<Wide>(1) << 64) return {Error::invalid_conversion};
  }
  const ReferenceValue number = fitting(negative ? -magnitude : magnitude);
  if (is<Error>(number)) return {Error::invalid_conversion};
  return number;
}

/// A sign, digits with at most one point among them, an exponent: the decimal numbers, and nothing else.
bool is_decimal(const std::string& text) {
  std::size_t at = 0;
  const auto take = [&](std::string_view any_of) {
    if (at == text.size() || any_of.find(text[at]) == std::string_view::npos) return false;
    ++at;
    return true;
  };
  constexpr std::string_view digit = "0123456789";
  take("+-");
  std::size_t digits = 0;
  while (take(digit)) ++digits;
  if (take("."))
    while (take(digit)) ++digits;
  if (digits == 0) return false;
  if (take("eE")) {
    take("+-");
    if (!take(digit)) return false;
    while (take(digit)) continue;
  }
  return at == text.size();
}

ReferenceValue to_real(const ReferenceValue& value) {
  if (is<double>(value)) return value;
  if (const auto* integer = as<std::int64_t>(value)) return {static_cast<double>(*integer)};
  const auto* text = as<std::string>(value);
  if (text == nullptr) return no_overload();
  if (!is_decimal(*text)) return {Error::invalid_conversion};
  const double real = std::strtod(text->c_str(), nullptr);
  if (std::isinf(real)) return {Error::invalid_conversion};
  return {real};
}

ReferenceValue unary(Operation operation, const ReferenceValue& value) {
  switch (operation) {
    case Operation::logical_not: return is<bool>(value) ? ReferenceValue{!*as<bool>(value)} : no_overload();
    case Operation::negate:
      if (is<double>(value)) return {-*as<double>(value)};
      return is<std::int64_t>(value) ? fitting(-static_cast<Wide>(*as<std::int64_t>(value))) : no_overload();
    case Operation::size: return size_of(value);
    case Operation::to_integer: return to_integer(value);
    case Operation::to_real: return to_real(value);
    default: std::abort();
  }
}

ReferenceValue element(const ReferenceValue& range, const ReferenceValue& position) {
  const auto* list = as<ReferenceList>(range);
  const auto* at = as<std::int64_t>(position);
  if (list == nullptr || at == nullptr) return no_overload();
  if (*at < 0 || static_cast<std::uint64_t>(*at) >= list->size()) return {Error::index_out_of_range};
  return (*list)[static_cast<std::size_t>(*at)];
}

ReferenceValue is_among(const ReferenceValue& value, const ReferenceValue& range) {
  const auto* list = as<ReferenceList>(range);
  if (list == nullptr) return no_overload();
  bool found = false;
  for (const ReferenceValue& item : *list) found = found || are_equal(value, item);
  return {found};
}

ReferenceValue look_into(Operation operation, const ReferenceValue& whole, const ReferenceValue& part) {
  const auto* text = as<std::string>(whole);
  const auto* sought = as<std::string>(part);
  if (text == nullptr || sought == nullptr) return no_overload();
  std::set<std::size_t> found_at;
  for (std::size_t at = 0; at + sought->size() <= text->size(); ++at)
    if (text->compare(at, sought->size(), *sought) == 0) found_at.insert(at);
  if (operation == Operation::starts_with) return {found_at.contains(0)};
  if (operation == Operation::ends_with)
    return {!found_at.empty() && *found_at.rbegin() == text->size() - sought->size()};
  return {!found_at.empty()};
}

ReferenceValue binary(Operation operation, const ReferenceValue& left, const ReferenceValue& right) {
  switch (operation) {
    case Operation::equal: return {are_equal(left, right)};
    case Operation::not_equal: return {!are_equal(left, right)};
    case Operation::less:
    case Operation::less_or_equal:
    case Operation::greater:
    case Operation::greater_or_equal: return order(operation, left, right);
    case Operation::in: return is_among(left, right);
    case Operation::index: return element(left, right);
    case Operation::starts_with:
    case Operation::ends_with:
    case Operation::contains: return look_into(operation, left, right);
    case Operation::add:
    case Operation::subtract:
    case Operation::multiply:
    case Operation::divide:
    case Operation::modulo: return arithmetic(operation, left, right);
    default: std::abort();
  }
}

class ReferenceEvaluator {
 public:
  ReferenceEvaluator(const Expression& expression, std::span<const ReferenceValue> slots, std::uint64_t most_steps)
      : expression_(expression), slots_(slots), steps_left_(most_steps) {}

  [[nodiscard]] bool gave_up() const { return steps_left_ == 0; }

  ReferenceValue at(std::uint32_t index) {
    if (steps_left_ > 0) --steps_left_;
    if (gave_up()) return {Error::too_large};
    const ExpressionNode& node = expression_.nodes[index];
    switch (node.operation) {
      case Operation::constant: return reference_of(expression_.constants[node.first]);
      case Operation::name: return slots_[node.first];
      case Operation::local: return locals_.at(node.first);
      case Operation::undeclared: return {static_cast<Error>(node.first)};
      case Operation::macro_all:
      case Operation::macro_exists:
      case Operation::macro_exists_one:
      case Operation::macro_filter:
      case Operation::macro_map:
      case Operation::macro_map_filter: return macro(node);
      default: break;
    }
    ReferenceList operands;
    for (const std::uint32_t operand : expression_.operands_of(node)) operands.push_back(at(operand));
    switch (node.operation) {
      case Operation::logical_and: return join_truths(operands, false);
      case Operation::logical_or: return join_truths(operands, true);
      case Operation::conditional: return choose(operands[0], operands[1], operands[2]);
      default: break;
    }
    if (const auto unsettled = strictly(operands)) return *unsettled;
    if (node.operation == Operation::list) return {operands};
    return operands.size() == 1 ? unary(node.operation, operands[0]) : binary(node.operation, operands[0], operands[1]);
  }

 private:
  static ReferenceValue choose(const ReferenceValue& condition, const ReferenceValue& then,
                               const ReferenceValue& otherwise) {
    if (!is_settled(condition)) return condition;
    if (!is<bool>(condition)) return no_overload();
    return *as<bool>(condition) ? then : otherwise;
  }

  /// The outcomes of a macro's last argument or the one before it, for each element.
  ReferenceList over(const ReferenceList& range, const ExpressionNode& node, std::uint32_t body) {
    ReferenceList outcomes;
    for (const ReferenceValue& item : range) {
      locals_.resize(node.first);
      locals_.push_back(item);
      outcomes.push_back(at(body));
      locals_.resize(node.first);
    }
    return outcomes;
  }

  ReferenceValue macro(const ExpressionNode& node) {
    const auto operands = expression_.operands_of(node);
    const ReferenceValue range = at(operands[0]);
    if (!is_settled(range)) return range;
    const auto* items = as<ReferenceList>(range);
    if (items == nullptr) return no_overload();
    if (node.operation == Operation::macro_all) return join_truths(over(*items, node, operands[1]), false);
    if (node.operation == Operation::macro_exists) return join_truths(over(*items, node, operands[1]), true);
    return select(node, *items);
  }

  /// The macros that are strict over their elements: what each contributes is chosen first, then all are joined.
  ReferenceValue select(const ExpressionNode& node, const ReferenceList& items) {
    const auto operands = expression_.operands_of(node);
    const bool maps = node.operation == Operation::macro_map || node.operation == Operation::macro_map_filter;
    ReferenceList chosen(items.size(), ReferenceValue{true});
    if (node.operation != Operation::macro_map) chosen = over(items, node, operands[1]);
    const ReferenceList results = maps ? over(items, node, operands.back()) : items;
    ReferenceList kept;
    for (std::size_t i = 0; i < items.size(); ++i) {
      const ReferenceValue outcome = choose(chosen[i], results[i], {false});
      const bool left_out = is<bool>(chosen[i]) && !*as<bool>(chosen[i]);
      if (!left_out) kept.push_back(outcome);
    }
    if (const auto unsettled = strictly(kept)) return *unsettled;
    if (node.operation == Operation::macro_exists_one) return {kept.size() == 1};
    return {kept};
  }

  const Expression& expression_;
  std::span<const ReferenceValue> slots_;
  std::uint64_t steps_left_;
  ReferenceList locals_;
};

}  // namespace

ReferenceValue reference_of(const Value& value) {
  switch (value.kind) {
    case ValueKind::unknown: return {Causes(value.as_causes().begin(), value.as_causes().end())};
    case ValueKind::error: return {value.error};
    case ValueKind::boolean: return {value.boolean};
    case ValueKind::integer: return {value.integer};
    case ValueKind::real: return {value.real};
    case ValueKind::string: return {std::string(value.as_string())};
    case ValueKind::list: {
      ReferenceList items;
      for (const Value& item : value.as_list()) items.push_back(reference_of(item));
      return {items};
    }
  }
  std::abort();
}

bool same(const ReferenceValue& left, const ReferenceValue& right) {
  if (left.content.index() != right.content.index()) return false;
  if (const auto* causes = as<Causes>(left)) return *causes == *as<Causes>(right);
  if (const auto* error = as<Error>(left)) return *error == *as<Error>(right);
  if (const auto* real = as<double>(left)) {
    const double other = *as<double>(right);
    if (std::isnan(*real) || std::isnan(other)) return std::isnan(*real) && std::isnan(other);
    return *real == other && std::signbit(*real) == std::signbit(other);
  }
  if (const auto* list = as<ReferenceList>(left)) {
    const auto* other = as<ReferenceList>(right);
    if (list->size() != other->size()) return false;
    for (std::size_t i = 0; i < list->size(); ++i)
      if (!same((*list)[i], (*other)[i])) return false;
    return true;
  }
  return are_equal(left, right);
}

std::string show(const ReferenceValue& value) {
  if (const auto* flag = as<bool>(value)) return *flag ? "true" : "false";
  if (const auto* integer = as<std::int64_t>(value)) return std::to_string(*integer);
  if (const auto* real = as<double>(value)) return std::to_string(*real);
  if (const auto* text = as<std::string>(value)) return "\"" + *text + "\"";
  if (const auto* error = as<Error>(value)) return "error: " + std::string(describe(*error));
  std::string shown;
  if (const auto* causes = as<Causes>(value)) {
    for (const std::uint32_t cause : *causes) shown += " " + std::to_string(cause);
    return "unknown because of" + shown;
  }
  for (const ReferenceValue& item : *as<ReferenceList>(value)) shown += (shown.empty() ? "" : ", ") + show(item);
  return "[" + shown + "]";
}

std::optional<ReferenceValue> evaluate_by_reference(const Expression& expression, std::span<const ReferenceValue> slots,
                                                    std::uint64_t most_steps) {
  ReferenceEvaluator evaluator(expression, slots, most_steps);
  ReferenceValue value = evaluator.at(expression.root);
  if (evaluator.gave_up()) return std::nullopt;
  return value;
}

}  // namespace waymark::testing
