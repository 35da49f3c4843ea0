#pragma once

#include "model/answers.h"
#include "settling/circumstances.h"
#include "settling/completion.h"

namespace waymark {

/// Works out what counts of the answers: gates, values of questions not asked, derived values, offered topics. Gates
/// and offers are settled by completion where answers alone leave them open.
/// The values view `model` and `workspace`.
[[nodiscard]] Circumstances work_out(const Model& model, const Answers& answers, Workspace& workspace, Effort& effort);

}  // namespace waymark
