#pragma once

#include <span>
#include <string>
#include <string_view>

#include "rules/value.h"

namespace waymark {

/// The outcome of a rule as JSON: the value itself, `{"unknown": [names]}` or `{"error": "..."}`. Doubles are written
/// with as few digits as read back the same; those that JSON has no number for as "NaN", "Infinity" and "-Infinity".
[[nodiscard]] std::string write_outcome(const Value& value, std::span<const std::string_view> names_of_causes);

}  // namespace waymark
