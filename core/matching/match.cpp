#include "matching/match.h"

#include <algorithm>

#include "matching/fit.h"
#include "matching/status.h"
#include "rules/evaluate.h"
#include "settling/settled_by.h"

namespace waymark {
namespace {

class Matcher {
 public:
  Matcher(const Model& model, const Answers& answers, const std::vector<NeedAssessment>& needs,
          Circumstances& circumstances)
      : model_(model), answers_(answers), needs_(needs), circumstances_(circumstances) {}

  ProgrammeAssessment assess(std::uint32_t index, const Date& today) {
    const Programme& programme = model_.programmes[index];
    ProgrammeAssessment result;
    result.programme = index;
    const IntakeAtDate intake = intake_at(programme, today, model_.stale_after);
    result.status = intake.status;
    result.cohort = intake.cohort;
    circumstances_.slots[model_.months_to_start_slot()] = Value::of(std::int64_t{intake.months_to_start});
    judge_musts(programme, result);
    for (std::uint32_t i = 0; i < programme.prefer.size(); ++i) file(programme.prefer[i].rule, i, result.prefer);
    result.fit = fit_of(programme, needs_, result.prefer, result.shares);
    return result;
  }

 private:
  Value file(const Expression& rule, std::uint32_t index, CriteriaByTruth& criteria) {
    scratch_.reset();
    const Value value = evaluate(rule, circumstances_.slots, scratch_);
    switch (truth_of(value)) {
      case Truth::yes: criteria.met.push_back(index); break;
      case Truth::no: criteria.unmet.push_back(index); break;
      case Truth::unknown: criteria.unknown.push_back(index); break;
    }
    return value;
  }

  void judge_musts(const Programme& programme, ProgrammeAssessment& result) {
    bool rule_unknown = false;
    for (std::uint32_t i = 0; i < programme.must.size(); ++i) {
      const Criterion& must = programme.must[i];
      if (must.form == CriterionForm::unstated) result.must.unknown.push_back(i);
      if (must.form != CriterionForm::rule) continue;
      const Value value = file(must.rule, i, result.must);
      if (truth_of(value) != Truth::unknown) continue;
      rule_unknown = true;
      add_declined(value, result.ask_provider);
    }
    result.verdict = !result.must.unmet.empty()    ? Verdict::not_eligible
                     : result.must.unknown.empty() ? Verdict::eligible
                                                   : Verdict::may_be_eligible;
    std::sort(result.ask_provider.begin(), result.ask_provider.end());
    if (result.verdict != Verdict::may_be_eligible) result.ask_provider.clear();
    else if (rule_unknown) result.settled_by = settled_by(model_, answers_, programme, circumstances_);
  }

  void add_declined(const Value& unknown, std::vector<std::uint32_t>& declined) const {
    for (const std::uint32_t cause : unknown.as_causes())
      if (std::holds_alternative<Declined>(answers_.of_question[cause]) &&
          std::find(declined.begin(), declined.end(), cause) == declined.end())
        declined.push_back(cause);
  }

  const Model& model_;
  const Answers& answers_;
  const std::vector<NeedAssessment>& needs_;
  Circumstances& circumstances_;
  Workspace scratch_;
};

/// Descending, with nothing last.
int compare_descending(const std::optional<std::int32_t>& a, const std::optional<std::int32_t>& b) {
  const std::int32_t left = a.value_or(-1);
  const std::int32_t right = b.value_or(-1);
  return left == right ? 0 : left > right ? -1 : 1;
}

bool comes_first(const ProgrammeAssessment& a, const ProgrammeAssessment& b) {
  if (is_joinable(a.status) != is_joinable(b.status)) return is_joinable(a.status);
  if (a.verdict != b.verdict) return a.verdict < b.verdict;
  if (const int likely = compare_descending(a.fit.likely, b.fit.likely); likely != 0) return likely < 0;
  if (const int low = compare_descending(a.fit.low, b.fit.low); low != 0) return low < 0;
  return a.programme < b.programme;  // programmes of a model are in the order of their ids
}

void name_alternatives(const Model& model, std::vector<ProgrammeAssessment>& by_index) {
  for (ProgrammeAssessment& assessed : by_index) {
    if (is_joinable(assessed.status)) continue;
    for (const std::uint32_t other : model.programmes[assessed.programme].instead) {
      const ProgrammeAssessment& candidate = by_index[other];
      if (!is_joinable(candidate.status) || candidate.verdict == Verdict::not_eligible) continue;
      assessed.instead = other;
      break;
    }
  }
}

}  // namespace

std::vector<ProgrammeAssessment> match_programmes(const Model& model, const Answers& answers,
                                                  const std::vector<NeedAssessment>& needs, const Date& today,
                                                  Circumstances& circumstances) {
  Matcher matcher(model, answers, needs, circumstances);
  std::vector<ProgrammeAssessment> programmes;
  programmes.reserve(model.programmes.size());
  for (std::uint32_t i = 0; i < model.programmes.size(); ++i) programmes.push_back(matcher.assess(i, today));
  name_alternatives(model, programmes);
  std::sort(programmes.begin(), programmes.end(), comes_first);
  return programmes;
}

}  // namespace waymark
