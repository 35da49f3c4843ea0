#include "model/date.h"

namespace waymark {
namespace {

bool is_leap(std::int32_t year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

std::int32_t days_in_month(std::int32_t year, std::int32_t month) {
  constexpr std::int32_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

std::optional<std::int32_t> digits(std::string_view text) {
  std::int32_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// Days since the first of March of the year 0. Counted from March, a leap day is the last of its year.
std::int32_t day_number(const Date& date) {
  const std::int32_t year = date.month > 2 ? date.year : date.year - 1;
  const std::int32_t month = (date.month + 9) % 12;
  return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + date.day - 1;
}

void append_padded(std::string& out, std::int32_t value, std::size_t width) {
  const std::string text = std::to_string(value);
  out.append(width > text.size() ? width - text.size() : 0, '0');
  out += text;
}

}  // namespace

bool is_day(const Date& date) {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

std::optional<Date> parse_partial_date(std::string_view text) {
  Date date;
  const bool has_month = text.size() >= 7;
  const bool has_day = text.size() == 10;
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  if (!year || *year < 1) return std::nullopt;
  date.year = *year;
  if (has_month) {
    const auto month = digits(text.substr(5, 2));
    if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
    date.month = *month;
  }
  if (has_day) {
    const auto day = digits(text.substr(8, 2));
    if (text[7] != '-' || !day || *day < 1 || *day > days_in_month(date.year, date.month)) return std::nullopt;
    date.day = *day;
  }
  return date;
}

Date last_day_of(std::string_view partial, const Date& first) {
  if (partial.size() == 10) return first;
  const std::int32_t month = partial.size() == 7 ? first.month : 12;
  return {first.year, month, days_in_month(first.year, month)};
}

std::optional<Date> parse_date(std::string_view text) {
  return text.size() == 10 ? parse_partial_date(text) : std::nullopt;
}

std::optional<Date> parse_month(std::string_view text) {
  return text.size() == 7 ? parse_partial_date(text) : std::nullopt;
}

std::int32_t months_between(const Date& from, const Date& to) {
  return 12 * (to.year - from.year) + (to.month - from.month);
}

Date days_after(const Date& date, std::int32_t days) {
  Date day = date;
  for (std::int32_t left = days; left > 0;) {
    const std::int32_t rest = days_in_month(day.year, day.month) - day.day;
    if (left <= rest) {
      day.day += left;
      break;
    }
    if (day.year == 9999 && day.month == 12) return {9999, 12, 31};
    left -= rest + 1;
    day = day.month == 12 ? Date{day.year + 1, 1, 1} : Date{day.year, day.month + 1, 1};
  }
  return day;
}

std::int32_t days_between(const Date& from, const Date& to) { return day_number(to) - day_number(from); }

Date month_before(const Date& date, std::int32_t months) {
  const std::int32_t month = 12 * date.year + date.month - 1 - months;
  return {month / 12, month % 12 + 1, 1};
}

std::string to_month_text(const Date& date) {
  std::string text;
  append_padded(text, date.year, 4);
  text += '-';
  append_padded(text, date.month, 2);
  return text;
}

std::string to_text(const Date& date) {
  std::string text = to_month_text(date);
  text += '-';
  append_padded(text, date.day, 2);
  return text;
}

}  // namespace waymark
