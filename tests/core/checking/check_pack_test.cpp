#include "checking/check_pack.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/pack_faults.h"
#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Ids = std::vector<std::string>;

/// What checking says of the small pack with one edit.
std::vector<std::string> lines_after(const std::string& file, std::string_view from, std::string_view to) {
  return lines_of(open_texts(edited(small_pack(), file, from, to)).diagnostics);
}

/// Whether something is said of this code in this file.
bool says(const std::vector<std::string>& lines, const std::string& file, const std::string& code) {
  for (const std::string& line : lines)
    if (line.starts_with(file + ":") && line.find("[" + code + "]") != std::string::npos) return true;
  return false;
}

}  // namespace

TEST_CASE("the small pack is sound") {
  CHECK(lines_of(open_texts(small_pack()).diagnostics) == std::vector<std::string>{});
}

TEST_CASE("every fault in a pack is said in full, at its place") {
  for (const PackFault& fault : pack_faults()) {
    INFO(fault.file << ": " << fault.from << " -> " << fault.to.substr(0, 200));
    const OpenedPack opened = open_texts(edited(small_pack(), fault.file, fault.from, fault.to));
    CHECK(lines_of(opened.diagnostics) == fault.lines);
    CHECK(opened.model.has_value() == !has_errors(opened.diagnostics));
  }
}

TEST_CASE("an empty text is no name, kind, intake, pace or date") {
  const std::string alpha = "programmes/alpha-placement.json";
  CHECK(says(lines_after("questions.json", R"("id": "mentor")", R"("id": "")"), "questions.json", "id_malformed"));
  CHECK(says(lines_after("questions.json", R"("kind": "scale")", R"("kind": "")"), "questions.json", "id_unknown"));
  CHECK(says(lines_after(alpha, R"("intake": "rolling")", R"("intake": "")"), alpha, "id_unknown"));
  CHECK(says(lines_after("topics/building.json", R"("pace": "medium")", R"("pace": "")"), "topics/building.json",
             "id_unknown"));
  CHECK(says(lines_after(alpha, R"("kind": "provider")", R"("kind": "")"), alpha, "id_unknown"));
  CHECK(says(lines_after(alpha, R"("checked": "2026-01-10")", R"("checked": "")"), alpha, "date_malformed"));
  CHECK(says(lines_after("programmes/charlie-ended.json", R"("ended": "2024-07")", R"("ended": "")"),
             "programmes/charlie-ended.json", "date_malformed"));
}

TEST_CASE("months_to_start is for programmes alone, and its name is taken") {
  CHECK(says(lines_after("derived.json", R"("going_to", "rule": "target == 'new' ? target_field : field")",
                         R"("months_to_start", "rule": "hours")"),
             "derived.json", "id_duplicate"));
  CHECK_FALSE(lines_after("pack.json", "away_since >= 60", "months_to_start > 3 || away_since > 6").empty());
  CHECK_FALSE(
      lines_after("topics/building.json", "going_to == 'building'", "going_to == 'building' && months_to_start < 1")
          .empty());
}

TEST_CASE("a member that means nothing where it stands is refused") {
  CHECK_FALSE(lines_after("programmes/alpha-placement.json", R"("last_seen": "2025-10")",
                          R"("last_seen": "2025-10", "ended": "2025-12")")
                  .empty());
  CHECK_FALSE(lines_after("needs.json", R"("question": "sure")", R"("question": "sure", "aspect": "able")").empty());
  CHECK_FALSE(lines_after("pack.json", R"("languages": ["en"])", R"("languages": ["en", "en"])").empty());
}

TEST_CASE("the fault of a rule in a string with escapes is placed in the file") {
  CHECK(lines_after("programmes/hotel-either.json", "region == 'north' || role == 'employer'",
                    R"(\"\u00e9\ud83d\ude00\" == region)") ==
        std::vector<std::string>{"programmes/hotel-either.json:4:39: error: \"\xC3\xA9\xF0\x9F\x98\x80\" is not one of "
                                 "the options here [rule_unknown_option]"});
  CHECK(lines_after("programmes/hotel-either.json", "region == 'north' || role == 'employer'",
                    R"(\u0072ole == \"x\" || nobody)") ==
        std::vector<std::string>{
            "programmes/hotel-either.json:4:61: error: nothing is called \"nobody\" [rule_undeclared_name]",
            "programmes/hotel-either.json:4:52: error: \"x\" is not one of the options here [rule_unknown_option]"});
}

TEST_CASE("a model has all that assessment needs, by index") {
  const Model& model = small_model();
  CHECK(model.id == "small");
  CHECK(model.version == 1);
  CHECK(model.published == Date{2026, 1, 15});
  CHECK(model.stale_after == 18);
  CHECK(model.questions.size() == 15);
  CHECK(model.question_index.at("hours") == 6);
  CHECK(model.topic_index.at("web") == 3);
  CHECK(model.causes.size() == 15);
  CHECK(model.slot_count() == 17);
  CHECK(model.derived_slot(0) == 15);
  CHECK(model.months_to_start_slot() == 16);
  CHECK(model.questions[5].highest == most_months);
  CHECK(model.questions[2].if_not_asked.value.as_string().empty());
  CHECK(model.questions[8].if_not_asked.value.integer == 1);
  CHECK(model.notices[0].ends);
  CHECK(model.topics[3].group == 1);
}

TEST_CASE("programmes stand by id, their cohorts by start, a closing that is not stated at the start") {
  const Model& model = small_model();
  Ids ids;
  for (const Programme& programme : model.programmes) ids.push_back(programme.id);
  CHECK(ids == Ids{"alpha-placement", "bravo-cohorts", "charlie-ended", "delta-unstated", "echo-advice",
                   "foxtrot-several", "golf-coding", "hotel-either"});
  const auto& cohorts = model.programmes[1].cohorts;
  REQUIRE(cohorts.size() == 3);
  CHECK(cohorts[0].id == "spring-2026");
  CHECK(cohorts[1].id == "autumn-2026");
  CHECK(cohorts[2].id == "spring-2027");
  CHECK(cohorts[2].closes == Date{2027, 3, 1});
  CHECK_FALSE(cohorts[2].opens.has_value());
  CHECK(cohorts[0].starts == Date{2026, 4, 1});
}

TEST_CASE("a programme helps an area as strongly as the strongest of its supports that reach it") {
  const Model& model = small_model();
  const auto helps = [&](const std::string& id) {
    std::vector<std::string> shown;
    for (const Help& help : model.programmes[index_of(model.programmes, id)].helps)
      shown.push_back(model.needs[help.area].id + " " + std::to_string(help.strength));
    return shown;
  };
  // placement at full strength: confidence 6000, skills 9000; coaching at half: confidence 5000
  CHECK(helps("alpha-placement") == Ids{"confidence 6000", "skills 9000"});
  // placement at half, course at full: skills is 4500 of the one, 4000 of the other
  CHECK(helps("foxtrot-several") == Ids{"confidence 3000", "skills 4500", "knowledge 8000"});
  CHECK(helps("echo-advice").empty());
}

TEST_CASE("a programme's cone holds all that its musts hang on, gates and derived values too, in order") {
  const Model& model = small_model();
  const auto cone = [&](const std::string& id) {
    Ids names;
    for (const std::uint32_t step : model.programmes[index_of(model.programmes, id)].cone)
      names.push_back(model.steps[step].kind == Step::Kind::question ? model.questions[model.steps[step].index].id
                                                                     : model.derived[model.steps[step].index].id);
    return names;
  };
  CHECK(cone("alpha-placement") == Ids{"role", "region", "hours"});
  CHECK(cone("delta-unstated") == Ids{"role", "work", "reasons", "care_help"});
  CHECK(cone("golf-coding") == Ids{"role", "target", "field", "target_field", "going_to"});
  CHECK(cone("echo-advice").empty());
}

TEST_CASE("need maps stand by option, by point, and no before yes") {
  const Model& model = small_model();
  const auto& items = model.needs[0].items;
  CHECK(items[0].need == std::vector<NeedPoints>{10000, 7500, 5000, 2500, 0});
  CHECK(items[1].need == std::vector<NeedPoints>{0, 9000, std::nullopt});
  CHECK(items[2].need == std::vector<NeedPoints>{6000, 1000});
  CHECK(model.needs[2].items[0].aspect == 1);
}

TEST_CASE("derived values may be read by gates after the questions that they read") {
  const PackTexts texts =
      edited(small_pack(), "derived.json", "[", R"([{ "id": "carer", "rule": "'caring' in reasons" },)");
  const Model model =
      model_of(edited(texts, "questions.json", R"("ask_if": "'caring' in reasons")", R"("ask_if": "carer")"));
  const auto asked = [&](const std::string& reasons) {
    const Assessment assessment =
        assess_text(model, R"({"role": "returner", "work": "not-working", "reasons": )" + reasons + "}");
    for (const std::uint32_t question : assessment.not_asked)
      if (model.questions[question].id == "care_help") return false;
    return true;
  };
  CHECK(asked(R"(["caring"])"));
  CHECK_FALSE(asked("[]"));
}
