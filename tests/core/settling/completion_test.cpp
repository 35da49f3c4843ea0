#include "settling/completion.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "rules/evaluate.h"
#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// What the one must of hotel-either comes to: `yes`, `no` or `unknown`, with how.
std::string settled(const std::string& rule, const std::string& answers) {
  OpenedPack opened =
      open_texts(edited(small_pack(), "programmes/hotel-either.json", "region == 'north' || role == 'employer'", rule));
  REQUIRE(opened.model);
  const Assessment assessment = assess_text(*opened.model, answers);
  const ProgrammeAssessment& hotel = programme_of(*opened.model, assessment, "hotel-either");
  const std::string truth = !hotel.must.met.empty() ? "yes" : !hotel.must.unmet.empty() ? "no" : "unknown";
  switch (hotel.must_reasons[0].how) {
    case SettledHow::by_answers: return truth + " by answers";
    case SettledHow::by_completion: return truth + " by completion";
    case SettledHow::open: return truth;
    case SettledHow::over_budget: return truth + " over budget";
  }
  return {};
}

const std::string returner = R"({"role": "returner"})";

}  // namespace

TEST_CASE("what every answer comes to is settled before it is given") {
  CHECK(settled("mentor || !mentor", returner) == "yes by completion");
  CHECK(settled("region == 'north' && region == 'south'", "{}") == "no by completion");
  CHECK(settled("region in ['north', 'south', 'east']", "{}") == "yes by completion");
  CHECK(settled("'caring' in reasons || !('caring' in reasons)", returner) == "yes by completion");
  CHECK(settled("sure >= 1", returner) == "yes by completion");
  CHECK(settled("sure > 1", returner) == "unknown");
}

TEST_CASE("numbers are tried at the points with which they are compared and between them") {
  CHECK(settled("hours >= 0", returner) == "yes by completion");
  CHECK(settled("hours > 40", returner) == "no by completion");
  CHECK(settled("hours < 10 || hours >= 10", returner) == "yes by completion");
  CHECK(settled("hours < 10 || hours > 10", returner) == "unknown");
  CHECK(settled("hours > 10 && hours < 11", returner) == "no by completion");  // whole hours
  CHECK(settled("pay > 10.0 && pay < 11.0", returner) == "unknown");
  CHECK(settled("hours + 5 > 4", returner) == "yes by completion");
  CHECK(settled("away_since + months_to_start >= 0", returner) == "yes by completion");
  CHECK(settled("away_since - hours > -41", R"({"role": "returner", "hours": 40})") == "yes by completion");
}

TEST_CASE("a number used in any other way stays unknown, and what it leaves out is still tried") {
  CHECK(settled("hours * 2 >= 0", returner) == "unknown");
  CHECK(settled("hours - away_since < 1000", returner) == "unknown");
  CHECK(settled("hours * 2 >= 0 || mentor || !mentor", returner) == "yes by completion");
  CHECK(settled("mentor ? hours * 2 >= 0 : true", returner) == "unknown");
}

TEST_CASE("where rounding decides, what is added to a decimal is not followed") {
  CHECK(settled("pay + 0.1 + 0.1 == 1.1", returner) == "unknown");
  CHECK(settled("pay + 0.1 - pay == 0.1", returner) == "unknown");
  CHECK(settled("pay + 0.1 < 200.0", returner) == "yes by completion");
  CHECK(settled("pay == 100.0", returner) == "no by completion");  // alone it is exact
}

TEST_CASE("whole numbers that doubles do not hold are not followed") {
  CHECK(settled("hours + 9007199254740993 == 9007199254740998", returner) == "unknown");
  CHECK(settled("hours + 9007199254740993 == 9007199254740998", R"({"role": "returner", "hours": 5})") ==
        "yes by answers");
}

TEST_CASE("what is known is put in for derived values and other operations before numbers are followed") {
  // Until needed is known the rule stays open, which check warns of.
  const OpenedPack opened = open_texts(
      edited(edited(small_pack(), "derived.json", "\n]", R"(, { "id": "needed", "rule": "mentor ? 24 : 12" }])"),
             "programmes/hotel-either.json", "region == 'north' || role == 'employer'",
             "away_since >= needed || away_since < needed * 1"));
  REQUIRE(opened.model);
  const Assessment assessment = assess_text(*opened.model, R"({"role": "returner", "mentor": true})");
  CHECK(programme_of(*opened.model, assessment, "hotel-either").verdict == Verdict::eligible);
}

TEST_CASE("a number that can be listed once another is known makes no more work than before") {
  const std::string rule = "size(reasons) >= 0 || away_since > hours";
  for (const std::string said : {"", ", \"hours\": 5", ", \"hours\": 5, \"away_since\": 3"})
    CHECK(settled(rule, R"({"role": "returner", "work": "not-working")" + said + "}").starts_with("yes"));
}

TEST_CASE("declined answers are tried like missing ones") {
  CHECK(settled("mentor || !mentor", R"({"role": "returner", "mentor": null})") == "yes by completion");
  CHECK(settled("mentor ? hours > 5 : hours > 3", R"({"role": "returner", "mentor": null, "hours": 6})") ==
        "yes by completion");
  CHECK(settled("mentor ? hours > 5 : hours > 3", R"({"role": "returner", "mentor": null, "hours": 4})") == "unknown");
}

TEST_CASE("only what the gates allow is tried") {
  // reasons is asked of those out of work, and empty for others
  CHECK(settled("work == 'not-working' || size(reasons) == 0", returner) == "yes by completion");
  CHECK(settled("work == 'working' && 'caring' in reasons", returner) == "no by completion");
  CHECK(settled("work == 'not-working' && 'caring' in reasons", returner) == "unknown");
  // care_help hangs on reasons, which hangs on work
  CHECK(settled("!care_help || 'caring' in reasons && work == 'not-working'", returner) == "yes by completion");
  CHECK(settled("!care_help || work == 'not-working'", "{}") == "yes by completion");
}

TEST_CASE("gates, offers and notices are settled by completion too") {
  const auto asked = [](const std::string& gate, const std::string& answers) {
    const Model model = model_of(
        edited(small_pack(), "questions.json", "\"ask_if\": \"target == 'new'\"", "\"ask_if\": \"" + gate + "\""));
    Workspace workspace;
    return truth_of(
        worked_out(model, answers_of(model, answers), workspace).asked[index_of(model.questions, "target_field")]);
  };
  CHECK(asked("mentor ? hours > 5 : hours > 3", R"({"role": "returner", "hours": 6})") == Truth::yes);
  CHECK(asked("mentor ? hours > 5 : hours > 3", R"({"role": "returner", "hours": 3})") == Truth::no);
  CHECK(asked("mentor ? hours > 5 : hours > 3", R"({"role": "returner", "hours": 4})") == Truth::unknown);

  const Model& model = small_model();
  const Assessment coder =
      assess_text(model, R"({"role": "returner", "target": null, "field": "coding", "target_field": "coding"})");
  CHECK(ids_of(coder.topics_offered, model.topics) == std::vector<std::string>{"data", "web"});

  const Model noticed =
      model_of(edited(small_pack(), "pack.json", "away_since >= 60", "mentor || !mentor || hours > 3"));
  CHECK(ids_of(assess_text(noticed, returner).notices, noticed.notices) == std::vector<std::string>{"long-break"});
}
