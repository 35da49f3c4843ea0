#pragma once

#include <string>

#include "model/assessment_options.h"
#include "model/diagnostic.h"
#include "model/model.h"
#include "reading/source_text.h"

namespace waymark {

/// What is said of one text of answers.
struct Outcome {
  std::string json;  ///< the assessment, or the diagnostics alone
  Diagnostics diagnostics;
  bool assessed = false;
};

[[nodiscard]] Outcome assess_text(const Model& model, SourceText text, const Date& today,
                                  const AssessmentOptions& options);

}  // namespace waymark
