#include "checking/rule_compiler.h"

#include <algorithm>

#include "reading/json_reader.h"
#include "rules/parser.h"

namespace waymark {

void RuleCompiler::declare(std::string_view name, RuleType type, std::size_t settled) {
  names_.declare(name, static_cast<std::uint32_t>(types_.size()));
  name_of_slot_.push_back(name);
  types_.push_back(std::move(type));
  settled_.push_back(settled);
}

std::optional<RuleCompiler::Compiled> RuleCompiler::compile(const AuthoredText& rule, std::size_t settled) {
  std::vector<RuleFault> faults;
  Compiled compiled;
  compiled.expression = parse_rule(rule.value, names_, faults);
  if (can_evaluate(faults)) {
    for (const ExpressionNode& node : compiled.expression.nodes) {
      if (node.operation != Operation::name || settled_[node.first] <= settled) continue;
      const bool unreadable = settled_[node.first] == never;
      faults.push_back(
          {DiagnosticCode::rule_reads_later,
           node.span,
           {"\"", name_of_slot_[node.first],
            unreadable ? "\" cannot be read by rules: its answers are topics" : "\" hangs on what is asked only later"},
           {}});
    }
    std::uint64_t steps = 0;
    compiled.type = check_types(compiled.expression, types_, faults, &steps);
    steps_ += steps;
  }
  const std::string_view source = reporter_.text_of(rule.place.file);
  for (RuleFault& fault : faults)
    reporter_.error(fault.code, place_in_string(source, rule.place, fault.span.begin), std::move(fault.message),
                    std::move(fault.suggestion));
  if (!faults.empty()) return std::nullopt;
  return compiled;
}

std::size_t RuleCompiler::settled_before(const Expression& expression) const {
  std::size_t settled = 0;
  for (const std::uint32_t slot : slots_read(expression)) settled = std::max(settled, settled_[slot]);
  return settled;
}

}  // namespace waymark
