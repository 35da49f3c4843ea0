#pragma once

#include "model/assessment_options.h"
#include "model/date.h"
#include "model/model.h"

namespace waymark {

/// One answers object a line of standard input, one assessment a line of standard output, in the same order. What is
/// no answers object gets its diagnostics as its line, and is told of on standard error.
///
/// `jobs`: how many lines are worked on at once; 0 for as many as the machine has cores. However much input there is,
/// memory stays the same. Returns the exit status.
[[nodiscard]] int assess_lines(const Model& model, const Date& today, const AssessmentOptions& options, unsigned jobs);

}  // namespace waymark
