#pragma once

#include <string>

#include "model/diagnostic.h"
#include "rules/expression.h"

namespace waymark {

/// A fault in a rule's text. The reader of the rule turns it into a Diagnostic with a file's place.
struct RuleFault {
  DiagnosticCode code = DiagnosticCode::rule_syntax;
  RuleSpan span;
  std::string message;
  std::string suggestion;
};

}  // namespace waymark
