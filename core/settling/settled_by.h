#pragma once

#include <span>

#include "model/answers.h"
#include "model/assessment.h"
#include "settling/completion.h"

namespace waymark {

/// The fewest open questions for which some answers make a programme eligible or, where no answers can, not eligible:
/// completion counts there as it does for the person. Ties go to the questions that the pack asks first.
///
/// `open_musts`: those of the programme that are neither met nor unmet, one of them a rule at least; the others are
/// met. `circumstances` comes back as it was.
[[nodiscard]] SettledBy settled_by(const Model& model, const Answers& answers, const Programme& programme,
                                   std::span<const std::uint32_t> open_musts, Circumstances& circumstances,
                                   Workspace& workspace, Effort& effort);

}  // namespace waymark
