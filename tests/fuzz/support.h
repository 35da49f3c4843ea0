#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "model/assessment.h"
#include "model/diagnostic.h"
#include "reading/source_text.h"
#include "text/utf8.h"

namespace waymark::fuzzing {

/// Ends the process where something that must always hold does not: that is what a fuzz target reports by.
inline void require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline void require_json(std::string_view text) {
  require(nlohmann::json::accept(text), "what is written is JSON in UTF-8");
}

inline void require_places(const Diagnostics& diagnostics, const std::vector<SourceText>& sources) {
  for (const Diagnostic& diagnostic : diagnostics) {
    require((diagnostic.line == 0) == (diagnostic.column == 0), "a place has both a line and a column");
    if (diagnostic.line == 0) continue;
    const auto source = std::find_if(sources.begin(), sources.end(),
                                     [&](const SourceText& one) { return one.name == diagnostic.file; });
    require(source != sources.end(), "a diagnostic names one of the texts");
    std::string_view rest = source->text;
    for (std::uint32_t line = 1; line < diagnostic.line; ++line) {
      const std::size_t end = rest.find('\n');
      require(end != std::string_view::npos, "a diagnostic's line is one of the text's");
      rest.remove_prefix(end + 1);
    }
    // The end of a line is a place too: there something is missing.
    require(diagnostic.column <= count_code_points(rest.substr(0, rest.find('\n'))) + 1,
            "a diagnostic's column lies within its line");
  }
}

inline void require_range(const Range& range, const std::vector<Share>& shares) {
  require(range.low.has_value() == range.high.has_value(), "a range has both its bounds or neither");
  require(!range.likely || range.low, "what is likely lies within bounds");
  if (range.low) require(0 <= *range.low && *range.low <= *range.high && *range.high <= 10'000, "bounds are in order");
  if (!range.likely) {
    require(shares.empty(), "parts add up to what is likely, and nothing is");
    return;
  }
  require(*range.low <= *range.likely && *range.likely <= *range.high, "what is likely lies within its bounds");
  std::int64_t sum = 0;
  for (const Share& share : shares) sum += share.points;
  require(sum == *range.likely, "parts add up to what is likely");
}

inline void require_plan(const Plan& plan) {
  for (const PlanWeek& week : plan.weeks) {
    std::int32_t hours = 0;
    for (const PlanStep& step : week.steps) hours += step.hours;
    require(!week.steps.empty() && hours <= plan.hours_a_week, "a week keeps to the hours of the plan");
  }
}

inline void require_sound(const Assessment& assessment) {
  for (const NeedAssessment& need : assessment.needs) require_range(need.range, need.shares);
  for (const ProgrammeAssessment& programme : assessment.programmes) require_range(programme.fit, programme.shares);
  if (assessment.plan) require_plan(*assessment.plan);
}

}  // namespace waymark::fuzzing
