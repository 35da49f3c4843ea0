#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_fault.h"

namespace waymark {

enum class TokenKind : std::uint8_t { end, identifier, integer, real, string, symbol };

struct Token {
  TokenKind kind = TokenKind::end;
  RuleSpan span;
  std::string_view spelling;  ///< as written
  std::string text;           ///< a string literal's content, escapes replaced
  std::uint64_t integer = 0;  ///< magnitude of an integer literal: at most 2^63, the sign is an operator
  double real = 0;
};

/// Splits a rule into the tokens of CEL's grammar (cel-spec langdef.md, "Syntax"). Ends with an `end` token;
/// after a fault, the tokens before it are still returned.
[[nodiscard]] std::vector<Token> lex_rule(std::string_view rule, std::vector<RuleFault>& faults);

}  // namespace waymark
