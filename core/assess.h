#pragma once

#include "model/answers.h"
#include "model/assessment.h"
#include "model/assessment_options.h"
#include "model/model.h"

namespace waymark {

/// All that can be said about a person who gave these answers, at this date. A pure function: the same model, answers,
/// date and options give the same assessment everywhere.
[[nodiscard]] Assessment assess(const Model& model, const Answers& answers, const Date& today,
                                const AssessmentOptions& options = {});

}  // namespace waymark
