#pragma once

#include <vector>

#include "checking/id_index.h"
#include "model/model.h"
#include "reading/pack.h"

namespace waymark {

/// How plans are made; the pack says so. Rules are left to the caller. `needs` are the ids of need areas, `questions`
/// those of questions and derived values; of questions, those that the plan uses are marked in `used`.
[[nodiscard]] PlanModel check_plan(const Pack& pack, const Model& model, const IdIndex& questions, const IdIndex& needs,
                                   std::vector<bool>& used, Reporter& reporter);

}  // namespace waymark
