#pragma once

#include <optional>

#include "model/answers.h"
#include "model/assessment.h"
#include "settling/completion.h"

namespace waymark {

/// What to do, week by week, from the rest of the assessment; nothing where the pack has no plans.
[[nodiscard]] std::optional<Plan> plan_for(const Model& model, const Answers& answers, const Assessment& assessment,
                                           Circumstances& circumstances, Workspace& workspace, Effort& effort);

}  // namespace waymark
