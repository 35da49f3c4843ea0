#include "reading/object_reader.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Lines = std::vector<std::string>;

/// What reading an object in some way reports.
template <typename Use>
Lines reports(const std::string& json, Use use) {
  const std::vector<SourceText> sources = {{"f", json}};
  Reporter reporter(sources);
  const auto value = read_json(0, reporter);
  REQUIRE(value.has_value());
  {
    ObjectReader reader(*value, "a thing", reporter);
    use(reader);
  }
  return lines_of(reporter.take());
}

}  // namespace

TEST_CASE("members that are there with the right type are read without a word") {
  const Lines lines = reports(
      R"({"text": "t", "id": "an-id-2", "rule_id": "an_id", "flag": true, "integer": 5, "number": 2.5, "whole": 3,
          "list": [1], "members": {"a": 1}, "any": null})",
      [](ObjectReader& reader) {
        CHECK(reader.text("text").value == "t");
        CHECK(reader.id("id").value == "an-id-2");
        CHECK(reader.rule_id("rule_id").value == "an_id");
        CHECK(reader.flag("flag"));
        CHECK(reader.integer("integer", 1, 5) == 5);
        CHECK(reader.number("number").value == 2.5);
        CHECK(reader.number("whole").value == 3);
        CHECK(reader.list("list").size() == 1);
        CHECK(reader.members("members").size() == 1);
        (void)reader.optional("any");
        CHECK_FALSE(reader.optional_text("absent").has_value());
        CHECK(reader.optional_list("absent").empty());
        CHECK_FALSE(reader.flag("absent"));
        CHECK(reader.optional_integer("absent", 1, 5, 77) == 77);
        CHECK(reader.optional("absent") == nullptr);
      });
  CHECK(lines == Lines{});
}

TEST_CASE("a member that is missing is reported at the object") {
  CHECK(reports(" {}",
                [](ObjectReader& reader) {
                  reader.text("text");
                  reader.id("id");
                  CHECK(reader.integer("integer", 3, 5) == 3);
                  reader.number("number");
                  reader.list("list");
                  reader.members("members");
                  reader.required("any");
                }) == Lines{"f:1:2: error: a thing needs the member \"text\" [member_missing]",
                            "f:1:2: error: a thing needs the member \"id\" [member_missing]",
                            "f:1:2: error: a thing needs the member \"integer\" [member_missing]",
                            "f:1:2: error: a thing needs the member \"number\" [member_missing]",
                            "f:1:2: error: a thing needs the member \"list\" [member_missing]",
                            "f:1:2: error: a thing needs the member \"members\" [member_missing]",
                            "f:1:2: error: a thing needs the member \"any\" [member_missing]"});
}

TEST_CASE("a member of a wrong type is reported at its value") {
  CHECK(reports(R"({"a": 1, "b": "x"})",
                [](ObjectReader& reader) {
                  reader.text("a");
                  reader.optional_text("a");
                  reader.id("a");
                  reader.flag("a");
                  reader.integer("b", 1, 2);
                  reader.optional_integer("b", 1, 2, 1);
                  reader.number("b");
                  reader.list("b");
                  reader.optional_list("b");
                  reader.members("b");
                }) == Lines{"f:1:7: error: this is a whole number, but a text is needed [wrong_type]",
                            "f:1:7: error: this is a whole number, but a text is needed [wrong_type]",
                            "f:1:7: error: this is a whole number, but an id is needed [wrong_type]",
                            "f:1:7: error: this is a whole number, but true or false is needed [wrong_type]",
                            "f:1:15: error: this is a text, but a whole number is needed [wrong_type]",
                            "f:1:15: error: this is a text, but a whole number is needed [wrong_type]",
                            "f:1:15: error: this is a text, but a number is needed [wrong_type]",
                            "f:1:15: error: this is a text, but a list is needed [wrong_type]",
                            "f:1:15: error: this is a text, but a list is needed [wrong_type]",
                            "f:1:15: error: this is a text, but an object is needed [wrong_type]"});
}

TEST_CASE("what is no object is reported once, and its members are not missed") {
  CHECK(reports("[1]", [](ObjectReader& reader) {
          reader.text("a");
          reader.list("b");
        }) == Lines{"f:1:1: error: this is a list, but an object is needed [wrong_type]"});
}

TEST_CASE("members never asked for are reported in their order, with what may be meant") {
  CHECK(reports(R"({"regoin": 1, "region": 2, "zebra": 3})",
                [](ObjectReader& reader) { (void)reader.optional("region"); }) ==
        Lines{"f:1:2: error: a thing has no member \"regoin\"; did you mean \"region\"? [member_unknown]",
              "f:1:28: error: a thing has no member \"zebra\" [member_unknown]"});
}

TEST_CASE("whole numbers lie within their bounds") {
  const auto range = [](const std::string& json) {
    return reports(json, [](ObjectReader& reader) { reader.integer("n", -1, 5); });
  };
  CHECK(range(R"({"n": -1})").empty());
  CHECK(range(R"({"n": 5})").empty());
  CHECK(range(R"({"n": -2})") == Lines{"f:1:7: error: -2 is not within -1 to 5 [out_of_range]"});
  CHECK(range(R"({"n": 6})") == Lines{"f:1:7: error: 6 is not within -1 to 5 [out_of_range]"});
  CHECK(range(R"({"n": 2.0})") ==
        Lines{"f:1:7: error: this is a decimal number, but a whole number is needed [wrong_type]"});
}

TEST_CASE("ids are lower-case words joined by hyphens, of at most 64 characters") {
  const auto faults = [](const std::string& id) {
    return reports("{\"id\": \"" + id + "\"}", [](ObjectReader& reader) { reader.id("id"); }).size();
  };
  for (const std::string& id : std::vector<std::string>{"a", "a-b", "2020s", "a1-2b", std::string(64, 'a')}) {
    INFO(id);
    CHECK(faults(id) == 0);
  }
  for (const std::string& id :
       std::vector<std::string>{"", "A", "a_b", "a--b", "-a", "a-", "a b", "\xC3\xA9", std::string(65, 'a')}) {
    INFO(id);
    CHECK(faults(id) == 1);
  }
}

TEST_CASE("ids that rules read are words joined by underscores, a letter first") {
  const auto faults = [](const std::string& id) {
    return reports("{\"id\": \"" + id + "\"}", [](ObjectReader& reader) { reader.rule_id("id"); }).size();
  };
  for (const std::string& id : std::vector<std::string>{"a", "a_b", "a1_2b", std::string(64, 'a')}) {
    INFO(id);
    CHECK(faults(id) == 0);
  }
  for (const std::string& id :
       std::vector<std::string>{"", "A", "a-b", "a__b", "_a", "a_", "1a", "a b", std::string(65, 'a')}) {
    INFO(id);
    CHECK(faults(id) == 1);
  }
}

TEST_CASE("ids stand as keys and in lists too") {
  const std::vector<SourceText> sources = {{"f", R"({"Bad": 0, "good": ["ok", "Not ok", 3]})"}};
  Reporter reporter(sources);
  const auto json = read_json(0, reporter);
  for (const JsonMember& member : json->as<JsonObject>()->members) (void)read_id(member, reporter);
  for (const JsonValue& item : json->as<JsonObject>()->find("good")->as<JsonArray>()->items)
    (void)read_id(item, reporter);
  const std::string hint =
      "; use lower-case letters and digits, with single hyphens between words, at most 64 characters [id_malformed]";
  CHECK(lines_of(reporter.take()) == Lines{"f:1:2: error: \"Bad\" has not the form of an id" + hint,
                                           "f:1:27: error: \"Not ok\" has not the form of an id" + hint,
                                           "f:1:37: error: this is a whole number, but an id is needed [wrong_type]"});
}
