#include "interviewing/quick_check.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "matching/status.h"
#include "scoring/needs.h"
#include "simulating/people.h"
#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// What is known of a person, worked out anew.
struct Standing {
  Assessment assessment;
  std::vector<NeedOutlook> needs;

  Standing(const Model& model, const Answers& answers, const Date& today) : assessment(assess(model, answers, today)) {
    Workspace workspace;
    const Circumstances circumstances = worked_out(model, answers, workspace);
    for (const NeedArea& area : model.needs) needs.push_back(need_outlook(model, area, answers, circumstances));
  }
};

using Ids = std::vector<std::uint32_t>;

/// The first three that a person may yet join, as verdicts stand or as well as they can come.
Ids first_three(const Assessment& before, const Assessment& after, bool as_it_stands) {
  struct Ranked {
    int verdict;
    std::int32_t likely;
    std::int32_t low;
    std::uint32_t programme;
  };
  std::vector<Ranked> ranked;
  for (const ProgrammeAssessment& programme : after.programmes) {
    if (!is_joinable(programme.status) || programme.verdict == Verdict::not_eligible) continue;
    const auto known = std::find_if(before.programmes.begin(), before.programmes.end(),
                                    [&](const auto& one) { return one.programme == programme.programme; });
    if (known->verdict == Verdict::not_eligible) continue;
    const bool stays_open = known->answerable < known->must.unknown.size();
    const bool counts_as_eligible = programme.verdict == Verdict::eligible || (!as_it_stands && !stays_open);
    ranked.push_back({counts_as_eligible ? 0 : 1, programme.fit.likely.value_or(-1), programme.fit.low.value_or(-1),
                      programme.programme});
  }
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    if (a.verdict != b.verdict) return a.verdict < b.verdict;
    if (a.likely != b.likely) return a.likely > b.likely;
    return a.low != b.low ? a.low > b.low : a.programme < b.programme;
  });
  Ids first;
  for (const Ranked& one : ranked)
    if (first.size() < 3) first.push_back(one.programme);
  return first;
}

std::int64_t exchanged(const Ids& before, const Ids& after) {
  const auto missing = [](const Ids& from, const Ids& in) {
    return std::count_if(from.begin(), from.end(),
                         [&](std::uint32_t one) { return std::find(in.begin(), in.end(), one) == in.end(); });
  };
  return std::max(missing(before, after), missing(after, before));
}

std::int64_t change(const Model& model, const Standing& before, const Standing& after) {
  std::int64_t change = 0;
  for (std::size_t i = 0; i < model.needs.size(); ++i) {
    if (before.assessment.needs[i].likely_band != after.assessment.needs[i].likely_band) {
      change += 10'000;
    } else if (!before.assessment.needs[i].range.likely) {
      const auto missing = [](const NeedOutlook& need) {
        return std::max<std::int64_t>(0, need.weight - 2 * need.answered);
      };
      const std::int64_t closed = missing(before.needs[i]) - missing(after.needs[i]);
      if (closed > 0) change += 10'000 * closed / missing(before.needs[i]);
    }
  }
  for (const bool as_it_stands : {true, false})
    change += 10'000 * exchanged(first_three(before.assessment, before.assessment, as_it_stands),
                                 first_three(before.assessment, after.assessment, as_it_stands));
  return change;
}

/// By assessing anew with each likely answer, and no more than the words of the definition.
std::int64_t expected_change(const Model& model, const Answers& answers, const Standing& before, std::uint32_t question,
                             const Date& today) {
  std::int64_t sum = 0;
  for (const LikelyAnswer& likely : model.quick_check.prospects[question].answers) {
    Answers supposed = answers;
    supposed.of_question[question] = likely.answer;
    if (const auto* rated = std::get_if<PickedTopics>(&likely.answer)) {
      PickedTopics picked;
      for (const std::uint32_t topic : before.assessment.topics_offered)
        if (picked.picked.size() < model.quick_check.prospects[question].topics_picked)
          picked.picked.push_back({topic, rated->picked.front().ratings});
      supposed.of_question[question] = picked;
    }
    if (likely.share > 0) sum += likely.share * change(model, before, Standing(model, supposed, today));
  }
  return sum / 10'000;
}

bool may_open_others(const Model& model, const Standing& standing, std::uint32_t question) {
  return std::any_of(standing.assessment.undecided.begin(), standing.assessment.undecided.end(),
                     [&](std::uint32_t one) {
                       const auto& cone = model.questions[one].gate_cone;
                       return std::binary_search(cone.begin(), cone.end(), model.questions[question].step);
                     });
}

std::string next(const Model& model, const std::string& answers) {
  const auto question = assess(model, answers_of(model, answers), midsummer, {Interview::quick, {}}).next_question;
  return question ? model.questions[*question].id : "none";
}

const Model& shipped() {
  static const Model model = [] {
    PackTexts texts;
    const std::filesystem::path root = std::filesystem::path(WAYMARK_QUESTIONNAIRES) / "stem-return";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
      if (entry.is_regular_file())
        texts[entry.path().lexically_relative(root).generic_string()] = read_text(entry.path());
    return model_of(texts);
  }();
  return model;
}

}  // namespace

TEST_CASE("looking ahead expects what assessing anew with every likely answer comes to") {
  Random random(20);
  int compared = 0;
  for (int i = 0; i < 12; ++i) {
    const Model& model = i % 3 == 0 ? small_model() : shipped();
    const Date& today = midsummer;
    Answers said = draw_person(model, random);
    for (std::uint32_t question = 1; question < said.of_question.size(); ++question)
      if (random.below(10) < 6) said.of_question[question] = Unanswered{};
    const Standing standing(model, said, today);
    Workspace workspace;
    Circumstances circumstances = worked_out(model, said, workspace);
    const auto changes = expected_changes(model, said, standing.assessment, circumstances, workspace);
    for (std::uint32_t question = 0; question < changes.size(); ++question) {
      if (!std::holds_alternative<Unanswered>(said.of_question[question])) continue;
      const auto& undecided = standing.assessment.undecided;
      const auto& not_asked = standing.assessment.not_asked;
      INFO(model.questions[question].id);
      if (std::binary_search(undecided.begin(), undecided.end(), question) ||
          std::binary_search(not_asked.begin(), not_asked.end(), question)) {
        CHECK(changes[question] == 0);
        continue;
      }
      if (model.questions[question].kind == QuestionKind::topics && standing.assessment.topics_offered.empty()) {
        CHECK(changes[question] == 0);
        continue;
      }
      const std::int64_t expected = expected_change(model, said, standing, question, today);
      if (may_open_others(model, standing, question)) CHECK(changes[question] >= expected);
      else CHECK(changes[question] == expected);
      if (expected > 0) ++compared;
    }
  }
  CHECK(compared > 40);
}

TEST_CASE("the quick check asks first what everything hangs on") {
  CHECK(next(small_model(), "{}") == "role");
  CHECK(next(shipped(), "{}") == "role");
}

TEST_CASE("what an answer can move is what reads it, through gates and derived values too") {
  const Model& model = small_model();
  const auto moved = [&](std::string_view question) {
    const Prospect& prospect = model.quick_check.prospects[index_of(model.questions, question)];
    auto ids = ids_of(prospect.areas, model.needs);
    for (const std::string& id : ids_of(prospect.programmes, model.programmes)) ids.push_back(id);
    return ids;
  };
  using Moved = std::vector<std::string>;
  CHECK(moved("topics") == Moved{"skills", "knowledge"});
  CHECK(moved("network") == Moved{"confidence"});
  CHECK(moved("hours") == Moved{"alpha-placement"});
  CHECK(moved("target_field") == Moved{"skills", "knowledge", "golf-coding"});
  CHECK(moved("work") == Moved{"delta-unstated", "foxtrot-several"});
}

TEST_CASE("the quick check does not ask what moves nothing") {
  PackTexts texts = edited(small_pack(), "programmes/alpha-placement.json", "hours >= 16", "sure >= 2");
  const Model model = model_of(edited(texts, "pack.json", R"("when": "away_since >= 60")", R"("when": "hours >= 20")"));
  const std::uint32_t hours = index_of(model.questions, "hours");
  CHECK(model.quick_check.prospects[hours].answers.empty());
  const Answers answers = answers_of(model, R"({"role": "returner"})");
  Workspace workspace;
  Circumstances circumstances = worked_out(model, answers, workspace);
  CHECK(expected_changes(model, answers, assess(model, answers, midsummer), circumstances, workspace)[hours] == 0);
}

TEST_CASE("the quick check asks on until no answer is expected to change enough") {
  const Model eager = model_of(edited(small_pack(), "interview.json", R"("stop_below": 500)", R"("stop_below": 1)"));
  const Model content =
      model_of(edited(small_pack(), "interview.json", R"("stop_below": 500)", R"("stop_below": 100000)"));
  CHECK(next(content, R"({"role": "returner"})") == "none");
  CHECK(next(eager, R"({"role": "returner"})") != "none");
  // Asked in any order, an eager interview comes to its end without asking anything twice.
  Random random(7);
  Answers person = draw_person(eager, random);
  person.of_question[0] = ChosenOption{0};
  Answers said;
  said.of_question.resize(eager.questions.size());
  std::vector<std::uint32_t> asked;
  for (;;) {
    const auto question = assess(eager, said, midsummer, {Interview::quick, {}}).next_question;
    if (!question) break;
    REQUIRE(std::find(asked.begin(), asked.end(), *question) == asked.end());
    asked.push_back(*question);
    said.of_question[*question] = person.of_question[*question];
  }
  CHECK(asked.size() > 5);
  const Assessment quick = assess(eager, said, midsummer);
  const Assessment full = assess(eager, person, midsummer);
  for (std::size_t i = 0; i < full.needs.size(); ++i) CHECK(quick.needs[i].likely_band == full.needs[i].likely_band);
}

TEST_CASE("a declined answer is not asked again, and an interview that ended asks no more") {
  CHECK(next(small_model(), R"({"role": "student"})") == "none");
  std::string answers = R"({"role": "returner")";
  for (int i = 0; i < 20; ++i) {
    const std::string question = next(small_model(), answers + "}");
    if (question == "none") return;
    REQUIRE(answers.find("\"" + question + "\"") == std::string::npos);
    answers += ", \"" + question + "\": null";
  }
  FAIL("the interview does not end");
}

TEST_CASE("topics begun are asked to their end") {
  const std::string rated =
      R"({"role": "returner", "target": "same", "field": "building", "topics": {"bricks": {"able": 3, "current": 2}}})";
  const std::string begun =
      R"({"role": "returner", "target": "same", "field": "building", "topics": {"bricks": {"able": 3}}})";
  const Model& model = small_model();
  Workspace workspace;
  const auto of_topics = [&](const std::string& text) {
    const Answers answers = answers_of(model, text);
    Circumstances circumstances = worked_out(model, answers, workspace);
    return expected_changes(model, answers, assess(model, answers, midsummer), circumstances,
                            workspace)[index_of(model.questions, "topics")];
  };
  CHECK(of_topics(rated) == 0);
  CHECK(of_topics(begun) > 0);
}

TEST_CASE("likely answers have shares of everyone, by the pack's numbers") {
  const Model& model = small_model();
  for (std::size_t i = 0; i < model.questions.size(); ++i) {
    const auto& answers = model.quick_check.prospects[i].answers;
    std::int32_t sum = 0;
    for (const LikelyAnswer& answer : answers) sum += answer.share;
    INFO(model.questions[i].id);
    CHECK(sum == (answers.empty() ? 0 : 10'000));
  }
  const auto shares = [&](std::string_view id) {
    std::vector<std::int32_t> all;
    for (const LikelyAnswer& answer : model.quick_check.prospects[index_of(model.questions, id)].answers)
      all.push_back(answer.share);
    return all;
  };
  CHECK(shares("care_help") == std::vector<std::int32_t>{6'000, 4'000});
  CHECK(shares("region") == std::vector<std::int32_t>{3'334, 3'333, 3'333});
  CHECK(shares("sure") == std::vector<std::int32_t>{2'000, 2'000, 2'000, 2'000, 2'000});
  // Below 16 and from 16 to 19 lie in the first row, whose quarter spreads over 0 to 19.
  CHECK(shares("hours") == std::vector<std::int32_t>{2'000, 125, 7'875});
}

TEST_CASE("the quick check asks for topics only once some are offered, and for what they hang on before") {
  for (const Model* model : {&small_model(), &shipped()}) {
    Workspace workspace;
    Answers answers = answers_of(*model, R"({"role": "returner"})");
    bool asked_topics = false;
    for (;;) {
      const Standing standing(*model, answers, midsummer);
      Circumstances circumstances = worked_out(*model, answers, workspace);
      const auto question = next_by_quick_check(*model, answers, standing.assessment, circumstances, workspace);
      if (!question) break;
      if (model->questions[*question].kind == QuestionKind::topics) {
        asked_topics = true;
        CHECK_FALSE(standing.assessment.topics_offered.empty());
      }
      Random random(7);
      answers.of_question[*question] = draw_person(*model, random).of_question[*question];
      if (std::holds_alternative<Unanswered>(answers.of_question[*question]))
        answers.of_question[*question] = Declined{};
    }
    CHECK(asked_topics);
  }
}
