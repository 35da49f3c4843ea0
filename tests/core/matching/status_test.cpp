#include "matching/status.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace waymark;

namespace {

constexpr std::int32_t stale_after = 18;

Programme rolling(std::optional<Date> last_seen) {
  Programme programme;
  programme.intake = Intake::rolling;
  programme.last_seen = last_seen;
  return programme;
}

Cohort cohort(std::string id, std::optional<Date> opens, Date closes, Date starts) {
  Cohort made;
  made.id = std::move(id);
  made.opens = opens;
  made.closes = closes;
  made.starts = starts;
  return made;
}

Programme two_cohorts() {
  Programme programme;
  programme.intake = Intake::cohorts;
  programme.cohorts = {cohort("first", Date{2026, 1, 5}, {2026, 2, 20}, {2026, 4, 1}),
                       cohort("second", Date{2026, 7, 1}, {2026, 8, 31}, {2026, 10, 5})};
  return programme;
}

std::string at(const Programme& programme, const Date& today) {
  const IntakeAtDate intake = intake_at(programme, today, stale_after);
  std::string text;
  switch (intake.status) {
    case Status::open: text = "open"; break;
    case Status::upcoming: text = "upcoming"; break;
    case Status::unknown: text = "unknown"; break;
    case Status::closed: text = "closed"; break;
  }
  if (intake.cohort) text += " " + programme.cohorts[*intake.cohort].id;
  return text + " " + std::to_string(intake.months_to_start);
}

}  // namespace

TEST_CASE("a cohort is upcoming before it opens, open through its last day, then the next counts") {
  const Programme programme = two_cohorts();
  CHECK(at(programme, {2025, 12, 31}) == "upcoming first 4");
  CHECK(at(programme, {2026, 1, 4}) == "upcoming first 3");
  CHECK(at(programme, {2026, 1, 5}) == "open first 3");
  CHECK(at(programme, {2026, 2, 20}) == "open first 2");
  CHECK(at(programme, {2026, 2, 21}) == "upcoming second 8");
  CHECK(at(programme, {2026, 6, 30}) == "upcoming second 4");
  CHECK(at(programme, {2026, 7, 1}) == "open second 3");
  CHECK(at(programme, {2026, 8, 31}) == "open second 2");
  CHECK(at(programme, {2026, 9, 1}) == "closed 0");
}

TEST_CASE("a cohort that states no opening is open until its last day") {
  Programme programme = two_cohorts();
  programme.cohorts.erase(programme.cohorts.begin());
  programme.cohorts[0].opens.reset();
  CHECK(at(programme, {2020, 1, 1}) == "open second 81");
  CHECK(at(programme, {2026, 8, 31}) == "open second 2");
  CHECK(at(programme, {2026, 9, 1}) == "closed 0");
}

TEST_CASE("months to the start ignore days and are never negative") {
  Programme programme;
  programme.intake = Intake::cohorts;
  programme.cohorts = {cohort("only", std::nullopt, {2026, 10, 5}, {2026, 10, 5})};
  CHECK(at(programme, {2026, 9, 30}) == "open only 1");
  CHECK(at(programme, {2026, 10, 1}) == "open only 0");
  CHECK(at(programme, {2026, 10, 5}) == "open only 0");
  // applications may close after the start only in a faulty pack; still nothing goes below zero
  programme.cohorts[0].closes = {2026, 12, 31};
  CHECK(at(programme, {2026, 12, 1}) == "open only 0");
}

TEST_CASE("a rolling intake is open through the last month in which its sighting counts") {
  const Programme programme = rolling(Date{2025, 1, 31});
  CHECK(at(programme, {2025, 1, 31}) == "open 0");
  CHECK(at(programme, {2026, 7, 1}) == "open 0");  // exactly 18 months
  CHECK(at(programme, {2026, 7, 31}) == "open 0");
  CHECK(at(programme, {2026, 8, 1}) == "unknown 0");  // 19 months
}

TEST_CASE("a rolling intake is open also before it was last seen, and unknown if it never was") {
  CHECK(at(rolling(Date{2026, 5, 1}), {2026, 4, 30}) == "open 0");
  CHECK(at(rolling(Date{2026, 5, 1}), {2020, 1, 1}) == "open 0");
  CHECK(at(rolling(std::nullopt), {2026, 1, 1}) == "unknown 0");
}

TEST_CASE("what ended is closed, and an unknown intake is unknown, whatever the date") {
  Programme programme;
  programme.intake = Intake::ended;
  CHECK(at(programme, {2000, 1, 1}) == "closed 0");
  programme.intake = Intake::unknown;
  CHECK(at(programme, {2000, 1, 1}) == "unknown 0");
}

TEST_CASE("all but closed programmes can be joined") {
  CHECK(is_joinable(Status::open));
  CHECK(is_joinable(Status::upcoming));
  CHECK(is_joinable(Status::unknown));
  CHECK_FALSE(is_joinable(Status::closed));
}
