#include "checking/rule_compiler.h"

#include <algorithm>

#include "reading/json_reader.h"
#include "rules/parser.h"

namespace waymark {

void RuleCompiler::declare(std::string_view name, RuleType type) {
  names_.declare(name, static_cast<std::uint32_t>(types_.size()));
  types_.push_back(std::move(type));
}

std::optional<RuleCompiler::Compiled> RuleCompiler::compile(const AuthoredText& rule, bool truth,
                                                            const MayRead& may_read) {
  std::vector<RuleFault> faults;
  Compiled compiled;
  compiled.expression = parse_rule(rule.value, names_, faults);
  if (can_evaluate(faults)) {
    for (const ExpressionNode& node : compiled.expression.nodes) {
      if (node.operation != Operation::name) continue;
      if (auto refusal = may_read(node.first))
        faults.push_back({DiagnosticCode::rule_reads_later, node.span, std::move(*refusal), {}});
    }
    compiled.type = check_types(compiled.expression, types_, faults);
    if (truth && compiled.type.kind != TypeKind::boolean && compiled.type.kind != TypeKind::any)
      faults.push_back({DiagnosticCode::rule_wrong_type,
                        compiled.expression.nodes[compiled.expression.root].span,
                        "the rule gives " + std::string(describe(compiled.type.kind)) + ", but must be true or false",
                        {}});
  }
  for (RuleFault& fault : faults)
    reporter_.error(fault.code,
                    place_in_string(reporter_.text_of(rule.place.file), rule.place, fault.span.begin),
                    std::move(fault.message), std::move(fault.suggestion));
  if (!faults.empty()) return std::nullopt;
  return compiled;
}

std::vector<std::uint32_t> slots_read(const Expression& expression) {
  std::vector<std::uint32_t> slots;
  for (const ExpressionNode& node : expression.nodes)
    if (node.operation == Operation::name) slots.push_back(node.first);
  std::sort(slots.begin(), slots.end());
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  return slots;
}

}  // namespace waymark
