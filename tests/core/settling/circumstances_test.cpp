#include "settling/circumstances.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "rules/evaluate.h"
#include "support/packs.h"
#include "writing/value_writer.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

class Person {
 public:
  explicit Person(const std::string& answers, const Model& model = small_model())
      : model_(model), answers_(answers_of(model, answers)), circumstances_(worked_out(model, answers_, workspace_)) {
    for (const Question& question : model.questions) names_.push_back(question.id);
  }

  std::string asked(std::string_view question) const { return shown(circumstances_.asked[at(question)]); }
  std::string value(std::string_view question) const { return shown(circumstances_.slots[at(question)]); }
  std::string derived(std::string_view id) const {
    return shown(circumstances_.slots[model_.derived_slot(index_of(model_.derived, id))]);
  }
  Truth offered(std::string_view group) const { return circumstances_.offered[index_of(model_.groups, group)]; }

 private:
  std::uint32_t at(std::string_view question) const { return index_of(model_.questions, question); }
  std::string shown(const Value& value) const { return write_outcome(value, names_); }

  const Model& model_;
  Answers answers_;
  Workspace workspace_;
  Circumstances circumstances_;
  std::vector<std::string_view> names_;
};

}  // namespace

TEST_CASE("a question without gates is asked, and its answer counts") {
  CHECK(Person("{}").asked("region") == "true");
  CHECK(Person("{}").value("region") == R"({"unknown":["region"]})");
  CHECK(Person(R"({"region": "south"})").value("region") == "\"south\"");
  CHECK(Person(R"({"region": null})").value("region") == R"({"unknown":["region"]})");
}

TEST_CASE("each kind of answer has its value in rules") {
  const Person person(
      R"({"role": "returner", "work": "not-working", "reasons": ["move", "caring", "move"], "care_help": true,
          "away_since": "2025-06", "hours": 12, "pay": 12.5, "sure": 4, "topics": {}})");
  CHECK(person.value("role") == "\"returner\"");
  CHECK(person.value("reasons") == "[\"caring\",\"move\"]");
  CHECK(person.value("care_help") == "true");
  CHECK(person.value("away_since") == "12");
  CHECK(person.value("hours") == "12");
  CHECK(person.value("pay") == "12.5");
  CHECK(person.value("sure") == "4");
  CHECK(Person(R"({"role": "returner", "work": "not-working", "reasons": []})").value("reasons") == "[]");
  CHECK(Person(R"({"role": "returner", "pay": 12})").value("pay") == "12.0");
}

TEST_CASE("while the gate is no, the value is what stands for not asked, whatever was answered") {
  const Person student(R"({"role": "student", "hours": 40, "work": "working", "pay": 9.5, "care_help": true})");
  CHECK(student.asked("hours") == "false");
  CHECK(student.value("hours") == "0");
  CHECK(student.value("pay") == "0.0");
  CHECK(student.value("work") == "\"\"");
  CHECK(student.value("reasons") == "[]");
  CHECK(student.value("care_help") == "false");
  CHECK(student.value("sure") == "1");
  CHECK(student.derived("going_to") == "\"\"");
}

TEST_CASE("while the gate is unknown, the value hangs on the gate's questions and, unless answered, on itself") {
  CHECK(Person("{}").asked("hours") == R"({"unknown":["role"]})");
  CHECK(Person("{}").value("hours") == R"({"unknown":["role","hours"]})");
  CHECK(Person(R"({"hours": 20})").value("hours") == R"({"unknown":["role"]})");
  CHECK(Person(R"({"role": null, "hours": 20})").value("hours") == R"({"unknown":["role"]})");
  CHECK(Person(R"({"hours": null})").value("hours") == R"({"unknown":["role","hours"]})");
}

TEST_CASE("gates nest: causes reach through every gate that is not known") {
  CHECK(Person("{}").asked("care_help") == R"({"unknown":["role","work","reasons"]})");
  CHECK(Person("{}").value("care_help") == R"({"unknown":["role","work","reasons","care_help"]})");
  CHECK(Person(R"({"role": "returner"})").asked("care_help") == R"({"unknown":["work","reasons"]})");
  CHECK(Person(R"({"role": "returner", "work": "not-working"})").asked("care_help") == R"({"unknown":["reasons"]})");
  CHECK(Person(R"({"role": "returner", "work": "not-working", "reasons": ["caring"]})").asked("care_help") == "true");
  CHECK(Person(R"({"role": "returner", "work": "not-working", "reasons": ["move"]})").asked("care_help") == "false");
  // the answer to a question that is not asked does not open the next gate
  CHECK(Person(R"({"role": "returner", "work": "working", "reasons": ["caring"]})").asked("care_help") == "false");
}

TEST_CASE("a section's gate and a question's own must both be yes; either no decides") {
  CHECK(Person(R"({"role": "student"})").asked("target_field") == "false");
  CHECK(Person(R"({"role": "returner", "target": "same"})").asked("target_field") == "false");
  CHECK(Person(R"({"role": "returner", "target": "new"})").asked("target_field") == "true");
  CHECK(Person(R"({"target": "new"})").asked("target_field") == R"({"unknown":["role"]})");
  CHECK(Person("{}").asked("target_field") == R"({"unknown":["role","target"]})");
  CHECK(Person(R"({"role": "returner"})").asked("target_field") == R"({"unknown":["target"]})");
}

TEST_CASE("a question's own gate can be no while its section's is unknown") {
  const Model model = model_of(
      edited(small_pack(), "questions.json", R"("ask_if": "'caring' in reasons")", R"("ask_if": "region == 'north'")"));
  CHECK(Person(R"({"region": "south"})", model).asked("care_help") == "false");
  CHECK(Person(R"({"region": "south", "care_help": true})", model).value("care_help") == "false");
  CHECK(Person(R"({"region": "north"})", model).asked("care_help") == R"({"unknown":["role"]})");
  CHECK(Person("{}", model).asked("care_help") == R"({"unknown":["role","region"]})");
}

TEST_CASE("derived values follow what they read") {
  CHECK(Person("{}").derived("going_to") == R"({"unknown":["role","target"]})");
  CHECK(Person(R"({"role": "returner"})").derived("going_to") == R"({"unknown":["target"]})");
  CHECK(Person(R"({"role": "returner", "target": "same"})").derived("going_to") == R"({"unknown":["field"]})");
  CHECK(Person(R"({"role": "returner", "target": "same", "field": "coding", "target_field": "building"})")
            .derived("going_to") == "\"coding\"");
  CHECK(Person(R"({"role": "returner", "target": "new", "field": "coding", "target_field": "building"})")
            .derived("going_to") == "\"building\"");
}

TEST_CASE("groups of topics are offered as their rules say") {
  const Person coder(R"({"role": "returner", "target": "same", "field": "coding"})");
  CHECK(coder.offered("coding") == Truth::yes);
  CHECK(coder.offered("building") == Truth::no);
  CHECK(Person("{}").offered("coding") == Truth::unknown);
  CHECK(Person(R"({"role": "employer"})").offered("coding") == Truth::no);
}

TEST_CASE("a step worked out again gives what it gave") {
  const Model& model = small_model();
  const Answers answers = answers_of(model, R"({"role": "returner", "target": "new"})");
  Workspace workspace;
  Circumstances circumstances = worked_out(model, answers, workspace);
  const std::uint32_t role = index_of(model.questions, "role");
  const std::uint32_t field = index_of(model.questions, "target_field");
  circumstances.given[role] = Value::of(std::string_view("student"));
  for (const Step& step : model.steps) work_out_step(model, step, circumstances, workspace);
  CHECK(truth_of(circumstances.asked[field]) == Truth::no);
  circumstances.given[role] = unknown_because_of(model, role);
  for (const Step& step : model.steps) work_out_step(model, step, circumstances, workspace);
  REQUIRE(circumstances.asked[field].is(ValueKind::unknown));
  CHECK(circumstances.asked[field].as_causes().size() == 1);
  CHECK(circumstances.asked[field].as_causes()[0] == role);
}
