#include "rules/expression.h"

#include <algorithm>
#include <utility>

#include "sorting/order.h"

namespace waymark {

std::vector<std::uint32_t> slots_read(const Expression& expression) {
  std::vector<std::uint32_t> slots;
  for (const ExpressionNode& node : expression.nodes)
    if (node.operation == Operation::name) slots.push_back(node.first);
  put_in_order(slots);
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  return slots;
}

std::uint32_t keep_constant_list(Expression& expression, std::span<const std::uint32_t> elements) {
  std::vector<Value> values;
  for (const std::uint32_t element : elements) {
    if (element >= expression.nodes.size()) return 0;
    const ExpressionNode& node = expression.nodes[element];
    if (node.operation != Operation::constant) return 0;
    values.push_back(expression.constants[node.first]);
  }
  const std::vector<Value>& kept = expression.lists.emplace_back(std::move(values));
  expression.constants.push_back(Value::of(std::span<const Value>(kept)));
  return static_cast<std::uint32_t>(expression.constants.size());
}

}  // namespace waymark
