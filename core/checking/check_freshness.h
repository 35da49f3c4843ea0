#pragma once

#include "model/date.h"
#include "reading/pack.h"

namespace waymark {

/// Months after which an entry that nobody has checked is warned of.
inline constexpr std::int32_t check_due_after = 12;

/// Warns of programmes that were not checked for a year, and of intakes by cohorts that are all over, at `today`.
void check_freshness(const Pack& pack, const Date& today, Reporter& reporter);

}  // namespace waymark
