#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "rules/expression.h"
#include "rules/rule_fault.h"

namespace waymark {

enum class TypeKind : std::uint8_t {
  any,  ///< what a fault already spoilt, and the element of an empty list
  boolean,
  integer,
  real,
  string,
  list,
};

[[nodiscard]] std::string_view describe(TypeKind kind);

/// The strings that a value can be; absent where it can be any.
using StringDomain = std::shared_ptr<const std::vector<std::string_view>>;

/// All the values that a rule's node can take, as far as `check` follows them.
struct RuleType {
  TypeKind kind = TypeKind::any;
  TypeKind element = TypeKind::any;                                ///< of a list
  std::int64_t lowest = std::numeric_limits<std::int64_t>::min();  ///< of an integer, or of a list's integers
  std::int64_t highest = std::numeric_limits<std::int64_t>::max();
  double real_lowest = -std::numeric_limits<double>::infinity();  ///< of a real, or of a list's reals
  double real_highest = std::numeric_limits<double>::infinity();
  std::uint32_t fewest = 0;  ///< elements of a list
  std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
  StringDomain strings;  ///< of a string, or of a list's strings

  static RuleType of(TypeKind kind) {
    RuleType type;
    type.kind = kind;
    return type;
  }
  static RuleType integers(std::int64_t lowest, std::int64_t highest) {
    RuleType type = of(TypeKind::integer);
    type.lowest = lowest;
    type.highest = highest;
    return type;
  }
  static RuleType reals(double lowest, double highest) {
    if (!(lowest <= highest)) return of(TypeKind::real);  // infinities took each other away: a bound is no number
    RuleType type = of(TypeKind::real);
    type.real_lowest = lowest;
    type.real_highest = highest;
    return type;
  }
};

/// Checks that a rule is well typed, names only options that exist, and can raise no error for any value of its
/// slots' types (a divisor that may be zero, an index out of range, an overflow, a conversion that may fail).
///
/// `slots` gives the type of every slot. Returns the rule's own type; `any` where a fault left it open. `steps`, if
/// given, receives how many nodes evaluating it may visit at most.
[[nodiscard]] RuleType check_types(const Expression& expression, std::span<const RuleType> slots,
                                   std::vector<RuleFault>& faults, std::uint64_t* steps = nullptr);

}  // namespace waymark
