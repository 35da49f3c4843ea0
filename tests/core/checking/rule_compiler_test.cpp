#include "checking/rule_compiler.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// Compiles a rule that stands as the only text of a file.
class Compiler {
 public:
  explicit Compiler(const std::string& json) : sources_{{"f", json}} {
    compiler_.declare("a", RuleType::of(TypeKind::boolean), 1);
    compiler_.declare("b", RuleType::integers(0, 10), 2);
    compiler_.declare("topics", {}, RuleCompiler::never);
    compiler_.declare("early", RuleType::of(TypeKind::boolean), 0);
  }

  std::optional<RuleCompiler::Compiled> compile(std::size_t settled = RuleCompiler::all_questions) {
    const auto json = read_json(0, reporter_);
    return compiler_.compile({*json->as<std::string>(), json->place}, settled);
  }
  std::size_t settled_before(const Expression& expression) const { return compiler_.settled_before(expression); }
  std::vector<std::string> lines() { return lines_of(reporter_.take()); }

 private:
  std::vector<SourceText> sources_;
  Reporter reporter_{sources_};
  RuleCompiler compiler_{reporter_};
};

}  // namespace

TEST_CASE("a sound rule compiles to its expression and type") {
  Compiler compiler("\"a && b > 3\"");
  const auto compiled = compiler.compile();
  REQUIRE(compiled.has_value());
  CHECK(compiled->type.kind == TypeKind::boolean);
  CHECK(slots_read(compiled->expression) == std::vector<std::uint32_t>{0, 1});
  CHECK(compiler.settled_before(compiled->expression) == 2);
  CHECK(compiler.lines().empty());
}

TEST_CASE("the slots that a rule reads are each there once, ascending") {
  Compiler compiler("\"b > 3 && a && b < 2 && [1, 2].exists(x, x == b)\"");
  CHECK(slots_read(compiler.compile()->expression) == std::vector<std::uint32_t>{0, 1});
  Compiler none("\"1 == 1\"");
  const auto compiled = none.compile();
  CHECK(slots_read(compiled->expression).empty());
  CHECK(none.settled_before(compiled->expression) == 0);
}

TEST_CASE("a rule reads only what stands by then") {
  CHECK(Compiler("\"a && early\"").compile(1).has_value());
  CHECK(Compiler("\"early\"").compile(0).has_value());
  Compiler late("\"early && b > 1\"");
  CHECK_FALSE(late.compile(1).has_value());
  CHECK(late.lines() ==
        std::vector<std::string>{"f:1:11: error: \"b\" hangs on what is asked only later [rule_reads_later]"});
  Compiler topics("\"topics == 1\"");
  CHECK_FALSE(topics.compile().has_value());
  CHECK(topics.lines() ==
        std::vector<std::string>{"f:1:2: error: \"topics\" cannot be read by rules: its answers are topics "
                                 "[rule_reads_later]"});
}

TEST_CASE("all faults of a rule are reported, each at its place in the file") {
  Compiler compiler(R"(  "\"\u00e9\" == 'x' && b && nobody")");
  CHECK_FALSE(compiler.compile().has_value());
  CHECK(compiler.lines() ==
        std::vector<std::string>{
            "f:1:30: error: nothing is called \"nobody\" [rule_undeclared_name]",
            "f:1:4: error: \"\xC3\xA9\" is not one of the options here [rule_unknown_option]",
            "f:1:25: error: this is a whole number, but a truth value is needed here [rule_wrong_type]"});
}
