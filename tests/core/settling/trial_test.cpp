#include "settling/trial.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/packs.h"
#include "writing/value_writer.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

std::string shown(const Model& model, const Circumstances& circumstances) {
  std::vector<std::string_view> names;
  for (const Question& question : model.questions) names.push_back(question.id);
  std::string all;
  for (const auto* values : {&circumstances.given, &circumstances.asked, &circumstances.slots})
    for (const Value& value : *values) all += write_outcome(value, names) + " ";
  return all;
}

}  // namespace

TEST_CASE("a trial follows what is said, through gates and derived values, and puts all back") {
  const Model& model = small_model();
  const Answers answers = answers_of(model, R"({"role": "returner", "field": "building"})");
  Workspace workspace;
  Circumstances circumstances = worked_out(model, answers, workspace);
  const std::string before = shown(model, circumstances);
  const Rule& rule = model.programmes[index_of(model.programmes, "golf-coding")].must[0].rule;  // going_to == 'coding'
  const auto target = index_of(model.questions, "target");
  const auto target_field = index_of(model.questions, "target_field");
  const auto role = index_of(model.questions, "role");
  {
    Trial trial(model, rule.cone, circumstances, workspace);
    CHECK(trial.evaluate(rule.expression).is(ValueKind::unknown));
    trial.say(target, Value::of(std::string_view("same")));
    CHECK_FALSE(trial.evaluate(rule.expression).boolean);
    trial.say(target, Value::of(std::string_view("new")));
    CHECK(trial.evaluate(rule.expression).is(ValueKind::unknown));
    {
      Trial inner(model, rule.cone, circumstances, workspace);
      inner.say(target_field, Value::of(std::string_view("coding")));
      CHECK(inner.evaluate(rule.expression).boolean);
      inner.say(role, Value::of(std::string_view("student")));  // and nothing of it is asked
      CHECK_FALSE(inner.evaluate(rule.expression).boolean);
      inner.unsay(role);
      CHECK(inner.evaluate(rule.expression).boolean);
    }
    CHECK(trial.evaluate(rule.expression).is(ValueKind::unknown));
    trial.unsay(target);
    trial.say(role, Value::of(std::string_view("student")));
    CHECK(trial.evaluate(rule.expression).is(ValueKind::boolean));
  }
  CHECK(shown(model, circumstances) == before);
}
