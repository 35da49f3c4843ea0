// What would change a verdict, against every way of answering the changeable questions otherwise.
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <map>
#include <optional>

#include "completions.h"
#include "matching/status.h"
#include "opened_case.h"
#include "rules/evaluate.h"
#include "support/openings.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// What is to become of the musts of one programme.
class Musts {
 public:
  Musts(const OpenedCase& opened, const ProgrammeAssessment& assessed)
      : model_(opened.model), programme_(model_.programmes[assessed.programme]), unmet_(assessed.must.unmet) {
    months_to_start_ = intake_at(programme_, opened.generated.today, model_.stale_after).months_to_start;
  }

  /// Whether with these answers every must that was not met is, and no other is unmet.
  bool come_right(const Answers& answers) {
    workspace_.reset();
    Effort effort;
    Circumstances circumstances = work_out(model_, answers, workspace_, effort);
    circumstances.slots[model_.months_to_start_slot()] = Value::of(months_to_start_);
    for (std::uint32_t i = 0; i < programme_.must.size(); ++i) {
      if (programme_.must[i].form != CriterionForm::rule) continue;
      const waymark::Rule& rule = programme_.must[i].rule;
      const Value kept = evaluate(rule.expression, circumstances.slots, workspace_);
      const Truth truth = settle(model_, rule, kept, circumstances, workspace_, effort).truth;
      if (truth == Truth::no || (truth == Truth::unknown && holds(unmet_, i))) return false;
    }
    return true;
  }

 private:
  const Model& model_;
  const Programme& programme_;
  std::vector<std::uint32_t> unmet_;
  std::int64_t months_to_start_ = 0;
  Workspace workspace_;
};

/// The questions that the person could answer otherwise.
std::vector<std::uint32_t> changeable(const OpenedCase& opened, const Assessment& assessment, const Answers& answers) {
  std::vector<std::uint32_t> questions;
  for (std::uint32_t i = 0; i < opened.model.questions.size(); ++i) {
    const Answer& answer = answers.of_question[i];
    if (opened.model.questions[i].changeable && opened.model.questions[i].kind != QuestionKind::topics &&
        !std::holds_alternative<Unanswered>(answer) && !std::holds_alternative<Declined>(answer) &&
        !holds(assessment.not_asked, i) && !holds(assessment.undecided, i))
      questions.push_back(i);
  }
  return questions;
}

/// Another answer, and by what steps it is reached: of two, that with the lesser steps is nearer.
struct Other {
  Answer answer;
  Change change;
  std::vector<std::int64_t> steps;
};

std::int64_t units_of(const Answer& answer) {
  if (const auto* whole = std::get_if<std::int64_t>(&answer)) return *whole;
  return std::llround(std::get<double>(answer) * 100);
}

std::optional<Other> other(const Answer& present, const Answer& answer) {
  Other other;
  other.answer = answer;
  if (const auto* flag = std::get_if<bool>(&answer)) {
    if (*flag == std::get<bool>(present)) return std::nullopt;
    other.change.option = *flag ? 1 : 0;
    return other;
  }
  if (const auto* one = std::get_if<ChosenOption>(&answer)) {
    if (one->option == std::get<ChosenOption>(present).option) return std::nullopt;
    other.change.option = one->option;
    other.steps = {one->option};
    return other;
  }
  if (const auto* many = std::get_if<ChosenOptions>(&answer)) {
    const std::vector<std::uint32_t>& had = std::get<ChosenOptions>(present).options;
    other.change.form = Change::Form::options;
    for (std::uint32_t option = 0; option < 3; ++option) {
      if (holds(had, option) == holds(many->options, option)) continue;
      (holds(had, option) ? other.change.remove : other.change.add).push_back(option);
      other.steps.push_back(option);
    }
    if (other.steps.empty()) return std::nullopt;
    other.steps.insert(other.steps.begin(), static_cast<std::int64_t>(other.steps.size()));
    return other;
  }
  const std::int64_t distance = units_of(answer) - units_of(present);
  if (distance == 0) return std::nullopt;
  other.change.form = distance > 0 ? Change::Form::at_least : Change::Form::at_most;
  other.change.number = units_of(answer);
  other.steps = {distance > 0 ? distance : -distance, distance > 0 ? 0 : 1};
  return other;
}

bool is_nearer(const Other& nearer, const Other& other) {
  if (nearer.change.form != other.change.form || nearer.change.form == Change::Form::choose) return false;
  if (nearer.change.form != Change::Form::options) return nearer.steps < other.steps;
  return nearer.steps != other.steps && within(nearer.change.add, other.change.add) &&
         within(nearer.change.remove, other.change.remove);
}

/// Finds the openings by trying every combination of other answers.
class EveryChange {
 public:
  EveryChange(const OpenedCase& opened, const Assessment& assessment, const ProgrammeAssessment& assessed)
      : answers_(opened.answers(opened.generated.said)), musts_(opened, assessed) {
    for (const std::uint32_t question : changeable(opened, assessment, answers_)) {
      std::vector<Other> others;
      for (const Answer& answer : values(opened, question))
        if (auto found = other(answers_.of_question[question], answer)) others.push_back(std::move(*found));
      std::sort(others.begin(), others.end(), [](const Other& a, const Other& b) { return a.steps < b.steps; });
      for (Other& each : others) each.change.question = question;
      questions_.push_back({question, std::move(others)});
    }
  }

  std::vector<Opening> run() {
    for (std::size_t size = 1; size <= 3; ++size) {
      tried_.assign(questions_.size(), present);
      choose(0, size);
    }
    return found_;
  }

 private:
  static constexpr std::size_t present = 1'000'000;
  using Tried = std::vector<std::size_t>;  ///< of each question's others, or the present answer

  struct Changeable {
    std::uint32_t question;
    std::vector<Other> others;  ///< the nearest first
  };

  /// Of decimals, quarters and the hundredths beside them: rules name halves, and answers are quarters.
  static std::vector<Answer> values(const OpenedCase& opened, std::uint32_t index) {
    const Question& question = opened.model.questions[index];
    std::vector<Answer> answers =
        representative_answers(opened.generated.pack, opened.model, index, opened.generated.today);
    if (!question.decimals) return answers;
    const auto lowest = std::llround(question.lowest * 100);
    const auto highest = std::llround(question.highest * 100);
    answers.clear();
    for (std::int64_t quarter = lowest / 25 * 25 - 25; quarter <= highest + 25; quarter += 25)
      for (const std::int64_t hundredth : {quarter - 1, quarter, quarter + 1})
        if (hundredth >= lowest && hundredth <= highest) answers.emplace_back(static_cast<double>(hundredth) / 100);
    return answers;
  }

  /// Goes through the sets of questions in their order, and of each through the answers in theirs.
  void choose(std::size_t from, std::size_t size) {
    if (chosen_.size() == size) return answer(0);
    for (std::size_t next = from; next < questions_.size(); ++next) {
      chosen_.push_back(next);
      choose(next + 1, size);
      chosen_.pop_back();
    }
  }

  void answer(std::size_t at) {
    if (found_.size() == 3) return;
    if (at == chosen_.size()) {
      if (works(tried_) && is_least()) name();
      return;
    }
    std::size_t& tried = tried_[chosen_[at]];
    for (tried = 0; tried < questions_[chosen_[at]].others.size(); ++tried) answer(at + 1);
    tried = present;
  }

  bool works(const Tried& tried) {
    const auto [known, is_new] = works_.try_emplace(tried, false);
    if (!is_new) return known->second;
    Answers answers = answers_;
    for (std::size_t i = 0; i < questions_.size(); ++i)
      if (tried[i] != present) answers.of_question[questions_[i].question] = questions_[i].others[tried[i]].answer;
    known->second = musts_.come_right(answers);
    return known->second;
  }

  bool is_least() {
    for (std::size_t part = 1; part + 1 < (std::size_t{1} << chosen_.size()); ++part) {
      Tried fewer = tried_;
      for (std::size_t i = 0; i < chosen_.size(); ++i)
        if (((part >> i) & 1U) == 0) fewer[chosen_[i]] = present;
      if (works(fewer)) return false;
    }
    for (const std::size_t question : chosen_) {
      const std::vector<Other>& others = questions_[question].others;
      for (std::size_t nearer = 0; nearer < others.size(); ++nearer) {
        if (!is_nearer(others[nearer], others[tried_[question]])) continue;
        Tried changed = tried_;
        changed[question] = nearer;
        if (works(changed)) return false;
      }
    }
    return true;
  }

  void name() {
    found_.emplace_back();
    for (const std::size_t question : chosen_)
      found_.back().push_back(questions_[question].others[tried_[question]].change);
  }

  Answers answers_;
  Musts musts_;
  std::vector<Changeable> questions_;
  std::vector<std::size_t> chosen_;
  Tried tried_;
  std::map<Tried, bool> works_;
  std::vector<Opening> found_;
};

/// The answers with one change made.
void make(const Change& change, const Model& model, Answers& answers) {
  const Question& question = model.questions[change.question];
  Answer& answer = answers.of_question[change.question];
  switch (change.form) {
    case Change::Form::at_least:
    case Change::Form::at_most:
      if (question.decimals) answer = static_cast<double>(change.number) / 100;
      else answer = change.number;
      return;
    case Change::Form::options: {
      std::vector<std::uint32_t>& options = std::get<ChosenOptions>(answer).options;
      std::erase_if(options, [&](std::uint32_t option) { return holds(change.remove, option); });
      options.insert(options.end(), change.add.begin(), change.add.end());
      std::sort(options.begin(), options.end());
      return;
    }
    case Change::Form::choose:
      if (question.kind == QuestionKind::yes_no) answer = change.option == 1;
      else answer = ChosenOption{change.option};
      return;
  }
}

Answers with(const Opening& opening, const Model& model, Answers answers) {
  for (const Change& change : opening) make(change, model, answers);
  return answers;
}

std::string text_of(const std::vector<Opening>& openings, const Model& model) {
  std::string text;
  for (const std::string& line : shown(openings, model)) text += (text.empty() ? "{ " : " | ") + line;
  return text.empty() ? "nothing" : text + " }";
}

CaseNeeds changing_needs() {
  CaseNeeds needs;
  needs.most_changes = 100;
  return needs;
}

}  // namespace

TEST_CASE("what would change a verdict is what a search of all other answers finds, in that order", "[properties]") {
  std::size_t named = 0;
  check_property(120, [&] {
    const OpenedCase opened = any_case(changing_needs());
    const Assessment assessment = opened.assess(opened.generated.said);
    for (const ProgrammeAssessment& programme : assessment.programmes) {
      if (programme.verdict != Verdict::not_eligible || programme.status == Status::closed || programme.over_budget)
        continue;
      const auto expected = EveryChange(opened, assessment, programme).run();
      const std::string found = text_of(programme.opened_by, opened.model);
      expect(found == text_of(expected, opened.model), "programme ", opened.model.programmes[programme.programme].id,
             " would be opened by ", found, " but should be by ", text_of(expected, opened.model));
      named += expected.size();
    }
  });
  CHECK(named > 0);
}

TEST_CASE("changed answers do what they are said to do, none too many and none too far", "[properties]") {
  check_property(150, [] {
    CaseNeeds needs;
    needs.most_changes = 1000;
    const OpenedCase opened = any_case(needs);
    const Model& model = opened.model;
    const Answers answers = opened.answers(opened.generated.said);
    const Assessment assessment = opened.assess(answers);
    const auto can_change = changeable(opened, assessment, answers);
    for (const ProgrammeAssessment& programme : assessment.programmes) {
      const std::string what = "programme " + model.programmes[programme.programme].id;
      if (programme.verdict != Verdict::not_eligible || programme.status == Status::closed)
        expect(programme.opened_by.empty(), what, " is not shut, and yet says what would open it");
      expect(programme.opened_by.size() <= most_openings, what, " has too many sets");
      Musts musts(opened, programme);
      for (const Opening& opening : programme.opened_by) {
        const std::string set = what + ", " + text_of({opening}, model);
        expect(!opening.empty() && opening.size() <= most_changes, set, " has not one to three changes");
        const Assessment changed = opened.assess(with(opening, model, answers));
        const CriteriaByTruth& after = by_index(changed)[programme.programme]->must;
        expect(after.unmet.empty(), set, " leaves a must unmet");
        expect(within(programme.must.unmet, after.met), set, " does not meet what was unmet");
        for (std::size_t i = 0; i < opening.size(); ++i) {
          expect(holds(can_change, opening[i].question), set, " changes what cannot be changed");
          Opening fewer = opening;
          fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
          expect(!musts.come_right(with(fewer, model, answers)), set, " has a change that is not needed");
          Opening nearer = opening;
          if (opening[i].form == Change::Form::at_least) --nearer[i].number;
          else if (opening[i].form == Change::Form::at_most) ++nearer[i].number;
          else continue;
          expect(!musts.come_right(with(nearer, model, answers)), set, " goes further than needed");
        }
      }
    }
  });
}
