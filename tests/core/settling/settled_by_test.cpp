#include "settling/settled_by.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "rules/evaluate.h"
#include "support/packs.h"
#include "support/people.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Ids = std::vector<std::string>;

/// What settles a programme of the small pack, `several` as the one word.
Ids settled(const Model& model, const std::string& programme, const std::string& answers) {
  const Assessment assessment = assess_text(model, answers);
  const SettledBy& found = programme_of(model, assessment, programme).settled_by;
  if (found.several) {
    CHECK(found.questions.empty());
    return {"several"};
  }
  return ids_of(found.questions, model.questions);
}
Ids settled(const std::string& programme, const std::string& answers) {
  return settled(small_model(), programme, answers);
}

/// The small pack with one must of hotel-either.
Model hotel(const std::string& rule) {
  OpenedPack opened =
      open_texts(edited(small_pack(), "programmes/hotel-either.json", "region == 'north' || role == 'employer'", rule));
  for (const Diagnostic& diagnostic : opened.diagnostics) REQUIRE(diagnostic.code == DiagnosticCode::rule_stays_open);
  return std::move(*opened.model);
}

/// Values of each question that stand for all of its answers under the small pack's rules, chosen by hand.
std::vector<Answer> all_answers(const std::string& question) {
  const auto options = [](std::uint32_t count) {
    std::vector<Answer> answers;
    for (std::uint32_t i = 0; i < count; ++i) answers.emplace_back(ChosenOption{i});
    return answers;
  };
  const auto wholes = [](std::vector<std::int64_t> values) {
    return std::vector<Answer>(values.begin(), values.end());
  };
  if (question == "role" || question == "region" || question == "network") return options(3);
  if (question == "work" || question == "target" || question == "field" || question == "target_field")
    return options(2);
  if (question == "reasons") return {ChosenOptions{{}}, ChosenOptions{{0}}, ChosenOptions{{1, 2}}};
  if (question == "care_help" || question == "mentor") return {false, true};
  if (question == "away_since") return wholes({0, 7, 8, 11, 12, 720});
  if (question == "hours") return wholes({0, 15, 16, 40});
  if (question == "pay") return {0.0, 12.0, 12.5, 99.5};
  if (question == "sure") return wholes({1, 2, 3, 4, 5});
  return {};
}

/// Looks for the fewest questions by trying every set and every answer, over whole assessments of the musts.
class BruteForce {
 public:
  BruteForce(const Model& model, const Programme& programme, Answers answers, std::int64_t months_to_start)
      : model_(model), programme_(programme), answers_(std::move(answers)), months_to_start_(months_to_start) {
    Workspace workspace;
    const Circumstances circumstances = worked_out(model_, answers_, workspace);
    for (std::uint32_t i = 0; i < model_.questions.size(); ++i)
      if (std::holds_alternative<Unanswered>(answers_.of_question[i]) && circumstances.askable[i] && reaches(i))
        open_.push_back(i);
  }

  Ids run() {
    const bool unstated = std::any_of(programme_.must.begin(), programme_.must.end(),
                                      [](const Criterion& must) { return must.form == CriterionForm::unstated; });
    if (!unstated)
      if (const auto found = find(Verdict::eligible)) return *found;
    if (const auto found = find(Verdict::not_eligible)) return *found;
    return {};
  }

 private:
  /// Whether the musts can read it, through gates and derived values.
  bool reaches(std::uint32_t question) const {
    return std::any_of(programme_.cone.begin(), programme_.cone.end(), [&](std::uint32_t step) {
      return model_.steps[step].kind == Step::Kind::question && model_.steps[step].index == question;
    });
  }

  /// The verdict on these answers; nothing where one of them is to a question that is not asked, which nobody can give.
  std::optional<Verdict> verdict(const std::vector<std::uint32_t>& said, const Answers& answers) {
    workspace_.reset();
    Effort effort;
    Circumstances circumstances = work_out(model_, answers, workspace_, effort);
    for (const std::uint32_t question : said)
      if (truth_of(circumstances.asked[question]) != Truth::yes) return std::nullopt;
    circumstances.slots[model_.months_to_start_slot()] = Value::of(months_to_start_);
    bool open = false;
    for (const Criterion& must : programme_.must) {
      if (must.form != CriterionForm::rule) continue;
      const Value kept = evaluate(must.rule.expression, circumstances.slots, workspace_);
      const Truth truth = settle(model_, must.rule, kept, circumstances, workspace_, effort).truth;
      if (truth == Truth::no) return Verdict::not_eligible;
      open = open || truth == Truth::unknown;
    }
    return open ? Verdict::may_be_eligible : Verdict::eligible;
  }

  bool some_answers(Verdict goal, const std::vector<std::uint32_t>& questions, std::size_t at) {
    if (at == questions.size()) return verdict(questions, answers_) == goal;
    Answer& answer = answers_.of_question[questions[at]];
    bool found = false;
    for (const Answer& value : all_answers(model_.questions[questions[at]].id)) {
      answer = value;
      found = some_answers(goal, questions, at + 1);
      if (found) break;
    }
    answer = Unanswered{};
    return found;
  }

  bool some_set(Verdict goal, std::vector<std::uint32_t>& chosen, std::size_t from, std::size_t size) {
    if (chosen.size() == size) return some_answers(goal, chosen, 0);
    for (std::size_t i = from; i < open_.size(); ++i) {
      chosen.push_back(open_[i]);
      if (some_set(goal, chosen, i + 1, size)) return true;
      chosen.pop_back();
    }
    return false;
  }

  std::optional<Ids> find(Verdict goal) {
    for (std::size_t size = 1; size <= std::min<std::size_t>(3, open_.size()); ++size) {
      std::vector<std::uint32_t> chosen;
      if (some_set(goal, chosen, 0, size)) return ids_of(chosen, model_.questions);
    }
    if (open_.size() > 3 && some_interview(goal, 0)) return Ids{"several"};
    return std::nullopt;
  }

  /// Whether some way of answering every open question that is asked comes to it.
  bool some_interview(Verdict goal, std::size_t at) {
    if (at == open_.size()) return verdict({}, answers_) == goal;
    Workspace workspace;
    if (truth_of(worked_out(model_, answers_, workspace).asked[open_[at]]) != Truth::yes)
      return some_interview(goal, at + 1);
    Answer& answer = answers_.of_question[open_[at]];
    bool found = false;
    for (const Answer& value : all_answers(model_.questions[open_[at]].id)) {
      answer = value;
      found = some_interview(goal, at + 1);
      if (found) break;
    }
    answer = Unanswered{};
    return found;
  }

  const Model& model_;
  const Programme& programme_;
  Answers answers_;
  std::int64_t months_to_start_;
  std::vector<std::uint32_t> open_;
  Workspace workspace_;
};

}  // namespace

TEST_CASE("one question settles what hangs on one") {
  CHECK(settled("charlie-ended", "{}") == Ids{"region"});
  CHECK(settled("alpha-placement", R"({"role": "returner", "region": "north"})") == Ids{"hours"});
}

TEST_CASE("a gate not yet answered belongs to the set") {
  CHECK(settled("bravo-cohorts", "{}") == Ids{"role", "away_since"});
  CHECK(settled("bravo-cohorts", R"({"role": "returner"})") == Ids{"away_since"});
  CHECK(settled("bravo-cohorts", R"({"away_since": 100})") == Ids{"role"});
}

TEST_CASE("three questions are named, more are several") {
  CHECK(settled("alpha-placement", "{}") == Ids{"role", "region", "hours"});
  CHECK(settled("golf-coding", "{}") == Ids{"role", "target", "field"});
  CHECK(settled("foxtrot-several", "{}") == Ids{"several"});
  CHECK(settled("foxtrot-several", R"({"role": "returner"})") == Ids{"several"});
  CHECK(settled("foxtrot-several", R"({"role": "returner", "region": "south"})") == Ids{"pay", "sure", "mentor"});
}

TEST_CASE("ties go to the pack's order") {
  CHECK(settled("hotel-either", "{}") == Ids{"role"});  // an employer, or someone in the north
  CHECK(settled("hotel-either", R"({"role": "returner"})") == Ids{"region"});
  CHECK(settled("golf-coding", R"({"role": "returner", "field": "building"})") == Ids{"target", "target_field"});
  CHECK(settled("golf-coding", R"({"role": "returner", "field": "coding"})") == Ids{"target"});
}

TEST_CASE("nothing is named when only declined questions remain") {
  CHECK(settled("charlie-ended", R"({"region": null})").empty());
  CHECK(settled("alpha-placement", R"({"role": "returner", "region": null, "hours": 20})").empty());
}

TEST_CASE("where nothing can make it eligible, the set is what makes it not eligible") {
  CHECK(settled("alpha-placement", R"({"role": "returner", "region": null})") == Ids{"hours"});
  CHECK(settled("alpha-placement", R"({"region": null})") == Ids{"role"});
  CHECK(settled("delta-unstated", "{}") == Ids{"role"});
  CHECK(settled("delta-unstated", R"({"role": "returner"})") == Ids{"work"});
  CHECK(settled("delta-unstated", R"({"role": "returner", "work": "not-working", "reasons": ["caring"]})") ==
        Ids{"care_help"});
}

TEST_CASE("what was answered while its gate is unknown counts once the gate is answered") {
  CHECK(settled("alpha-placement", R"({"region": "north", "hours": 20})") == Ids{"role"});
  CHECK(settled("alpha-placement", R"({"region": "north", "hours": 20, "role": "student"})").empty());
}

TEST_CASE("a question read later in the pack than what it decides is found too") {
  CHECK(settled(hotel("mentor ? region == 'east' : hours > 20"), "hotel-either",
                R"({"role": "returner", "region": "north"})") == Ids{"hours", "mentor"});
}

TEST_CASE("what the rest cannot change is not named") {
  // In the east and with 21 hours it does not matter whether there is a mentor.
  CHECK(settled(hotel("mentor ? region == 'east' : hours > 20"), "hotel-either", R"({"role": "returner"})") ==
        Ids{"region", "hours"});
  // Whoever goes to building, by the one way or the other, does not go to coding.
  CHECK(settled("golf-coding", R"({"role": "returner", "target": null, "target_field": "building"})") == Ids{"field"});
}

TEST_CASE("musts that contradict one another cannot be met, so the set makes it not eligible") {
  const PackTexts worded = edited(small_pack(), "texts/en/programmes.json", R"({"either": "Either"})",
                                  R"({"north": "North", "elsewhere": "Elsewhere"})");
  const Model model = model_of(
      edited(worded, "programmes/hotel-either.json",
             R"({ "id": "either", "rule": "region == 'north' || role == 'employer'" })",
             R"({ "id": "north", "rule": "region == 'north'" }, { "id": "elsewhere", "rule": "region == 'south'" })"));
  CHECK(settled(model, "hotel-either", R"({"role": "returner"})") == Ids{"region"});
}

TEST_CASE("a number used in any other way is named where its range is short") {
  CHECK(settled(hotel("hours % 7 == 3"), "hotel-either", R"({"role": "returner"})") == Ids{"hours"});
  CHECK(settled(hotel("away_since % 2 == 0"), "hotel-either", R"({"role": "returner"})") == Ids{"away_since"});
}

TEST_CASE("a number that no short list of answers stands for leaves it open how much it takes") {
  CHECK(settled(hotel("pay * 2.0 == 30.0"), "hotel-either", R"({"role": "returner"})") == Ids{"several"});
}

TEST_CASE("the smallest sets are those that a search of all answers finds") {
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  SmallPeople people(seed);
  const Model& model = small_model();
  std::map<std::string, int> seen;
  for (int round = 0; round < 60; ++round) {
    const std::string json = to_json(people.something());
    INFO(json);
    const Answers answers = answers_of(model, json);
    const Assessment assessment = assess(model, answers, midsummer);
    for (const ProgrammeAssessment& assessed : assessment.programmes) {
      if (assessed.verdict != Verdict::may_be_eligible) continue;
      const Programme& programme = model.programmes[assessed.programme];
      INFO(programme.id);
      const std::int64_t months =
          assessed.cohort ? months_between(midsummer, programme.cohorts[*assessed.cohort].starts) : 0;
      const Ids expected = BruteForce(model, programme, answers, months).run();
      CHECK(settled(programme.id, json) == expected);
      ++seen[expected.empty() ? "none" : expected[0] == "several" ? "several" : std::to_string(expected.size())];
    }
  }
  CHECK(seen.size() >= 3);  // the people must tell the kinds of outcome apart, or this proves little
}
