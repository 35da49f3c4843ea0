#include "scoring/needs.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

// confidence: sure (weight 2: 10000, 7500, 5000, 2500, 0), network (1: often 0, never 9000, does-not-apply excluded),
//             mentor (1: no 6000, yes 1000); bands strong 0, some 3334, priority 6667
// skills:     able of each topic (10000, 8000, 5000, 2000, 0); bands strong 0, priority 5000
// knowledge:  current of each topic (9000, excluded, 1000); at most three topics are picked
std::string need(const std::string& id, const std::string& answers) {
  const Model& model = small_model();
  const Assessment assessment = assess_text(model, answers);
  const std::uint32_t area = index_of(model.needs, id);
  const NeedAssessment& need = assessment.needs[area];
  const auto shown = [](const std::optional<std::int32_t>& value) { return value ? std::to_string(*value) : "null"; };
  std::string text = shown(need.range.low) + ".." + shown(need.range.high) + " likely " + shown(need.range.likely);
  if (need.range.may_be_null) text += " may be null";
  if (need.exact) text += " exact";
  for (const std::uint32_t band : need.bands) text += " " + model.needs[area].bands[band].id;
  if (need.likely_band) text += " (" + model.needs[area].bands[*need.likely_band].id + ")";
  for (const Share& share : need.shares) {
    text += " + " + std::to_string(share.points) + " ";
    if (share.source == Share::Source::question) text += model.questions[share.index].id;
    if (share.source == Share::Source::topic) text += model.topics[share.index].id;
    if (share.source == Share::Source::bound) text += "bound";
  }
  return text;
}

/// A returner who also said this.
std::string returner(const std::string& answers) {
  return "{\"role\": \"returner\"" + (answers.empty() ? "" : ", " + answers) + "}";
}

struct Case {
  std::string answers, need;
};

void check_need(const std::string& id, const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    INFO(one.answers);
    CHECK(need(id, one.answers) == one.need);
  }
}

/// A returner to coding who also said this.
std::string coder(const std::string& topics) {
  return returner(R"("target": "same", "field": "coding")" + (topics.empty() ? "" : ", \"topics\": " + topics));
}

}  // namespace

TEST_CASE("a need narrows as its items are answered") {
  check_need("confidence", {
                               // low (0 x 2 + 0 + 1000) / 4, high (10000 x 2 + 9000 + 6000) / 4
                               {returner(""), "250..8750 likely null exact strong some priority"},
                               {returner(R"("network": "never")"), "2500..8750 likely null exact strong some priority"},
                               {returner(R"("network": "never", "mentor": false)"),
                                "3750..8750 likely 7500 exact some priority (priority) + 4500 network + 3000 mentor"},
                               {returner(R"("sure": 2, "network": "often", "mentor": true)"),
                                "4000..4000 likely 4000 exact some (some) + 3750 sure + 0 network + 250 mentor"},
                           });
}

TEST_CASE("likely is clamped into what is still possible") {
  // sure alone says 10000, but the others hold at most 9000 and 6000
  check_need("confidence", {{returner(R"("sure": 1)"),
                             "5250..8750 likely 8750 exact some priority (priority) + 10000 sure + -1250 bound"}});
}

TEST_CASE("an answer that is excluded takes its item out") {
  check_need("confidence", {{returner(R"("sure": 2, "network": "does-not-apply", "mentor": true)"),
                             "5333..5333 likely 5333 exact some (some) + 5000 sure + 333 mentor"}});
}

TEST_CASE("a declined item stays at full width, keeps its weight, and no answers attain its ends") {
  check_need("confidence", {
                               {returner(R"("sure": null)"), "250..8750 likely null strong some priority"},
                               {returner(R"("sure": null, "network": "never", "mentor": true)"),
                                "2500..7500 likely 5000 strong some priority (some) + 4500 network + 500 mentor"},
                               {returner(R"("sure": 2, "network": null, "mentor": true)"),
                                "4000..6250 likely 5333 some (some) + 5000 sure + 333 mentor"},
                           });
}

TEST_CASE("an item whose asking is undecided may be in or out, whichever is worse") {
  check_need("confidence", {{"{}", "0..10000 likely null may be null strong some priority"},
                            {R"({"sure": 2})", "0..9000 likely null may be null strong some priority"},
                            {R"({"sure": 2, "network": "never", "mentor": true})",
                             "1000..9000 likely null may be null strong some priority"}});
}

TEST_CASE("where nothing applies a need is null") {
  for (const std::string& id : std::vector<std::string>{"confidence", "skills", "knowledge"})
    check_need(id, {{R"({"role": "student"})", "null..null likely null may be null exact"},
                    {R"({"role": "student", "sure": 1, "topics": {"web": {"able": 1}}})",
                     "null..null likely null may be null exact"}});
}

TEST_CASE("topics not yet picked are as many as could be picked, each in or out") {
  check_need("skills", {{coder(""), "0..10000 likely null may be null exact strong priority"},
                        {coder("null"), "0..10000 likely null may be null strong priority"},
                        {coder("{}"), "null..null likely null may be null exact"}});
  check_need("knowledge", {{coder(""), "1000..9000 likely null may be null exact strong priority"}});
}

TEST_CASE("each picked topic is an item, rated, open or declined") {
  check_need("skills",
             {
                 {coder(R"({"web": {"able": 2}})"), "8000..8000 likely 8000 exact priority (priority) + 8000 web"},
                 {coder(R"({"web": {"able": 2}, "data": {}})"),
                  "4000..9000 likely 8000 exact strong priority (priority) + 8000 web"},
                 {coder(R"({"web": {"able": 2}, "data": {"able": 4}})"),
                  "5000..5000 likely 5000 exact priority (priority) + 1000 data + 4000 web"},
                 {coder(R"({"web": {"able": null}})"), "0..10000 likely null strong priority"},
                 {coder(R"({"web": {"able": 2}, "data": {"able": null}})"),
                  "4000..9000 likely 8000 strong priority (priority) + 8000 web"},
             });
  check_need("knowledge",
             {{coder(R"({"web": {"current": 1}})"), "9000..9000 likely 9000 exact priority (priority) + 9000 web"},
              {coder(R"({"web": {"current": 2}})"), "null..null likely null may be null exact"},
              {coder(R"({"web": {}})"), "1000..9000 likely null may be null exact strong priority"}});
}

TEST_CASE("a picked topic that is not offered does not count, and one perhaps offered may be in or out") {
  check_need("skills",
             {{coder(R"({"bricks": {"able": 1}, "web": {"able": 5}})"), "0..0 likely 0 exact strong (strong) + 0 web"},
              {coder(R"({"bricks": {"able": 1}})"), "null..null likely null may be null exact"},
              {returner(R"("topics": {"web": {"able": 2}})"), "8000..8000 likely null may be null priority"}});
}

TEST_CASE("two items of one question do not vary independently, so the bounds are not exact") {
  const Model model = model_of(edited(small_pack(), "needs.json",
                                      R"("question": "mentor", "weight": 1, "need": { "yes": 1000, "no": 6000 })",
                                      R"("question": "sure", "weight": 1, "need": [0, 0, 5000, 7500, 10000])"));
  const NeedAssessment open = assess_text(model, R"({"role": "returner"})").needs[0];
  CHECK_FALSE(open.exact);
  CHECK(open.range.low == 0);
  CHECK(open.range.high == 10000);
}

TEST_CASE("a band starts at its own border") {
  const auto band_with = [](const std::string& from) {
    const Model model = model_of(edited(small_pack(), "needs.json", "3334", from));
    const NeedAssessment need =
        assess_text(model, R"({"role": "returner", "sure": 2, "network": "often", "mentor": true})").needs[0];
    REQUIRE(need.range.likely == 4000);
    REQUIRE(need.bands.size() == 1);
    CHECK(need.likely_band == need.bands[0]);
    return model.needs[0].bands[need.bands[0]].id;
  };
  CHECK(band_with("3999") == "some");
  CHECK(band_with("4000") == "some");
  CHECK(band_with("4001") == "strong");
}
