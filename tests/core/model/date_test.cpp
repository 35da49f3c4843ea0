#include "model/date.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace waymark;

namespace {

std::string shown(const std::optional<Date>& date) { return date ? to_text(*date) : "none"; }

}  // namespace

TEST_CASE("a day is read only if it exists") {
  CHECK(shown(parse_date("2026-11-22")) == "2026-11-22");
  CHECK(shown(parse_date("0001-01-01")) == "0001-01-01");
  CHECK(shown(parse_date("9999-12-31")) == "9999-12-31");
  CHECK(shown(parse_date("2024-02-29")) == "2024-02-29");
  CHECK(shown(parse_date("2000-02-29")) == "2000-02-29");
  for (const std::string_view none :
       {"2026-02-29", "1900-02-29",  "2026-04-31", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32",
        "0000-01-01", "2026-1-01",   "2026/01/01", "2026-01/01", "20260101",   "2026-01",    "2026",
        "",           "2026-01-01 ", "-026-01-01", "2026-0a-01", "2026-01-0a", "２026-01-01"}) {
    INFO(none);
    CHECK_FALSE(parse_date(none).has_value());
  }
}

TEST_CASE("a part that is left out is its first") {
  CHECK(shown(parse_partial_date("2025")) == "2025-01-01");
  CHECK(shown(parse_partial_date("2025-10")) == "2025-10-01");
  CHECK(shown(parse_partial_date("2025-10-31")) == "2025-10-31");
  for (const std::string_view none :
       {"", "25", "2025-", "2025-1", "2025-13", "2025-10-", "2025-10-3", "202a", "2025x10"}) {
    INFO(none);
    CHECK_FALSE(parse_partial_date(none).has_value());
  }
}

TEST_CASE("a month is a year and a month") {
  CHECK(shown(parse_month("2021-09")) == "2021-09-01");
  CHECK_FALSE(parse_month("2021").has_value());
  CHECK_FALSE(parse_month("2021-09-01").has_value());
  CHECK_FALSE(parse_month("2021-00").has_value());
}

TEST_CASE("months between dates ignore their days") {
  CHECK(months_between({2026, 1, 31}, {2026, 2, 1}) == 1);
  CHECK(months_between({2026, 1, 1}, {2026, 1, 31}) == 0);
  CHECK(months_between({2025, 12, 31}, {2026, 1, 1}) == 1);
  CHECK(months_between({2026, 6, 15}, {2024, 5, 1}) == -25);
  CHECK(months_between({2020, 3, 1}, {2026, 6, 1}) == 75);
}

TEST_CASE("dates are ordered by year, month, day") {
  CHECK(Date{2025, 12, 31} < Date{2026, 1, 1});
  CHECK(Date{2026, 1, 31} < Date{2026, 2, 1});
  CHECK(Date{2026, 2, 1} < Date{2026, 2, 2});
  CHECK(Date{2026, 2, 2} == Date{2026, 2, 2});
}

TEST_CASE("the last day of a partial date is that of its month or year") {
  const auto last = [](std::string_view text) { return to_text(last_day_of(text, *parse_partial_date(text))); };
  CHECK(last("2026") == "2026-12-31");
  CHECK(last("2026-04") == "2026-04-30");
  CHECK(last("2024-02") == "2024-02-29");
  CHECK(last("2026-02") == "2026-02-28");
  CHECK(last("2026-12") == "2026-12-31");
  CHECK(last("2026-04-03") == "2026-04-03");
}

TEST_CASE("days are counted over months, leap days and years") {
  CHECK(to_text(days_after({2026, 11, 22}, 0)) == "2026-11-22");
  CHECK(to_text(days_after({2026, 11, 22}, 8)) == "2026-11-30");
  CHECK(to_text(days_after({2026, 11, 22}, 9)) == "2026-12-01");
  CHECK(to_text(days_after({2026, 11, 22}, 40)) == "2027-01-01");
  CHECK(to_text(days_after({2024, 2, 22}, 7)) == "2024-02-29");
  CHECK(to_text(days_after({2023, 2, 22}, 7)) == "2023-03-01");
  CHECK(to_text(days_after({2000, 2, 28}, 366)) == "2001-02-28");
  CHECK(to_text(days_after({9999, 12, 30}, 1)) == "9999-12-31");
  CHECK(to_text(days_after({9999, 12, 30}, 84)) == "9999-12-31");
  CHECK(days_between({2026, 11, 22}, {2026, 11, 22}) == 0);
  CHECK(days_between({2026, 11, 22}, {2026, 11, 21}) == -1);
  CHECK(days_between({1970, 1, 1}, {2000, 1, 1}) == 10'957);
  CHECK(days_between({1, 1, 1}, {9999, 12, 31}) == 3'652'058);
  for (Date day = {1899, 12, 31}; day.year < 1901; day = days_after(day, 1)) {
    INFO(to_text(day));
    CHECK(days_between(day, days_after(day, 1)) == 1);
    CHECK(days_after({1899, 1, 1}, days_between({1899, 1, 1}, day)) == day);
  }
}

TEST_CASE("a month that lies so many months before a day") {
  const auto before = [](const Date& date, std::int32_t months) { return to_month_text(month_before(date, months)); };
  CHECK(before({2026, 6, 15}, 0) == "2026-06");
  CHECK(before({2026, 6, 30}, 5) == "2026-01");
  CHECK(before({2026, 6, 30}, 6) == "2025-12");
  CHECK(before({2026, 6, 30}, 720) == "1966-06");
  CHECK(before({61, 1, 1}, 720) == "0001-01");
  for (std::int32_t months = 0; months <= 720; ++months)
    CHECK(months_between(month_before({2026, 3, 31}, months), {2026, 3, 31}) == months);
}
