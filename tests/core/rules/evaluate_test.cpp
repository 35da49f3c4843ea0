#include "rules/evaluate.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>
#include <vector>

#include "support/rules.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

// The operands of the truth tables: true, false, unknown because of a, unknown because of b, and an error.
constexpr std::string_view t = "true";
constexpr std::string_view f = "false";
constexpr std::string_view a = R"({"unknown":["a"]})";
constexpr std::string_view b = R"({"unknown":["b"]})";
constexpr std::string_view ab = R"({"unknown":["a","b"]})";
constexpr std::string_view e = R"({"error":"division by zero"})";
constexpr std::string_view no = R"({"error":"no such overload"})";

struct Operand {
  std::string_view spelling;
  std::string_view outcome;
};

constexpr std::array<Operand, 5> truth_operands = {{{"true", t}, {"false", f}, {"a", a}, {"b", b}, {"(1 / 0 > 0)", e}}};

Bindings unknowns() {
  Bindings bindings;
  bindings.leave_unknown("a").leave_unknown("b");
  return bindings;
}

using TruthTable = std::array<std::array<std::string_view, 5>, 5>;

void check_table(std::string_view op, const TruthTable& table) {
  Bindings bindings = unknowns();
  for (std::size_t i = 0; i < truth_operands.size(); ++i)
    for (std::size_t j = 0; j < truth_operands.size(); ++j) {
      std::string rule(truth_operands[i].spelling);
      rule += " ";
      rule += op;
      rule += " ";
      rule += truth_operands[j].spelling;
      INFO(rule);
      CHECK(bindings(rule) == table[i][j]);
    }
}

struct Case {
  std::string_view rule;
  std::string_view outcome;
};

template <std::size_t N>
void check_all(Bindings& bindings, const Case (&cases)[N]) {
  for (const Case& one : cases) {
    INFO(one.rule);
    CHECK(bindings(one.rule) == one.outcome);
  }
}

template <std::size_t N>
void check_all(const Case (&cases)[N]) {
  Bindings none;
  check_all(none, cases);
}

}  // namespace

TEST_CASE("&& commutes: false decides, then unknown outranks error", "[truth-table]") {
  check_table("&&", {{// true false a   b   error
                      {{t, f, a, b, e}},
                      {{f, f, f, f, f}},
                      {{a, f, a, ab, a}},
                      {{b, f, ab, b, b}},
                      {{e, f, a, b, e}}}});
}

TEST_CASE("|| commutes: true decides, then unknown outranks error", "[truth-table]") {
  check_table("||", {{// true false a   b   error
                      {{t, t, t, t, t}},
                      {{t, f, a, b, e}},
                      {{t, a, a, ab, a}},
                      {{t, b, ab, b, b}},
                      {{t, e, a, b, e}}}});
}

TEST_CASE("! keeps unknowns and errors", "[truth-table]") {
  constexpr std::array<std::string_view, 5> table = {f, t, a, b, e};
  Bindings bindings = unknowns();
  for (std::size_t i = 0; i < truth_operands.size(); ++i) {
    const std::string rule = "!" + std::string(truth_operands[i].spelling);
    INFO(rule);
    CHECK(bindings(rule) == table[i]);
  }
}

TEST_CASE("?: takes the branch of a known condition and keeps an unsettled one", "[truth-table]") {
  Bindings bindings = unknowns();
  for (const Operand& then : truth_operands)
    for (const Operand& otherwise : truth_operands) {
      const std::string branches = " ? " + std::string(then.spelling) + " : " + std::string(otherwise.spelling);
      INFO(branches);
      CHECK(bindings("true" + branches) == then.outcome);
      CHECK(bindings("false" + branches) == otherwise.outcome);
      CHECK(bindings("a" + branches) == a);
      CHECK(bindings("b" + branches) == b);
      CHECK(bindings("(1 / 0 > 0)" + branches) == e);
      CHECK(bindings("1" + branches) == no);
    }
}

TEST_CASE("== over truths is strict: error wins over unknown, causes join", "[truth-table]") {
  check_table("==", {{// true false a   b   error
                      {{t, f, a, b, e}},
                      {{f, t, a, b, e}},
                      {{a, a, a, ab, e}},
                      {{b, b, ab, b, e}},
                      {{e, e, e, e, e}}}});
}

TEST_CASE("!= over truths is strict: error wins over unknown, causes join", "[truth-table]") {
  check_table("!=",
              {{{{f, t, a, b, e}}, {{t, f, a, b, e}}, {{a, a, a, ab, e}}, {{b, b, ab, b, e}}, {{e, e, e, e, e}}}});
}

TEST_CASE("the orders over truths are strict, and false comes before true", "[truth-table]") {
  check_table("<", {{{{f, f, a, b, e}}, {{t, f, a, b, e}}, {{a, a, a, ab, e}}, {{b, b, ab, b, e}}, {{e, e, e, e, e}}}});
  check_table("<=",
              {{{{t, f, a, b, e}}, {{t, t, a, b, e}}, {{a, a, a, ab, e}}, {{b, b, ab, b, e}}, {{e, e, e, e, e}}}});
  check_table(">", {{{{f, t, a, b, e}}, {{f, f, a, b, e}}, {{a, a, a, ab, e}}, {{b, b, ab, b, e}}, {{e, e, e, e, e}}}});
  check_table(">=",
              {{{{t, t, a, b, e}}, {{f, t, a, b, e}}, {{a, a, a, ab, e}}, {{b, b, ab, b, e}}, {{e, e, e, e, e}}}});
}

TEST_CASE("every strict operator: an error wins over an unknown, and unknowns join", "[truth-table]") {
  struct Strict {
    std::string_view before, between, after;
    std::string_view left, right;  // operands with which it succeeds
    std::string_view outcome;
  };
  constexpr Strict operators[] = {
      {"", " + ", "", "7", "2", "9"},
      {"", " - ", "", "7", "2", "5"},
      {"", " * ", "", "7", "2", "14"},
      {"", " / ", "", "7", "2", "3"},
      {"", " % ", "", "7", "2", "1"},
      {"", " == ", "", "7", "2", "false"},
      {"", " != ", "", "7", "2", "true"},
      {"", " < ", "", "7", "2", "false"},
      {"", " <= ", "", "7", "2", "false"},
      {"", " > ", "", "7", "2", "true"},
      {"", " >= ", "", "7", "2", "true"},
      {"", " in ", "", "7", "[2, 7]", "true"},
      {"", "[", "]", "[5, 6]", "1", "6"},
      {"", ".startsWith(", ")", "'xyz'", "'xy'", "true"},
      {"", ".endsWith(", ")", "'xyz'", "'yz'", "true"},
      {"", ".contains(", ")", "'xyz'", "'y'", "true"},
      {"[", ", ", "]", "7", "2", "[7,2]"},
  };
  Bindings bindings = unknowns();
  for (const Strict& op : operators) {
    const auto apply = [&](std::string_view left, std::string_view right) {
      std::string rule(op.before);
      rule += left;
      rule += op.between;
      rule += right;
      rule += op.after;
      INFO(rule);
      return bindings(rule);
    };
    INFO(op.between);
    CHECK(apply(op.left, op.right) == op.outcome);
    CHECK(apply("a", op.right) == a);
    CHECK(apply(op.left, "b") == b);
    CHECK(apply("a", "b") == ab);
    CHECK(apply("b", "a") == ab);
    CHECK(apply("a", "a") == a);
    CHECK(apply("(1 / 0)", "b") == e);
    CHECK(apply("a", "(1 / 0)") == e);
    CHECK(apply("(1 / 0)", op.right) == e);
    CHECK(apply(op.left, "(1 / 0)") == e);
  }
}

TEST_CASE("every strict operator of one operand keeps unknowns and errors", "[truth-table]") {
  Bindings bindings = unknowns();
  for (const std::string op : {"!", "-", "size", "int", "double"}) {
    INFO(op);
    CHECK(bindings(op + "(a)") == a);
    CHECK(bindings(op + "(1 / 0)") == e);
  }
  CHECK(bindings("a.size()") == a);
  CHECK(bindings("(1 / 0).size()") == e);
}

TEST_CASE("a long chain of && or || is one operator: the order of its operands does not matter") {
  Bindings bindings = unknowns();
  const Case cases[] = {
      {"a && (1 / 0 > 0) && true && b", ab},
      {"(1 / 0 > 0) && b && a", ab},
      {"a && b && (1 / 0 > 0) && false", f},
      {"a || (1 / 0 > 0) || false || b", ab},
      {"(1 / 0 > 0) || b || a", ab},
      {"a || b || (1 / 0 > 0) || true", t},
      {"true && 1 && a", a},
      {"false || 'x' || b", b},
      {"true && 1", no},
      {"1 && false", f},
      {"'x' || true", t},
  };
  check_all(bindings, cases);
}

TEST_CASE("each cause stands once in an unknown, whatever joined it") {
  Bindings bindings = unknowns();
  bindings.leave_unknown("c");
  const Case cases[] = {{"(a && b) || (b && a)", ab},
                        {"[a, b, a, c, b] == []", R"({"unknown":["a","b","c"]})"},
                        {"(a + b) * (b + c)", R"({"unknown":["a","b","c"]})"}};
  check_all(bindings, cases);
}

TEST_CASE("joined causes are the same span where one side holds the other") {
  constexpr std::array<std::uint32_t, 3> all = {4, 1, 7};
  constexpr std::array<std::uint32_t, 2> some = {7, 4};
  constexpr std::array<std::uint32_t, 2> other = {9, 1};
  Workspace workspace;
  CHECK(join_causes(all, some, workspace).data() == all.data());
  CHECK(join_causes(all, all, workspace).data() == all.data());
  const auto joined = join_causes(all, other, workspace);
  CHECK(std::vector<std::uint32_t>(joined.begin(), joined.end()) == std::vector<std::uint32_t>{4, 1, 7, 9});
}

TEST_CASE("only booleans have a truth") {
  CHECK(truth_of(Value::of(true)) == Truth::yes);
  CHECK(truth_of(Value::of(false)) == Truth::no);
  CHECK(truth_of(Value::of(std::int64_t{1})) == Truth::unknown);
  CHECK(truth_of(Value::of(EvaluationError::division_by_zero)) == Truth::unknown);
  CHECK(truth_of(Value::unknown({})) == Truth::unknown);
}

TEST_CASE("whole numbers overflow into errors at the 64-bit edges") {
  constexpr std::string_view overflow = R"({"error":"integer overflow"})";
  const Case cases[] = {
      {"9223372036854775807 + 0", "9223372036854775807"},
      {"9223372036854775807 + 1", overflow},
      {"-9223372036854775808 - 0", "-9223372036854775808"},
      {"-9223372036854775808 - 1", overflow},
      {"4611686018427387904 * 2", overflow},
      {"4611686018427387904 * -2", "-9223372036854775808"},
      {"-(-9223372036854775808)", overflow},
      {"-(9223372036854775807)", "-9223372036854775807"},
      {"-9223372036854775808 / -1", overflow},
      {"-9223372036854775808 % -1", overflow},
      {"-9223372036854775808 / 1", "-9223372036854775808"},
  };
  check_all(cases);
}

TEST_CASE("division truncates towards zero, and whole division by zero is an error") {
  const Case cases[] = {
      {"7 / 2", "3"},
      {"-7 / 2", "-3"},
      {"7 / -2", "-3"},
      {"7 % 2", "1"},
      {"-7 % 2", "-1"},
      {"7 % -2", "1"},
      {"1 / 0", e},
      {"1 % 0", e},
      {"7.0 / 2.0", "3.5"},
      {"1.0 / 0.0", "\"Infinity\""},
      {"-1.0 / 0.0", "\"-Infinity\""},
      {"0.0 / 0.0", "\"NaN\""},
      {"7.0 % 2.0", no},
      {"2 / 0 > 4 ? 'x' : 'y'", e},
  };
  check_all(cases);
}

TEST_CASE("arithmetic joins only numbers of one kind, texts with texts, lists with lists") {
  const Case cases[] = {
      {"1 + 1.0", no},
      {"1.5 + 1.5", "3.0"},
      {"2.5 * 2.0", "5.0"},
      {"2.5 - 2.0", "0.5"},
      {"'a' + 'b'", "\"ab\""},
      {"'' + ''", "\"\""},
      {"'a' + 1", no},
      {"[1] + [2, 'x']", "[1,2,\"x\"]"},
      {"[] + []", "[]"},
      {"[1] + 1", no},
      {"'a' - 'b'", no},
      {"[1] - [1]", no},
      {"true + true", no},
      {"-'a'", no},
      {"-true", no},
      {"-1.5", "-1.5"},
      {"!1", no},
      {"-(-(1))", "1"},
  };
  check_all(cases);
}

TEST_CASE("equality across kinds is false, and across whole and decimal numbers by value") {
  const Case cases[] = {
      {"1 == 1.0", t},
      {"1.0 == 1", t},
      {"1 == 1.5", f},
      {"1 != 1.5", t},
      {"9007199254740993 == 9007199254740992.0", f},
      {"9223372036854775807 == 9223372036854775808.0", f},
      {"-9223372036854775808 == -9223372036854775808.0", t},
      {"1 == '1'", f},
      {"1 != '1'", t},
      {"true == 1", f},
      {"[1] == 1", f},
      {"[1, 2] == [1.0, 2.0]", t},
      {"[1, 2] == [1]", f},
      {"[1, 2] == [2, 1]", f},
      {"[] == []", t},
      {"[[1]] == [[1.0]]", t},
      {"0.0 / 0.0 == 0.0 / 0.0", f},
      {"0.0 / 0.0 != 0.0 / 0.0", t},
      {"0.0 == -0.0", t},
      {"'' == ''", t},
  };
  check_all(cases);
}

TEST_CASE("order is defined within one kind, and an error elsewhere") {
  const Case cases[] = {
      {"1 < 2", t},        {"2 < 1", f},           {"1 <= 1", t},           {"1 >= 2", f},    {"1.5 > 1.4", t},
      {"'a' < 'b'", t},    {"'a' < 'aa'", t},      {"'B' < 'a'", t},        {"'é' > 'z'", t}, {"'a' >= 'a'", t},
      {"false < true", t}, {"1 < 1.5", no},        {"1.5 > 1", no},         {"1 < 'a'", no},  {"[1] < [2]", no},
      {"true < 1", no},    {"0.0 / 0.0 < 1.0", f}, {"0.0 / 0.0 >= 1.0", f},
  };
  check_all(cases);
}

TEST_CASE("in looks for an equal element of a list") {
  const Case cases[] = {{"1 in [1, 2]", t},   {"3 in [1, 2]", f},     {"1.0 in [1, 2]", t},
                        {"'1' in [1, 2]", f}, {"1 in []", f},         {"1 in 1", no},
                        {"'a' in 'abc'", no}, {"[1] in [[1], 2]", t}, {"!(1 in [2])", t}};
  check_all(cases);
}

TEST_CASE("an index must be a whole number within the list") {
  constexpr std::string_view out = R"({"error":"index out of range"})";
  const Case cases[] = {{"[4, 5][0]", "4"},  {"[4, 5][1]", "5"}, {"[4, 5][2]", out},
                        {"[4, 5][-1]", out}, {"[][0]", out},     {"[4][0.0]", no},
                        {"[4]['0']", no},    {"'ab'[0]", no},    {"[[1, 2]][0][1]", "2"}};
  check_all(cases);
}

TEST_CASE("size counts code points of a text and elements of a list") {
  const Case cases[] = {{"size('')", "0"},
                        {"size('abc')", "3"},
                        {"size('é')", "1"},
                        {"size('日本')", "2"},
                        {"'\\U0001F600x'.size()", "2"},
                        {"size([])", "0"},
                        {"[1, 2].size()", "2"},
                        {"size(1)", no},
                        {"size(true)", no}};
  check_all(cases);
}

TEST_CASE("texts are looked into by their bytes") {
  const Case cases[] = {
      {"'north-east'.startsWith('north')", t},
      {"'north'.startsWith('north-east')", f},
      {"'north'.startsWith('')", t},
      {"'north-east'.endsWith('east')", t},
      {"'east'.endsWith('-east')", f},
      {"'abc'.contains('b')", t},
      {"'abc'.contains('ac')", f},
      {"''.contains('')", t},
      {"'abc'.contains(1)", no},
      {"1.startsWith('1')", no},
      {"['a'].contains('a')", no},
  };
  check_all(cases);
}

TEST_CASE("int() truncates, reads whole texts, and refuses what has no 64-bit value") {
  constexpr std::string_view bad = R"({"error":"the value cannot be converted"})";
  const Case cases[] = {
      {"int(5)", "5"},
      {"int(5.9)", "5"},
      {"int(-5.9)", "-5"},
      {"int('42')", "42"},
      {"int('-42')", "-42"},
      {"int('-9223372036854775808')", "-9223372036854775808"},
      {"int('9223372036854775807')", "9223372036854775807"},
      {"int('9223372036854775808')", bad},
      {"int('-9223372036854775809')", bad},
      {"int('')", bad},
      {"int('-')", bad},
      {"int('--1')", bad},
      {"int(' 1')", bad},
      {"int('1.0')", bad},
      {"int('0x10')", bad},
      {"int(1e19)", bad},
      {"int(-1e19)", bad},
      {"int(0.0 / 0.0)", bad},
      {"int(9223372036854775807.0)", bad},
      {"int(-9223372036854775808.0)", bad},
      {"int(9223372036854774784.0)", "9223372036854774784"},
      {"int(true)", no},
      {"int([1])", no},
  };
  check_all(cases);
}

TEST_CASE("double() reads decimal texts and refuses the rest") {
  constexpr std::string_view bad = R"({"error":"the value cannot be converted"})";
  const Case cases[] = {{"double(5)", "5.0"},          {"double(5.5)", "5.5"},   {"double('5.5')", "5.5"},
                        {"double('-1e3')", "-1000.0"}, {"double('')", bad},      {"double('abc')", bad},
                        {"double('0x10')", bad},       {"double('1e999')", bad}, {"double('inf')", bad},
                        {"double('1 ')", bad},         {"double(true)", no},     {"double([])", no}};
  check_all(cases);
}

TEST_CASE("all: a false element decides, then unknown outranks error") {
  Bindings bindings = unknowns();
  const Case cases[] = {
      {"[1, 2].all(x, x > 0)", t},
      {"[1, -2].all(x, x > 0)", f},
      {"[].all(x, 1 / 0 > 0)", t},
      {"[0, 1].all(x, 1 / x > 5)", f},
      {"[0, 1].all(x, 1 / x > 0)", e},
      {"[1, 2].all(x, a)", a},
      {"[0, 1].all(x, x == 0 ? a : b)", ab},
      {"[0, 1].all(x, x == 0 ? a : false)", f},
      {"[0, 1].all(x, x == 0 ? (1 / 0 > 0) : a)", a},
      {"[0, 1].all(x, x == 0 ? a : (1 / 0 > 0))", a},
      {"[1].all(x, x)", no},
      {"1.all(x, true)", no},
      {"a.all(x, true)", a},
      {"(1 / 0).all(x, true)", e},
  };
  check_all(bindings, cases);
}

TEST_CASE("exists: a true element decides, then unknown outranks error") {
  Bindings bindings = unknowns();
  const Case cases[] = {
      {"[1, 2].exists(x, x > 1)", t},
      {"[1, 2].exists(x, x > 2)", f},
      {"[].exists(x, true)", f},
      {"[0, 1].exists(x, 1 / x > 0)", t},
      {"[0, 1].exists(x, 1 / x > 5)", e},
      {"[0, 1].exists(x, x == 0 ? a : b)", ab},
      {"[0, 1].exists(x, x == 0 ? a : true)", t},
      {"[0, 1].exists(x, x == 0 ? (1 / 0 > 0) : b)", b},
      {"[1].exists(x, 'x')", no},
      {"'abc'.exists(x, true)", no},
      {"b.exists(x, true)", b},
  };
  check_all(bindings, cases);
}

TEST_CASE("exists_one counts, and any error ends it") {
  Bindings bindings = unknowns();
  const Case cases[] = {
      {"[1, 2, 3].exists_one(x, x > 2)", t},
      {"[1, 2, 3].exists_one(x, x > 1)", f},
      {"[].exists_one(x, true)", f},
      {"[0, 1].exists_one(x, 1 / x > 0)", e},
      {"[1, 2].exists_one(x, x == 1 ? a : true)", a},
      {"[1, 2].exists_one(x, x == 1 ? a : b)", ab},
      {"[1, 2].exists_one(x, x == 1 ? a : (1 / 0 > 0))", e},
      {"[1].exists_one(x, x)", no},
  };
  check_all(bindings, cases);
}

TEST_CASE("filter and map make new lists; unknown elements leave the whole unknown, errors end it") {
  Bindings bindings = unknowns();
  const Case cases[] = {
      {"[1, 2, 3].filter(x, x != 2)", "[1,3]"},
      {"[1, 2].filter(x, false)", "[]"},
      {"[1, 2].filter(x, x == 1 ? a : true)", a},
      {"[1, 2].filter(x, x == 1 ? a : (1 / 0 > 0))", e},
      {"[1].filter(x, 1)", no},
      {"[1, 2].map(x, x * 10)", "[10,20]"},
      {"[].map(x, 1 / 0)", "[]"},
      {"[1, 2].map(x, x == 1 ? a : b)", ab},
      {"[0, 1].map(x, 1 / x)", e},
      {"[1, 2, 3].map(x, x > 1, x * 10)", "[20,30]"},
      {"[1, 2].map(x, a, x)", a},
      {"[1, 0].map(x, x == 0, 1 / x)", e},
      {"[1, 0].map(x, x != 0, 1 / x)", "[1]"},
      {"[1].map(x, 'y', x)", no},
      {"1.map(x, x)", no},
      {"a.filter(x, true)", a},
  };
  check_all(bindings, cases);
}

TEST_CASE("macros nest, and an inner variable hides an outer one and any bound name") {
  Bindings bindings;
  bindings.bind("x", Value::of(std::int64_t{100}));
  const Case cases[] = {
      {"[1, 2].all(x, [3, 4].all(y, y > x))", t},
      {"[1, 5].all(x, [3, 4].all(y, y > x))", f},
      {"[1, 2].map(x, [10, 20].map(x, x + 1))", "[[11,21],[11,21]]"},
      {"[1].map(x, [x + 1].map(x, x + 1)[0] + x)", "[4]"},
      {"[1, 2].map(x, x) + [x]", "[1,2,100]"},
      {"[[1, 2], [3]].map(x, x.map(y, y * size(x)))", "[[2,4],[3]]"},
      {"[1, 2, 3].filter(x, x > 1).map(y, y + x)", "[102,103]"},
  };
  check_all(bindings, cases);
}

TEST_CASE("a name or function that nothing declares is an error where it is evaluated, and only there") {
  Bindings bindings;
  const Case cases[] = {{"missing", R"({"error":"undeclared name"})"},
                        {"nothing(1)", R"({"error":"undeclared function"})"},
                        {"1.nothing()", R"({"error":"undeclared function"})"},
                        {"size(1, 2)", R"({"error":"undeclared function"})"},
                        {"true || missing", t},
                        {"false && nothing(1)", f},
                        {"false ? missing : 1", "1"}};
  check_all(bindings, cases);
}
