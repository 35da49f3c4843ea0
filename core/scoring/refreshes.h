#pragma once

#include <vector>

#include "model/answers.h"
#include "model/assessment.h"
#include "settling/circumstances.h"

namespace waymark {

/// What each picked topic asks of this person: points summed over the pack's tables, from 0 to its cap, as a range
/// where answers are missing, and about how many hours that is. Those that ask most come first.
/// questionnaires/REFRESHES.md has the formula, its evidence, and what it must not be used for.
[[nodiscard]] std::vector<RefreshAssessment> assess_refreshes(const Model& model, const Answers& answers,
                                                              const Circumstances& circumstances);

}  // namespace waymark
