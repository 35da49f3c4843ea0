#pragma once

#include <optional>

#include "model/assessment.h"
#include "model/model.h"

namespace waymark {

/// Does a programme take people at a date, and when is the next intake.
struct IntakeAtDate {
  Status status = Status::unknown;
  std::optional<std::uint32_t> cohort;  ///< the first whose applications have not closed
  std::int32_t months_to_start = 0;  ///< calendar months to that cohort's start; 0 where there is none, never negative
};

/// A rolling intake counts as open while `today` is at most `stale_after` calendar months after it was last seen.
[[nodiscard]] IntakeAtDate intake_at(const Programme& programme, const Date& today, std::int32_t stale_after);

/// Open, upcoming and unknown programmes can still be tried.
[[nodiscard]] inline bool is_joinable(Status status) { return status != Status::closed; }

}  // namespace waymark
