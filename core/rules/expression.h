#pragma once

#include <cstdint>
#include <list>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/value.h"

namespace waymark {

/// Bytes of a rule's text, from the first to one past the last.
struct RuleSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// What a node of a rule does with its operands.
enum class Operation : std::uint8_t {
  constant,     ///< constants[first]
  name,         ///< the value bound to slot `first`
  local,        ///< the variable of the enclosing macro, `first` counted from the outermost
  undeclared,   ///< a name or function that nothing declares; `first` is an EvaluationError
  list,         ///< operands are the elements; `first` is their constant list plus one, or 0
  logical_and,  ///< two or more operands
  logical_or,
  logical_not,
  negate,
  conditional,  ///< condition, then, otherwise
  equal,
  not_equal,
  less,
  less_or_equal,
  greater,
  greater_or_equal,
  in,
  add,
  subtract,
  multiply,
  divide,
  modulo,
  index,
  size,
  to_integer,
  to_real,
  starts_with,
  ends_with,
  contains,
  macro_all,  ///< range, predicate; `first` of the macros: the variable's depth is that of the enclosing macros
  macro_exists,
  macro_exists_one,
  macro_filter,
  macro_map,         ///< range, transformation
  macro_map_filter,  ///< range, predicate, transformation
};

struct ExpressionNode {
  Operation operation = Operation::constant;
  std::uint32_t first = 0;        ///< meaning depends on the operation
  std::uint32_t operands_at = 0;  ///< where its operands stand in Expression::operands
  std::uint32_t operand_count = 0;
  RuleSpan span;
};

/// A parsed rule: a tree in flat arrays, its names resolved to slots. Move-only: constants view its own texts.
struct Expression {
  std::vector<ExpressionNode> nodes;
  std::vector<std::uint32_t> operands;
  std::vector<Value> constants;
  std::list<std::string> texts;         ///< what string constants view; a list keeps them in place when moved
  std::list<std::vector<Value>> lists;  ///< what list constants view
  std::uint32_t root = 0;

  Expression() = default;
  Expression(Expression&&) = default;
  Expression& operator=(Expression&&) = default;
  Expression(const Expression&) = delete;
  Expression& operator=(const Expression&) = delete;

  [[nodiscard]] std::span<const std::uint32_t> operands_of(const ExpressionNode& node) const {
    return std::span(operands).subspan(node.operands_at, node.operand_count);
  }
};

/// The slots that an expression reads, each once, ascending.
[[nodiscard]] std::vector<std::uint32_t> slots_read(const Expression& expression);

/// Keeps the list of elements that are all constants, so that evaluating it copies nothing: where, plus one; or 0.
[[nodiscard]] std::uint32_t keep_constant_list(Expression& expression, std::span<const std::uint32_t> elements);

/// The names that a rule may read, each with its slot.
class NameTable {
 public:
  /// Declares a name; the view must outlive the table. A name declared twice keeps its first slot.
  void declare(std::string_view name, std::uint32_t slot) { slots_.emplace(name, slot); }

  /// The slot of a name, or nothing.
  [[nodiscard]] const std::uint32_t* find(std::string_view name) const {
    const auto found = slots_.find(name);
    return found == slots_.end() ? nullptr : &found->second;
  }

  [[nodiscard]] std::vector<std::string_view> names() const {
    std::vector<std::string_view> all;
    for (const auto& [name, slot] : slots_) all.push_back(name);
    return all;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> slots_;
};

}  // namespace waymark
