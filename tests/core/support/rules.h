#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "rules/evaluate.h"
#include "rules/parser.h"
#include "writing/value_writer.h"

namespace waymark::testing {

/// Names that a rule can read, by CEL's dynamic semantics.
class Bindings {
 public:
  Bindings& bind(std::string_view name, const Value& value) {
    const std::string& kept = names_.emplace_back(name);
    table_.declare(kept, static_cast<std::uint32_t>(values_.size()));
    views_.push_back(kept);
    values_.push_back(value);
    return *this;
  }
  Bindings& leave_unknown(std::string_view name) {
    const std::uint32_t& cause = causes_.emplace_back(static_cast<std::uint32_t>(values_.size()));
    return bind(name, Value::unknown({&cause, 1}));
  }

  /// The rule's outcome as JSON; `fault: ...` where it does not parse.
  std::string operator()(std::string_view rule) {
    std::vector<RuleFault> faults;
    const Expression expression = parse_rule(rule, table_, faults);
    if (!can_evaluate(faults)) return "fault: " + faults.front().message.text();
    Workspace workspace;
    return write_outcome(evaluate(expression, values_, workspace), views_);
  }

 private:
  std::deque<std::string> names_;
  std::deque<std::uint32_t> causes_;
  std::vector<std::string_view> views_;
  std::vector<Value> values_;
  NameTable table_;
};

/// A rule's faults, each as `begin-end code: message; suggestion`.
inline std::vector<std::string> show(const std::vector<RuleFault>& faults) {
  std::vector<std::string> shown;
  for (const RuleFault& fault : faults) {
    std::string line = std::to_string(fault.span.begin) + "-" + std::to_string(fault.span.end) + " ";
    line += name_of(fault.code);
    line += ": " + fault.message.text();
    if (!fault.suggestion.text().empty()) line += "; " + fault.suggestion.text();
    shown.push_back(std::move(line));
  }
  return shown;
}

}  // namespace waymark::testing
