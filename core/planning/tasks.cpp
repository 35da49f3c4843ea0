#include "planning/tasks.h"

#include <algorithm>
#include <tuple>

#include "matching/status.h"
#include "rules/evaluate.h"
#include "sorting/order.h"

namespace waymark {
namespace {

constexpr std::int32_t days_a_week = 7;

std::int32_t level_of(const NeedAssessment& need) { return need.range.likely.value_or(need.range.low.value_or(0)); }

/// Whether the need may be above the area's first band.
bool is_planned_for(const NeedAssessment& need) {
  if (need.likely_band) return *need.likely_band > 0;
  return !need.bands.empty() && need.bands.back() > 0;
}

/// Whether the need is above the area's first band, as far as the answers say.
bool is_known(const NeedAssessment& need) { return need.likely_band || need.bands.front() > 0; }

class TaskList {
 public:
  TaskList(const Model& model, const Assessment& assessment, Circumstances& circumstances, Workspace& workspace,
           Effort& effort)
      : model_(model),
        plan_(*model.plan),
        assessment_(assessment),
        circumstances_(circumstances),
        workspace_(workspace),
        effort_(effort) {}

  Tasks run() {
    actions();
    programmes();
    prepare_before_applying();
    refreshes();
    return std::move(tasks_);
  }

 private:
  // --- actions ---

  struct Candidate {
    std::uint32_t action = 0;
    std::uint32_t round = 0;  ///< how many of its area come before it
    std::int32_t level = 0;
    std::uint32_t area = 0;
  };

  static bool comes_first(const Candidate& a, const Candidate& b) {
    return std::tuple(-a.level, a.area, a.action) < std::tuple(-b.level, b.area, b.action);
  }

  void actions() {
    std::vector<Candidate> candidates;
    std::vector<std::uint32_t> of_area(model_.needs.size(), 0);
    for (std::uint32_t i = 0; i < plan_.actions.size(); ++i) {
      const PlanAction& action = plan_.actions[i];
      const NeedAssessment& need = assessment_.needs[action.need];
      if (!is_planned_for(need) || !(action.for_anyone || is_known(need)) || !is_for_person(action)) continue;
      candidates.push_back({i, of_area[action.need]++, level_of(need), action.need});
    }
    if (candidates.empty()) return;
    put_in_order(candidates, [](const Candidate& a, const Candidate& b) {
      return a.round != b.round ? a.round < b.round : comes_first(a, b);
    });
    begin_with_quick_win(candidates);
    tasks_.actions.reserve(candidates.size());
    for (const Candidate& candidate : candidates)
      tasks_.actions.push_back(
          {step(PlanStep::Kind::action, candidate.action, candidate.area, plan_.actions[candidate.action].hours), {}});
  }

  bool is_for_person(const PlanAction& action) {
    if (!action.when) return true;
    const Value kept = evaluate(action.when->expression, circumstances_.slots, workspace_);
    return settle(model_, *action.when, kept, circumstances_, workspace_, effort_).truth == Truth::yes;
  }

  /// The first action of an hour, for the largest need that has one.
  void begin_with_quick_win(std::vector<Candidate>& candidates) {
    auto quick = candidates.end();
    for (auto each = candidates.begin(); each != candidates.end(); ++each)
      if (plan_.actions[each->action].hours == 1 && (quick == candidates.end() || comes_first(*each, *quick)))
        quick = each;
    if (quick == candidates.end()) return;
    std::rotate(candidates.begin(), quick, quick + 1);
    tasks_.quick_win = true;
  }

  /// What nobody should apply without comes first, and then, turn about with the other actions, each application that
  /// has no date of its own.
  void prepare_before_applying() {
    auto& actions = tasks_.actions;
    const auto comes_before = [&](const Task& task) { return plan_.actions[task.step.index].before_applying; };
    if (std::none_of(actions.begin(), actions.end(), comes_before)) return;
    const std::vector<Task> others =
        take_out(actions, tasks_.quick_win ? 1 : 0, [&](const Task& task) { return !comes_before(task); });
    const std::vector<Task> applications = take_out(
        tasks_.programmes, 0, [](const Task& task) { return task.step.programme_step == ProgrammeStep::apply; });
    for (std::size_t i = 0; i < std::max(applications.size(), others.size()); ++i) {
      if (i < applications.size()) actions.push_back(applications[i]);
      if (i < others.size()) actions.push_back(others[i]);
    }
  }

  /// The tasks from `first` on that are meant, which leave the list.
  template <typename Meant>
  static std::vector<Task> take_out(std::vector<Task>& tasks, std::size_t first, Meant is_meant) {
    std::vector<Task> taken;
    std::vector<Task> left;
    for (std::size_t i = 0; i < tasks.size(); ++i)
      (i >= first && is_meant(tasks[i]) ? taken : left).push_back(tasks[i]);
    tasks = std::move(left);
    return taken;
  }

  // --- programmes ---

  void programmes() {
    std::uint32_t planned = 0;
    for (const ProgrammeAssessment& assessed : assessment_.programmes) {
      if (planned == plan_.most_programmes || !is_joinable(assessed.status)) break;
      if (!is_worth_a_step(assessed)) continue;
      const auto need = need_served(model_.programmes[assessed.programme]);
      if (!need) continue;
      ++planned;
      add_programme(assessed, *need);
    }
    put_in_order(tasks_.dated, [](const Task& a, const Task& b) { return *a.step.by < *b.step.by; });
  }

  /// What hangs on questions still open alone is sooner answered than asked about.
  static bool is_worth_a_step(const ProgrammeAssessment& assessed) {
    if (assessed.verdict != Verdict::may_be_eligible) return assessed.verdict == Verdict::eligible;
    return assessed.answerable == 0 || assessed.declined > 0;
  }

  void add_programme(const ProgrammeAssessment& assessed, std::uint32_t need) {
    Task task;
    task.step = step(PlanStep::Kind::programme, assessed.programme, need, plan_.apply_hours);
    if (assessed.status == Status::unknown) {
      task.step.programme_step = ProgrammeStep::check;
      task.step.hours = plan_.check_hours;
    } else if (assessed.verdict != Verdict::eligible) {
      task.step.programme_step = ProgrammeStep::ask;
      task.step.hours = plan_.ask_hours;
    }
    if (!assessed.cohort) {
      tasks_.programmes.push_back(task);
      return;
    }
    const Cohort& cohort = model_.programmes[assessed.programme].cohorts[*assessed.cohort];
    if (assessed.status == Status::upcoming) task.step.opens = cohort.opens;
    task.step.by = cohort.closes;
    task.within = weeks_of(task.step);
    tasks_.dated.push_back(task);
  }

  /// From the week in which it opens, to the last that ends no later than the last day to apply. Where there is none,
  /// the week in which it opens; one may ask before.
  Window weeks_of(const PlanStep& step) const {
    Window within;
    if (step.opens && step.programme_step == ProgrammeStep::apply)
      within.first = days_between(assessment_.today, *step.opens) / days_a_week;
    within.last = (days_between(assessment_.today, *step.by) + 1) / days_a_week - 1;
    within.last = std::max(within.first, within.last);
    return within;
  }

  /// The area for which need and help come to most.
  [[nodiscard]] std::optional<std::uint32_t> need_served(const Programme& programme) const {
    std::optional<std::uint32_t> served;
    std::int64_t most = -1;
    std::int32_t strongest = 0;
    for (const Help& help : programme.helps) {
      const NeedAssessment& need = assessment_.needs[help.area];
      if (!need.range.low) continue;
      const std::int64_t helped = std::int64_t{level_of(need)} * help.strength;
      if (helped < most || (helped == most && help.strength <= strongest)) continue;
      served = help.area;
      most = helped;
      strongest = help.strength;
    }
    return served;
  }

  // --- refreshes ---

  void refreshes() {
    if (assessment_.refreshes.empty()) return;
    std::uint32_t need = plan_.refreshes_serve.front();
    for (const std::uint32_t area : plan_.refreshes_serve)
      if (level_of(assessment_.needs[area]) > level_of(assessment_.needs[need])) need = area;
    for (const RefreshAssessment& refresh : assessment_.refreshes)
      if (refresh.hours > 0)
        tasks_.refreshes.push_back({step(PlanStep::Kind::refresh, refresh.topic, need, refresh.hours), {}});
  }

  static PlanStep step(PlanStep::Kind kind, std::uint32_t index, std::uint32_t need, std::int32_t hours) {
    PlanStep step;
    step.kind = kind;
    step.index = index;
    step.need = need;
    step.hours = hours;
    return step;
  }

  const Model& model_;
  const PlanModel& plan_;
  const Assessment& assessment_;
  Circumstances& circumstances_;
  Workspace& workspace_;
  Effort& effort_;
  Tasks tasks_;
};

}  // namespace

Tasks tasks_for(const Model& model, const Assessment& assessment, Circumstances& circumstances, Workspace& workspace,
                Effort& effort) {
  return TaskList(model, assessment, circumstances, workspace, effort).run();
}

}  // namespace waymark
