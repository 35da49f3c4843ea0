#include "rules/lexer.h"

#include <cmath>
#include <cstdlib>

#include "text/utf8.h"

namespace waymark {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

class Lexer {
 public:
  Lexer(std::string_view rule, std::vector<RuleFault>& faults) : rule_(rule), faults_(faults) {}

  std::vector<Token> run() {
    while (skip_blanks(), at_ < rule_.size()) {
      Token token;
      token.span.begin = at_;
      if (!lex(token)) break;
      token.span.end = at_;
      token.spelling = rule_.substr(token.span.begin, at_ - token.span.begin);
      tokens_.push_back(std::move(token));
    }
    Token end;
    end.span = {at_, at_};
    tokens_.push_back(std::move(end));
    return std::move(tokens_);
  }

 private:
  char peek(std::uint32_t ahead = 0) const { return at_ + ahead < rule_.size() ? rule_[at_ + ahead] : '\0'; }

  bool fail(std::uint32_t begin, Message message, DiagnosticCode code = DiagnosticCode::rule_syntax) {
    faults_.push_back({code, {begin, std::max(at_, begin + 1)}, std::move(message), {}});
    return false;
  }

  void skip_blanks() {
    while (at_ < rule_.size()) {
      const char c = rule_[at_];
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        ++at_;
      } else if (c == '/' && peek(1) == '/') {
        while (at_ < rule_.size() && rule_[at_] != '\n') ++at_;
      } else {
        return;
      }
    }
  }

  bool lex(Token& token) {
    const char c = peek();
    if (c == '"' || c == '\'') return lex_string(token, false);
    if (is_letter(c)) return lex_word(token);
    if (is_digit(c) || (c == '.' && is_digit(peek(1)))) return lex_number(token);
    return lex_symbol(token);
  }

  bool lex_word(Token& token) {
    std::uint32_t prefix = 0;
    bool raw = false;
    bool bytes = false;
    while (prefix < 2 && peek(prefix) != '\0') {
      const char c = peek(prefix);
      if ((c == 'r' || c == 'R') && !raw) raw = true;
      else if ((c == 'b' || c == 'B') && !bytes) bytes = true;
      else break;
      ++prefix;
    }
    if (prefix > 0 && (peek(prefix) == '"' || peek(prefix) == '\'')) {
      if (bytes)
        return fail(at_, "bytes literals are outside the subset of CEL that rules use",
                    DiagnosticCode::rule_outside_subset);
      at_ += prefix;
      return lex_string(token, raw);
    }
    while (is_letter(peek()) || is_digit(peek())) ++at_;
    token.kind = TokenKind::identifier;
    return true;
  }

  bool lex_number(Token& token) {
    const std::uint32_t begin = at_;
    if (peek() == '0' && (peek(1) == 'x' || peek(1) == 'X')) {
      at_ += 2;
      const std::uint32_t digits_at = at_;
      std::uint64_t value = 0;
      bool overflow = false;
      for (; hex_value(peek()) >= 0; ++at_) {
        overflow = overflow || value > (UINT64_MAX >> 4);
        value = (value << 4) | static_cast<std::uint64_t>(hex_value(peek()));
      }
      if (at_ == digits_at) return fail(begin, "a hexadecimal number needs at least one digit after 0x");
      return finish_integer(token, begin, value, overflow);
    }
    while (is_digit(peek())) ++at_;
    bool real = false;
    if (peek() == '.' && is_digit(peek(1))) {
      real = true;
      ++at_;
      while (is_digit(peek())) ++at_;
    }
    if (peek() == 'e' || peek() == 'E') {
      const std::uint32_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
      if (is_digit(peek(1 + sign))) {
        real = true;
        at_ += 1 + sign;
        while (is_digit(peek())) ++at_;
      }
    }
    const std::string_view spelling = rule_.substr(begin, at_ - begin);
    if (!real) {
      std::uint64_t value = 0;
      bool overflow = false;
      for (const char digit : spelling) {
        const auto next = static_cast<std::uint64_t>(digit - '0');
        overflow = overflow || value > (UINT64_MAX - next) / 10;
        value = value * 10 + next;
      }
      return finish_integer(token, begin, value, overflow);
    }
    token.kind = TokenKind::real;
    token.real = std::strtod(std::string(spelling).c_str(), nullptr);
    if (std::isinf(token.real)) return fail(begin, "the number is too large for a double");
    return finish_number(begin);
  }

  bool finish_integer(Token& token, std::uint32_t begin, std::uint64_t value, bool overflow) {
    if (peek() == 'u' || peek() == 'U') {
      ++at_;
      return fail(begin, "unsigned integers are outside the subset of CEL that rules use",
                  DiagnosticCode::rule_outside_subset);
    }
    if (overflow || value > (std::uint64_t{1} << 63)) return fail(begin, "the number does not fit in 64 bits");
    token.kind = TokenKind::integer;
    token.integer = value;
    return finish_number(begin);
  }

  bool finish_number(std::uint32_t begin) {
    if (!is_letter(peek())) return true;
    while (is_letter(peek()) || is_digit(peek())) ++at_;
    return fail(begin, "a number runs into a name");
  }

  bool lex_symbol(Token& token) {
    constexpr std::string_view pairs[] = {"&&", "||", "==", "!=", "<=", ">="};
    token.kind = TokenKind::symbol;
    for (const std::string_view pair : pairs)
      if (rule_.substr(at_, 2) == pair) {
        at_ += 2;
        return true;
      }
    constexpr std::string_view singles = "!-*/%+<>?:.,()[]{}";
    if (singles.find(peek()) != std::string_view::npos) {
      ++at_;
      return true;
    }
    const std::uint32_t begin = at_++;
    if (rule_[begin] == '=') return fail(begin, "a single = compares nothing; write ==");
    if (rule_[begin] == '&' || rule_[begin] == '|') return fail(begin, rule_[begin] == '&' ? "write &&" : "write ||");
    return fail(begin, "this character has no meaning in a rule");
  }

  bool lex_string(Token& token, bool raw) {
    const std::uint32_t begin = at_;
    const char quote = peek();
    const bool triple = peek(1) == quote && peek(2) == quote;
    at_ += triple ? 3 : 1;
    token.kind = TokenKind::string;
    for (;;) {
      if (at_ >= rule_.size()) return fail(begin, "the text that starts here has no closing quote");
      const char c = rule_[at_];
      if (c == quote && (!triple || (peek(1) == quote && peek(2) == quote))) {
        at_ += triple ? 3 : 1;
        return true;
      }
      if (!triple && (c == '\n' || c == '\r')) return fail(begin, "the text that starts here has no closing quote");
      ++at_;
      if (c == '\\' && !raw) {
        if (!lex_escape(token.text)) return false;
      } else {
        token.text += c;
      }
    }
  }

  bool lex_escape(std::string& out) {
    const std::uint32_t begin = at_ - 1;
    const char c = peek();
    if (at_ < rule_.size()) ++at_;
    switch (c) {
      case 'a': out += '\a'; return true;
      case 'b': out += '\b'; return true;
      case 'f': out += '\f'; return true;
      case 'n': out += '\n'; return true;
      case 'r': out += '\r'; return true;
      case 't': out += '\t'; return true;
      case 'v': out += '\v'; return true;
      case '\\':
      case '?':
      case '"':
      case '\'':
      case '`': out += c; return true;
      case 'x':
      case 'X': return lex_code_point(out, begin, 2, 16);
      case 'u': return lex_code_point(out, begin, 4, 16);
      case 'U': return lex_code_point(out, begin, 8, 16);
      case '0':
      case '1':
      case '2':
      case '3': --at_; return lex_code_point(out, begin, 3, 8);
      default: return fail(begin, "this escape has no meaning; write \\\\ for a backslash");
    }
  }

  bool lex_code_point(std::string& out, std::uint32_t begin, std::uint32_t digits, int base) {
    std::uint32_t value = 0;
    for (std::uint32_t i = 0; i < digits; ++i, ++at_) {
      const int digit = hex_value(peek());
      if (digit < 0 || digit >= base)
        return fail(begin,
                    {"this escape needs ", std::to_string(digits), (base == 8 ? " octal" : " hexadecimal"), " digits"});
      value = value * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit);
    }
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
      return fail(begin, "this escape names no Unicode character");
    append_utf8(out, value);
    return true;
  }

  std::string_view rule_;
  std::vector<RuleFault>& faults_;
  std::vector<Token> tokens_;
  std::uint32_t at_ = 0;
};

}  // namespace

std::vector<Token> lex_rule(std::string_view rule, std::vector<RuleFault>& faults) { return Lexer(rule, faults).run(); }

}  // namespace waymark
