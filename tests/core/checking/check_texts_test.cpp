#include "checking/check_texts.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

std::vector<std::string> lines(const PackTexts& texts) {
  std::vector<std::string> lines = lines_of(open_texts(texts).diagnostics);
  std::erase_if(lines, [](const std::string& line) { return line.ends_with("[translation_unstamped]"); });
  return lines;
}

}  // namespace

TEST_CASE("every language is checked on its own") {
  CHECK(lines(bilingual_pack()).empty());
  CHECK(
      lines(edited(bilingual_pack(), "texts/cy/questions.json", R"("title": "Region?", )", "")) ==
      std::vector<std::string>{
          "texts/cy/questions.json:4:15: error: the texts of a question needs the member \"title\" [member_missing]"});
  PackTexts none = bilingual_pack();
  std::erase_if(none, [](const auto& file) { return file.first.starts_with("texts/cy/"); });
  CHECK(lines(none) == std::vector<std::string>{"pack.json:5:23: error: there are no texts in \"cy\" [text_missing]"});
}

TEST_CASE("a pack without texts is a bundle's, and there is nothing to check") {
  PackTexts texts = small_pack();
  std::erase_if(texts, [](const auto& file) { return file.first.starts_with("texts/"); });
  CHECK(lines(texts).empty());
}

TEST_CASE("parts may stand in any file of a language") {
  PackTexts texts = small_pack();
  texts["texts/en/more.json"] = R"({"supports": {"placement": "P", "coaching": "C", "course": "C"}})";
  texts["texts/en/needs.json"] = replaced(texts.at("texts/en/needs.json"),
                                          ",\n  \"supports\": {\"placement\": \"Placement\", \"coaching\": "
                                          "\"Coaching\", \"course\": \"Course\"}",
                                          "");
  CHECK(lines(texts).empty());
}

TEST_CASE("the texts of all that a question shows are demanded") {
  const std::string file = "texts/en/questions.json";
  const auto missing = [&](std::string_view from, std::string_view to) {
    const auto found = lines(edited(small_pack(), file, from, to));
    return found.size() == 1 ? found[0].substr(found[0].find("error: ")) : std::to_string(found.size()) + " lines";
  };
  CHECK(missing(R"({"title": "Hours?", "why": "It decides what fits.")", R"({"title": "Hours?")") ==
        "error: the texts of a question needs the member \"why\" [member_missing]");
  CHECK(missing(R"("title": "Mentor?", "why": "It decides what fits.", "options": {"yes": "Yes", "no": "No"})",
                R"("title": "Mentor?", "why": "It decides what fits.", "options": {"yes": "Yes"})") ==
        "error: options needs the member \"no\" [member_missing]");
  CHECK(missing(R"(, "5": "Point 5"}},
    "network")",
                R"(}},
    "network")") == "error: options needs the member \"5\" [member_missing]");
  CHECK(missing(R"({"title": "Current", )", "{") ==
        "error: the texts of an aspect needs the member \"title\" [member_missing]");
  CHECK(missing(R"("current": {"title": "Current", "points": {"1": "Point 1", )",
                R"("current": {"title": "Current", "points": {)") ==
        "error: points needs the member \"1\" [member_missing]");
  CHECK(missing(R"("none": "None of these")", R"("non": "None of these")") ==
        "error: the texts of a question has no member \"non\"; did you mean \"none\"? [member_unknown]");
  CHECK(missing(R"("unit": "a week"},
    "pay")",
                R"("unit": 7},
    "pay")") == "error: this is a whole number, but a text is needed [wrong_type]");
}

TEST_CASE("a topic has as many texts of changes and first steps as it has changes and first steps") {
  const std::string file = "texts/en/topics.json";
  CHECK(lines(edited(small_pack(), file, R"(["New glue."])", R"(["New glue.", "Newer glue."])")) ==
        std::vector<std::string>{
            "texts/en/topics.json:4:15: error: \"changed\" has 2 texts, but the topic has 1 [text_missing]"});
  CHECK(lines(edited(small_pack(), file, R"(["Lay one."])", "[]")) ==
        std::vector<std::string>{
            "texts/en/topics.json:4:15: error: \"first_steps\" has 0 texts, but the topic has 1 [text_missing]"});
}
