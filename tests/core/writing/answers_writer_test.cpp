#include "writing/answers_writer.h"

#include <catch2/catch_test_macros.hpp>

#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

TEST_CASE("answers are written as they are read, in the order of the pack") {
  const Model& model = small_model();
  const auto again = [&](const std::string& json) { return write_answers(answers_of(model, json), model); };
  CHECK(again("{}") == "{}");
  CHECK(again(R"({"away_since": 30, "role": "returner", "region": null})") ==
        R"({"role":"returner","region":null,"away_since":30})");
  CHECK(again(R"({"reasons": ["move", "caring"], "care_help": false, "hours": 16, "pay": 12, "sure": 5})") ==
        R"({"reasons":["caring","move"],"care_help":false,"hours":16,"pay":12,"sure":5})");
  CHECK(again(R"({"reasons": [], "topics": {}})") == R"({"reasons":[],"topics":{}})");
  CHECK(again(R"({"topics": {"data": {"able": 5, "current": null}, "bricks": {}, "roofs": {"current": 1}}})") ==
        R"({"topics":{"bricks":{},"roofs":{"current":1},"data":{"able":5,"current":null}}})");
}
