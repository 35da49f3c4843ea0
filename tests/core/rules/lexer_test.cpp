#include "rules/lexer.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/rules.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Lines = std::vector<std::string>;

std::string_view name_of_kind(TokenKind kind) {
  switch (kind) {
    case TokenKind::end: return "end";
    case TokenKind::identifier: return "identifier";
    case TokenKind::integer: return "integer";
    case TokenKind::real: return "real";
    case TokenKind::string: return "string";
    case TokenKind::symbol: return "symbol";
  }
  return "";
}

/// Each token as `begin-end kind spelling`.
Lines tokens(std::string_view rule) {
  std::vector<RuleFault> faults;
  Lines lines;
  for (const Token& token : lex_rule(rule, faults)) {
    std::string line = std::to_string(token.span.begin) + "-" + std::to_string(token.span.end) + " ";
    line += name_of_kind(token.kind);
    if (token.kind != TokenKind::end) line += " " + std::string(token.spelling);
    lines.push_back(std::move(line));
  }
  for (const std::string& fault : show(faults)) lines.push_back(fault);
  return lines;
}

/// The content of the one string that a rule is; the fault if it is none.
std::string text_of(std::string_view rule) {
  std::vector<RuleFault> faults;
  const std::vector<Token> all = lex_rule(rule, faults);
  if (!faults.empty()) return show(faults).front();
  REQUIRE(all.size() == 2);
  REQUIRE(all[0].kind == TokenKind::string);
  return all[0].text;
}

std::string fault_of(std::string_view rule) {
  std::vector<RuleFault> faults;
  (void)lex_rule(rule, faults);
  REQUIRE(faults.size() == 1);
  return show(faults).front();
}

}  // namespace

TEST_CASE("a rule splits into tokens, blanks and comments aside") {
  CHECK(tokens("region == 'x'&&!a // why\n <= 1.5") ==
        Lines{"0-6 identifier region", "7-9 symbol ==", "10-13 string 'x'", "13-15 symbol &&", "15-16 symbol !",
              "16-17 identifier a", "26-28 symbol <=", "29-32 real 1.5", "32-32 end"});
  CHECK(tokens("") == Lines{"0-0 end"});
  CHECK(tokens(" \t\r\n\f//only") == Lines{"11-11 end"});
  CHECK(tokens("a-1") == Lines{"0-1 identifier a", "1-2 symbol -", "2-3 integer 1", "3-3 end"});
  CHECK(tokens("[a.b](c){d}?e:f,g") == Lines{"0-1 symbol [", "1-2 identifier a", "2-3 symbol .", "3-4 identifier b",
                                             "4-5 symbol ]", "5-6 symbol (", "6-7 identifier c", "7-8 symbol )",
                                             "8-9 symbol {", "9-10 identifier d", "10-11 symbol }", "11-12 symbol ?",
                                             "12-13 identifier e", "13-14 symbol :", "14-15 identifier f",
                                             "15-16 symbol ,", "16-17 identifier g", "17-17 end"});
  CHECK(tokens("r b rb _x9") ==
        Lines{"0-1 identifier r", "2-3 identifier b", "4-6 identifier rb", "7-10 identifier _x9", "10-10 end"});
}

TEST_CASE("numbers are whole, hexadecimal or decimal") {
  struct Whole {
    std::string_view spelling;
    std::uint64_t value;
  };
  for (const Whole& whole :
       {Whole{"0", 0}, Whole{"007", 7}, Whole{"0xfF", 255}, Whole{"0X10", 16},
        Whole{"9223372036854775807", 9223372036854775807U}, Whole{"9223372036854775808", 9223372036854775808U},
        Whole{"0x8000000000000000", 9223372036854775808U}}) {
    INFO(whole.spelling);
    std::vector<RuleFault> faults;
    const auto all = lex_rule(whole.spelling, faults);
    REQUIRE(faults.empty());
    CHECK(all[0].kind == TokenKind::integer);
    CHECK(all[0].integer == whole.value);
  }
  struct Real {
    std::string_view spelling;
    double value;
  };
  for (const Real& real : {Real{"1.5", 1.5}, Real{".5", 0.5}, Real{"1e3", 1000}, Real{"2E-1", 0.2}, Real{"1.5e+2", 150},
                           Real{"9223372036854775808.0", 9223372036854775808.0}}) {
    INFO(real.spelling);
    std::vector<RuleFault> faults;
    const auto all = lex_rule(real.spelling, faults);
    REQUIRE(faults.empty());
    CHECK(all[0].kind == TokenKind::real);
    CHECK(all[0].real == real.value);
  }
  CHECK(tokens("1.size") == Lines{"0-1 integer 1", "1-2 symbol .", "2-6 identifier size", "6-6 end"});
}

TEST_CASE("a number that is none is a fault with its span") {
  CHECK(fault_of("1 + 9223372036854775809") == "4-23 rule_syntax: the number does not fit in 64 bits");
  CHECK(fault_of("99999999999999999999") == "0-20 rule_syntax: the number does not fit in 64 bits");
  CHECK(fault_of("0x10000000000000000") == "0-19 rule_syntax: the number does not fit in 64 bits");
  CHECK(fault_of("0x") == "0-2 rule_syntax: a hexadecimal number needs at least one digit after 0x");
  CHECK(fault_of("12ab") == "0-4 rule_syntax: a number runs into a name");
  CHECK(fault_of("1e") == "0-2 rule_syntax: a number runs into a name");
  CHECK(fault_of("1.5x2") == "0-5 rule_syntax: a number runs into a name");
  CHECK(fault_of("0xfg") == "0-4 rule_syntax: a number runs into a name");
  CHECK(fault_of("1e999") == "0-5 rule_syntax: the number is too large for a double");
  CHECK(fault_of("a == 1u") ==
        "5-7 rule_outside_subset: unsigned integers are outside the subset of CEL that rules use");
}

TEST_CASE("strings replace the escapes of the language") {
  CHECK(text_of(R"('a\a\b\f\n\r\t\vz')") == "a\a\b\f\n\r\t\vz");
  CHECK(text_of(R"("\\\?\"\'\`")") == "\\?\"'`");
  CHECK(text_of(R"('\x41\X42\103')") == "ABC");
  CHECK(text_of(R"('\xe9')") == "\xC3\xA9");  // a code point, not a byte
  CHECK(text_of(R"('\u00e9\u20ac')") == "\xC3\xA9\xE2\x82\xAC");
  CHECK(text_of(R"('\U0001F600')") == "\xF0\x9F\x98\x80");
  CHECK(text_of("'\xC3\xA9'") == "\xC3\xA9");
  CHECK(text_of(R"('say "x"')") == "say \"x\"");
  CHECK(text_of("''").empty());
  CHECK(text_of(R"('\0007')") == std::string("\0"
                                             "7",
                                             2));
}

TEST_CASE("raw strings keep their backslashes") {
  CHECK(text_of(R"(r'a\n')") == "a\\n");
  CHECK(text_of(R"(R"\")") == "\\");
  CHECK(text_of(R"(r'''a'\n''')") == "a'\\n");
}

TEST_CASE("triple quotes take lines and single quotes") {
  CHECK(text_of("'''a\n'b' ''c'''") == "a\n'b' ''c");
  CHECK(text_of("\"\"\"\"x\"\"\"") == "\"x");
  CHECK(text_of("''''''").empty());
  CHECK(text_of(R"('''\t''')") == "\t");
}

TEST_CASE("a string that does not close or escapes wrongly is a fault with its span") {
  CHECK(fault_of("a == 'x") == "5-7 rule_syntax: the text that starts here has no closing quote");
  CHECK(fault_of("'x\ny'") == "0-2 rule_syntax: the text that starts here has no closing quote");
  CHECK(fault_of("'''x''") == "0-6 rule_syntax: the text that starts here has no closing quote");
  CHECK(fault_of(R"('a\q')") == "2-4 rule_syntax: this escape has no meaning; write \\\\ for a backslash");
  CHECK(fault_of(R"('a\9')") == "2-4 rule_syntax: this escape has no meaning; write \\\\ for a backslash");
  CHECK(fault_of(R"('\x4')") == "1-4 rule_syntax: this escape needs 2 hexadecimal digits");
  CHECK(fault_of(R"('\u12')") == "1-5 rule_syntax: this escape needs 4 hexadecimal digits");
  CHECK(fault_of(R"('\08')") == "1-3 rule_syntax: this escape needs 3 octal digits");
  CHECK(fault_of(R"('\ud800')") == "1-7 rule_syntax: this escape names no Unicode character");
  CHECK(fault_of(R"('\U00110000')") == "1-11 rule_syntax: this escape names no Unicode character");
}

TEST_CASE("bytes literals are outside the subset, by name") {
  for (const std::string_view rule : {"b'x'", "B\"x\"", "rb'x'", "bR'x'"}) {
    INFO(rule);
    CHECK(fault_of(rule) == "0-1 rule_outside_subset: bytes literals are outside the subset of CEL that rules use");
  }
}

TEST_CASE("a character without meaning is a fault, and the tokens before it stand") {
  CHECK(tokens("a = 1") ==
        Lines{"0-1 identifier a", "3-3 end", "2-3 rule_syntax: a single = compares nothing; write =="});
  CHECK(fault_of("a & b") == "2-3 rule_syntax: write &&");
  CHECK(fault_of("a | b") == "2-3 rule_syntax: write ||");
  CHECK(fault_of("a # b") == "2-3 rule_syntax: this character has no meaning in a rule");
  CHECK(fault_of("a; b") == "1-2 rule_syntax: this character has no meaning in a rule");
  CHECK(fault_of("a == \xC3\xA9") == "5-6 rule_syntax: this character has no meaning in a rule");
  CHECK(fault_of(std::string_view("a\0b", 3)) == "1-2 rule_syntax: this character has no meaning in a rule");
}

TEST_CASE("the span of a fault at the very end stays within the rule") {
  CHECK(fault_of("'\\") == "1-2 rule_syntax: this escape has no meaning; write \\\\ for a backslash");
}
