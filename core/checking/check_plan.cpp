#include "checking/check_plan.h"

#include <algorithm>
#include <string>

#include "checking/question_lookup.h"
#include "model/limits.h"

namespace waymark {
namespace {

class PlanChecker {
 public:
  PlanChecker(const Pack& pack, const Model& model, const IdIndex& questions, const IdIndex& needs,
              std::vector<bool>& used, Reporter& reporter)
      : pack_(pack),
        authored_(*pack.plan),
        model_(model),
        questions_(questions),
        needs_(needs),
        used_(used),
        reporter_(reporter) {}

  PlanModel run() {
    hours();
    made_.weeks = authored_.weeks;
    made_.steps_a_week = authored_.steps_a_week;
    made_.most_programmes = authored_.most_programmes;
    made_.apply_hours = authored_.apply_hours;
    made_.ask_hours = authored_.ask_hours;
    made_.check_hours = authored_.check_hours;
    refreshes_serve();
    actions();
    warn_of_unserved_needs();
    return std::move(made_);
  }

 private:
  void error(DiagnosticCode code, Place place, Message message, Message suggestion = {}) {
    reporter_.error(code, place, std::move(message), std::move(suggestion));
  }

  void hours() {
    if (const auto* index = find_question(questions_, model_, authored_.hours_question, reporter_)) {
      made_.hours_question = *index;
      used_[*index] = true;
      if (model_.questions[*index].kind != QuestionKind::number)
        error(DiagnosticCode::wrong_type, authored_.hours_question.place,
              {"\"", authored_.hours_question.value, "\" is no question of kind number, so it gives no hours"});
    }
    made_.percent = authored_.percent;
    made_.least_hours = authored_.least_hours;
    made_.usual_hours = authored_.usual_hours.value;
    made_.most_hours = authored_.most_hours.value;
    made_.first_hours = authored_.first_hours;
    if (made_.most_hours < made_.least_hours)
      error(DiagnosticCode::out_of_range, authored_.most_hours.place, "\"most\" is below \"least\"");
    else if (made_.usual_hours < made_.least_hours || made_.usual_hours > made_.most_hours)
      error(DiagnosticCode::out_of_range, authored_.usual_hours.place,
            "\"usual\" is not within \"least\" and \"most\"");
  }

  void refreshes_serve() {
    for (const AuthoredText& need : authored_.refreshes_serve)
      if (const auto* index = needs_.find(need, reporter_)) made_.refreshes_serve.push_back(*index);
    if (pack_.refresh && authored_.refreshes_serve.empty())
      error(DiagnosticCode::plan_form, authored_.place, "the pack has refreshes, and no need area that they serve",
            "add \"refreshes_serve\", a list of need areas");
    if (!pack_.refresh && !authored_.refreshes_serve.empty())
      error(DiagnosticCode::plan_form, authored_.refreshes_serve.front().place,
            "the pack has no refreshes that could serve a need area",
            "take \"refreshes_serve\" out, or add refresh.json");
  }

  void actions() {
    if (authored_.actions.size() > most_actions)
      error(DiagnosticCode::too_large, authored_.actions[most_actions].id.place,
            {"a plan has more than ", std::to_string(most_actions), " actions"});
    IdIndex ids("action");
    for (const AuthoredAction& action : authored_.actions) {
      ids.add(action.id, reporter_);
      const auto* need = needs_.find(action.need, reporter_);
      made_.actions.push_back({action.id.value, need == nullptr ? 0 : *need, action.hours, action.for_anyone,
                               action.before_applying, std::nullopt});
    }
  }

  void warn_of_unserved_needs() {
    if (has_errors(reporter_.so_far())) return;  // what names no area may have meant this one
    for (std::uint32_t i = 0; i < model_.needs.size(); ++i) {
      const bool served =
          std::any_of(made_.actions.begin(), made_.actions.end(),
                      [i](const PlanAction& action) { return action.need == i; }) ||
          std::find(made_.refreshes_serve.begin(), made_.refreshes_serve.end(), i) != made_.refreshes_serve.end();
      if (!served)
        reporter_.warning(DiagnosticCode::need_unserved, pack_.needs[i].id.place,
                          {"the plan has no action for the need area \"", model_.needs[i].id, "\""},
                          "add one to plan.json");
    }
  }

  const Pack& pack_;
  const AuthoredPlan& authored_;
  const Model& model_;
  const IdIndex& questions_;
  const IdIndex& needs_;
  std::vector<bool>& used_;
  Reporter& reporter_;
  PlanModel made_;
};

}  // namespace

PlanModel check_plan(const Pack& pack, const Model& model, const IdIndex& questions, const IdIndex& needs,
                     std::vector<bool>& used, Reporter& reporter) {
  return PlanChecker(pack, model, questions, needs, used, reporter).run();
}

}  // namespace waymark
