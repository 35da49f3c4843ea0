#pragma once

#include "model/answers.h"
#include "model/assessment.h"
#include "settling/completion.h"

namespace waymark {

/// The fewest open questions for which some answers make a programme eligible or, where no answers can, not eligible:
/// completion counts there as it does for the person. Ties go to the questions that the pack asks first.
///
/// Only for a programme whose verdict hangs on rules; `circumstances` comes back as it was.
[[nodiscard]] SettledBy settled_by(const Model& model, const Answers& answers, const Programme& programme,
                                   Circumstances& circumstances, Workspace& workspace, Effort& effort);

}  // namespace waymark
