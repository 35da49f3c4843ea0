#include "assess.h"

#include "interviewing/circumstances.h"
#include "interviewing/progress.h"
#include "matching/match.h"
#include "scoring/needs.h"

namespace waymark {

Assessment assess(const Model& model, const Answers& answers, const Date& today) {
  Workspace workspace;
  Circumstances circumstances = work_out(model, answers, workspace);
  Assessment assessment;
  assessment.today = today;
  assessment.needs = assess_needs(model, answers, circumstances);
  assess_progress(model, answers, circumstances, assessment);
  assessment.programmes = match_programmes(model, answers, assessment.needs, today, circumstances);
  return assessment;
}

}  // namespace waymark
