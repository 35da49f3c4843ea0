#include "assess.h"

#include "interviewing/progress.h"
#include "interviewing/quick_check.h"
#include "matching/match.h"
#include "planning/plan.h"
#include "scoring/needs.h"
#include "scoring/refreshes.h"
#include "settling/work_out.h"

namespace waymark {

Assessment assess(const Model& model, const Answers& answers, const Date& today, const AssessmentOptions& options) {
  Workspace workspace(allowance_of_packs);
  Effort effort;
  Circumstances circumstances = work_out(model, answers, workspace, effort);
  Assessment assessment;
  assessment.today = today;
  assessment.needs = assess_needs(model, answers, circumstances);
  assessment.refreshes = assess_refreshes(model, answers, circumstances);
  assess_progress(model, answers, circumstances, workspace, effort, assessment);
  assessment.programmes =
      match_programmes(model, answers, assessment.needs, today, options.detail, circumstances, workspace, effort);
  assessment.plan = plan_for(model, answers, assessment, circumstances, workspace, effort);
  if (options.interview == Interview::quick)
    assessment.next_question = next_by_quick_check(model, answers, assessment, circumstances, workspace);
  return assessment;
}

}  // namespace waymark
