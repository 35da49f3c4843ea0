#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace waymark {

/// A day of the proleptic Gregorian calendar; year 1..9999, month 1..12, day 1..31.
struct Date {
  std::int32_t year = 1;
  std::int32_t month = 1;
  std::int32_t day = 1;

  friend auto operator<=>(const Date&, const Date&) = default;
};

/// Whether it is a day of the calendar.
[[nodiscard]] bool is_day(const Date& date);

/// Reads `YYYY-MM-DD`; nothing if the text has another shape or names no real day.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a part left out is its first (January, the 1st).
[[nodiscard]] std::optional<Date> parse_partial_date(std::string_view text);

/// Reads `YYYY-MM` as the first of that month.
[[nodiscard]] std::optional<Date> parse_month(std::string_view text);

/// The last day of the period that a partial date names; `first` is what it reads as.
[[nodiscard]] Date last_day_of(std::string_view partial, const Date& first);

/// Calendar months from one date to another, days ignored: 12 x years + months. Negative when `to` is earlier.
[[nodiscard]] std::int32_t months_between(const Date& from, const Date& to);

/// The day so many days after another; the last day of the calendar where that is past it. `days` is not negative.
[[nodiscard]] Date days_after(const Date& date, std::int32_t days);

/// Days from one date to another; negative when `to` is earlier.
[[nodiscard]] std::int32_t days_between(const Date& from, const Date& to);
/// The first of the month that lies so many calendar months before a date's; it must not lie before the year 1.
[[nodiscard]] Date month_before(const Date& date, std::int32_t months);

/// `YYYY-MM`.
[[nodiscard]] std::string to_month_text(const Date& date);

/// `YYYY-MM-DD`.
[[nodiscard]] std::string to_text(const Date& date);

}  // namespace waymark
