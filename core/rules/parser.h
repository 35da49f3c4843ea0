#pragma once

#include <string_view>
#include <vector>

#include "rules/expression.h"
#include "rules/rule_fault.h"

namespace waymark {

/// Parses a rule of the CEL subset and resolves its names.
///
/// What stands outside the grammar or the subset is a fault at its place, and then the expression must not be used.
/// A name or function that nothing declares is a fault of code `rule_undeclared_name`; the expression stays usable
/// and evaluates such a node to an error, as CEL's dynamic evaluation does.
[[nodiscard]] Expression parse_rule(std::string_view rule, const NameTable& names, std::vector<RuleFault>& faults);

/// True if the faults leave the expression fit for dynamic evaluation: only undeclared names and functions.
[[nodiscard]] bool can_evaluate(const std::vector<RuleFault>& faults);

}  // namespace waymark
