#include "assess.h"

#include "interviewing/progress.h"
#include "matching/match.h"
#include "scoring/needs.h"
#include "scoring/refreshes.h"
#include "settling/work_out.h"

namespace waymark {

Assessment assess(const Model& model, const Answers& answers, const Date& today) {
  Workspace workspace;
  Effort effort;
  Circumstances circumstances = work_out(model, answers, workspace, effort);
  Assessment assessment;
  assessment.today = today;
  assessment.needs = assess_needs(model, answers, circumstances);
  assessment.refreshes = assess_refreshes(model, answers, circumstances);
  assess_progress(model, answers, circumstances, workspace, effort, assessment);
  assessment.programmes = match_programmes(model, answers, assessment.needs, today, circumstances, workspace, effort);
  return assessment;
}

}  // namespace waymark
