#include "planning/plan.h"

#include <algorithm>

#include "planning/tasks.h"
#include "rules/evaluate.h"

namespace waymark {
namespace {

/// The whole hours a week that the person said they have.
std::optional<std::int64_t> hours_said(const PlanModel& plan, const Answers& answers,
                                       const Circumstances& circumstances) {
  if (truth_of(circumstances.asked[plan.hours_question]) != Truth::yes) return std::nullopt;
  const Answer& answer = answers.of_question[plan.hours_question];
  if (const auto* integer = std::get_if<std::int64_t>(&answer)) return *integer;
  if (const auto* real = std::get_if<double>(&answer)) return static_cast<std::int64_t>(*real);
  return std::nullopt;
}

void set_hours(const PlanModel& model, std::optional<std::int64_t> said, Plan& plan) {
  plan.hours_a_week = model.usual_hours;
  if (!said) return;
  const std::int64_t share = (std::max(*said, std::int64_t{0}) * model.percent + 99) / 100;
  plan.hours_from = share < model.least_hours ? HoursFrom::least : HoursFrom::answer;
  plan.hours_a_week =
      static_cast<std::int32_t>(std::clamp(share, std::int64_t{model.least_hours}, std::int64_t{model.most_hours}));
}

/// For those of whom the pack's rule is true, unless a notice ends the interview, or may still do so.
Truth applies(const Model& model, Circumstances& circumstances, Workspace& workspace, Effort& effort) {
  const auto truth_now = [&](const Rule& rule) {
    const Value kept = evaluate(rule.expression, circumstances.slots, workspace);
    return settle(model, rule, kept, circumstances, workspace, effort).truth;
  };
  Truth truth = model.plan->when ? truth_now(*model.plan->when) : Truth::yes;
  for (const Notice& notice : model.notices) {
    if (!notice.ends || truth == Truth::no) continue;
    const Truth ended = truth_now(notice.when);
    if (ended == Truth::yes) truth = Truth::no;
    if (ended == Truth::unknown) truth = Truth::unknown;
  }
  return truth;
}

}  // namespace

std::optional<Plan> plan_for(const Model& model, const Answers& answers, const Assessment& assessment,
                             Circumstances& circumstances, Workspace& workspace, Effort& effort) {
  if (!model.plan) return std::nullopt;
  Plan plan;
  set_hours(*model.plan, hours_said(*model.plan, answers, circumstances), plan);
  plan.applies = applies(model, circumstances, workspace, effort);
  if (plan.applies != Truth::yes) return plan;
  const Room room = {plan.hours_a_week, std::min(plan.hours_a_week, model.plan->first_hours), model.plan->weeks,
                     model.plan->steps_a_week};
  schedule(tasks_for(model, assessment, circumstances, workspace, effort), room, assessment.today, plan);
  return plan;
}

}  // namespace waymark
