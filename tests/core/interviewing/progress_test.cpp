#include "interviewing/progress.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Ids = std::vector<std::string>;

std::string next(const std::string& answers) {
  const Assessment assessment = assess_text(small_model(), answers);
  return assessment.next_question ? small_model().questions[*assessment.next_question].id : "none";
}

/// `settled/open` of each section.
std::string progress(const std::string& answers) {
  std::string text;
  for (const SectionProgress& section : assess_text(small_model(), answers).progress) {
    if (!text.empty()) text += " ";
    text += std::to_string(section.settled) + "/" + std::to_string(section.open);
  }
  return text;
}

Ids not_asked(const std::string& answers) {
  return ids_of(assess_text(small_model(), answers).not_asked, small_model().questions);
}
Ids undecided(const std::string& answers) {
  return ids_of(assess_text(small_model(), answers).undecided, small_model().questions);
}
Ids notices(const std::string& answers) {
  return ids_of(assess_text(small_model(), answers).notices, small_model().notices);
}
Ids offered(const std::string& answers) {
  return ids_of(assess_text(small_model(), answers).topics_offered, small_model().topics);
}

}  // namespace

TEST_CASE("the next question is the first in the pack's order that is asked and not settled") {
  CHECK(next("{}") == "role");
  CHECK(next(R"({"role": "returner"})") == "region");
  CHECK(next(R"({"role": "returner", "region": null})") == "work");
  CHECK(next(R"({"role": "returner", "region": "north", "work": "not-working"})") == "reasons");
  CHECK(next(R"({"role": "returner", "region": "north", "work": "working"})") == "away_since");
  CHECK(next(R"({"region": "north"})") == "role");
  CHECK(next(R"({"role": "employer", "region": "north"})") == "none");
  CHECK(next(R"({"role": null, "region": "north"})") == "none");
}

TEST_CASE("a notice that ends the interview leaves no next question") {
  CHECK(notices(R"({"role": "student"})") == Ids{"for-students"});
  CHECK(next(R"({"role": "student"})") == "none");
  CHECK(notices(R"({"role": "returner", "away_since": 60})") == Ids{"long-break"});
  CHECK(next(R"({"role": "returner", "away_since": 60})") == "region");
  CHECK(notices(R"({"role": "returner", "away_since": 59})").empty());
  CHECK(notices("{}").empty());
}

TEST_CASE("progress counts what is settled and what can still be asked, by section") {
  CHECK(progress("{}") == "0/2 0/12 0/1");
  CHECK(progress(R"({"role": "returner"})") == "1/1 0/12 0/1");
  CHECK(progress(R"({"role": "student"})") == "1/1 0/0 0/0");
  CHECK(progress(R"({"role": "returner", "work": "working"})") == "1/1 1/9 0/1");
  CHECK(progress(R"({"role": "returner", "region": null, "work": null})") == "2/0 1/9 0/1");
}

TEST_CASE("what hangs on declined gates alone is not open") {
  CHECK(progress(R"({"role": null})") == "1/1 0/0 0/0");
  CHECK(undecided(R"({"role": null})").size() == 13);
  // reasons hangs on work alone; care_help on work, declined, and on reasons, which is still open to nobody
  const Ids left = undecided(R"({"role": "returner", "work": null})");
  CHECK(left == Ids{"reasons", "care_help", "target_field"});
}

TEST_CASE("an answer that waits for its gate is neither settled nor open") {
  CHECK(progress(R"({"hours": 20})") == "0/2 0/11 0/1");
  CHECK(progress(R"({"hours": 20, "role": "returner"})") == "1/1 1/11 0/1");
  CHECK(progress(R"({"hours": 20, "role": "student"})") == "1/1 0/0 0/0");
}

TEST_CASE("topics are settled once every rating of those that count is said or declined") {
  const auto topics = [](const std::string& value) {
    return progress(R"({"role": "returner", "target": "same", "field": "coding", "topics": )" + value + "}");
  };
  const std::string open = "1/1 2/9 0/1";
  const std::string settled = "1/1 2/9 1/0";
  CHECK(topics("{}") == settled);
  CHECK(topics("null") == settled);
  CHECK(topics(R"({"web": {}})") == open);
  CHECK(topics(R"({"web": {"able": 1}})") == open);
  CHECK(topics(R"({"web": {"able": 1, "current": 3}})") == settled);
  CHECK(topics(R"({"web": {"able": 1, "current": null}})") == settled);
  CHECK(topics(R"({"web": {"able": 1, "current": 3}, "data": {"able": 1}})") == open);
  CHECK(topics(R"({"web": {"able": 1, "current": 3}, "bricks": {}})") == settled);  // bricks are not offered
}

TEST_CASE("what is not asked and what is undecided are listed apart") {
  CHECK(not_asked("{}").empty());
  CHECK(not_asked(R"({"role": "student"})").size() == 13);
  CHECK(undecided(R"({"role": "student"})").empty());
  CHECK(not_asked(R"({"role": "returner", "work": "working", "target": "same"})") ==
        Ids{"reasons", "care_help", "target_field"});
  CHECK(undecided(R"({"role": "returner"})") == Ids{"reasons", "care_help", "target_field"});
}

TEST_CASE("topics are offered once it is known that they are") {
  CHECK(offered("{}").empty());
  CHECK(offered(R"({"role": "returner", "target": "same", "field": "coding"})") == Ids{"data", "web"});
  CHECK(offered(R"({"role": "returner", "target": "new", "field": "coding", "target_field": "building"})") ==
        Ids{"bricks", "roofs"});
}
