#include "scoring/refreshes.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

std::string shown(const PointsRange& points) {
  if (points.low == points.high) return std::to_string(points.low);
  return std::to_string(points.low) + ".." + std::to_string(points.high);
}

// away:    slow 0, from 24 months 1000; medium 500, 2000; fast 1000, 4000
// sure:    500, 400, 300, 200, 100       mentor: yes -2000, no 0       target: same 500, new 1000
// able:    5000, 4000, 2500, 1000, 0     current: 3000, 1500, 0
// cap 9000; bricks slow, 20 hours; roofs medium, 10 hours; data and web fast, 40 hours each
/// Each refresh as `topic: points = away sure mentor able current target (floor, cap) hours`.
std::string refreshes(const std::string& answers, const Model& model = small_model()) {
  std::string text;
  for (const RefreshAssessment& refresh : assess_text(model, answers).refreshes) {
    if (!text.empty()) text += "; ";
    text += model.topics[refresh.topic].id + ": " + shown(refresh.points) + " =";
    PointsRange sum = {refresh.floor.low + refresh.cap.low, refresh.floor.high + refresh.cap.high};
    for (const PointsRange& part : refresh.parts) {
      text += " " + shown(part);
      sum.low += part.low;
      sum.high += part.high;
    }
    CHECK(sum.low == refresh.points.low);
    CHECK(sum.high == refresh.points.high);
    if (refresh.floor.low != 0 || refresh.floor.high != 0) text += " floor " + shown(refresh.floor);
    if (refresh.cap.low != 0 || refresh.cap.high != 0) text += " cap " + shown(refresh.cap);
    text += ", " + std::to_string(refresh.hours_low) + " " + std::to_string(refresh.hours) + " " +
            std::to_string(refresh.hours_high) + " h";
    if (refresh.may_be_null) text += " perhaps";
  }
  return text;
}

std::string coder(const std::string& answers, const std::string& topics) {
  return R"({"role": "returner", "target": "same", "field": "coding")" + answers + R"(, "topics": )" + topics + "}";
}

}  // namespace

TEST_CASE("a refresh is the sum of its parts, and its hours are rounded as people plan") {
  // 7400 points of 40 hours are 29.6
  CHECK(
      refreshes(coder(R"(, "away_since": 24, "sure": 2, "mentor": false)", R"({"web": {"able": 4, "current": 2}})")) ==
      "web: 7400 = 4000 400 0 1000 1500 500, 30 30 30 h");
  // 1200 points of 40 hours are 4.8
  CHECK(refreshes(coder(R"(, "away_since": 23, "sure": 3, "mentor": true)", R"({"web": {"able": 4, "current": 2}})")) ==
        "web: 2300 = 1000 300 -2000 1000 1500 500, 8 8 8 h");
}

TEST_CASE("the pace of the topic picks the table") {
  const std::string answers = R"(, "away_since": 100, "sure": 5, "mentor": false)";
  CHECK(refreshes(R"({"role": "returner", "target": "same", "field": "building")" + answers +
                  R"(, "topics": {"roofs": {"able": 5, "current": 3}, "bricks": {"able": 5, "current": 3}}})") ==
        "roofs: 2600 = 2000 100 0 0 0 500, 2 2 2 h; bricks: 1600 = 1000 100 0 0 0 500, 4 4 4 h");
}

TEST_CASE("the sum is cut to the cap and raised to nothing, each on a line of its own") {
  CHECK(
      refreshes(coder(R"(, "away_since": 24, "sure": 1, "mentor": false)", R"({"web": {"able": 1, "current": 1}})")) ==
      "web: 9000 = 4000 500 0 5000 3000 500 cap -4000, 40 40 40 h");
  CHECK(refreshes(coder(R"(, "away_since": 0, "sure": 5, "mentor": true)", R"({"web": {"able": 5, "current": 3}})")) ==
        "web: 0 = 1000 100 -2000 0 0 500 floor 400, 0 0 0 h");
}

TEST_CASE("missing and declined answers leave a part as wide as its table, never nothing") {
  CHECK(refreshes(coder(R"(, "sure": 2, "mentor": false)", R"({"web": {"able": 4}})")) ==
        "web: 2900..8900 = 1000..4000 400 0 1000 0..3000 500, 12 20 40 h");
  CHECK(refreshes(
            coder(R"(, "away_since": null, "sure": 2, "mentor": false)", R"({"web": {"able": 4, "current": null}})")) ==
        "web: 2900..8900 = 1000..4000 400 0 1000 0..3000 500, 12 20 40 h");
}

TEST_CASE("a part whose question is not asked adds nothing, and one perhaps asked its worst and its best") {
  const Model model =
      model_of(edited(small_pack(), "questions.json", R"("id": "mentor", "section": "you", "kind": "yes_no")",
                      R"("id": "mentor", "section": "you", "kind": "yes_no", "ask_if": "sure < 3")"));
  const std::string rest = R"({"web": {"able": 4, "current": 2}})";
  CHECK(refreshes(coder(R"(, "away_since": 24, "sure": 4, "mentor": true)", rest), model) ==
        "web: 7200 = 4000 200 0 1000 1500 500, 30 30 30 h");
  CHECK(refreshes(coder(R"(, "away_since": 24, "mentor": true)", rest), model) ==
        "web: 5100..7500 = 4000 100..500 -2000..0 1000 1500 500, 20 30 30 h");
}

TEST_CASE("only picked topics that are offered are refreshed; one perhaps offered says so") {
  CHECK(refreshes(coder("", "{}")).empty());
  CHECK(refreshes(R"({"role": "student", "topics": {"web": {}}})").empty());
  CHECK(refreshes(coder(R"(, "away_since": 0, "sure": 5, "mentor": false)",
                        R"({"bricks": {"able": 1}, "web": {"able": 5, "current": 3}})")) ==
        "web: 1600 = 1000 100 0 0 0 500, 8 8 8 h");
  CHECK(refreshes(R"({"role": "returner", "away_since": 0, "sure": 5, "mentor": false, "target": "same",
                      "topics": {"web": {"able": 5, "current": 3}}})") ==
        "web: 1600 = 1000 100 0 0 0 500, 8 8 8 h perhaps");
}

TEST_CASE("those that ask most come first: by the middle, then the high end, then the pack's order") {
  const std::string answers = R"(, "away_since": 0, "sure": 5, "mentor": false)";
  const auto order = [&](const std::string& topics) {
    std::string ids;
    for (const RefreshAssessment& refresh : assess_text(small_model(), coder(answers, topics)).refreshes)
      ids += small_model().topics[refresh.topic].id + " ";
    return ids;
  };
  CHECK(order(R"({"data": {"able": 5, "current": 3}, "web": {"able": 4, "current": 3}})") == "web data ");
  CHECK(order(R"({"data": {"able": 5, "current": 3}, "web": {"able": 5, "current": 3}})") == "data web ");
  // 3000..0 open against 1500 known: the same middle
  CHECK(order(R"({"data": {"able": 5, "current": 2}, "web": {"able": 5}})") == "web data ");
}

TEST_CASE("a pack without refreshes has none") {
  PackTexts texts = edited(small_pack(), "refresh.json", "", "");
  for (const char* file : {"texts/en/refresh.json", "plan.json", "texts/en/plan.json"}) texts.erase(file);
  const Model model = model_of(texts);
  CHECK(assess_text(model, coder("", R"({"web": {}})")).refreshes.empty());
}
