#pragma once

#include <vector>

#include "model/answers.h"
#include "model/assessment.h"
#include "settling/circumstances.h"

namespace waymark {

/// The need areas of a person: each the weighted mean of its items' needs, as a range that narrows with the answers.
[[nodiscard]] std::vector<NeedAssessment> assess_needs(const Model& model, const Answers& answers,
                                                       const Circumstances& circumstances);

}  // namespace waymark
