#pragma once

#include "model/assessment.h"
#include "planning/schedule.h"
#include "settling/completion.h"

namespace waymark {

/// What there is to do for a person, from what the assessment says already. The model has a plan.
///
/// An area has a need to plan for while it is not known to be in its first band. How much: what is likely, else the low
/// end, which is as much as is certain.
[[nodiscard]] Tasks tasks_for(const Model& model, const Assessment& assessment, Circumstances& circumstances,
                              Workspace& workspace, Effort& effort);

}  // namespace waymark
