#include "settling/reasons.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Ids = std::vector<std::string>;

/// How the one must of hotel-either came to its truth, and the questions behind it.
struct Because {
  SettledHow how;
  Ids questions;
  friend bool operator==(const Because&, const Because&) = default;
};

Because because(const std::string& rule, const std::string& answers) {
  OpenedPack opened =
      open_texts(edited(small_pack(), "programmes/hotel-either.json", "region == 'north' || role == 'employer'", rule));
  REQUIRE(opened.model);
  const Assessment assessment = assess_text(*opened.model, answers);
  const Reason& reason = programme_of(*opened.model, assessment, "hotel-either").must_reasons[0];
  return {reason.how, ids_of(reason.questions, opened.model->questions)};
}

Because answers(Ids questions) { return {SettledHow::by_answers, std::move(questions)}; }
Because completion(Ids questions) { return {SettledHow::by_completion, std::move(questions)}; }
Because open(Ids questions) { return {SettledHow::open, std::move(questions)}; }

const std::string some =
    R"({"role": "returner", "region": "north", "work": "not-working", "reasons": ["caring"], "hours": 20, "mentor": true})";

}  // namespace

TEST_CASE("what is met by all rests on all, what is met by one rests on the first") {
  CHECK(because("region == 'north' && hours > 10", some) == answers({"region", "hours"}));
  CHECK(because("region == 'south' && hours > 10", some) == answers({"region"}));
  CHECK(because("hours > 30 && region == 'south'", some) == answers({"hours"}));
  CHECK(because("hours > 30 || region == 'north'", some) == answers({"region"}));
  CHECK(because("hours > 10 || region == 'north'", some) == answers({"hours"}));
  CHECK(because("hours > 30 || region == 'south'", some) == answers({"region", "hours"}));
  CHECK(because("!(hours > 30 || !mentor)", some) == answers({"hours", "mentor"}));
}

TEST_CASE("of a choice the condition and the branch taken count") {
  CHECK(because("mentor ? hours > 10 : region == 'south'", some) == answers({"hours", "mentor"}));
  CHECK(because("!mentor ? hours > 10 : region == 'south'", some) == answers({"region", "mentor"}));
}

TEST_CASE("other operations rest on all that they read, macros too") {
  CHECK(because("hours + 3 > 20", some) == answers({"hours"}));
  CHECK(because("reasons.exists(r, r == 'caring' && mentor)", some) == answers({"reasons", "mentor"}));
}

TEST_CASE("a derived value rests on what its own rule rests on") {
  CHECK(because("going_to == 'coding'", R"({"role": "returner", "target": "same", "field": "coding"})") ==
        answers({"target", "field"}));
  CHECK(because("going_to == 'coding'", R"({"role": "returner", "target": "new", "target_field": "coding"})") ==
        answers({"target", "target_field"}));
}

TEST_CASE("what is not asked rests on what keeps it from being asked") {
  CHECK(because("hours > 10", R"({"role": "student"})") == answers({"role"}));
  CHECK(because("care_help", R"({"role": "returner", "work": "not-working", "reasons": ["move"]})") ==
        answers({"reasons"}));
  CHECK(because("care_help", R"({"role": "returner", "work": "working"})") == answers({"work"}));
}

TEST_CASE("what is open hangs on what is missing") {
  CHECK(because("region == 'north' && hours > 10", "{}") == open({"role", "region", "hours"}));
  CHECK(because("region == 'north' && hours > 10", R"({"role": "returner", "hours": 20})") == open({"region"}));
  CHECK(because("region == 'north'", R"({"region": null})") == open({"region"}));
}

TEST_CASE("what completion settles rests on all that is known of what the rule reads") {
  CHECK(because("mentor ? hours > 10 : hours > 15", R"({"role": "returner", "hours": 20, "sure": 3})") ==
        completion({"role", "hours"}));
}

TEST_CASE("a truth that rests on a gate settled by completion needed completion") {
  const Model model =
      model_of(edited(edited(small_pack(), "questions.json", "\"ask_if\": \"'caring' in reasons\"",
                             "\"ask_if\": \"('caring' in reasons || work == 'working') && !('caring' in reasons) && "
                             "work == 'not-working'\""),
                      "programmes/hotel-either.json", "region == 'north' || role == 'employer'", "care_help"));
  const ProgrammeAssessment hotel = programme_of(model, assess_text(model, R"({"role": "returner"})"), "hotel-either");
  CHECK(hotel.verdict == Verdict::not_eligible);
  CHECK(hotel.by_completion);
  CHECK(hotel.must_reasons[0].how == SettledHow::by_completion);
  CHECK(ids_of(hotel.must_reasons[0].questions, model.questions) == Ids{"role"});
}

TEST_CASE("reasons are followed once, however often they are read") {
  std::string derived = R"([{ "id": "going_to", "rule": "target == 'new' ? target_field : field" },
                            { "id": "d0", "rule": "mentor || mentor" })";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "d" + std::to_string(i - 1);
    derived += ", { \"id\": \"d" + std::to_string(i) + "\", \"rule\": \"" + before + " && " + before + "\" }";
  }
  const Model model =
      model_of(edited(edited(small_pack(), "derived.json", "", derived + "]"), "programmes/hotel-either.json",
                      "region == 'north' || role == 'employer'", "d29"));
  const Assessment assessment = assess_text(model, some);
  CHECK(ids_of(programme_of(model, assessment, "hotel-either").must_reasons[0].questions, model.questions) ==
        Ids{"mentor"});
}
