#include <array>
#include <catch2/catch_test_macros.hpp>

#include "model/limits.h"
#include "support/compiled.h"
#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

constexpr Date today = {2026, 11, 22};

/// Fails unless the bytes are refused, or give a model that people can be assessed with.
bool is_harmless(const std::string& compiled) {
  const auto model = read_model(compiled);
  return !model || !said_of(*model, today).empty();
}

PackTexts texts_of(const std::string& name) { return read_pack_texts(name); }

}  // namespace

TEST_CASE("a model that was written and read says the same of everybody") {
  for (const char* name : {"small", "partial", "changeable"}) {
    INFO(name);
    const Model model = model_of(texts_of(name));
    const std::string compiled = write_model(model);
    const auto read = read_model(compiled);
    REQUIRE(read);
    CHECK(said_of(*read, today) == said_of(model, today));
    CHECK(write_model(*read) == compiled);
    CHECK(write_model(model_of(texts_of(name))) == compiled);
  }
}

TEST_CASE("what a compiled model leaves out is found again") {
  const Model model = model_of(small_pack());
  const auto read = read_model(write_model(model));
  REQUIRE(read);
  CHECK(read->causes == model.causes);
  CHECK(read->question_index.size() == model.question_index.size());
  CHECK(read->topic_index.size() == model.topic_index.size());
  REQUIRE(read->steps.size() == model.steps.size());
  for (std::size_t i = 0; i < model.steps.size(); ++i) {
    CHECK(read->steps[i].kind == model.steps[i].kind);
    CHECK(read->steps[i].index == model.steps[i].index);
    CHECK(read->steps[i].followers == model.steps[i].followers);
  }
  for (std::size_t i = 0; i < model.questions.size(); ++i) {
    CHECK(read->questions[i].step == model.questions[i].step);
    CHECK(read->questions[i].gate_cone == model.questions[i].gate_cone);
  }
  for (std::size_t i = 0; i < model.programmes.size(); ++i) {
    CHECK(read->programmes[i].cone == model.programmes[i].cone);
    for (std::size_t must = 0; must < model.programmes[i].must.size(); ++must)
      CHECK(read->programmes[i].must[must].rule.expression.nodes.size() ==
            model.programmes[i].must[must].rule.expression.nodes.size());
  }
}

TEST_CASE("a compiled model that was cut short, or changed in any bit, is refused") {
  const std::string compiled = write_model(model_of(small_pack()));
  for (std::size_t size = 0; size < compiled.size(); ++size) CHECK_FALSE(read_model(compiled.substr(0, size)));
  CHECK_FALSE(read_model(compiled + '\0'));
  for (std::size_t at = 0; at < compiled.size(); ++at)
    for (int bit = 0; bit < 8; ++bit) {
      std::string changed = compiled;
      changed[at] = static_cast<char>(changed[at] ^ (1 << bit));
      CHECK_FALSE(read_model(changed));
    }
}

TEST_CASE("a compiled model that was changed and has the right checksum is refused or harmless") {
  const std::string fields = fields_of(write_model(model_of(small_pack())));
  REQUIRE(read_model(compiled_of(fields)));
  for (std::size_t size = 0; size < fields.size(); ++size) CHECK_FALSE(read_model(compiled_of(fields.substr(0, size))));
  CHECK_FALSE(read_model(compiled_of(fields + '\0')));
  // Each in turn, as all at every byte would take minutes; the fuzz target of this form goes on from here.
  constexpr std::array changes = {1, 2, 3, 4, 7, 0x80, 0xFF};
  for (std::size_t at = 0; at < fields.size(); ++at) {
    std::string changed = fields;
    changed[at] = static_cast<char>(changed[at] ^ changes[at % changes.size()]);
    CHECK(is_harmless(compiled_of(changed)));
    if (at % 3 == 0) CHECK(is_harmless(compiled_of(std::string(fields).erase(at, 1))));
  }
}

TEST_CASE("a rule that was never checked is cut short, and leads nowhere") {
  Model model = model_of(small_pack());
  Expression& rule = model.programmes[0].must[0].rule.expression;
  const auto with = [&](Expression other) {
    rule = std::move(other);
    return write_model(model);
  };
  const auto constant = [](Value value) {
    Expression expression;
    expression.constants.push_back(value);
    expression.nodes.push_back({});
    return expression;
  };
  for (const Value value : {Value::of(std::int64_t{-1}), Value::of(1e300), Value::of(std::string_view("text"))}) {
    const auto read = read_model(with(constant(value)));
    REQUIRE(read);
    CHECK_FALSE(said_of(*read, today).empty());
  }
  // A local outside of any macro, an operation that nothing declares, and one nested too deep.
  Expression local = constant(Value::of(true));
  local.nodes[0].operation = Operation::local;
  CHECK_FALSE(read_model(with(std::move(local))));
  Expression undeclared = constant(Value::of(true));
  undeclared.nodes[0].operation = Operation::undeclared;
  CHECK_FALSE(read_model(with(std::move(undeclared))));
  Expression unknown_name = constant(Value::of(true));
  unknown_name.nodes[0].operation = Operation::name;
  unknown_name.nodes[0].first = model.slot_count();
  CHECK_FALSE(read_model(with(std::move(unknown_name))));
  for (const auto& [negations, fits] : {std::pair{deepest_rule - 1, true}, std::pair{deepest_rule, false}}) {
    Expression deep = constant(Value::of(true));
    for (std::uint32_t i = 0; i < negations; ++i) {
      deep.operands.push_back(deep.root);
      deep.root = static_cast<std::uint32_t>(deep.nodes.size());
      deep.nodes.push_back({Operation::logical_not, 0, i, 1, {}});
    }
    CHECK(read_model(with(std::move(deep))).has_value() == fits);
  }
}

TEST_CASE("a gate that looks ahead, and a derived value that reads itself, are refused") {
  Model model = model_of(small_pack());
  const auto reads = [](std::uint32_t slot) {
    Expression expression;
    expression.nodes.push_back({Operation::name, slot, 0, 0, {}});
    return expression;
  };
  REQUIRE(model.questions.size() > 1);
  model.questions[0].ask_if = reads(1);
  CHECK_FALSE(read_model(write_model(model)));
  model = model_of(small_pack());
  REQUIRE(!model.derived.empty());
  model.derived[0].rule = reads(model.derived_slot(0));
  CHECK_FALSE(read_model(write_model(model)));
}
