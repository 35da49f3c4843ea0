#include "checking/check_translations.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

std::vector<std::string> lines(const PackTexts& texts) { return lines_of(open_texts(texts).diagnostics); }

JsonValue json_of(const std::string& text) {
  const std::vector<SourceText> sources = {{"text.json", text}};
  Reporter reporter(sources);
  return *read_json(0, reporter);
}

/// The record for texts of which only the questions are looked at.
std::string record_of(const std::string& english) {
  const JsonValue value = json_of(english);
  std::string record;
  for (const auto& [part, things] : checksums_of({"en", {&value}})) {
    record += (record.empty() ? "\"" : ", \"") + part + "\": {";
    for (const auto& [id, checksum] : things)
      record += (record.ends_with('{') ? "\"" : ", \"") + id + "\": \"" + checksum + "\"";
    record += "}";
  }
  return record;
}

PackTexts stamped() {
  PackTexts texts = bilingual_pack();
  std::string record;
  for (const auto& [path, text] : small_pack())
    if (path.starts_with("texts/en/")) record += (record.empty() ? "" : ", ") + record_of(text);
  texts["texts/cy/made-from.json"] = "{\"made_from\": {" + record + "}}";
  return texts;
}

const std::string mend = "; look at both, and when they say the same, run: waymark stamp FOLDER cy [translation_";

}  // namespace

TEST_CASE("a translation without a record of what it was made from is warned of once") {
  CHECK(lines(bilingual_pack()) ==
        std::vector<std::string>{"texts/cy/needs.json:1:1: warning: nothing records what the "
                                 "texts in \"cy\" were made from" +
                                 mend + "unstamped]"});
}

TEST_CASE("a recorded translation is as new as what it was made from until that changes") {
  CHECK(lines(stamped()).empty());
  CHECK(lines(edited(stamped(), "texts/en/questions.json", R"("title": "Region?")", R"("title": "Where?")")) ==
        std::vector<std::string>{"texts/cy/questions.json:4:5: warning: \"region\" (questions) in \"cy\" may be older "
                                 "than in \"en\"" +
                                 mend + "outdated]"});
  CHECK(lines(edited(stamped(), "texts/cy/questions.json", R"("title": "Region?")", R"("title": "Ble?")")).empty());
}

TEST_CASE("a record of the wrong shape records nothing, and is warned of, not trusted") {
  for (const std::string record : {"[]", "1", R"({"questions": 1})", R"({"questions": {"region": 1}})"}) {
    PackTexts texts = bilingual_pack();
    texts["texts/cy/made-from.json"] = "{\"made_from\": " + record + "}";
    CAPTURE(record);
    const auto found = lines(texts);
    REQUIRE(found.size() > 20);
    for (const std::string& line : found) CHECK(line.ends_with("[translation_outdated]"));
  }
}

TEST_CASE("blanks and the order of words are part of a text") {
  const auto checksum = [](const std::string& text) {
    const JsonValue value = json_of("{\"pack\": {\"title\": " + text + "}}");
    return checksums_of({"en", {&value}}).at("pack").at("title");
  };
  CHECK(checksum(R"("a b")") != checksum(R"("ab")"));
  CHECK(checksum(R"({"x": "ab", "y": "c"})") != checksum(R"({"x": "a", "y": "bc"})"));
  CHECK(checksum(R"(["ab", "c"])") != checksum(R"(["a", "bc"])"));
  CHECK(checksum(R"({"x": "a"})") == checksum(R"({   "x":   "a" })"));
}
