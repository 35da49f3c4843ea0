#pragma once

#include <cstdint>
#include <vector>

#include "model/assessment.h"
#include "settling/completion.h"

namespace waymark {

/// Why a rule's truth is what it is: the answered questions on which it rests, or while it is open the questions on
/// which it hangs. `how` is how its truth came about.
///
/// Of several operands that decide a logical operation the first is the reason; a question that is not asked rests on
/// what keeps it from being asked. A truth found by completion rests on all that is known of what the rule reads.
[[nodiscard]] Reason reason_for(const Model& model, const Rule& rule, SettledHow how,
                                const Circumstances& circumstances, Workspace& workspace);

}  // namespace waymark
