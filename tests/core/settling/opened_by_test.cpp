#include "settling/opened_by.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "rules/evaluate.h"
#include "support/openings.h"
#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Lines = std::vector<std::string>;

const PackTexts& changeable_pack() {
  static const PackTexts texts = read_pack_texts("changeable");
  return texts;
}

const Model& changeable_model() {
  static const Model model = model_of(changeable_pack());
  return model;
}

/// The pack with one file edited, which may leave rules that completion cannot follow.
Model edited_model(const PackTexts& texts) {
  OpenedPack opened = open_texts(texts);
  for (const Diagnostic& diagnostic : opened.diagnostics) REQUIRE(diagnostic.code == DiagnosticCode::rule_stays_open);
  return std::move(*opened.model);
}

/// The pack with another rule for a-hours.
Model a_hours(const std::string& rule) {
  return edited_model(edited(changeable_pack(), "programmes/a-hours.json", "hours >= 16", rule));
}

/// What would change a programme for a returner with these answers, a line a set.
Lines opened(const Model& model, const std::string& programme, const std::string& answers) {
  const Assessment assessment = assess_text(model, R"({"role": "returner", )" + answers + "}");
  const ProgrammeAssessment& assessed = programme_of(model, assessment, programme);
  CHECK_FALSE(assessed.over_budget);
  return shown(assessed.opened_by, model);
}
Lines opened(const std::string& programme, const std::string& answers) {
  return opened(changeable_model(), programme, answers);
}

/// The search alone, with so much effort.
OpenedBy search(const Model& model, const std::string& programme, const std::string& json, Effort& effort) {
  const Answers answers = answers_of(model, json);
  const Programme& rules = model.programmes[index_of(model.programmes, programme)];
  Workspace workspace;
  Circumstances circumstances = worked_out(model, answers, workspace);
  std::vector<std::uint32_t> unmet;
  for (std::uint32_t i = 0; i < rules.must.size(); ++i)
    if (truth_of(evaluate(rules.must[i].rule.expression, circumstances.slots, workspace)) == Truth::no)
      unmet.push_back(i);
  return opened_by(model, rules, unmet, circumstances, workspace, effort);
}

}  // namespace

TEST_CASE("one change that does is named, and no more with it") {
  CHECK(opened("a-hours", R"("hours": 5)") == Lines{"hours >= 16"});
  CHECK(opened("a-hours", R"("hours": 15, "attend": [], "sure": 1)") == Lines{"hours >= 16"});
  CHECK(opened("c-place-and-hours", R"("hours": 20, "attend": ["far"])") == Lines{"attend + near"});
}

TEST_CASE("where one of several changes would do, they come in the pack's order of questions") {
  CHECK(opened("b-place-or-hours", R"("hours": 5, "attend": ["far"])") == Lines{"hours >= 30", "attend + near"});
}

TEST_CASE("up to three changes are named together, never four") {
  CHECK(opened("c-place-and-hours", R"("hours": 5, "attend": [])") == Lines{"hours >= 16, attend + near"});
  CHECK(opened("d-three", R"("hours": 5, "attend": [], "sure": 1)") == Lines{"hours >= 16, attend + near, sure >= 4"});
  CHECK(opened("e-four", R"("hours": 5, "attend": [], "sure": 1, "pay": 20)") == Lines{});
  CHECK(opened("e-four", R"("hours": 16, "attend": [], "sure": 1, "pay": 20)") ==
        Lines{"pay <= 1249, attend + near, sure >= 4"});
}

TEST_CASE("a number moves to the nearest that does, upwards or downwards") {
  CHECK(opened(a_hours("hours != 5"), "a-hours", R"("hours": 5)") == Lines{"hours >= 6", "hours <= 4"});
  CHECK(opened(a_hours("hours < 5"), "a-hours", R"("hours": 40)") == Lines{"hours <= 4"});
  CHECK(opened(a_hours("hours < 3 || hours > 30"), "a-hours", R"("hours": 10)") == Lines{"hours <= 2", "hours >= 31"});
  CHECK(opened(a_hours("hours < 3 || hours > 17"), "a-hours", R"("hours": 10)") == Lines{"hours >= 18", "hours <= 2"});
  CHECK(opened(a_hours("hours > 39"), "a-hours", R"("hours": 40)") == Lines{});
  CHECK(opened(a_hours("hours % 7 == 3"), "a-hours", R"("hours": 6)") == Lines{"hours <= 3", "hours >= 10"});
  CHECK(opened(a_hours("sure < 2 || sure == 4"), "a-hours", R"("sure": 3)") == Lines{"sure >= 4", "sure <= 1"});
}

TEST_CASE("decimals move by whole hundredths") {
  CHECK(opened("f-pay", R"("pay": 20)") == Lines{"pay <= 1249"});
  CHECK(opened("f-pay", R"("pay": 12.5)") == Lines{"pay <= 1249"});
  CHECK(opened("f-pay", R"("pay": 12.505)") == Lines{"pay <= 1249"});
  CHECK(opened(a_hours("pay > 12.5"), "a-hours", R"("pay": 3.125)") == Lines{"pay >= 1251"});
  CHECK(opened(a_hours("pay >= 12.375"), "a-hours", R"("pay": 3)") == Lines{"pay >= 1238"});
  CHECK(opened(a_hours("pay >= 12.29"), "a-hours", R"("pay": 3)") == Lines{"pay >= 1229"});
  CHECK(opened(a_hours("pay + 0.1 >= 0.3"), "a-hours", R"("pay": 0)") == Lines{"pay >= 20"});
  CHECK(opened(a_hours("pay > 49.995"), "a-hours", R"("pay": 0)") == Lines{"pay >= 5000"});
  CHECK(opened(a_hours("pay < 3.0 || pay > 3.5"), "a-hours", R"("pay": 3.25)") == Lines{"pay >= 351", "pay <= 299"});
}

TEST_CASE("of many options as few are added and removed as do, and those that no rule names stay") {
  CHECK(opened("g-online-alone", R"("attend": [])") == Lines{"attend + online"});
  CHECK(opened("g-online-alone", R"("attend": ["near"])") == Lines{"attend + online - near"});
  CHECK(opened("g-online-alone", R"("attend": ["abroad", "online"])") == Lines{"attend - abroad"});
  CHECK(opened("g-online-alone", R"("attend": ["near", "far"])") == Lines{"attend + online - near - far"});
  CHECK(opened(a_hours("'far' in attend || 'online' in attend && !('near' in attend)"), "a-hours",
               R"("attend": ["near", "abroad"])") == Lines{"attend + far", "attend + online - near"});
}

TEST_CASE("another option is chosen, in the pack's order") {
  CHECK(opened("h-not-full", R"("pattern": "full")") == Lines{"pattern = part", "pattern = evenings"});
  CHECK(opened("i-mornings", R"("pattern": "part", "mornings": false)") == Lines{"mornings = yes"});
}

TEST_CASE("only answers that count are changed, though a change may let another answer count") {
  CHECK(opened("i-mornings", R"("pattern": "full", "mornings": true)") == Lines{"pattern = part"});
  CHECK(opened("i-mornings", R"("pattern": "full", "mornings": false)") == Lines{});
  CHECK(opened("i-mornings", R"("pattern": "full")") == Lines{});  // not yet asked, so neither met nor unmet by it
  CHECK(opened("a-hours", R"("hours": null)") == Lines{});
  CHECK(opened("k-north", R"("region": "south", "hours": 5)") == Lines{});  // where somebody lives is not for changing
  const Assessment student = assess_text(changeable_model(), R"({"role": "student", "hours": 5})");
  CHECK(programme_of(changeable_model(), student, "a-hours").verdict == Verdict::not_eligible);
  CHECK(programme_of(changeable_model(), student, "a-hours").opened_by.empty());
}

TEST_CASE("another must may stay unknown, but not be unmet") {
  CHECK(opened("o-open", R"("hours": 5)") == Lines{"hours >= 16"});
  CHECK(opened("p-unstated", R"("hours": 5)") == Lines{"hours >= 16"});
  CHECK(opened("j-drives", R"("attend": [])") == Lines{"attend + far"});
  CHECK(opened("j-drives", R"("attend": [], "car": true)") == Lines{"attend + far"});
  CHECK(opened("j-drives", R"("attend": [], "car": false)") == Lines{});
  CHECK(opened("m-no-more", R"("hours": 35, "attend": [])") == Lines{"hours <= 11", "hours <= 20, attend + near"});
}

TEST_CASE("an unmet must is to be met: that it is no longer unmet is not enough") {
  CHECK(opened("k-north", R"("hours": 5)") == Lines{});
}

TEST_CASE("completion counts") {
  CHECK(opened("l-alone-or-not", R"("hours": 5)") == Lines{"hours >= 20"});
  CHECK(opened("l-alone-or-not", R"("hours": 5, "alone": true)") == Lines{"hours >= 10"});
  CHECK(opened("l-alone-or-not", R"("hours": 12, "alone": null)") == Lines{});  // open, so nothing is shut
}

TEST_CASE("a gate that only completion settles lets its answer count, as it does for the person") {
  const std::string must = R"({ "id": "must", "rule": "hours >= 16" })";
  const std::string musts =
      must + R"(, { "id": "other", "rule": "!car && pay * 2.0 >= 0.0" }, { "id": "more", "rule": "'far' in attend" })";
  PackTexts texts =
      edited(changeable_pack(), "questions.json", "'far' in attend", "hours >= 16 && (pay >= 5.0 || pay < 5.0)");
  texts = edited(texts, "programmes/a-hours.json", must, musts);
  texts = edited(
      texts, "texts/en/programmes.json",
      R"("title": "A-hours", "provider": "A charity", "line": "One line.", "cost": "Free", "where": "Anywhere", "criteria": {)",
      R"("title": "A-hours", "provider": "A charity", "line": "One line.", "cost": "Free", "where": "Anywhere", "criteria": {"other": "Other", "more": "More", )");
  const Model model = edited_model(texts);
  CHECK(opened(model, "a-hours", R"("hours": 5, "attend": ["far"], "car": false)") == Lines{"hours >= 16"});
  CHECK(opened(model, "a-hours", R"("hours": 5, "attend": ["far"], "car": true)") == Lines{});
}

TEST_CASE("the nearest answer beside the other changes is the one named, the first question's the nearest first") {
  CHECK(opened(a_hours("hours + hours_later >= 20"), "a-hours", R"("hours": 5, "hours_later": 5)") ==
        Lines{"hours >= 15", "hours_later >= 15", "hours >= 6, hours_later >= 14"});
  CHECK(opened(a_hours("hours + hours_later >= 50"), "a-hours", R"("hours": 5, "hours_later": 5)") ==
        Lines{"hours >= 10, hours_later >= 40", "hours >= 11, hours_later >= 39", "hours >= 12, hours_later >= 38"});
}

TEST_CASE("a change upwards and one downwards go together") {
  CHECK(opened("n-later", R"("hours": 5, "hours_later": 30)") == Lines{"hours >= 8, hours_later <= 10"});
}

TEST_CASE("a must may read how far off the start is") {
  CHECK(opened("r-start", R"("hours": 5)") == Lines{"hours >= 14"});
}

TEST_CASE("only what is shut and can still be joined has anything to change") {
  CHECK(opened("q-ended", R"("hours": 5)") == Lines{});
  CHECK(opened("a-hours", R"("hours": 16)") == Lines{});
  CHECK(opened("a-hours", R"("sure": 1)") == Lines{});
}

TEST_CASE("what cannot be tried within the limits may be missed, and says so") {
  const auto assessed = [](const Model& model, const std::string& answers) {
    return programme_of(model, assess_text(model, R"({"role": "returner", )" + answers + "}"), "a-hours");
  };
  const auto longer = [](const std::string& rule, const std::string& most) {
    PackTexts texts = edited(changeable_pack(), "programmes/a-hours.json", "hours >= 16", rule);
    for (const char* question : {R"("hours")", R"("hours_later")"})
      texts = edited(
          texts, "questions.json",
          "{ \"id\": " + std::string(question) + R"(, "section": "you", "kind": "number", "min": 0, "max": 40)",
          "{ \"id\": " + std::string(question) + R"(, "section": "you", "kind": "number", "min": 0, "max": )" + most);
    return edited_model(texts);
  };
  const Model too_many_numbers = longer("hours % 7 == 3 || 'near' in attend", "2000");
  const ProgrammeAssessment near = assessed(too_many_numbers, R"("hours": 5, "attend": [])");
  CHECK(shown(near.opened_by, too_many_numbers) == Lines{"attend + near"});
  CHECK(near.over_budget);
  const Model too_many_pairs = longer("hours + hours_later >= 1901 || sure >= 6", "900");
  const ProgrammeAssessment none = assessed(too_many_pairs, R"("hours": 5, "hours_later": 5)");
  CHECK(none.opened_by.empty());
  CHECK(none.over_budget);
}

TEST_CASE("the search draws on its own effort, and what it found stands when that is spent") {
  const Model model = a_hours("hours + hours_later >= 20");
  const std::string person = R"({"role": "returner", "hours": 5, "hours_later": 5})";
  const auto spent_on = [&](std::uint64_t steps) {
    Effort effort = {steps};
    const OpenedBy found = search(model, "a-hours", person, effort);
    return std::pair{shown(found.openings, model), found.over_budget};
  };
  Effort plenty = {1'000'000};
  CHECK(shown(search(model, "a-hours", person, plenty).openings, model).size() == 3);
  const std::uint64_t needed = 1'000'000 - plenty.left;
  CHECK(needed > 0);
  CHECK(spent_on(0) == std::pair{Lines{}, true});
  CHECK(spent_on(needed / 2).second);
  std::size_t found = 0;
  for (std::uint64_t steps = 0; steps <= needed; steps += 1 + needed / 50) {
    const auto [lines, over_budget] = spent_on(steps);
    CHECK(lines.size() >= found);
    CHECK(over_budget);
    found = lines.size();
  }
  CHECK(spent_on(needed + 1) ==
        std::pair{Lines{"hours >= 15", "hours_later >= 15", "hours >= 6, hours_later >= 14"}, false});
}

TEST_CASE("a search leaves the circumstances as they were") {
  const Model& model = changeable_model();
  const Answers answers =
      answers_of(model, R"({"role": "returner", "hours": 5, "attend": ["far"], "pattern": "full"})");
  Workspace workspace;
  Circumstances circumstances = worked_out(model, answers, workspace);
  const Programme& programme = model.programmes[index_of(model.programmes, "c-place-and-hours")];
  const std::vector<std::uint32_t> unmet = {0, 1};
  Effort effort;
  const auto once = shown(opened_by(model, programme, unmet, circumstances, workspace, effort).openings, model);
  CHECK(once == Lines{"hours >= 16, attend + near"});
  CHECK(shown(opened_by(model, programme, unmet, circumstances, workspace, effort).openings, model) == once);
  CHECK(circumstances.slots[index_of(model.questions, "hours")].integer == 5);
}
