#include "reading/answers_reader.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/answer_faults.h"
#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

const Answer& answer(const Answers& answers, std::string_view question) {
  return answers.of_question[index_of(small_model().questions, question)];
}

Answer read(const std::string& question, const std::string& value, const Date& today = midsummer) {
  return answer(answers_of(small_model(), "{\"" + question + "\": " + value + "}", today), question);
}

}  // namespace

TEST_CASE("each kind of answer is read") {
  CHECK(std::get<ChosenOption>(read("region", "\"south\"")).option == 1);
  CHECK(std::get<bool>(read("mentor", "true")));
  CHECK_FALSE(std::get<bool>(read("mentor", "false")));
  CHECK(std::get<std::int64_t>(read("sure", "1")) == 1);
  CHECK(std::get<std::int64_t>(read("sure", "5")) == 5);
  CHECK(std::get<std::int64_t>(read("hours", "0")) == 0);
  CHECK(std::get<std::int64_t>(read("hours", "40")) == 40);
  CHECK(std::get<double>(read("pay", "12.5")) == 12.5);
  CHECK(std::get<double>(read("pay", "12")) == 12.0);
  CHECK(std::get<double>(read("pay", "99.5")) == 99.5);
  CHECK(std::get<std::int64_t>(read("away_since", "720")) == 720);
}

TEST_CASE("many options are taken in the pack's order, each once, and none is an answer") {
  using Options = std::vector<std::uint32_t>;
  CHECK(std::get<ChosenOptions>(read("reasons", R"(["move", "caring", "move"])")).options == Options{0, 2});
  CHECK(std::get<ChosenOptions>(read("reasons", "[]")).options.empty());
}

TEST_CASE("a month counts in calendar months at today") {
  CHECK(std::get<std::int64_t>(read("away_since", "\"2026-06\"")) == 0);
  CHECK(std::get<std::int64_t>(read("away_since", "\"2026-05\"")) == 1);
  CHECK(std::get<std::int64_t>(read("away_since", "\"2025-06\"", {2026, 6, 1})) == 12);
  CHECK(std::get<std::int64_t>(read("away_since", "\"2025-06\"", {2026, 6, 30})) == 12);
  CHECK(std::get<std::int64_t>(read("away_since", "\"1966-06\"")) == 720);
}

TEST_CASE("null is declined, and what is not there is unanswered") {
  for (const Question& question : small_model().questions) {
    INFO(question.id);
    CHECK(std::holds_alternative<Declined>(read(question.id, "null")));
    CHECK(std::holds_alternative<Unanswered>(answer(answers_of(small_model(), "{}"), question.id)));
  }
}

TEST_CASE("picked topics are in the pack's order, with each rating open, declined or rated") {
  const Answer read_topics = read("topics", R"({"web": {"able": 3, "current": null}, "bricks": {}})");
  const auto& picked = std::get<PickedTopics>(read_topics).picked;
  REQUIRE(picked.size() == 2);
  CHECK(small_model().topics[picked[0].topic].id == "bricks");
  CHECK(picked[0].ratings[0].state == Rating::State::open);
  CHECK(picked[0].ratings[1].state == Rating::State::open);
  CHECK(small_model().topics[picked[1].topic].id == "web");
  CHECK(picked[1].ratings[0].state == Rating::State::rated);
  CHECK(picked[1].ratings[0].point == 2);
  CHECK(picked[1].ratings[1].state == Rating::State::declined);
  CHECK(std::get<PickedTopics>(read("topics", "{}")).picked.empty());
}

TEST_CASE("every fault in answers is a warning at its place, and names its question") {
  for (const AnswerFault& fault : answer_faults()) {
    INFO(fault.answers);
    const ReadAnswers read = read_answers_text(small_model(), fault.answers);
    CHECK(lines_of(read.diagnostics) == fault.lines);
    CHECK_FALSE(has_errors(read.diagnostics));
    REQUIRE_FALSE(read.diagnostics.empty());
    CHECK(read.diagnostics.front().question == fault.question);
  }
}

TEST_CASE("a faulty answer is left out, and the rest stands") {
  for (const AnswerFault& fault : answer_faults()) {
    INFO(fault.answers);
    const ReadAnswers read = read_answers_text(small_model(), fault.answers);
    REQUIRE(read.answers.of_question.size() == small_model().questions.size());
    if (fault.question == "topics" || !small_model().question_index.contains(fault.question)) continue;
    CHECK(std::holds_alternative<Unanswered>(answer(read.answers, fault.question)));
  }
  const ReadAnswers mixed =
      read_answers_text(small_model(), R"({"sure": 9, "region": "north", "nobody": 1, "hours": 20})");
  CHECK(std::get<ChosenOption>(answer(mixed.answers, "region")).option == 0);
  CHECK(std::get<std::int64_t>(answer(mixed.answers, "hours")) == 20);
  CHECK(std::holds_alternative<Unanswered>(answer(mixed.answers, "sure")));
}

TEST_CASE("a faulty rating leaves the rest of the topics standing") {
  const ReadAnswers read = read_answers_text(
      small_model(), R"({"topics": {"web": {"able": 9, "current": 2}, "nothing": {}, "data": {"able": 1}}})");
  const auto& picked = std::get<PickedTopics>(answer(read.answers, "topics")).picked;
  REQUIRE(picked.size() == 2);
  CHECK(picked[0].ratings[0].state == Rating::State::rated);
  CHECK(picked[1].ratings[0].state == Rating::State::open);
  CHECK(picked[1].ratings[1].point == 1);
}

TEST_CASE("a topic without ratings that can be read is left out, as is said of it") {
  const ReadAnswers read = read_answers_text(small_model(), R"({"topics": {"web": null, "data": 3, "bricks": {}}})");
  const auto& picked = std::get<PickedTopics>(answer(read.answers, "topics")).picked;
  REQUIRE(picked.size() == 1);
  CHECK(small_model().topics[picked[0].topic].id == "bricks");
}

TEST_CASE("more topics than are taken leave the first by the pack's order") {
  const ReadAnswers read =
      read_answers_text(small_model(), R"({"topics": {"web": {}, "data": {}, "roofs": {}, "bricks": {}}})");
  std::vector<std::string> ids;
  for (const PickedTopic& picked : std::get<PickedTopics>(answer(read.answers, "topics")).picked)
    ids.push_back(small_model().topics[picked.topic].id);
  CHECK(ids == std::vector<std::string>{"bricks", "roofs", "data"});
}
