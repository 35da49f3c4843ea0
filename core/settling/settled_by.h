#pragma once

#include "interviewing/circumstances.h"
#include "model/assessment.h"

namespace waymark {

/// The fewest questions, at most three, for which some answers make a person eligible for a programme; if none can,
/// for which some make them not eligible. Ties go to the pack's order; a gate not yet answered belongs to its set.
///
/// `circumstances` are those of the verdict, months_to_start included.
/// The search is over classes of answers and within a fixed budget; where that does not suffice to rule out that
/// more than three questions would do, the result says `several`.
[[nodiscard]] SettledBy settled_by(const Model& model, const Answers& answers, const Programme& programme,
                                   const Circumstances& circumstances);

}  // namespace waymark
