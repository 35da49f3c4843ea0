#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "rules/expression.h"

namespace waymark::testing {

struct ReferenceValue;

using Causes = std::set<std::uint32_t>;
using ReferenceList = std::vector<ReferenceValue>;

/// A value of a rule that owns all it is made of.
struct ReferenceValue {
  std::variant<bool, std::int64_t, double, std::string, ReferenceList, Causes, EvaluationError> content;
};

[[nodiscard]] ReferenceValue reference_of(const Value& value);

/// The same kind, the same value (every not-a-number is the same here), the same error, the same set of causes.
[[nodiscard]] bool same(const ReferenceValue& left, const ReferenceValue& right);

/// For messages.
[[nodiscard]] std::string show(const ReferenceValue& value);

/// Evaluates a rule by the plainest reading of its semantics, to hold `evaluate` against: every operand of every
/// operator is evaluated, those that do not matter too, and only then is the outcome chosen. Of several errors the
/// first in the order of the text is kept.
///
/// `slots` are the values of the names. Nothing where it takes more than `most_steps` steps.
[[nodiscard]] std::optional<ReferenceValue> evaluate_by_reference(const Expression& expression,
                                                                  std::span<const ReferenceValue> slots,
                                                                  std::uint64_t most_steps);

}  // namespace waymark::testing
