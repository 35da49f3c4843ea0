#include "matching/match.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Ids = std::vector<std::string>;

ProgrammeAssessment small(const std::string& id, const std::string& answers, const Date& today = midsummer) {
  return programme_of(small_model(), assess_text(small_model(), answers, today), id);
}

Ids musts(const std::string& id, const std::vector<std::uint32_t>& indices) {
  const Model& model = small_model();
  return ids_of(indices, model.programmes[index_of(model.programmes, id)].must);
}

Ids questions(const std::vector<std::uint32_t>& indices) { return ids_of(indices, small_model().questions); }

std::string instead(const ProgrammeAssessment& programme) {
  return programme.instead ? small_model().programmes[*programme.instead].id : "none";
}

/// A programme for the order of suggestion: its id, its musts, what it supports and its intake.
std::string programme(const std::string& id, const std::string& must, const std::string& supports,
                      const std::string& intake) {
  return "{\"id\": \"" + id + "\", \"supports\": {" + supports + "}, \"must\": [" + must + "], \"intake\": " + intake +
         R"(, "checked": "2026-01-10", "sources": [{"link": "https://example.org/x", "kind": "provider"}]})";
}

/// The small pack with other programmes and without their texts.
Model with_programmes(const std::vector<std::pair<std::string, std::string>>& programmes) {
  PackTexts texts = small_pack();
  std::erase_if(texts, [](const auto& file) {
    return file.first.starts_with("programmes/") || file.first.starts_with("texts/");
  });
  for (const auto& [id, text] : programmes) texts["programmes/" + id + ".json"] = text;
  // what the programmes used stays used
  texts["pack.json"] = replaced(texts.at("pack.json"), "away_since >= 60",
                                "away_since >= 60 || region == 'east' || hours > 39 || pay > 99.0 || care_help");
  return model_of(texts);
}

Ids order(const Model& model, const std::string& answers) {
  Ids ids;
  for (const ProgrammeAssessment& assessed : assess_text(model, answers).programmes)
    ids.push_back(model.programmes[assessed.programme].id);
  return ids;
}

const std::string met = R"({"id": "m", "rule": "role == 'returner'"})";
const std::string unmet = R"({"id": "m", "rule": "role == 'student'"})";
const std::string open_must = R"({"id": "m", "rule": "region == 'north'"})";
const std::string ended = R"("ended")";
const std::string unknown_intake = R"("unknown")";
const std::string open_intake = R"("rolling", "last_seen": "2026-05")";
const std::string upcoming =
    R"("cohorts", "cohorts": [{"id": "c", "opens": "2026-07-01", "closes": "2026-08-01", "starts": "2026-09"}])";

}  // namespace

TEST_CASE("all musts met is eligible, one unmet is not eligible, else may be eligible") {
  const std::string rest = R"("role": "returner", "region": "south", )";
  const ProgrammeAssessment eligible = small("alpha-placement", "{" + rest + R"("hours": 16})");
  CHECK(eligible.verdict == Verdict::eligible);
  CHECK(musts("alpha-placement", eligible.must.met) == Ids{"returner", "area", "hours"});
  CHECK(eligible.must.unmet.empty());
  CHECK(eligible.must.unknown.empty());
  const ProgrammeAssessment not_eligible = small("alpha-placement", R"({"role": "returner", "hours": 15})");
  CHECK(not_eligible.verdict == Verdict::not_eligible);
  CHECK(musts("alpha-placement", not_eligible.must.unmet) == Ids{"hours"});
  CHECK(musts("alpha-placement", not_eligible.must.unknown) == Ids{"area"});
  CHECK(not_eligible.settled_by.questions.empty());
  const ProgrammeAssessment may_be = small("alpha-placement", R"({"role": "returner", "hours": 16})");
  CHECK(may_be.verdict == Verdict::may_be_eligible);
  CHECK(questions(may_be.settled_by.questions) == Ids{"region"});
}

TEST_CASE("what the provider checks never blocks, and is no criterion by truth") {
  const ProgrammeAssessment eligible =
      small("alpha-placement", R"({"role": "returner", "region": "north", "hours": 40})");
  CHECK(eligible.verdict == Verdict::eligible);
  for (const auto* list : {&eligible.must.met, &eligible.must.unmet, &eligible.must.unknown})
    for (const std::string& id : musts("alpha-placement", *list)) CHECK(id != "host-terms");
}

TEST_CASE("an unstated must keeps the verdict at may be eligible, unless another is unmet") {
  const std::string caring = R"("role": "returner", "work": "not-working", "reasons": ["caring"], "care_help": )";
  const ProgrammeAssessment may_be = small("delta-unstated", "{" + caring + "true}");
  CHECK(may_be.verdict == Verdict::may_be_eligible);
  CHECK(musts("delta-unstated", may_be.must.unknown) == Ids{"out-of-work"});
  CHECK(may_be.settled_by.questions.empty());
  CHECK_FALSE(may_be.settled_by.several);
  CHECK(small("delta-unstated", "{" + caring + "false}").verdict == Verdict::not_eligible);
  CHECK(small("delta-unstated", R"({"role": "student"})").verdict == Verdict::not_eligible);
}

TEST_CASE("declined questions that the verdict hangs on are the provider's to answer, in the pack's order") {
  const ProgrammeAssessment one = small("alpha-placement", R"({"role": "returner", "region": null, "hours": 16})");
  CHECK(one.verdict == Verdict::may_be_eligible);
  CHECK(questions(one.ask_provider) == Ids{"region"});
  CHECK(one.settled_by.questions.empty());
  CHECK_FALSE(one.settled_by.several);
  const ProgrammeAssessment two = small("alpha-placement", R"({"hours": null, "region": null, "role": "returner"})");
  CHECK(questions(two.ask_provider) == Ids{"region", "hours"});
  const Model turned = model_of(edited(small_pack(), "programmes/hotel-either.json",
                                       "region == 'north' || role == 'employer'", "mentor || region == 'north'"));
  const Assessment assessment = assess_text(turned, R"({"role": "returner", "region": null, "mentor": null})");
  CHECK(questions(programme_of(turned, assessment, "hotel-either").ask_provider) == Ids{"region", "mentor"});
  // the gate behind them is asked of the provider too, once
  const ProgrammeAssessment gate = small("alpha-placement", R"({"role": null, "region": "north"})");
  CHECK(questions(gate.ask_provider) == Ids{"role"});
  CHECK(small("alpha-placement", R"({"role": "student", "region": null})").ask_provider.empty());
}

TEST_CASE("months to the next start count in a programme's rules") {
  const auto verdict = [](const std::string& away, const Date& today) {
    return small("bravo-cohorts", R"({"role": "returner", "away_since": )" + away + "}", today).verdict;
  };
  // in June the cohort of October is four months ahead
  CHECK(verdict("8", midsummer) == Verdict::eligible);
  CHECK(verdict("7", midsummer) == Verdict::not_eligible);
  // after the last cohort there is none, and nothing is added
  CHECK(verdict("11", {2027, 3, 2}) == Verdict::not_eligible);
  CHECK(verdict("12", {2027, 3, 2}) == Verdict::eligible);
  // the sum does not hang on the day: away since October 2025 is twelve months in October 2026, whenever it is said
  CHECK(verdict("\"2025-10\"", {2026, 6, 1}) == Verdict::eligible);
  CHECK(verdict("\"2025-10\"", {2026, 6, 30}) == Verdict::eligible);
  CHECK(verdict("\"2025-11\"", {2026, 6, 30}) == Verdict::not_eligible);
}

TEST_CASE("a programme's cohort and status are those of the date") {
  const Model& model = small_model();
  const auto& cohorts = model.programmes[index_of(model.programmes, "bravo-cohorts")].cohorts;
  CHECK(cohorts[0].id == "spring-2026");  // by start, not as authored
  const ProgrammeAssessment june = small("bravo-cohorts", "{}");
  CHECK(june.status == Status::upcoming);
  CHECK(cohorts[june.cohort.value()].id == "autumn-2026");
  const ProgrammeAssessment october = small("bravo-cohorts", "{}", {2026, 10, 1});
  CHECK(october.status == Status::open);
  CHECK(cohorts[october.cohort.value()].id == "spring-2027");
  const ProgrammeAssessment later = small("bravo-cohorts", "{}", {2027, 3, 2});
  CHECK(later.status == Status::closed);
  CHECK_FALSE(later.cohort.has_value());
  CHECK(small("golf-coding", "{}", {2026, 6, 30}).status == Status::open);    // 18 months
  CHECK(small("golf-coding", "{}", {2026, 7, 1}).status == Status::unknown);  // 19 months
  CHECK(small("charlie-ended", "{}").status == Status::closed);
  CHECK(small("delta-unstated", "{}").status == Status::unknown);
}

TEST_CASE("preferences are met, unmet or unknown, and never touch the verdict") {
  const ProgrammeAssessment near = small("alpha-placement", R"({"role": "returner", "region": "north", "hours": 16})");
  CHECK(near.prefer.met == std::vector<std::uint32_t>{0});
  const ProgrammeAssessment south = small("alpha-placement", R"({"role": "returner", "region": "south", "hours": 16})");
  CHECK(south.prefer.unmet == std::vector<std::uint32_t>{0});
  CHECK(south.verdict == Verdict::eligible);
  CHECK(small("alpha-placement", "{}").prefer.unknown == std::vector<std::uint32_t>{0});
  const ProgrammeAssessment both = small(
      "foxtrot-several", R"({"role": "returner", "work": "not-working", "reasons": ["move", "caring", "health"]})");
  CHECK(both.prefer.met == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("a closed programme names the first alternative that can be joined and may be") {
  CHECK(instead(small("charlie-ended", "{}")) == "bravo-cohorts");
  // bravo is not for someone away for a month, alpha may be
  CHECK(instead(small("charlie-ended", R"({"role": "returner", "away_since": 1})")) == "alpha-placement");
  // neither is for a student, advice is
  CHECK(instead(small("charlie-ended", R"({"role": "student"})")) == "echo-advice");
  // bravo's last cohort is over
  CHECK(instead(small("charlie-ended", "{}", {2027, 3, 2})) == "alpha-placement");
  CHECK(instead(small("bravo-cohorts", "{}", {2027, 3, 2})) == "alpha-placement");
  CHECK(instead(small("bravo-cohorts", R"({"role": "student"})", {2027, 3, 2})) == "none");
  CHECK(instead(small("bravo-cohorts", "{}")) == "none");
}

TEST_CASE("order: joinable before closed, whatever the verdict") {
  const Model model = with_programmes({{"a", programme("a", met, "", ended)},
                                       {"b", programme("b", unmet, "", unknown_intake)},
                                       {"c", programme("c", unmet, "", upcoming)},
                                       {"d", programme("d", unmet, "", open_intake)}});
  CHECK(order(model, R"({"role": "returner"})") == Ids{"b", "c", "d", "a"});
}

TEST_CASE("order: then by verdict") {
  const Model model = with_programmes({{"a", programme("a", unmet, "\"coaching\": 10000", unknown_intake)},
                                       {"b", programme("b", open_must, "\"coaching\": 10000", unknown_intake)},
                                       {"c", programme("c", met, "", unknown_intake)}});
  CHECK(order(model, R"({"role": "returner", "sure": 1})") == Ids{"c", "b", "a"});
}

TEST_CASE("order: then by likely fit, nothing last") {
  // coaching helps confidence alone: known and high; course helps knowledge, of which nothing is said
  const Model model =
      with_programmes({{"a", programme("a", met, "\"course\": 10000", unknown_intake)},
                       {"b", programme("b", met, "\"coaching\": 10000, \"placement\": 10000", unknown_intake)},
                       {"c", programme("c", met, "\"coaching\": 10000", unknown_intake)}});
  const std::string answers =
      R"({"role": "returner", "sure": 5, "network": "often", "mentor": true, "target": "same", "field": "coding",
          "topics": {"web": {"able": 1}}})";
  // b: skills 10000 weigh 9000 of 19000; c: confidence 250; a: knowledge (open) 8000, skills 4000
  CHECK(order(model, answers) == Ids{"b", "c", "a"});
}

TEST_CASE("order: then by the low end of the fit, nothing last") {
  const Model model = with_programmes({{"a", programme("a", met, "", unknown_intake)},
                                       {"b", programme("b", met, "\"placement\": 1000", unknown_intake)},
                                       {"c", programme("c", met, "\"coaching\": 1000", unknown_intake)},
                                       {"d", programme("d", met, "\"course\": 10000", unknown_intake)}});
  // likely is null everywhere; low: a null, b 0 of skills, c 250 of confidence, d knowledge 1000 and skills 0, may be
  // out
  CHECK(order(model, R"({"role": "returner"})") == Ids{"c", "b", "d", "a"});
}

TEST_CASE("order: then by id") {
  const Model model = with_programmes({{"z-first", programme("a", met, "\"coaching\": 1000", unknown_intake)},
                                       {"m", programme("c", met, "\"coaching\": 5000", unknown_intake)},
                                       {"a-last", programme("b", met, "\"coaching\": 9000", unknown_intake)}});
  CHECK(order(model, R"({"role": "returner", "sure": 1})") == Ids{"a", "b", "c"});
  CHECK(order(model, "{}") == Ids{"a", "b", "c"});
}
