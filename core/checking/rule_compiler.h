#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "model/model.h"
#include "reading/pack.h"
#include "rules/type_check.h"

namespace waymark {

/// Compiles a pack's rules against its slots: parses them, checks types, totality and order, and reports each fault at
/// its place in the author's file.
class RuleCompiler {
 public:
  static constexpr std::size_t all_questions = std::numeric_limits<std::size_t>::max() - 1;
  static constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

  explicit RuleCompiler(Reporter& reporter) : reporter_(reporter) {}

  /// Declares the next slot, whose value stands once `settled` questions are; `never` where rules cannot read it.
  /// The name must outlive the compiler.
  void declare(std::string_view name, RuleType type, std::size_t settled);

  /// A compiled rule and the type of its value.
  struct Compiled {
    Expression expression;
    RuleType type;
  };

  /// The rule, which may read what stands once `settled` questions are; or nothing, and reports its faults.
  std::optional<Compiled> compile(const AuthoredText& rule, std::size_t settled);

  /// How many questions must be settled before all that a rule reads stands.
  [[nodiscard]] std::size_t settled_before(const Expression& expression) const;

  /// Nodes that evaluating each rule compiled so far once may visit at most.
  [[nodiscard]] std::uint64_t steps() const { return steps_; }

 private:
  Reporter& reporter_;
  NameTable names_;
  std::vector<std::string_view> name_of_slot_;
  std::vector<RuleType> types_;
  std::vector<std::size_t> settled_;
  std::uint64_t steps_ = 0;
};

}  // namespace waymark
