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

TEST_CASE("what was worked out in room that is given back is worked out again, earlier steps too") {
  const Model model =
      model_of(edited(small_pack(), "programmes/hotel-either.json", "region == 'north' || role == 'employer'",
                      "('caring' in reasons || network == 'often') && mentor"));
  const Answers answers = answers_of(model, "{}");
  Workspace workspace;
  Circumstances circumstances = worked_out(model, answers, workspace);
  const Rule& rule = model.programmes[index_of(model.programmes, "hotel-either")].must[0].rule;
  const auto role = index_of(model.questions, "role");
  const auto network = index_of(model.questions, "network");
  const auto mentor = index_of(model.questions, "mentor");
  std::string expected;
  {
    Trial fresh(model, rule.cone, circumstances, workspace);
    fresh.say(mentor, Value::of(false));
    (void)fresh.evaluate(rule.expression);
    expected = shown(model, circumstances);
  }
  Trial trial(model, rule.cone, circumstances, workspace);
  const Workspace::Mark before_mentor = workspace.mark();
  trial.say(mentor, Value::of(true));
  (void)trial.evaluate(rule.expression);
  const Workspace::Mark before_network = workspace.mark();
  trial.say(network, Value::of(std::string_view("never")));
  (void)trial.evaluate(rule.expression);
  trial.say(role, Value::of(std::string_view("returner")));
  (void)trial.evaluate(rule.expression);
  trial.unsay(role);
  trial.rewind(before_network);
  trial.say(network, Value::of(std::string_view("often")));
  (void)trial.evaluate(rule.expression);
  trial.unsay(network);
  trial.rewind(before_mentor);
  for (std::uint32_t& other : workspace.take<std::uint32_t>(64)) other = role;
  trial.say(mentor, Value::of(false));
  (void)trial.evaluate(rule.expression);
  CHECK(shown(model, circumstances) == expected);
}
