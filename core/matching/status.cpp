#include "matching/status.h"

#include <algorithm>

namespace waymark {
namespace {

IntakeAtDate cohorts_at(const Programme& programme, const Date& today) {
  for (std::uint32_t i = 0; i < programme.cohorts.size(); ++i) {
    const Cohort& cohort = programme.cohorts[i];
    if (today > cohort.closes) continue;
    const bool upcoming = cohort.opens && today < *cohort.opens;
    return {upcoming ? Status::upcoming : Status::open, i, std::max(0, months_between(today, cohort.starts))};
  }
  return {Status::closed, std::nullopt, 0};
}

}  // namespace

IntakeAtDate intake_at(const Programme& programme, const Date& today, std::int32_t stale_after) {
  switch (programme.intake) {
    case Intake::cohorts: return cohorts_at(programme, today);
    case Intake::ended: return {Status::closed, std::nullopt, 0};
    case Intake::unknown: return {Status::unknown, std::nullopt, 0};
    case Intake::rolling: {
      const bool fresh = programme.last_seen && months_between(*programme.last_seen, today) <= stale_after;
      return {fresh ? Status::open : Status::unknown, std::nullopt, 0};
    }
  }
  return {};
}

}  // namespace waymark
