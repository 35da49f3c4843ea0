#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "model/model.h"
#include "reading/pack.h"
#include "rules/type_check.h"

namespace waymark {

/// Compiles a pack's rules against its slots: parses them, checks types and totality, and reports each fault at its
/// place in the author's file.
class RuleCompiler {
 public:
  explicit RuleCompiler(Reporter& reporter) : reporter_(reporter) {}

  /// Declares the next slot. The name must outlive the compiler.
  void declare(std::string_view name, RuleType type);

  /// A compiled rule and the type of its value.
  struct Compiled {
    Expression expression;
    RuleType type;
  };

  /// Whether a rule may read a slot; if not, the message to report.
  using MayRead = std::function<std::optional<std::string>(std::uint32_t slot)>;

  /// The rule, or nothing, and reports, if it has a fault. `truth` demands a truth value.
  std::optional<Compiled> compile(const AuthoredText& rule, bool truth, const MayRead& may_read);

 private:
  Reporter& reporter_;
  NameTable names_;
  std::vector<RuleType> types_;
};

/// The slots that an expression reads, each once, ascending.
[[nodiscard]] std::vector<std::uint32_t> slots_read(const Expression& expression);

}  // namespace waymark
