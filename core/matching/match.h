#pragma once

#include <vector>

#include "matching/status.h"
#include "model/answers.h"
#include "model/assessment.h"
#include "model/assessment_options.h"
#include "settling/completion.h"

namespace waymark {

/// What is suggested to the person, first things first: a programme that can be joined and does not rule them out.
[[nodiscard]] inline bool is_suggested(const ProgrammeAssessment& programme) {
  return is_joinable(programme.status) && programme.verdict != Verdict::not_eligible;
}

/// Every programme for one person at one date, in order of suggestion: joinable before closed, then by verdict, then
/// by fit, then by id. Closed programmes name the first of their alternatives that the person can look at. Those that
/// `detail` covers are explained, in that order, so that where work runs out it is the first that are told most of.
[[nodiscard]] std::vector<ProgrammeAssessment> match_programmes(const Model& model, const Answers& answers,
                                                                const std::vector<NeedAssessment>& needs,
                                                                const Date& today, const Detail& detail,
                                                                Circumstances& circumstances, Workspace& workspace,
                                                                Effort& effort);

}  // namespace waymark
