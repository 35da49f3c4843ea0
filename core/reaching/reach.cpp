#include "reaching/reach.h"

#include <algorithm>
#include <utility>

#include "assess.h"
#include "reaching/band_search.h"
#include "reaching/check_examples.h"
#include "reaching/quests.h"
#include "reaching/told_answers.h"

namespace waymark {
namespace {

using Kind = Claim::Kind;

class Prover {
 public:
  Prover(const Model& model, const Date& today) : model_(model), blank_(blank_of(model)), ending_(ending_rules(model)) {
    findings_.today = today;
    none_.of_question.resize(model.questions.size());
  }

  Findings run() {
    const Assessment nothing_said = assess(model_, none_, findings_.today);
    questions();
    groups();
    notices();
    bands(nothing_said);
    std::vector<Finding> criteria;
    for (std::uint32_t i = 0; i < model_.programmes.size(); ++i) programme(i, nothing_said, criteria);
    const auto by_kind = [&](Kind kind) {
      for (Finding& finding : criteria)
        if (finding.claim.kind == kind) findings_.all.push_back(std::move(finding));
    };
    by_kind(Kind::must);
    by_kind(Kind::preference);
    check_examples(model_, findings_);
    return std::move(findings_);
  }

 private:
  void add(const Claim& claim, Found found) {
    findings_.all.push_back({claim, found.proof, std::move(found.answers), false});
  }

  void questions() {
    std::vector<Finding> answers;
    for (std::uint32_t i = 0; i < model_.questions.size(); ++i) {
      const Question& question = model_.questions[i];
      const Found found = find_answers(model_, quest_for_question(model_, question, ending_), blank_);
      add({Kind::question, i}, found);
      for (std::uint32_t part = 0; part < count_told_answers(question); ++part) {
        Found chosen = found;
        if (found.proof == Proof::reached) chosen.answers.of_question[i] = told_answer(question, part);
        answers.push_back({{Kind::answer, i, part}, chosen.proof, std::move(chosen.answers), false});
      }
    }
    for (Finding& answer : answers) findings_.all.push_back(std::move(answer));
  }

  void groups() {
    for (std::uint32_t i = 0; i < model_.groups.size(); ++i) {
      const bool is_empty = std::none_of(model_.topics.begin(), model_.topics.end(),
                                         [&](const Topic& topic) { return topic.group == i; });
      if (is_empty) continue;
      add({Kind::group, i}, find_answers(model_, quest_for_group(model_, model_.groups[i], ending_), blank_));
    }
  }

  void notices() {
    for (std::uint32_t i = 0; i < model_.notices.size(); ++i)
      add({Kind::notice, i}, find_answers(model_, quest_for(model_.notices[i].when, Truth::yes), blank_));
  }

  void bands(const Assessment& nothing_said) {
    for (std::uint32_t i = 0; i < model_.needs.size(); ++i) {
      std::vector<Found> found = find_bands(model_, model_.needs[i], nothing_said.needs[i].bands, blank_);
      for (std::uint32_t band = 0; band < found.size(); ++band) add({Kind::band, i, band}, std::move(found[band]));
    }
  }

  void programme(std::uint32_t index, const Assessment& nothing_said, std::vector<Finding>& criteria) {
    const Programme& programme = model_.programmes[index];
    const std::int32_t months = months_to_start(model_, programme, findings_.today);
    const auto find = [&](Kind kind, std::uint32_t part, const Rule& rule, Truth truth) {
      Found found = find_answers(model_, quest_for(rule, truth, months), blank_);
      criteria.push_back({{kind, index, part, truth}, found.proof, found.answers, false});
      return found;
    };
    Quest all_met;
    all_met.months_to_start = months;
    bool is_unstated = false;
    Found one_unmet = {Proof::by_form, {}};
    for (std::uint32_t i = 0; i < programme.must.size(); ++i) {
      const Criterion& must = programme.must[i];
      is_unstated = is_unstated || must.form == CriterionForm::unstated;
      if (must.form != CriterionForm::rule) continue;
      ask_for(all_met, must.rule, Truth::yes);
      (void)find(Kind::must, i, must.rule, Truth::yes);
      Found unmet = find(Kind::must, i, must.rule, Truth::no);
      const bool tells_more = one_unmet.proof != Proof::reached && unmet.proof != Proof::unreachable;
      if (one_unmet.proof == Proof::by_form || tells_more) one_unmet = std::move(unmet);
    }
    for (std::uint32_t i = 0; i < programme.prefer.size(); ++i)
      for (const Truth truth : {Truth::yes, Truth::no})
        (void)find(Kind::preference, i, programme.prefer[i].rule, truth);
    const auto add_verdict = [&](Verdict verdict, Found found) {
      add({Kind::verdict, index, static_cast<std::uint32_t>(verdict)}, std::move(found));
    };
    add_verdict(Verdict::eligible, is_unstated ? Found{Proof::by_form, {}} : find_answers(model_, all_met, blank_));
    // Nobody knows less than who has said nothing, and what is settled then is settled for everybody.
    const bool can_be_open = is_unstated || !all_met.wishes.empty();
    const bool is_open = std::any_of(
        nothing_said.programmes.begin(), nothing_said.programmes.end(),
        [&](const auto& each) { return each.programme == index && each.verdict == Verdict::may_be_eligible; });
    add_verdict(Verdict::may_be_eligible, !can_be_open ? Found{Proof::by_form, {}}
                                          : is_open    ? Found{Proof::reached, none_}
                                                       : Found{Proof::unreachable, {}});
    add_verdict(Verdict::not_eligible, std::move(one_unmet));
  }

  const Model& model_;
  Blank blank_;
  std::vector<const Rule*> ending_;
  Answers none_;
  Findings findings_;
};

}  // namespace

Findings reach(const Model& model, const Date& today) { return Prover(model, today).run(); }

}  // namespace waymark
