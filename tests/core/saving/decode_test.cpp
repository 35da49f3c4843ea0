#include "saving/decode.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "model/limits.h"
#include "support/saves.h"
#include "writing/assessment_writer.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Lines = std::vector<std::string>;

const std::string everything =
    R"({"role":"returner","region":"south","work":"not-working","reasons":["caring","move"],"care_help":true,)"
    R"("away_since":"2024-04","hours":16,"pay":12.5,"sure":4,"network":"never","mentor":false,"target":null,)"
    R"("topics":{"bricks":{"able":2},"web":{"able":5,"current":null}}})";

/// What became of everything that was said, in a changed pack: the answers that are left, and all that is told.
struct Migrated {
  std::string answers;
  Lines lines;
  Diagnostics diagnostics;
};

Migrated migrated(const std::string& said, const Model& before, const Model& after) {
  const Decoded result = decoded(encoded(said, before), after);
  REQUIRE(result.saved);
  Migrated back = {write_answers(result.saved->answers, after, midsummer), {}, result.diagnostics};
  for (const Diagnostic& diagnostic : result.diagnostics) {
    CHECK(diagnostic.severity == Severity::warning);
    CHECK(diagnostic.line > 0);
    back.lines.push_back(diagnostic.question + (diagnostic.topic.empty() ? "" : "/" + diagnostic.topic) + ": " +
                         diagnostic.message + " [" + std::string(name_of(diagnostic.code)) + "]");
  }
  return back;
}

std::string asked(const std::string& rest) { return R"({"id":"q","section":"all",)" + rest + "}"; }

Model asks(const std::string& rest, const std::string& version = "1") { return bare_model(asked(rest), version); }

std::string topics_named(const std::vector<std::string>& ids) {
  std::string list;
  for (const std::string& id : ids)
    list += (list.empty() ? "" : ",") + std::string(R"({"id":)") + id +
            R"(,"pace":"slow","pace_source":"editorial","changed":[],"first_steps":[]})";
  return R"({"group":"g","offered_if":"true","topics":[)" + list + "]}";
}

}  // namespace

TEST_CASE("what was saved comes back, and is assessed the same byte for byte") {
  const std::string text = encoded(everything, small_model());
  const Decoded back = decoded(text, small_model(), midsummer);
  REQUIRE(back.saved);
  CHECK(back.diagnostics.empty());
  CHECK(back.saved->saved == midsummer);
  CHECK(back.saved->version == 1);
  CHECK(write_answers(back.saved->answers, small_model(), midsummer) == everything);
  CHECK(write_assessment(assess(small_model(), back.saved->answers, midsummer), small_model(), {}) ==
        write_assessment(assess_text(small_model(), everything), small_model(), {}));
}

TEST_CASE("months grow with the time that passes, and go with a word when they are too many to count") {
  const std::string text = encoded(R"({"away_since": 700, "role": "returner"})", small_model());
  const auto months = [&](const Date& today) {
    const Decoded back = decoded(text, small_model(), today);
    REQUIRE(back.saved);
    const Answer& answer = back.saved->answers.of_question[index_of(small_model().questions, "away_since")];
    const auto* count = std::get_if<std::int64_t>(&answer);
    return count == nullptr ? -1 : *count;
  };
  CHECK(months(midsummer) == 700);
  CHECK(months({2026, 7, 1}) == 701);
  CHECK(months({2028, 2, 1}) == 720);
  CHECK(months({2028, 3, 1}) == -1);
  const Decoded late = decoded(text, small_model(), Date{2028, 3, 1});
  CHECK(lines_of(late.diagnostics) ==
        Lines{"save.json:8:18: warning: the answer to \"away_since\" is not within the last 60 years; it is left out "
              "[answer_out_of_range]"});
  CHECK(late.diagnostics[0].question == "away_since");
  // a device whose clock is wrong
  CHECK(lines_of(decoded(text, small_model(), Date{1966, 1, 1}).diagnostics) ==
        Lines{"save.json:8:18: warning: the answer to \"away_since\" is not a month that has begun; it is left out "
              "[answer_out_of_range]"});
}

TEST_CASE("every text that is no save file is refused with its place, the reason and what to do") {
  for (const SaveFault& fault : save_faults()) {
    INFO(fault.text);
    const Decoded result = decoded(fault.text, small_model(), midsummer);
    CHECK_FALSE(result.saved);
    CHECK(lines_of(result.diagnostics) == fault.lines);
    CHECK(has_errors(result.diagnostics));
  }
}

TEST_CASE("blanks may change on the way, and a mark before the text") {
  const std::string text = encoded(everything, small_model());
  std::string narrow;
  std::string wide;
  for (const char c : text) {
    if (c != ' ' && c != '\n') narrow += c;
    wide += c == '\n' ? "\r\n\t " : std::string(1, c);
  }
  CHECK(restored(narrow, small_model()) == everything);
  CHECK(restored("\n" + wide, small_model()) == everything);
  CHECK(restored("\xEF\xBB\xBF" + text, small_model()) == everything);
}

TEST_CASE("no byte of a file can be changed, cut or added so that it says something else") {
  const std::string text = encoded(everything, small_model());
  std::size_t refused = 0;
  const auto look_at = [&](const std::string& changed) {
    const Decoded result = decoded(changed, small_model(), midsummer);
    if (result.saved) CHECK(write_answers(result.saved->answers, small_model(), midsummer) == everything);
    else ++refused;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const char c : {'0', '7', 'x', ' ', '"', '\\', '\xFF'})
      if (text[i] != c) look_at(text.substr(0, i) + c + text.substr(i + 1));
    look_at(text.substr(0, i));
    look_at(text.substr(0, i) + text.substr(i + 1));
    look_at(text.substr(0, i) + '1' + text.substr(i));
  }
  CHECK(refused > 5 * text.size());
}

TEST_CASE("an answer whose question is gone is left out alone, with its reason") {
  const Model before = bare_model(asked(R"("kind":"yes_no")") + R"(,{"id":"r","section":"all","kind":"yes_no"})");
  const Migrated back = migrated(R"({"q": true, "r": false})", before, asks(R"("kind":"yes_no")"));
  CHECK(back.answers == R"({"q":true})");
  CHECK(back.lines == Lines{"r: \"r\" is no longer asked; the saved answer is left out [answer_unknown_question]"});
}

TEST_CASE("an option that is gone takes the answer with it, others do not") {
  const Model before = asks(R"("kind":"one","options":["a","b","c"])");
  const Model after = asks(R"("kind":"one","options":["d","b","a"])");
  CHECK(migrated(R"({"q": "a"})", before, after).answers == R"({"q":"a"})");
  const Migrated gone = migrated(R"({"q": "c"})", before, after);
  CHECK(gone.answers == "{}");
  CHECK(gone.lines ==
        Lines{"q: \"q\" no longer has the option \"c\"; the saved answer is left out [answer_unknown_option]"});
}

TEST_CASE("of many options, one that was chosen and is gone, or one that is new, takes the whole answer with it") {
  const Model before = asks(R"("kind":"many","options":["a","b","c"])");
  const auto after = [&](const std::string& said, const std::string& options) {
    return migrated(said, before, asks(R"("kind":"many","options":)" + options));
  };
  CHECK(after(R"({"q": ["a"]})", R"(["b","a"])").answers == R"({"q":["a"]})");
  CHECK(after(R"({"q": []})", R"(["b","a"])").answers == R"({"q":[]})");
  CHECK(after(R"({"q": ["a", "c"]})", R"(["b","a"])").lines ==
        Lines{"q: \"q\" no longer has the option \"c\"; the saved answer is left out [answer_unknown_option]"});
  const Migrated wider = after(R"({"q": ["a"]})", R"(["a","b","c","d"])");
  CHECK(wider.answers == "{}");
  CHECK(wider.lines == Lines{"q: \"q\" has a new option \"d\", which nobody could choose then; the saved answer is "
                             "left out [answer_question_changed]"});
  CHECK(after(R"({"q": []})", R"(["a","b","c","d"])").answers == "{}");
}

TEST_CASE("a point of another scale is not the same point") {
  const Migrated back =
      migrated(R"({"q": 5})", asks(R"("kind":"scale","points":5)"), asks(R"("kind":"scale","points":7)"));
  CHECK(back.answers == "{}");
  CHECK(back.lines == Lines{"q: \"q\" had 5 points to choose from, and now has 7; the saved answer is left out "
                            "[answer_question_changed]"});
}

TEST_CASE("a number stays while it is within bounds") {
  const Model before = asks(R"("kind":"number","min":0,"max":50,"decimals":true)");
  CHECK(migrated(R"({"q": 12})", before, asks(R"("kind":"number","min":-5,"max":12)")).answers == R"({"q":12})");
  CHECK(migrated(R"({"q": 12.5})", before, asks(R"("kind":"number","min":0,"max":12,"decimals":true)")).lines ==
        Lines{"q: the answer to \"q\" is not within the question's bounds; it is left out [answer_out_of_range]"});
  CHECK(migrated(R"({"q": 12.5})", before, asks(R"("kind":"number","min":0,"max":20)")).lines ==
        Lines{"q: the answer to \"q\" is a decimal number, but a whole number is needed; it is left out "
              "[answer_wrong_type]"});
}

TEST_CASE("an answer to a question of another kind is left out, even where its value would fit; declining stays") {
  struct Form {
    std::string question;
    std::string value;
  };
  const std::vector<Form> forms = {
      {R"("kind":"one","options":["2021-09","a"])", R"("2021-09")"},
      {R"("kind":"many","options":["2021-09","a"])", R"(["2021-09"])"},
      {R"("kind":"scale","points":5)", "3"},
      {R"("kind":"number","min":0,"max":10)", "3"},
      {R"("kind":"since")", R"("2021-09")"},
      {R"("kind":"yes_no")", "true"},
      {R"("kind":"topics","most":3,"aspects":[{"id":"current","points":5}])", R"({"t":{"current":3}})"},
  };
  const auto model = [](const Form& form) {
    return bare_model(asked(form.question), "1",
                      form.question.find("topics") == std::string::npos ? "" : topics_named({"\"t\""}));
  };
  for (const Form& before : forms)
    for (const Form& after : forms) {
      INFO(before.question << " to " << after.question);
      const Migrated back = migrated("{\"q\": " + before.value + "}", model(before), model(after));
      CHECK(migrated("{\"q\": null}", model(before), model(after)).answers == R"({"q":null})");
      if (before.question == after.question) {
        CHECK(back.answers == "{\"q\":" + before.value + "}");
        CHECK(back.lines == Lines{});
      } else {
        CHECK(back.answers == "{}");
        CHECK(back.lines == Lines{"q: \"q\" is asked in another way now; the saved answer is left out "
                                  "[answer_question_changed]"});
      }
    }
}

TEST_CASE("a meaning that changed since leaves the answer out, from older files and from newer ones") {
  const std::string plain = R"("kind":"yes_no")";
  const auto since = [&](int version) { return plain + R"(,"meaning_since":)" + std::to_string(version); };
  const auto kept = [&](const Model& before, const Model& after) {
    const Migrated back = migrated(R"({"q": true})", before, after);
    if (back.answers == R"({"q":true})") return back.lines.empty();
    CHECK(back.answers == "{}");
    CHECK(back.lines == Lines{"q: \"q\" asks something else now than when it was answered; the saved answer is left "
                              "out [answer_question_changed]"});
    return false;
  };
  CHECK(kept(asks(plain, "1"), asks(plain, "9")));
  CHECK_FALSE(kept(asks(plain, "2"), asks(since(3), "9")));
  CHECK(kept(asks(plain, "3"), asks(since(3), "9")));  // its author says so afterwards
  CHECK(kept(asks(since(3), "4"), asks(since(3), "9")));
  CHECK_FALSE(kept(asks(since(3), "4"), asks(since(5), "9")));
  // files of a newer version
  CHECK(kept(asks(since(3), "9"), asks(plain, "4")));
  CHECK(kept(asks(since(3), "9"), asks(since(3), "4")));
  CHECK_FALSE(kept(asks(since(5), "9"), asks(plain, "4")));
  CHECK_FALSE(kept(asks(since(5), "9"), asks(since(3), "4")));
  CHECK(migrated(R"({"q": null})", asks(plain, "2"), asks(since(3), "3")).answers == "{}");
}

TEST_CASE("a newer version's question that is not known here is left out as that") {
  const Model newer = bare_model(asked(R"("kind":"yes_no")") + R"(,{"id":"r","section":"all","kind":"yes_no"})", "2");
  const Migrated back = migrated(R"({"q": true, "r": false})", newer, asks(R"("kind":"yes_no")"));
  CHECK(back.answers == R"({"q":true})");
  CHECK(back.lines ==
        Lines{"r: \"r\" is not asked by this older copy; the saved answer is left out [answer_unknown_question]"});
}

TEST_CASE("picked topics go one by one, and ratings too") {
  const auto topics_model = [](const std::string& aspects, int most, const std::vector<std::string>& topics,
                               const std::string& version) {
    return bare_model(asked(R"("kind":"topics","most":)" + std::to_string(most) + R"(,"aspects":)" + aspects), version,
                      topics_named(topics));
  };
  const std::string two = R"([{"id":"able","points":5},{"id":"current","points":3}])";
  const Model before = topics_model(two, 4, {"\"a\"", "\"b\"", "\"c\"", "\"d\""}, "1");
  const std::string said = R"({"q": {"a": {"able": 1}, "b": {"current": 2}, "c": {"able": null, "current": 3}}})";

  const Migrated gone = migrated(said, before, topics_model(two, 4, {"\"c\"", "\"b\""}, "1"));
  CHECK(gone.answers == R"({"q":{"c":{"able":null,"current":3},"b":{"current":2}}})");
  CHECK(gone.lines == Lines{"q/a: \"a\" is no longer a topic; the saved answer is left out [answer_unknown_option]"});

  const Migrated newer = migrated(said, topics_model(two, 4, {"\"a\"", "\"b\"", "\"c\""}, "2"),
                                  topics_model(two, 4, {"\"c\"", "\"b\""}, "1"));
  CHECK(newer.lines ==
        Lines{"q/a: \"a\" is no topic of this older copy; the saved answer is left out [answer_unknown_option]"});

  const Migrated meaning =
      migrated(said, before, topics_model(two, 4, {"\"a\"", R"("b","meaning_since":2)", "\"c\""}, "2"));
  CHECK(meaning.answers == R"({"q":{"a":{"able":1},"c":{"able":null,"current":3}}})");
  CHECK(meaning.lines == Lines{"q/b: \"b\" covers something else now than when it was answered; the saved answer is "
                               "left out [answer_question_changed]"});

  const Migrated points = migrated(
      said, before,
      topics_model(R"([{"id":"able","points":5},{"id":"current","points":5}])", 4, {"\"a\"", "\"b\"", "\"c\""}, "1"));
  CHECK(points.answers == R"({"q":{"a":{"able":1},"b":{},"c":{"able":null}}})");
  const std::string another =
      "\"current\" had 3 points to choose from, and now has 5; the saved answer is left out "
      "[answer_question_changed]";
  CHECK(points.lines == Lines{"q/b: " + another, "q/c: " + another});

  const Migrated aspect =
      migrated(said, before, topics_model(R"([{"id":"current","points":3}])", 4, {"\"a\"", "\"b\"", "\"c\""}, "1"));
  CHECK(aspect.answers == R"({"q":{"a":{},"b":{"current":2},"c":{"current":3}}})");
  const std::string not_asked =
      "\"q\" no longer asks for \"able\"; the saved answer is left out [answer_unknown_option]";
  CHECK(aspect.lines == Lines{"q/a: " + not_asked, "q/c: " + not_asked});

  const Migrated fewer = migrated(said, before, topics_model(two, 2, {"\"a\"", "\"b\"", "\"c\""}, "1"));
  CHECK(fewer.answers == R"({"q":{"a":{"able":1},"b":{"current":2}}})");
  CHECK(fewer.lines == Lines{"q/c: \"q\" takes 2 topics at most; \"c\", the last of them by the pack's order, is left "
                             "out [answer_out_of_range]"});
}

TEST_CASE("a file with a right checksum that no copy of this tool wrote is taken as far as it can be understood") {
  const auto from = [&](const std::string& rest) {
    return decoded(sealed(R"("waymark":1,"pack":"small","version":1,"saved":"2026-06-15",)" + rest), small_model());
  };
  const Decoded shapeless = from(R"("answers":{"sure":4,"hours":20,"topics":{"web":3},"away_since":7},"shapes":7)");
  REQUIRE(shapeless.saved);
  CHECK(write_answers(shapeless.saved->answers, small_model(), midsummer) == R"({"hours":20})");
  CHECK(shapeless.diagnostics.size() == 3);
  const Decoded odd =
      from(R"("answers":{"reasons":[1],"topics":{"web":3,"data":{"able":9,"current":1}},"sure":4},)"
           R"("shapes":{"reasons":[2],"topics":{"able":5},"sure":"5"},"meanings":{"hours":"x"},"topic_meanings":[])");
  REQUIRE(odd.saved);
  CHECK(write_answers(odd.saved->answers, small_model(), midsummer) == R"({"topics":{"data":{}}})");
  CHECK(odd.diagnostics.size() == 5);
}
