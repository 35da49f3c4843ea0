#pragma once

#include <vector>

#include "model/assessment.h"
#include "model/model.h"

namespace waymark {

/// How well a programme fits a person's needs: the mean of the need areas that it helps with, weighted by how strongly,
/// plus the points of the preferences met, at most 10000. Absent where none of its areas applies.
[[nodiscard]] Range fit_of(const Programme& programme, const std::vector<NeedAssessment>& needs,
                           const CriteriaByTruth& preferences, std::vector<Share>& shares);

}  // namespace waymark
