#pragma once

#include "model/diagnostic.h"
#include "rules/expression.h"
#include "text/message.h"

namespace waymark {

/// A fault in a rule's text. The reader of the rule turns it into a Diagnostic with a file's place.
struct RuleFault {
  DiagnosticCode code = DiagnosticCode::rule_syntax;
  RuleSpan span;
  Message message;
  Message suggestion;
};

}  // namespace waymark
