#include "rules/parser.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "model/limits.h"
#include "support/rules.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Lines = std::vector<std::string>;

NameTable names() {
  NameTable table;
  table.declare("a", 0);
  table.declare("b", 1);
  table.declare("region", 2);
  return table;
}

Lines faults_of(std::string_view rule) {
  std::vector<RuleFault> faults;
  (void)parse_rule(rule, names(), faults);
  return show(faults);
}

std::string_view symbol_of(Operation operation) {
  switch (operation) {
    case Operation::logical_and: return "&&";
    case Operation::logical_or: return "||";
    case Operation::logical_not: return "!";
    case Operation::negate: return "neg";
    case Operation::conditional: return "?";
    case Operation::equal: return "==";
    case Operation::not_equal: return "!=";
    case Operation::less: return "<";
    case Operation::less_or_equal: return "<=";
    case Operation::greater: return ">";
    case Operation::greater_or_equal: return ">=";
    case Operation::in: return "in";
    case Operation::add: return "+";
    case Operation::subtract: return "-";
    case Operation::multiply: return "*";
    case Operation::divide: return "/";
    case Operation::modulo: return "%";
    case Operation::index: return "[]";
    case Operation::list: return "list";
    case Operation::size: return "size";
    case Operation::to_integer: return "int";
    case Operation::to_real: return "double";
    case Operation::starts_with: return "startsWith";
    case Operation::ends_with: return "endsWith";
    case Operation::contains: return "contains";
    case Operation::macro_all: return "all";
    case Operation::macro_exists: return "exists";
    case Operation::macro_exists_one: return "exists_one";
    case Operation::macro_filter: return "filter";
    case Operation::macro_map: return "map";
    case Operation::macro_map_filter: return "map3";
    default: return "?";
  }
}

std::string show_node(const Expression& expression, std::uint32_t index) {
  const ExpressionNode& node = expression.nodes[index];
  switch (node.operation) {
    case Operation::constant: return write_outcome(expression.constants[node.first], {});
    case Operation::name: return "$" + std::to_string(node.first);
    case Operation::local: return "local" + std::to_string(node.first);
    case Operation::undeclared: return "undeclared";
    default: break;
  }
  std::string text = "(" + std::string(symbol_of(node.operation));
  if (node.operation >= Operation::macro_all) text += "#" + std::to_string(node.first);
  for (const std::uint32_t operand : expression.operands_of(node)) text += " " + show_node(expression, operand);
  return text + ")";
}

/// The tree of a rule, operators first.
std::string tree(std::string_view rule) {
  std::vector<RuleFault> faults;
  const Expression expression = parse_rule(rule, names(), faults);
  if (!faults.empty()) return show(faults).front();
  return show_node(expression, expression.root);
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("operators bind as the language says") {
  struct Case {
    std::string_view rule, tree;
  };
  const Case cases[] = {
      {"a || b && a", "(|| $0 (&& $1 $0))"},
      {"a && b || a", "(|| (&& $0 $1) $0)"},
      {"a == 1 && b < 2", "(&& (== $0 1) (< $1 2))"},
      {"a + b * 2 - 1", "(- (+ $0 (* $1 2)) 1)"},
      {"a - b - 1", "(- (- $0 $1) 1)"},
      {"a / b * 2 % 3", "(% (* (/ $0 $1) 2) 3)"},
      {"a + 1 > b - 1", "(> (+ $0 1) (- $1 1))"},
      {"a in [1, 2] == true", "(== (in $0 (list 1 2)) true)"},
      {"a < b == true", "(== (< $0 $1) true)"},
      {"!a == b", "(== (! $0) $1)"},
      {"!!a", "(! (! $0))"},
      {"-a * b", "(* (neg $0) $1)"},
      {"- -a", "(neg (neg $0))"},
      {"--1", "(neg -1)"},
      {"a - -1", "(- $0 -1)"},
      {"-9223372036854775808", "-9223372036854775808"},
      {"-0x10", "-16"},
      {"-1.5", "(neg 1.5)"},
      {"-[1][0]", "(neg ([] (list 1) 0))"},
      {"!a.contains('x')", "(! (contains $0 \"x\"))"},
      {"a ? b : a ? 1 : 2", "(? $0 $1 (? $0 1 2))"},
      {"a || b ? 1 : 2", "(? (|| $0 $1) 1 2)"},
      {"(a ? b : a) ? 1 : 2", "(? (? $0 $1 $0) 1 2)"},
      {"(a || b) && a", "(&& (|| $0 $1) $0)"},
      {"a && b && a && b", "(&& $0 $1 $0 $1)"},
      {"a && (b && a)", "(&& $0 (&& $1 $0))"},
      {"a[0][1].size()", "(size ([] ([] $0 0) 1))"},
      {"[1, 2,][0]", "([] (list 1 2) 0)"},
      {"[]", "(list)"},
      {"size(a) + int(b) + double(a)", "(+ (+ (size $0) (int $1)) (double $0))"},
      {"a.startsWith('x') && a.endsWith('y')", "(&& (startsWith $0 \"x\") (endsWith $0 \"y\"))"},
      {"'in' in a", "(in \"in\" $0)"},
  };
  for (const Case& one : cases) {
    INFO(one.rule);
    CHECK(tree(one.rule) == one.tree);
  }
}

TEST_CASE("macros number their variables by depth") {
  CHECK(tree("a.all(x, x > 1)") == "(all#0 $0 (> local0 1))");
  CHECK(tree("a.exists(x, x > 1)") == "(exists#0 $0 (> local0 1))");
  CHECK(tree("a.exists_one(x, x > 1)") == "(exists_one#0 $0 (> local0 1))");
  CHECK(tree("a.filter(x, x > 1)") == "(filter#0 $0 (> local0 1))");
  CHECK(tree("a.map(x, x + 1)") == "(map#0 $0 (+ local0 1))");
  CHECK(tree("a.map(x, x > 1, x + 1)") == "(map3#0 $0 (> local0 1) (+ local0 1))");
  CHECK(tree("a.all(x, b.all(y, x == y))") == "(all#0 $0 (all#1 $1 (== local0 local1)))");
  CHECK(tree("a.all(x, b.all(x, x == 1)) && a.all(y, y == 2)") ==
        "(&& (all#0 $0 (all#1 $1 (== local1 1))) (all#0 $0 (== local0 2)))");
  CHECK(tree("a.all(a, a == [b, 1][0])") == "(all#0 $0 (== local0 ([] (list $1 1) 0)))");
}

TEST_CASE("a macro needs a variable") {
  CHECK(faults_of("a.all(1, true)") == Lines{"6-7 rule_syntax: all() names its variable first, as in x, x == 'a'"});
  CHECK(faults_of("a.exists(x + 1, true)") ==
        Lines{"9-10 rule_syntax: exists() names its variable first, as in x, x == 'a'"});
}

TEST_CASE("a reserved word or a literal cannot be the variable of a macro") {
  for (const std::string word : {"while", "in", "true", "null"}) {
    INFO(word);
    std::vector<RuleFault> faults;
    (void)parse_rule("a.all(" + word + ", 1 == 1)", names(), faults);
    CHECK_FALSE(faults.empty());
  }
}

TEST_CASE("reserved words cannot be names") {
  for (const std::string word : {"as", "break", "const", "continue", "else", "for", "function", "if", "import", "let",
                                 "loop", "package", "namespace", "return", "var", "void", "while"}) {
    INFO(word);
    CHECK(faults_of(word + " == 1") == Lines{"0-" + std::to_string(word.size()) + " rule_syntax: \"" + word +
                                             "\" is a reserved word of CEL and cannot be a name"});
  }
  CHECK(faults_of("in == 1") == Lines{"0-2 rule_syntax: \"in\" is a reserved word of CEL and cannot be a name"});
}

TEST_CASE("what is outside the subset is refused by name, at its place") {
  const auto outside = [](std::string place, std::string what) {
    return Lines{place + " rule_outside_subset: " + what + " outside the subset of CEL that rules use"};
  };
  CHECK(faults_of("a == b'x'") == outside("5-6", "bytes literals are"));
  CHECK(faults_of("a == 1u") == outside("5-7", "unsigned integers are"));
  CHECK(faults_of("a == {'x': 1}") == outside("5-6", "maps are"));
  CHECK(faults_of("a == null") == outside("5-9", "null is"));
  CHECK(faults_of("Point{x: 1}.x == 1") == outside("0-5", "messages are"));
  CHECK(faults_of("a.b == 1") == outside("2-3", "fields of messages are"));
  CHECK(faults_of(".a == 1") == outside("0-1", "names that start with a dot are"));
}

TEST_CASE("a rule that breaks the grammar is refused where it breaks, once") {
  struct Case {
    std::string_view rule, fault;
  };
  const Case cases[] = {
      {"", "0-1 rule_syntax: the rule is empty"},
      {"  ", "2-3 rule_syntax: the rule is empty"},
      {"a ==", "4-5 rule_syntax: the rule ends too early"},
      {"== a", "0-2 rule_syntax: expected a value here"},
      {"a b", "2-3 rule_syntax: the rule should end here, or an operator is missing"},
      {"a)", "1-2 rule_syntax: the rule should end here, or an operator is missing"},
      {"(a", "2-3 rule_syntax: expected ) to close the bracket"},
      {"[a", "2-3 rule_syntax: expected ] to close the list"},
      {"[,]", "1-2 rule_syntax: expected a value here"},
      {"a[0", "3-4 rule_syntax: expected ] to close the index"},
      {"size(a", "6-7 rule_syntax: expected ) to close the call"},
      {"a ? b", "5-6 rule_syntax: expected : between the two outcomes of ?"},
      {"a ? b : ", "8-9 rule_syntax: the rule ends too early"},
      {"a.1", "1-3 rule_syntax: the rule should end here, or an operator is missing"},
      {"a.", "2-3 rule_syntax: expected a method's name after the dot"},
      {"9223372036854775808", "0-19 rule_syntax: the number does not fit in 64 bits"},
      {"a && && b || )", "5-7 rule_syntax: expected a value here"},
  };
  for (const Case& one : cases) {
    INFO(one.rule);
    CHECK(faults_of(one.rule) == Lines{std::string(one.fault)});
  }
}

TEST_CASE("an undeclared name or function is a fault that leaves the rule fit for evaluation") {
  CHECK(faults_of("regoin == 'x' || zzz") ==
        Lines{"0-6 rule_undeclared_name: nothing is called \"regoin\"; did you mean \"region\"?",
              "17-20 rule_undeclared_name: nothing is called \"zzz\""});
  CHECK(faults_of("siez(a)") == Lines{"0-4 rule_undeclared_name: the subset of CEL that rules use has no function "
                                      "\"siez\"; did you mean \"size\"?"});
  CHECK(faults_of("a.startswith('x')") ==
        Lines{"2-12 rule_undeclared_name: the subset of CEL that rules use has no method \"startswith\"; did you mean "
              "\"startsWith\"?"});
  CHECK(faults_of("size(a, b)") == Lines{"0-4 rule_undeclared_name: size() takes 1 argument(s), not 2"});
  CHECK(faults_of("a.contains()") == Lines{"2-10 rule_undeclared_name: contains() takes 1 argument(s), not 0"});
  std::vector<RuleFault> faults;
  (void)parse_rule("regoin == siez(1)", names(), faults);
  CHECK(faults.size() == 2);
  CHECK(can_evaluate(faults));
  faults.clear();
  (void)parse_rule("regoin == ", names(), faults);
  CHECK_FALSE(can_evaluate(faults));
}

TEST_CASE("the spans of nodes cover what they were read from") {
  std::vector<RuleFault> faults;
  const std::string_view rule = "a == 1 && size([b, 2]) > -3";
  const Expression expression = parse_rule(rule, names(), faults);
  REQUIRE(faults.empty());
  std::vector<std::string> covered;
  for (const ExpressionNode& node : expression.nodes)
    covered.emplace_back(rule.substr(node.span.begin, node.span.end - node.span.begin));
  CHECK(covered == Lines{"a", "1", "a == 1", "b", "2", "[b, 2]", "size([b, 2])", "-3", "size([b, 2]) > -3",
                         "a == 1 && size([b, 2]) > -3"});
}

TEST_CASE("a rule is read up to its greatest length and no further") {
  const std::string longest = "a" + std::string(longest_rule - 1, ' ');
  CHECK(faults_of(longest).empty());
  CHECK(faults_of(longest + " ") == Lines{"0-1 rule_too_large: the rule is longer than 10000 bytes"});
}

TEST_CASE("a rule is read up to its greatest depth and no further, however it nests") {
  const auto depth_fault = [](std::string_view rule) {
    std::vector<RuleFault> faults;
    (void)parse_rule(rule, names(), faults);
    if (faults.empty()) return std::string();
    CHECK(faults.size() == 1);
    CHECK(faults.front().code == DiagnosticCode::rule_too_large);
    return faults.front().message.text();
  };
  struct Nest {
    std::string_view open, inner, close;
    std::size_t fits;  // how often it may be repeated
  };
  const Nest nests[] = {{"(", "a", ")", 99},     {"!", "a", "", 99},        {"- ", "a", "", 99},
                        {"[", "a", "]", 99},     {"a ? a : ", "a", "", 99}, {"", "a", " + a", 99},
                        {"", "a", "[0]", 99},    {"size(", "a", ")", 99},   {"a.all(x, ", "a", ")", 99},
                        {"a && (", "a", ")", 99}};
  for (const Nest& nest : nests) {
    INFO(nest.open << nest.inner << nest.close);
    CHECK(depth_fault(repeated(nest.open, nest.fits) + std::string(nest.inner) + repeated(nest.close, nest.fits))
              .empty());
    CHECK(depth_fault(repeated(nest.open, nest.fits + 1) + std::string(nest.inner) +
                      repeated(nest.close, nest.fits + 1)) == "the rule is nested more than 100 deep");
    // far past the limit nothing else gives way
    CHECK(depth_fault(repeated(nest.open, 700) + std::string(nest.inner) + repeated(nest.close, 700)) ==
          "the rule is nested more than 100 deep");
  }
}

TEST_CASE("a chain of && is not deep however long it is") {
  CHECK(faults_of("a" + repeated(" && a", 1900)).empty());
  CHECK(faults_of("a" + repeated(" || a", 1900)).empty());
}
