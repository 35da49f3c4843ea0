#include "settling/classes.h"

#include <catch2/catch_test_macros.hpp>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "settling/circumstances.h"
#include "support/packs.h"
#include "support/rules.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// The classes of a question of the small pack under these rules, as JSON, or why they are not listed.
std::string classes(std::string_view question, const std::vector<std::string>& rules,
                    const std::string& answers = R"({"role": "returner"})", std::int64_t months_to_start = 0,
                    std::size_t most = 256, Opaque opaque = Opaque::each_number_apart) {
  const Model& model = small_model();
  NameTable names;
  for (std::uint32_t i = 0; i < model.questions.size(); ++i) names.declare(model.questions[i].id, i);
  for (std::uint32_t i = 0; i < model.derived.size(); ++i) names.declare(model.derived[i].id, model.derived_slot(i));
  names.declare("months_to_start", model.months_to_start_slot());
  std::deque<Expression> expressions;
  std::vector<const Expression*> views;
  for (const std::string& rule : rules) {
    std::vector<RuleFault> faults;
    expressions.push_back(parse_rule(rule, names, faults));
    REQUIRE(faults.empty());
    views.push_back(&expressions.back());
  }
  Workspace workspace;
  Circumstances circumstances = worked_out(model, answers_of(model, answers), workspace);
  circumstances.slots[model.months_to_start_slot()] = Value::of(months_to_start);
  Workspace values;
  const Classes found =
      classes_of(model, index_of(model.questions, question), views, circumstances.slots, opaque, most, values);
  switch (found.form) {
    case Classes::Form::listed: return write_outcome(Value::of(std::span<const Value>(found.values)), {});
    case Classes::Form::too_many: return "too many";
    case Classes::Form::not_followed: return "not followed";
  }
  return "";
}

/// Every whole number of a range.
std::string each(int lowest, int highest) {
  std::string list = "[" + std::to_string(lowest);
  for (int number = lowest + 1; number <= highest; ++number) list += "," + std::to_string(number);
  return list + "]";
}

}  // namespace

TEST_CASE("options are told apart where they are named, the others are one class") {
  CHECK(classes("region", {"region == 'south'"}) == R"(["north","south"])");
  CHECK(classes("region", {"'east' != region"}) == R"(["north","east"])");
  CHECK(classes("region", {"region in ['north', 'east']"}) == R"(["north","south","east"])");
  CHECK(classes("region", {"region == 'north'", "region == 'east'"}) == R"(["north","south","east"])");
  CHECK(classes("region", {"hours > 3"}) == R"(["north"])");
  CHECK(classes("region", {"!(hours > 3 && region == 'east')"}) == R"(["north","east"])");
}

TEST_CASE("an option used in any other way tells every option apart") {
  const std::string all = R"(["north","south","east"])";
  CHECK(classes("region", {"region == work"}) == all);
  CHECK(classes("region", {"region.startsWith('n')"}) == all);
  CHECK(classes("region", {"region < 'o'"}) == all);
  CHECK(classes("region", {"region in ['north', work]"}) == all);
  CHECK(classes("region", {"(mentor ? region : 'x') == 'north'"}) == all);
  CHECK(classes("region", {"size(region) > 4"}) == all);
  CHECK(classes("region", {"[region].exists(r, r == 'north')"}) == all);
}

TEST_CASE("many options are told apart by the subsets of those that are named") {
  CHECK(classes("reasons", {"'health' in reasons"}) == R"([[],["health"]])");
  CHECK(classes("reasons", {"'health' in reasons", "'move' in reasons"}) ==
        R"([[],["health"],["move"],["health","move"]])");
  const std::string all =
      R"([[],["caring"],["health"],["caring","health"],["move"],["caring","move"],["health","move"],["caring","health","move"]])";
  CHECK(classes("reasons", {"size(reasons) > 1"}) == all);
  CHECK(classes("reasons", {"reasons.exists(r, r == 'health')"}) == all);
  CHECK(classes("reasons", {"reasons == ['health']"}) == all);
  CHECK(classes("reasons", {"region in reasons"}) == all);
}

TEST_CASE("truths and scales are all their values") {
  CHECK(classes("mentor", {"mentor"}) == "[false,true]");
  CHECK(classes("mentor", {}) == "[false,true]");
  CHECK(classes("sure", {"sure > 3"}) == "[1,2,3,4,5]");
}

TEST_CASE("whole numbers are cut at the points with which they are compared") {
  CHECK(classes("hours", {"hours >= 16"}) == "[0,16,17]");
  CHECK(classes("hours", {"16 <= hours"}) == "[0,16,17]");
  CHECK(classes("hours", {"hours == 16 || hours < 3"}) == "[0,3,4,16,17]");
  CHECK(classes("hours", {"hours != 0"}) == "[0,1]");
  CHECK(classes("hours", {"hours < 40"}) == "[0,40]");
  CHECK(classes("hours", {"hours > 40"}) == "[0,40]");
  CHECK(classes("hours", {"hours > 41", "hours > -1"}) == "[0]");
  CHECK(classes("hours", {"hours >= 16", "hours >= 17"}) == "[0,16,17,18]");
  CHECK(classes("hours", {"mentor"}) == "[0]");
  CHECK(classes("away_since", {"away_since >= 720"}) == "[0,720]");
  CHECK(classes("away_since", {"away_since >= 12 && away_since < 24"}) == "[0,12,13,24,25]");
}

TEST_CASE("a decimal point between whole numbers cuts without being a class") {
  CHECK(classes("hours", {"double(hours) > 1.5"}) == each(0, 40));  // a conversion tells every number apart
  CHECK(classes("hours", {"hours == 1.5"}) == "[0,2]");
}

TEST_CASE("decimal numbers are cut at points and the open intervals between them") {
  CHECK(classes("pay", {"pay >= 12.5"}) == "[0.0,12.5,56.0]");
  CHECK(classes("pay", {"pay > 0.0"}) == "[0.0,49.75]");
  CHECK(classes("pay", {"pay < 99.5"}) == "[0.0,99.5]");
  CHECK(classes("pay", {"pay > 10.0", "pay > 20.0"}) == "[0.0,10.0,15.0,20.0,59.75]");
  CHECK(classes("pay", {}) == "[0.0]");
}

TEST_CASE("a comparison may add known values, months to the start too") {
  CHECK(classes("away_since", {"away_since + months_to_start >= 12"}, "{}", 4) == "[0,8,9]");
  CHECK(classes("away_since", {"12 <= months_to_start + away_since"}, "{}", 0) == "[0,12,13]");
  CHECK(classes("away_since", {"away_since - 6 > hours"}, R"({"role": "returner", "hours": 10})") == "[0,16,17]");
  CHECK(classes("hours", {"30 - hours > 10"}) == "[0,20,21]");
  CHECK(classes("hours", {"-hours < -10"}) == "[0,10,11]");
  CHECK(classes("hours", {"hours + 5 > hours"}) == "[0]");
  CHECK(classes("hours", {"1 < 2"}) == "[0]");
}

TEST_CASE("a number used in any other way is every whole number of its range") {
  for (const std::string& rule : std::vector<std::string>{
           "hours * 2 > 10", "hours / 2 > 10", "hours % 2 == 0", "double(hours) > pay", "hours + hours > 10",
           "hours > away_since", "hours in [1, 2]", "[hours].exists(h, h > 2)", "-(hours - away_since) > 1"}) {
    INFO(rule);
    CHECK(classes("hours", {rule}) == each(0, 40));
    CHECK(classes("hours", {"hours > 3", rule}) == each(0, 40));
    CHECK(classes("hours", {rule}, R"({"role": "returner"})", 0, 40) == "too many");
  }
  CHECK(classes("away_since", {"away_since % 2 == 0"}) == "too many");  // 721 of them
  CHECK(classes("pay", {"pay * 2.0 > 30.0"}) == "not followed");        // no whole numbers
}

TEST_CASE("derived values are looked through") {
  const std::string both = R"(["building","coding"])";
  CHECK(classes("target", {"going_to == 'coding'"}) == R"(["same","new"])");
  CHECK(classes("field", {"going_to == 'coding'"}) == both);
  CHECK(classes("region", {"going_to == 'coding'"}) == R"(["north"])");
}

TEST_CASE("where there would be too many classes there are none") {
  CHECK(classes("reasons", {"size(reasons) > 1"}, "{}", 0, 8) != "too many");
  CHECK(classes("reasons", {"size(reasons) > 1"}, "{}", 0, 7) == "too many");
  CHECK(classes("region", {"region < 'o'"}, "{}", 0, 2) == "too many");
  CHECK(classes("hours", {"hours > 3 && hours > 5"}, "{}", 0, 5) == "[0,3,4,5,6]");
  CHECK(classes("hours", {"hours > 3 && hours > 5"}, "{}", 0, 4) == "too many");
}
