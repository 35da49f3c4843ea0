#pragma once

#include "model/assessment.h"
#include "model/model.h"
#include "reaching/claim.h"

namespace waymark {

/// Assesses every example and notes whether it shows its claim. One that does not is a fault of this program: what was
/// found is not what people are told.
void check_examples(const Model& model, Findings& findings);

/// The answers whose assessment bears a claim out or not: the example, and where it is about a question, as much of it
/// as stands when the question's turn has come.
[[nodiscard]] Answers answers_to_assess(const Finding& finding);

/// Whether the assessment of these answers bears the claim out.
[[nodiscard]] bool shows(const Model& model, const Assessment& assessment, const Finding& finding);

}  // namespace waymark
