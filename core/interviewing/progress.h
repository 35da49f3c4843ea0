#pragma once

#include "model/answers.h"
#include "model/assessment.h"
#include "settling/completion.h"

namespace waymark {

/// Fills in how far the interview has come: questions not asked, progress by section, the next question in the pack's
/// order, topics offered and notices. Only what can still be settled counts as open: a question whose asking hangs on
/// declined answers alone does not.
void assess_progress(const Model& model, const Answers& answers, Circumstances& circumstances, Workspace& workspace,
                     Effort& effort, Assessment& assessment);

}  // namespace waymark
