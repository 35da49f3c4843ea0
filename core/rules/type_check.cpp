#include "rules/type_check.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "model/limits.h"
#include "rules/parser.h"
#include "text/closest.h"

namespace waymark {
namespace {

struct IntegerRange {
  std::int64_t lowest;
  std::int64_t highest;
};

/// The range of an integer operation over two ranges, or nothing where it may overflow.
/// Its extremes lie at the corners: each operation is monotone in each operand (a divisor's range excludes zero).
template <typename Apply>
std::optional<IntegerRange> over_corners(const RuleType& left, const RuleType& right, Apply apply) {
  std::optional<IntegerRange> range;
  for (const std::int64_t a : {left.lowest, left.highest})
    for (const std::int64_t b : {right.lowest, right.highest}) {
      std::int64_t value = 0;
      if (apply(a, b, &value)) return std::nullopt;
      range = range ? IntegerRange{std::min(range->lowest, value), std::max(range->highest, value)}
                    : IntegerRange{value, value};
    }
  return range;
}

/// One less than the magnitude, which for the lowest integer does not fit.
std::int64_t below_magnitude(std::int64_t value) {
  if (value < 0) return -(value + 1);
  return value == 0 ? 0 : value - 1;
}

class TypeChecker {
 public:
  TypeChecker(const Expression& expression, std::span<const RuleType> slots, std::vector<RuleFault>& faults)
      : expression_(expression), slots_(slots), faults_(faults), locals_(deepest_rule + 1) {}

  RuleType run() {
    RuleType type = at(expression_.root);
    if (steps_ > most_steps)
      fault(expression_.nodes[expression_.root].span, DiagnosticCode::rule_too_large,
            {"evaluating the rule could take more than ", std::to_string(most_steps), " steps"},
            "nest fewer macros, or use shorter lists");
    return type;
  }

  [[nodiscard]] std::uint64_t steps() const { return steps_; }

 private:
  RuleType at(std::uint32_t index) {
    steps_ = std::min(most_steps + 1, steps_ + repeats_);
    const ExpressionNode& node = expression_.nodes[index];
    const auto operands = expression_.operands_of(node);
    switch (node.operation) {
      case Operation::constant: return constant(expression_.constants[node.first]);
      case Operation::name: return slots_[node.first];
      case Operation::local: return locals_[node.first];
      case Operation::undeclared: return {};
      case Operation::logical_and:
      case Operation::logical_or:
      case Operation::logical_not:
        for (const std::uint32_t operand : operands) expect(operand, TypeKind::boolean);
        return RuleType::of(TypeKind::boolean);
      case Operation::conditional: return conditional(operands);
      case Operation::list: return list(node, operands);
      case Operation::equal:
      case Operation::not_equal: return equality(node, operands);
      case Operation::less:
      case Operation::less_or_equal:
      case Operation::greater:
      case Operation::greater_or_equal: return order(node, operands);
      case Operation::in: return membership(node, operands);
      case Operation::starts_with:
      case Operation::ends_with:
      case Operation::contains:
        for (const std::uint32_t operand : operands) expect(operand, TypeKind::string);
        return RuleType::of(TypeKind::boolean);
      case Operation::negate: return negate(node, operands);
      case Operation::add:
      case Operation::subtract:
      case Operation::multiply:
      case Operation::divide:
      case Operation::modulo: return arithmetic(node, operands);
      case Operation::index: return element(node, operands);
      case Operation::size: return size(operands);
      case Operation::to_integer: return to_integer(node, operands);
      case Operation::to_real: return to_real(node, operands);
      case Operation::macro_all:
      case Operation::macro_exists:
      case Operation::macro_exists_one:
      case Operation::macro_filter:
      case Operation::macro_map:
      case Operation::macro_map_filter: return macro(node, operands);
    }
    return {};
  }

  RuleType fault(const RuleSpan& span, DiagnosticCode code, Message message, Message suggestion = {}) {
    faults_.push_back({code, span, std::move(message), std::move(suggestion)});
    return {};
  }
  RuleType wrong_type(const RuleSpan& span, Message message, Message suggestion = {}) {
    return fault(span, DiagnosticCode::rule_wrong_type, std::move(message), std::move(suggestion));
  }
  RuleType may_fail(const RuleSpan& span, Message message, Message suggestion = {}) {
    return fault(span, DiagnosticCode::rule_may_fail, std::move(message), std::move(suggestion));
  }
  const RuleSpan& span_of(std::uint32_t index) const { return expression_.nodes[index].span; }

  RuleType expect(std::uint32_t index, TypeKind wanted) {
    RuleType type = at(index);
    if (type.kind == wanted || type.kind == TypeKind::any) return type;
    return wrong_type(span_of(index), {"this is ", describe(type.kind), ", but ", describe(wanted), " is needed here"});
  }

  static RuleType constant(const Value& value) {
    switch (value.kind) {
      case ValueKind::boolean: return RuleType::of(TypeKind::boolean);
      case ValueKind::integer: return RuleType::integers(value.integer, value.integer);
      case ValueKind::real: return RuleType::reals(value.real, value.real);
      case ValueKind::string: {
        RuleType type = RuleType::of(TypeKind::string);
        type.strings = std::make_shared<std::vector<std::string_view>>(1, value.as_string());
        return type;
      }
      default: return {};
    }
  }

  /// The type whose values are those of both; `any` where the kinds differ.
  static RuleType unite(const RuleType& left, const RuleType& right) {
    if (left.kind == TypeKind::any) return right;
    if (right.kind == TypeKind::any) return left;
    if (left.kind != right.kind) return {};
    RuleType type = left;
    if (left.element == TypeKind::any) type.element = right.element;
    else if (right.element != TypeKind::any && right.element != left.element) return {};
    type.lowest = std::min(left.lowest, right.lowest);
    type.highest = std::max(left.highest, right.highest);
    type.real_lowest = std::min(left.real_lowest, right.real_lowest);
    type.real_highest = std::max(left.real_highest, right.real_highest);
    type.fewest = std::min(left.fewest, right.fewest);
    type.most = std::max(left.most, right.most);
    type.strings = unite(left, right, left.strings, right.strings);
    return type;
  }

  static StringDomain unite(const RuleType& left_type, const RuleType& right_type, const StringDomain& left,
                            const StringDomain& right) {
    const bool left_is_empty_list = left_type.kind == TypeKind::list && left_type.most == 0;
    const bool right_is_empty_list = right_type.kind == TypeKind::list && right_type.most == 0;
    if (left_is_empty_list) return right;
    if (right_is_empty_list) return left;
    if (!left || !right) return nullptr;
    auto all = std::make_shared<std::vector<std::string_view>>(*left);
    for (const std::string_view string : *right)
      if (std::find(all->begin(), all->end(), string) == all->end()) all->push_back(string);
    return all;
  }

  RuleType conditional(std::span<const std::uint32_t> operands) {
    expect(operands[0], TypeKind::boolean);
    const RuleType then = at(operands[1]);
    const RuleType otherwise = at(operands[2]);
    RuleType both = unite(then, otherwise);
    if (both.kind == TypeKind::any && then.kind != TypeKind::any && otherwise.kind != TypeKind::any)
      return wrong_type(span_of(operands[2]), {"the two outcomes of ? are of different kinds: ", describe(then.kind),
                                               " and ", describe(otherwise.kind)});
    return both;
  }

  static RuleType list_of(const RuleType& element, std::uint32_t fewest, std::uint32_t most) {
    RuleType type = element;
    type.kind = TypeKind::list;
    type.element = element.kind;
    type.fewest = fewest;
    type.most = most;
    return type;
  }

  static RuleType element_of(const RuleType& list) {
    RuleType type = list;
    type.kind = list.element;
    type.element = TypeKind::any;
    return type;
  }

  RuleType list(const ExpressionNode& node, std::span<const std::uint32_t> operands) {
    RuleType element;
    for (std::size_t i = 0; i < operands.size(); ++i) {
      const RuleType next = at(operands[i]);
      if (next.kind == TypeKind::list)
        return wrong_type(span_of(operands[i]), "a list inside a list is not used in a pack's rules");
      const RuleType both = i == 0 ? next : unite(element, next);
      if (both.kind == TypeKind::any && next.kind != TypeKind::any)
        return wrong_type(node.span, "the list holds values of different kinds");
      element = both;
    }
    const auto count = static_cast<std::uint32_t>(operands.size());
    return list_of(element, count, count);
  }

  // --- comparison ---

  static bool is_number(TypeKind kind) { return kind == TypeKind::integer || kind == TypeKind::real; }

  RuleType equality(const ExpressionNode& node, std::span<const std::uint32_t> operands) {
    const RuleType left = at(operands[0]);
    const RuleType right = at(operands[1]);
    const bool fits = left.kind == TypeKind::any || right.kind == TypeKind::any || left.kind == right.kind ||
                      (is_number(left.kind) && is_number(right.kind));
    if (!fits) wrong_type(node.span, {describe(left.kind), " is never equal to ", describe(right.kind)});
    else if (left.kind == TypeKind::list && left.most > 0 && right.most > 0)
      wrong_type(node.span, "two lists are equal only if their order is too, and answers have none",
                 "use in, all() and size()");
    else check_options(operands[0], left, operands[1], right);
    return RuleType::of(TypeKind::boolean);
  }

  bool is_string_constant(std::uint32_t index) const {
    const ExpressionNode& node = expression_.nodes[index];
    return node.operation == Operation::constant && expression_.constants[node.first].is(ValueKind::string);
  }

  void check_options(std::uint32_t left_at, const RuleType& left, std::uint32_t right_at, const RuleType& right) {
    if (is_string_constant(left_at)) check_option(left_at, right);
    else if (is_string_constant(right_at)) check_option(right_at, left);
  }

  void check_option(std::uint32_t constant_at, const RuleType& among) {
    if (!among.strings) return;
    const std::string_view text = expression_.constants[expression_.nodes[constant_at].first].as_string();
    if (std::find(among.strings->begin(), among.strings->end(), text) != among.strings->end()) return;
    fault(span_of(constant_at), DiagnosticCode::rule_unknown_option, {"\"", text, "\" is not one of the options here"},
          did_you_mean(text, *among.strings));
  }

  RuleType order(const ExpressionNode& node, std::span<const std::uint32_t> operands) {
    const RuleType left = at(operands[0]);
    const RuleType right = at(operands[1]);
    if (left.kind == TypeKind::any || right.kind == TypeKind::any) return RuleType::of(TypeKind::boolean);
    if (left.kind == TypeKind::list || right.kind == TypeKind::list) {
      wrong_type(node.span, "lists have no order");
    } else if (left.kind != right.kind) {
      const bool numbers = is_number(left.kind) && is_number(right.kind);
      wrong_type(node.span, {describe(left.kind), " has no order with ", describe(right.kind)},
                 numbers ? "write the whole number with a decimal point, or use double()" : "");
    }
    return RuleType::of(TypeKind::boolean);
  }

  RuleType membership(const ExpressionNode& node, std::span<const std::uint32_t> operands) {
    const RuleType element = at(operands[0]);
    const RuleType range = expect(operands[1], TypeKind::list);
    if (range.kind != TypeKind::list) return RuleType::of(TypeKind::boolean);
    if (element.kind != TypeKind::any && range.element != TypeKind::any && element.kind != range.element) {
      wrong_type(node.span, {"the list holds ", describe(range.element), ", never ", describe(element.kind)});
      return RuleType::of(TypeKind::boolean);
    }
    const ExpressionNode& list = expression_.nodes[operands[1]];
    if (list.operation == Operation::list) {
      for (const std::uint32_t item : expression_.operands_of(list))
        if (is_string_constant(item)) check_option(item, element);
    } else if (is_string_constant(operands[0])) {
      check_option(operands[0], element_of(range));
    }
    return RuleType::of(TypeKind::boolean);
  }

  // --- arithmetic ---

  RuleType negate(const ExpressionNode& node, std::span<const std::uint32_t> operands) {
    const RuleType operand = at(operands[0]);
    if (operand.kind == TypeKind::real) return RuleType::reals(-operand.real_highest, -operand.real_lowest);
    if (operand.kind == TypeKind::any) return {};
    if (operand.kind != TypeKind::integer) return wrong_type(node.span, {describe(operand.kind), " has no negative"});
    if (operand.lowest == std::numeric_limits<std::int64_t>::min())
      return may_fail(node.span, "the negative may not fit in 64 bits");
    return RuleType::integers(-operand.highest, -operand.lowest);
  }

  RuleType arithmetic(const ExpressionNode& node, std::span<const std::uint32_t> operands) {
    const RuleType left = at(operands[0]);
    const RuleType right = at(operands[1]);
    if (left.kind == TypeKind::any || right.kind == TypeKind::any) return {};
    if (left.kind == TypeKind::integer && right.kind == TypeKind::integer) return integers(node, left, right);
    if (left.kind == TypeKind::real && right.kind == TypeKind::real && node.operation != Operation::modulo)
      return reals(node.operation, left, right);
    if (node.operation == Operation::add && left.kind == TypeKind::string && right.kind == TypeKind::string)
      return may_fail(node.span, "joined texts may grow too long", "compare the texts apart");
    if (node.operation == Operation::add && left.kind == TypeKind::list && right.kind == TypeKind::list) {
      RuleType both = unite(left, right);
      if (both.kind == TypeKind::any) return wrong_type(node.span, "the lists hold values of different kinds");
      const std::uint64_t most = std::uint64_t{left.most} + right.most;
      if (most > most_list_elements) return may_fail(node.span, "the joined list may grow too long");
      both.fewest = left.fewest + right.fewest;
      both.most = static_cast<std::uint32_t>(most);
      return both;
    }
    const bool numbers = is_number(left.kind) && is_number(right.kind);
    return wrong_type(node.span, {"this operator does not join ", describe(left.kind), " and ", describe(right.kind)},
                      numbers && node.operation != Operation::modulo
                          ? "write the whole number with a decimal point, or use double()"
                          : "");
  }

  RuleType integers(const ExpressionNode& node, const RuleType& left, const RuleType& right) {
    const bool divides = node.operation == Operation::divide || node.operation == Operation::modulo;
    if (divides && right.lowest <= 0 && right.highest >= 0)
      return may_fail(node.span, "the divisor may be zero", "test it first and divide by a value that cannot be zero");
    std::optional<IntegerRange> range;
    switch (node.operation) {
      case Operation::add:
        range = over_corners(left, right, [](auto a, auto b, auto* out) { return __builtin_add_overflow(a, b, out); });
        break;
      case Operation::subtract:
        range = over_corners(left, right, [](auto a, auto b, auto* out) { return __builtin_sub_overflow(a, b, out); });
        break;
      case Operation::multiply:
        range = over_corners(left, right, [](auto a, auto b, auto* out) { return __builtin_mul_overflow(a, b, out); });
        break;
      default:
        range = over_corners(left, right, [](std::int64_t a, std::int64_t b, std::int64_t* out) {
          if (a == std::numeric_limits<std::int64_t>::min() && b == -1) return true;
          *out = a / b;
          return false;
        });
        break;
    }
    if (!range) return may_fail(node.span, "the result may not fit in 64 bits");
    if (node.operation != Operation::modulo) return RuleType::integers(range->lowest, range->highest);
    // |remainder| < |divisor| and <= |dividend|, with the sign of the dividend.
    const std::int64_t widest = std::max(below_magnitude(right.lowest), below_magnitude(right.highest));
    return RuleType::integers(left.lowest < 0 ? std::max(-widest, left.lowest) : 0,
                              left.highest > 0 ? std::min(widest, left.highest) : 0);
  }

  static RuleType reals(Operation operation, const RuleType& left, const RuleType& right) {
    if (operation == Operation::add)
      return RuleType::reals(left.real_lowest + right.real_lowest, left.real_highest + right.real_highest);
    if (operation == Operation::subtract)
      return RuleType::reals(left.real_lowest - right.real_highest, left.real_highest - right.real_lowest);
    return RuleType::of(TypeKind::real);
  }

  // --- lists, texts and conversions ---

  RuleType element(const ExpressionNode& node, std::span<const std::uint32_t> operands) {
    const RuleType list = expect(operands[0], TypeKind::list);
    const RuleType position = expect(operands[1], TypeKind::integer);
    if (list.kind == TypeKind::any || position.kind == TypeKind::any) return {};
    if (position.lowest < 0 || position.highest >= static_cast<std::int64_t>(list.fewest))
      return may_fail(node.span, "the list may have no element at this index", "use in, exists() or all()");
    return element_of(list);
  }

  RuleType size(std::span<const std::uint32_t> operands) {
    const RuleType operand = at(operands[0]);
    if (operand.kind == TypeKind::list) return RuleType::integers(operand.fewest, operand.most);
    if (operand.kind == TypeKind::string || operand.kind == TypeKind::any)
      return RuleType::integers(0, std::numeric_limits<std::uint32_t>::max());
    return wrong_type(span_of(operands[0]), {describe(operand.kind), " has no size"});
  }

  RuleType to_integer(const ExpressionNode& node, std::span<const std::uint32_t> operands) {
    RuleType operand = at(operands[0]);
    switch (operand.kind) {
      case TypeKind::integer:
      case TypeKind::any: return operand;
      case TypeKind::real:
        // Finite bounds also rule out not-a-number.
        if (!(operand.real_lowest > -9.2e18 && operand.real_highest < 9.2e18))
          return may_fail(node.span, "the number may be too large for a whole number");
        return RuleType::integers(static_cast<std::int64_t>(operand.real_lowest),
                                  static_cast<std::int64_t>(operand.real_highest));
      case TypeKind::string: return may_fail(node.span, "a text may not be a number");
      default: return wrong_type(node.span, {describe(operand.kind), " does not convert to a number"});
    }
  }

  RuleType to_real(const ExpressionNode& node, std::span<const std::uint32_t> operands) {
    RuleType operand = at(operands[0]);
    switch (operand.kind) {
      case TypeKind::real:
      case TypeKind::any: return operand;
      case TypeKind::integer:
        return RuleType::reals(static_cast<double>(operand.lowest), static_cast<double>(operand.highest));
      case TypeKind::string: return may_fail(node.span, "a text may not be a number");
      default: return wrong_type(node.span, {describe(operand.kind), " does not convert to a number"});
    }
  }

  RuleType macro(const ExpressionNode& node, std::span<const std::uint32_t> operands) {
    const RuleType range = expect(operands[0], TypeKind::list);
    locals_[node.first] = element_of(range);
    const std::uint64_t repeats = repeats_;
    if (range.kind == TypeKind::list)
      repeats_ = std::min<std::uint64_t>(most_steps + 1, repeats_ * std::max<std::uint32_t>(range.most, 1));
    RuleType type = macro_body(node, operands, range);
    repeats_ = repeats;
    return type;
  }

  RuleType macro_body(const ExpressionNode& node, std::span<const std::uint32_t> operands, const RuleType& range) {
    const bool predicate = node.operation != Operation::macro_map;
    if (predicate) expect(operands[1], TypeKind::boolean);
    switch (node.operation) {
      case Operation::macro_filter: {
        RuleType kept = range;
        kept.fewest = 0;
        return kept;
      }
      case Operation::macro_map:
      case Operation::macro_map_filter: {
        const RuleType result = at(operands.back());
        if (result.kind == TypeKind::list)
          return wrong_type(span_of(operands.back()), "a list inside a list is not used in a pack's rules");
        return list_of(result, predicate ? 0 : range.fewest, range.most);
      }
      default: return RuleType::of(TypeKind::boolean);
    }
  }

  const Expression& expression_;
  std::span<const RuleType> slots_;
  std::vector<RuleFault>& faults_;
  std::vector<RuleType> locals_;
  std::uint64_t steps_ = 0;    ///< nodes that an evaluation visits at most
  std::uint64_t repeats_ = 1;  ///< how often the macros around the present node visit it
};

}  // namespace

std::string_view describe(TypeKind kind) {
  switch (kind) {
    case TypeKind::any: return "any value";
    case TypeKind::boolean: return "a truth value";
    case TypeKind::integer: return "a whole number";
    case TypeKind::real: return "a decimal number";
    case TypeKind::string: return "a text";
    case TypeKind::list: return "a list";
  }
  return "";
}

RuleType check_types(const Expression& expression, std::span<const RuleType> slots, std::vector<RuleFault>& faults,
                     std::uint64_t* steps) {
  TypeChecker checker(expression, slots, faults);
  RuleType type = checker.run();
  if (steps != nullptr) *steps = checker.steps();
  return type;
}

}  // namespace waymark
