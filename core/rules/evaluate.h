#pragma once

#include <span>

#include "rules/expression.h"
#include "rules/value.h"
#include "rules/workspace.h"

namespace waymark {

/// Evaluates a rule over the values bound to its slots, by CEL's dynamic semantics with unknowns.
///
/// `&&` and `||` commute: a deciding operand wins over unknowns and errors, an unknown wins over an error.
/// Everywhere else an error wins over an unknown. An unknown result carries the causes of what it hangs on,
/// each once. The result may view `workspace`, `slots` and `expression`.
[[nodiscard]] Value evaluate(const Expression& expression, std::span<const Value> slots, Workspace& workspace);

/// The same for one node of the expression and what lies under it, outside macros.
[[nodiscard]] Value evaluate_node(const Expression& expression, std::uint32_t node, std::span<const Value> slots,
                                  Workspace& workspace);

/// The truth of a value: unknown for anything but a boolean (a checked rule yields only booleans and unknowns).
[[nodiscard]] inline Truth truth_of(const Value& value) {
  if (!value.is(ValueKind::boolean)) return Truth::unknown;
  return value.boolean ? Truth::yes : Truth::no;
}

/// The union of two sets of causes, in `workspace` where neither contains the other.
[[nodiscard]] std::span<const std::uint32_t> join_causes(std::span<const std::uint32_t> left,
                                                         std::span<const std::uint32_t> right, Workspace& workspace);

}  // namespace waymark
