#pragma once

#include <span>
#include <vector>

#include "model/assessment.h"
#include "settling/completion.h"

namespace waymark {

struct OpenedBy {
  std::vector<Opening> openings;  ///< at most three, in order
  bool over_budget = false;       ///< not all changes could be tried, so that there may be others
};

/// What would change a programme that is not eligible: changed answers with which every unmet must is met and no other
/// must is unmet; one that is unknown may stay so. Completion counts there as it does for the person.
///
/// Only answers to changeable questions that are asked now are changed. Each way takes at most three; none of them can
/// be left out, and each is the least that does beside the others: no number nearer to the present one in the same
/// direction does (one further off may not), nor do fewer of the options added and removed. Ways of the fewest changes
/// come first, then those to the questions that the pack asks first, then those of the smallest step: the nearer answer
/// to the first of the questions, to the second where that is the same, and so on, in the order of `other_answers`.
///
/// `unmet`: the musts of the programme that are not met. `circumstances` comes back as it was.
[[nodiscard]] OpenedBy opened_by(const Model& model, const Programme& programme, std::span<const std::uint32_t> unmet,
                                 Circumstances& circumstances, Workspace& workspace, Effort& effort);

}  // namespace waymark
