#include "matching/match.h"

#include <algorithm>
#include <utility>

#include "matching/fit.h"
#include "matching/status.h"
#include "rules/evaluate.h"
#include "settling/opened_by.h"
#include "settling/reasons.h"
#include "settling/settled_by.h"
#include "sorting/order.h"

namespace waymark {
namespace {

class Matcher {
 public:
  Matcher(const Model& model, const Answers& answers, const std::vector<NeedAssessment>& needs, const Date& today,
          Circumstances& circumstances, Workspace& workspace, Effort& effort)
      : model_(model),
        answers_(answers),
        needs_(needs),
        today_(today),
        circumstances_(circumstances),
        workspace_(workspace),
        effort_(effort) {}

  ProgrammeAssessment judge(std::uint32_t index) {
    const Programme& programme = model_.programmes[index];
    ProgrammeAssessment result;
    result.programme = index;
    const IntakeAtDate intake = enter(programme);
    result.status = intake.status;
    result.cohort = intake.cohort;
    judge_musts(programme, result);
    for (std::uint32_t i = 0; i < programme.prefer.size(); ++i)
      (void)file(programme.prefer[i].rule, i, result.prefer, result.prefer_reasons);
    result.fit = fit_of(programme, needs_, result.prefer, result.shares);
    return result;
  }

  /// Apart from judging, so that looking for advice never uses up what settling truths may take.
  void explain(ProgrammeAssessment& result, Effort& settling, Effort& opening) {
    const Programme& programme = model_.programmes[result.programme];
    (void)enter(programme);
    for (std::uint32_t i = 0; i < programme.must.size(); ++i)
      if (programme.must[i].form == CriterionForm::rule) give_reason(programme.must[i].rule, result.must_reasons[i]);
    for (std::uint32_t i = 0; i < programme.prefer.size(); ++i)
      give_reason(programme.prefer[i].rule, result.prefer_reasons[i]);
    explain_verdict(result);
    switch (result.verdict) {
      case Verdict::eligible: return;
      case Verdict::may_be_eligible: return say_what_settles(programme, result, settling);
      case Verdict::not_eligible: return say_what_opens(programme, result, opening);
    }
  }

 private:
  void say_what_settles(const Programme& programme, ProgrammeAssessment& result, Effort& effort) {
    const bool hangs_on_rules = std::any_of(result.must.unknown.begin(), result.must.unknown.end(), [&](auto must) {
      return programme.must[must].form == CriterionForm::rule;
    });
    if (!hangs_on_rules) return;
    result.settled_by =
        settled_by(model_, answers_, programme, result.must.unknown, circumstances_, workspace_, effort);
    if (result.settled_by.several || !result.settled_by.questions.empty() || !result.ask_provider.empty()) return;
    // What a condition leaves open may hide what it would decide between.
    for (const std::uint32_t must : result.must.unknown) {
      const Rule& rule = programme.must[must].rule;
      for (const std::uint32_t step : rule.cone)
        if (model_.steps[step].kind == Step::Kind::question)
          add_declined(model_.steps[step].index, result.ask_provider);
    }
    put_in_order(result.ask_provider);
  }

  void say_what_opens(const Programme& programme, ProgrammeAssessment& result, Effort& effort) {
    if (!is_joinable(result.status)) return;
    OpenedBy found = opened_by(model_, programme, result.must.unmet, circumstances_, workspace_, effort);
    result.opened_by = std::move(found.openings);
    result.over_budget = found.over_budget;
  }

  /// Rules of a programme see how far off its start is.
  IntakeAtDate enter(const Programme& programme) {
    const IntakeAtDate intake = intake_at(programme, today_, model_.stale_after);
    circumstances_.slots[model_.months_to_start_slot()] = Value::of(std::int64_t{intake.months_to_start});
    return intake;
  }

  /// The questions that an unknown hangs on: some that can still be answered, some that were declined.
  struct HangsOn {
    bool open = false;
    bool declined = false;
  };

  HangsOn file(const Rule& rule, std::uint32_t index, CriteriaByTruth& criteria, std::vector<Reason>& reasons) {
    const Workspace::Mark before = workspace_.mark();
    const Value kept = evaluate(rule.expression, circumstances_.slots, workspace_);
    const Settlement settled = settle(model_, rule, kept, circumstances_, workspace_, effort_);
    switch (settled.truth) {
      case Truth::yes: criteria.met.push_back(index); break;
      case Truth::no: criteria.unmet.push_back(index); break;
      case Truth::unknown: criteria.unknown.push_back(index); break;
    }
    reasons.push_back({settled.how, {}});
    HangsOn hangs_on;
    if (settled.truth == Truth::unknown)
      for (const std::uint32_t cause : kept.as_causes()) {
        const Answer& answer = answers_.of_question[cause];
        hangs_on.open = hangs_on.open || (std::holds_alternative<Unanswered>(answer) && circumstances_.askable[cause]);
        hangs_on.declined = hangs_on.declined || std::holds_alternative<Declined>(answer);
      }
    workspace_.rewind(before);
    return hangs_on;
  }

  void give_reason(const Rule& rule, Reason& reason) {
    reason = reason_for(model_, rule, reason.how, circumstances_, workspace_);
  }

  void judge_musts(const Programme& programme, ProgrammeAssessment& result) {
    for (std::uint32_t i = 0; i < programme.must.size(); ++i) {
      const Criterion& must = programme.must[i];
      if (must.form == CriterionForm::unstated) result.must.unknown.push_back(i);
      if (must.form != CriterionForm::rule) {
        result.must_reasons.emplace_back();
        continue;
      }
      const HangsOn hangs_on = file(must.rule, i, result.must, result.must_reasons);
      result.answerable += hangs_on.open ? 1 : 0;
      result.declined += hangs_on.declined ? 1 : 0;
    }
    result.verdict = !result.must.unmet.empty()    ? Verdict::not_eligible
                     : result.must.unknown.empty() ? Verdict::eligible
                                                   : Verdict::may_be_eligible;
  }

  void explain_verdict(ProgrammeAssessment& result) {
    const auto came = [&](const std::vector<std::uint32_t>& musts, SettledHow how) {
      return std::count_if(musts.begin(), musts.end(),
                           [&](std::uint32_t must) { return result.must_reasons[must].how == how; });
    };
    const auto completed_unmet = came(result.must.unmet, SettledHow::by_completion);
    switch (result.verdict) {
      case Verdict::eligible: result.by_completion = came(result.must.met, SettledHow::by_completion) > 0; break;
      case Verdict::not_eligible:
        result.by_completion = completed_unmet == static_cast<std::ptrdiff_t>(result.must.unmet.size());
        break;
      case Verdict::may_be_eligible: result.over_budget = came(result.must.unknown, SettledHow::over_budget) > 0; break;
    }
    if (result.verdict != Verdict::may_be_eligible) return;
    for (const std::uint32_t must : result.must.unknown)
      for (const std::uint32_t cause : result.must_reasons[must].questions) add_declined(cause, result.ask_provider);
    put_in_order(result.ask_provider);
  }

  void add_declined(std::uint32_t question, std::vector<std::uint32_t>& declined) const {
    if (std::holds_alternative<Declined>(answers_.of_question[question]) &&
        truth_of(circumstances_.asked[question]) != Truth::no &&
        std::find(declined.begin(), declined.end(), question) == declined.end())
      declined.push_back(question);
  }

  const Model& model_;
  const Answers& answers_;
  const std::vector<NeedAssessment>& needs_;
  const Date& today_;
  Circumstances& circumstances_;
  Workspace& workspace_;
  Effort& effort_;
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
      if (!is_suggested(candidate)) continue;
      assessed.instead = other;
      break;
    }
  }
}

}  // namespace

std::vector<ProgrammeAssessment> match_programmes(const Model& model, const Answers& answers,
                                                  const std::vector<NeedAssessment>& needs, const Date& today,
                                                  const Detail& detail, Circumstances& circumstances,
                                                  Workspace& workspace, Effort& effort) {
  Matcher matcher(model, answers, needs, today, circumstances, workspace, effort);
  std::vector<ProgrammeAssessment> programmes;
  programmes.reserve(model.programmes.size());
  for (std::uint32_t i = 0; i < model.programmes.size(); ++i) programmes.push_back(matcher.judge(i));
  name_alternatives(model, programmes);
  put_in_order(programmes, comes_first);
  Effort settling = {most_advice_steps};
  Effort opening = {most_opening_steps};
  for (std::size_t place = 0; place < programmes.size(); ++place) {
    ProgrammeAssessment& programme = programmes[place];
    if (detail.covers(programme.programme, place)) matcher.explain(programme, settling, opening);
    else programme.explained = false;
  }
  return programmes;
}

}  // namespace waymark
