#include "checking/check_freshness.h"

#include <algorithm>

namespace waymark {
namespace {

bool is_over(const AuthoredCohort& cohort, const Date& today) {
  const auto last = parse_partial_date(cohort.closes ? cohort.closes->value : cohort.starts.value);
  return last && *last < today;
}

}  // namespace

void check_freshness(const Pack& pack, const Date& today, Reporter& reporter) {
  for (const AuthoredProgramme& programme : pack.programmes) {
    const auto checked = parse_partial_date(programme.checked.value);
    if (checked && months_between(*checked, today) >= check_due_after)
      reporter.warning(DiagnosticCode::check_due, programme.checked.place,
                       {"\"", programme.id.value, "\" was last checked on ", programme.checked.value},
                       "look at its sources again and write the new date");
    const bool cohorts_over = programme.intake.value == Intake::cohorts && !programme.ended &&
                              !programme.cohorts.empty() &&
                              std::all_of(programme.cohorts.begin(), programme.cohorts.end(),
                                          [&](const AuthoredCohort& cohort) { return is_over(cohort, today); });
    if (cohorts_over)
      reporter.warning(DiagnosticCode::cohorts_over, programme.intake.place,
                       {"all cohorts of \"", programme.id.value, "\" are over"},
                       "add the next one, or say when it \"ended\"");
  }
}

}  // namespace waymark
