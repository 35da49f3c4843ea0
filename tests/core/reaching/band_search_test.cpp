#include "reaching/band_search.h"

#include <catch2/catch_test_macros.hpp>

#include "scoring/needs.h"
#include "support/reaching.h"
#include "writing/answers_writer.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// The example of each band of an area, or why there is none.
std::vector<std::string> bands(const Model& model, std::string_view area) {
  const std::uint32_t index = index_of(model.needs, area);
  const Assessment nothing_said = assess_text(model, "{}");
  Blank blank = blank_of(model);
  std::vector<std::string> told;
  for (const Found& found : find_bands(model, model.needs[index], nothing_said.needs[index].bands, blank))
    told.push_back(found.proof == Proof::reached       ? write_answers(found.answers, model)
                   : found.proof == Proof::unreachable ? "unreachable"
                                                       : "not proved");
  return told;
}

PackTexts with_items(const std::string& items) {
  PackTexts texts = small_pack();
  std::string& needs = texts.at("needs.json");
  const std::size_t from = needs.find("      { \"question\": \"sure\"");
  const std::size_t to = needs.find("    ],", from);
  needs.replace(from, to - from, items);
  return texts;
}

}  // namespace

TEST_CASE("bands are found through the answers that items are asked for") {
  CHECK(bands(small_model(), "confidence") ==
        std::vector<std::string>{R"({"role":"returner","sure":5,"network":"does-not-apply","mentor":true})",
                                 R"({"role":"returner","sure":4,"network":"does-not-apply","mentor":false})",
                                 R"({"role":"returner","sure":2,"network":"does-not-apply","mentor":false})"});
}

TEST_CASE("a band that only people who leave something open come to") {
  // 5000 while only the first is answered; once both are, 3333 or 6667
  const Model model = model_of(with_items(
      R"({ "question": "sure", "weight": 2, "need": [5000, 5000, 5000, 5000, 5000] },
         { "question": "network", "weight": 1, "need": { "often": 0, "never": 10000, "does-not-apply": 10000 } },
         { "question": "mentor", "weight": 1, "need": { "yes": "excluded", "no": 0 } })"));
  CHECK(bands(model, "confidence") ==
        std::vector<std::string>{R"({"role":"returner","sure":1,"network":"often","mentor":true})",
                                 R"({"role":"returner","sure":1,"network":"never","mentor":false})",
                                 R"({"role":"returner","sure":1,"network":"never","mentor":true})"});
}

TEST_CASE("an item whose own answer decides whether another is asked") {
  PackTexts texts = with_items(
      R"({ "question": "network", "weight": 1, "need": { "often": 0, "never": 0, "does-not-apply": 10000 } },
         { "question": "mentor", "weight": 1, "need": { "yes": 10000, "no": 10000 } })");
  texts = edited(texts, "questions.json", R"("id": "mentor", "section": "you",)",
                 R"("id": "mentor", "section": "you", "ask_if": "network == 'does-not-apply' || network == 'often'",)");
  const Model model = model_of(texts);
  CHECK(bands(model, "confidence") ==
        std::vector<std::string>{R"({"role":"returner","network":"never"})",
                                 R"({"role":"returner","network":"often","mentor":false})",
                                 R"({"role":"returner","network":"does-not-apply","mentor":false})"});
}

TEST_CASE("a gap between what answers come to is proved, however they are given") {
  const Model model = model_of(with_items(
      R"({ "question": "network", "weight": 9, "need": { "often": 0, "never": 0, "does-not-apply": 10000 } },
         { "question": "mentor", "weight": 1, "need": { "yes": 5000, "no": "excluded" } })"));
  CHECK(bands(model, "confidence")[1] == "unreachable");
}
