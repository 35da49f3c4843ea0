#include <map>
#include <set>
#include <utility>

#include "opened_case.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Whole = std::pair<PlanStep::Kind, std::uint32_t>;

/// What a plan says of one person, against what the rest of the assessment says.
class PlanCheck {
 public:
  PlanCheck(const OpenedCase& opened, const Assessment& assessment)
      : model_(opened.model), assessment_(assessment), plan_(*assessment.plan), today_(opened.generated.today) {}

  void run() {
    if (plan_.applies != Truth::yes) {
      expect(plan_.weeks.empty() && plan_.later.empty(), "there is a plan for one whom it is not for");
      return;
    }
    weeks();
    for (const LaterStep& later : plan_.later) later_step(later);
    wholes();
    nothing_dropped();
    no_room_wasted();
    prepared_before_applying();
  }

 private:
  // --- weeks ---

  void weeks() {
    const PlanModel& limits = *model_.plan;
    expect(plan_.hours_a_week >= limits.least_hours && plan_.hours_a_week <= limits.most_hours, "hours out of bounds");
    std::int32_t before = 0;
    for (const PlanWeek& week : plan_.weeks) {
      expect(week.week > before && week.week <= limits.weeks && week.week <= 12, "week ", week.week, " after ", before);
      before = week.week;
      expect(days_between(today_, week.starts) == 7 * (week.week - 1), "week ", week.week, " starts on another day");
      expect(!week.steps.empty() && static_cast<std::int32_t>(week.steps.size()) <= limits.steps_a_week, "week ",
             week.week, " has ", week.steps.size(), " steps");
      std::int32_t hours = 0;
      std::set<Whole> in_week;
      for (const PlanStep& step : week.steps) {
        hours += step.hours;
        expect(in_week.insert({step.kind, step.index}).second, "week ", week.week, " has a step twice");
        any_step(step);
        if (step.by) keeps_its_dates(step, week);
      }
      expect(hours <= plan_.hours_a_week && (week.week > 1 || hours <= limits.first_hours), "week ", week.week, " has ",
             hours, " hours");
    }
  }

  void any_step(const PlanStep& step) {
    expect(step.hours >= 1, "a step of no hours");
    expect(step.need < model_.needs.size(), "a step that serves no need");
    parts_[{step.kind, step.index}].push_back(step);
    switch (step.kind) {
      case PlanStep::Kind::action: return action(step);
      case PlanStep::Kind::refresh:
        expect(holds(model_.plan->refreshes_serve, step.need), "a refresh that serves another need");
        return;
      case PlanStep::Kind::programme: return programme(step);
    }
  }

  bool may_be_planned(const PlanAction& action) const {
    const NeedAssessment& need = assessment_.needs[action.need];
    if (need.likely_band) return *need.likely_band > 0;
    if (need.bands.empty() || need.bands.back() == 0) return false;
    return action.for_anyone || need.bands.front() > 0;
  }

  void action(const PlanStep& step) {
    const PlanAction& action = model_.plan->actions[step.index];
    expect(step.need == action.need, "action ", action.id, " serves another need");
    expect(may_be_planned(action), "action ", action.id, " is for a strength, or for what is not known");
  }

  void programme(const PlanStep& step) {
    const ProgrammeAssessment& assessed = *by_index(assessment_)[step.index];
    const std::string& id = model_.programmes[step.index].id;
    expect(assessed.status != Status::closed && assessed.verdict != Verdict::not_eligible, "programme ", id,
           " is closed or cannot be joined");
    const auto helps = [&](const Help& help) { return help.area == step.need; };
    const auto& all = model_.programmes[step.index].helps;
    expect(std::any_of(all.begin(), all.end(), helps), "programme ", id, " does not help with its need");
    const ProgrammeStep what = assessed.status == Status::unknown      ? ProgrammeStep::check
                               : assessed.verdict == Verdict::eligible ? ProgrammeStep::apply
                                                                       : ProgrammeStep::ask;
    expect(step.programme_step == what, "programme ", id, " asks for another step");
    expect(step.by.has_value() == assessed.cohort.has_value(), "programme ", id, " has no last day, or one too many");
    if (!step.by) return;
    const Cohort& cohort = model_.programmes[step.index].cohorts[*assessed.cohort];
    expect(*step.by == cohort.closes, "programme ", id, " has another last day");
    expect(step.opens == (assessed.status == Status::upcoming ? cohort.opens : std::nullopt), "programme ", id,
           " opens on another day");
  }

  /// In a week that ends by the last day; or in the first in which it can be done, when there is none.
  void keeps_its_dates(const PlanStep& step, const PlanWeek& week) {
    const Date last = days_after(week.starts, 6);
    expect(week.starts <= *step.by, "a step stands after its last day");
    const bool waits = step.opens && step.programme_step == ProgrammeStep::apply;
    expect(!waits || *step.opens <= last, "a step stands before it can be done");
    const bool first = waits ? week.starts <= *step.opens : week.week == 1;
    expect(last <= *step.by || first, "a step stands in a week that ends after its last day");
  }

  // --- what is left ---

  void later_step(const LaterStep& later) {
    any_step(later.step);
    if (later.because != LaterStep::Because::opens_later) return;
    expect(later.step.opens && days_between(today_, *later.step.opens) >= 7 * model_.plan->weeks,
           "a step that opens in time stands in later");
  }

  std::int32_t hours_of(const Whole& whole) const {
    if (whole.first == PlanStep::Kind::action) return model_.plan->actions[whole.second].hours;
    if (whole.first == PlanStep::Kind::refresh) {
      for (const RefreshAssessment& refresh : assessment_.refreshes)
        if (refresh.topic == whole.second) return refresh.hours;
      return 0;
    }
    switch (parts_.at(whole).front().programme_step) {
      case ProgrammeStep::apply: return model_.plan->apply_hours;
      case ProgrammeStep::ask: return model_.plan->ask_hours;
      case ProgrammeStep::check: return model_.plan->check_hours;
    }
    return 0;
  }

  void wholes() {
    for (const auto& [whole, parts] : parts_) {
      std::int32_t hours = 0;
      for (std::size_t i = 0; i < parts.size(); ++i) {
        hours += parts[i].hours;
        expect(parts[i].part == static_cast<std::int32_t>(i + 1), "a part out of its order");
        expect(parts[i].of == static_cast<std::int32_t>(parts.size()), "parts that are not all there");
      }
      expect(hours == hours_of(whole), "parts of ", hours, " hours make up ", hours_of(whole));
    }
  }

  bool is_there(PlanStep::Kind kind, std::uint32_t index) const { return parts_.contains({kind, index}); }

  void nothing_dropped() {
    for (const RefreshAssessment& refresh : assessment_.refreshes)
      expect(is_there(PlanStep::Kind::refresh, refresh.topic) == (refresh.hours > 0), "a refresh was dropped");
    for (std::uint32_t i = 0; i < model_.plan->actions.size(); ++i) {
      const PlanAction& action = model_.plan->actions[i];
      expect(action.when || is_there(PlanStep::Kind::action, i) == may_be_planned(action), "action ", action.id,
             " was dropped");
    }
    std::uint32_t most = model_.plan->most_programmes;
    for (const ProgrammeAssessment& assessed : assessment_.programmes) {
      const bool can = assessed.verdict == Verdict::eligible || (assessed.verdict == Verdict::may_be_eligible &&
                                                                 (assessed.answerable == 0 || assessed.declined > 0));
      const auto& helps = model_.programmes[assessed.programme].helps;
      const bool serves = std::any_of(helps.begin(), helps.end(), [&](const Help& help) {
        return assessment_.needs[help.area].range.low.has_value();
      });
      const bool planned = most > 0 && can && serves && assessed.status != Status::closed;
      if (planned) --most;
      expect(is_there(PlanStep::Kind::programme, assessed.programme) == planned, "programme ",
             model_.programmes[assessed.programme].id, planned ? " was dropped" : " came from nowhere");
    }
  }

  /// A refresh takes any hour, so none is left over while a week could have held it.
  void no_room_wasted() {
    const bool waits = std::any_of(plan_.later.begin(), plan_.later.end(),
                                   [](const LaterStep& later) { return later.step.kind == PlanStep::Kind::refresh; });
    if (!waits) return;
    expect(static_cast<std::int32_t>(plan_.weeks.size()) == model_.plan->weeks, "a week is empty, and a refresh waits");
    for (const PlanWeek& week : plan_.weeks) {
      std::int32_t free = week.week == 1 ? std::min(plan_.hours_a_week, model_.plan->first_hours) : plan_.hours_a_week;
      for (const PlanStep& step : week.steps) free -= step.hours;
      expect(free == 0 || static_cast<std::int32_t>(week.steps.size()) == model_.plan->steps_a_week, "week ", week.week,
             " has room, and a refresh waits");
    }
  }

  /// No application without a date stands in a week before what is to be done first.
  void prepared_before_applying() {
    bool is_left = std::any_of(plan_.later.begin(), plan_.later.end(), [&](const LaterStep& later) {
      return later.step.kind == PlanStep::Kind::action && model_.plan->actions[later.step.index].before_applying;
    });
    for (auto week = plan_.weeks.rbegin(); week != plan_.weeks.rend(); ++week) {
      for (const PlanStep& step : week->steps)
        expect(!is_left || step.kind != PlanStep::Kind::programme || step.by ||
                   step.programme_step != ProgrammeStep::apply,
               "week ", week->week, " applies before it is prepared");
      for (const PlanStep& step : week->steps)
        is_left = is_left || (step.kind == PlanStep::Kind::action && model_.plan->actions[step.index].before_applying);
    }
  }

  const Model& model_;
  const Assessment& assessment_;
  const Plan& plan_;
  Date today_;
  std::map<Whole, std::vector<PlanStep>> parts_;
};

}  // namespace

TEST_CASE("a plan keeps to its hours, steps and dates, drops nothing, and serves a need with every step",
          "[properties]") {
  check_property(300, [] {
    const OpenedCase opened = any_case();
    SaidAnswers said = opened.generated.said;
    for (std::size_t later = 0;; ++later) {
      const Assessment assessment = opened.assess(said);
      expect(assessment.plan.has_value() == opened.model.plan.has_value(),
             "there is a plan where there should be none");
      if (assessment.plan) PlanCheck(opened, assessment).run();
      if (later == opened.generated.later.size()) return;
      said.push_back(opened.generated.later[later]);
    }
  });
}

TEST_CASE("more answers settle whom a plan is for once and for all", "[properties]") {
  check_property(100, [] {
    const OpenedCase opened = any_case();
    if (!opened.model.plan) return;
    SaidAnswers said = opened.generated.said;
    const Truth before = opened.assess(said).plan->applies;
    said.insert(said.end(), opened.generated.later.begin(), opened.generated.later.end());
    const Truth after = opened.assess(said).plan->applies;
    expect(before == Truth::unknown || before == after, "a plan was for this person, and no longer is, or was not");
  });
}
