#include "saving/encode.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "model/limits.h"
#include "support/saves.h"

using namespace waymark;
using namespace waymark::testing;

TEST_CASE("a save file is a text that people can read") {
  const Model model =
      model_of(edited(edited(edited(small_pack(), "pack.json", R"("version": 1)", R"("version": 3)"), "questions.json",
                             R"("id": "mentor",)", R"("id": "mentor", "meaning_since": 2,)"),
                      "topics/coding.json", R"("id": "web",)", R"("id": "web", "meaning_since": 3,)"));
  const std::string text = encoded(
      R"({"topics": {"web": {"able": 3, "current": null}, "bricks": {}}, "role": "returner", "reasons": ["move"],
          "away_since": 7, "hours": 16, "pay": 12.50, "sure": 4, "network": null, "mentor": true})",
      model);
  CHECK(text == R"({
  "waymark":1,
  "pack":"small",
  "version":3,
  "saved":"2026-06-15",
  "answers":{
    "role":"returner",
    "reasons":["move"],
    "away_since":"2025-11",
    "hours":16,
    "pay":12.5,
    "sure":4,
    "network":null,
    "mentor":true,
    "topics":{"bricks":{},"web":{"able":3,"current":null}}
  },
  "shapes":{
    "reasons":["caring","health"],
    "away_since":"month",
    "sure":5,
    "topics":{"able":5,"current":3}
  },
  "meanings":{
    "mentor":2
  },
  "topic_meanings":{
    "web":3
  },
  "checksum":")" + text.substr(text.size() - 12, 8) +
                    "\"\n}\n");
}

TEST_CASE("what nobody said takes no room") {
  const std::string text = encoded("{}", small_model());
  CHECK(text.find("shapes") == std::string::npos);
  CHECK(text.find("meanings") == std::string::npos);
  CHECK(restored(text, small_model()) == "{}");
}

TEST_CASE("the same answers give the same file, whatever their order") {
  CHECK(encoded(R"({"reasons": ["move", "caring", "move"], "role": "returner"})", small_model()) ==
        encoded(R"({"role": "returner", "reasons": ["caring", "move"]})", small_model()));
  CHECK(encoded(R"({"away_since": 14})", small_model()) == encoded(R"({"away_since": "2025-04"})", small_model()));
}

TEST_CASE("numbers with decimals come back to the last bit") {
  for (const double number : {0.0, -0.0, 12.0, 12.5, 0.1, 0.1 + 0.2, 99.49999999999999, 1e-7, 5e-324, 33.3}) {
    Answers answers = answers_of(small_model(), "{}");
    answers.of_question[index_of(small_model().questions, "pay")] = number;
    const Decoded back = decoded(encoded(answers, small_model()), small_model());
    REQUIRE(back.saved);
    const double read = std::get<double>(back.saved->answers.of_question[index_of(small_model().questions, "pay")]);
    INFO(number);
    CHECK(read == number);
    CHECK(std::signbit(read) == std::signbit(number));
  }
}

TEST_CASE("a day so early that months would lie before the first year is refused") {
  const std::vector<SourceText> none;
  Reporter reporter(none);
  const Answers answers = answers_of(small_model(), R"({"away_since": 720})");
  CHECK_FALSE(encode(answers, small_model(), {60, 12, 31}, reporter));
  CHECK(lines_of(reporter.so_far()) ==
        std::vector<std::string>{"error: answers cannot be saved on the day 0060-12-31: months before the year 1 have "
                                 "no name; give the day of today [out_of_range]"});
  CHECK(restored(encoded(answers, small_model(), {61, 1, 1}), small_model()) == R"({"away_since":"0001-01"})");
}
