#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/assessment.h"

namespace waymark {

/// How many programmes are the first that a person would look at.
inline constexpr std::size_t most_top_programmes = 3;

/// A need whose likely value, likely band or possible bands changed.
struct NeedChange {
  std::uint32_t area = 0;
  NeedAssessment before;
  NeedAssessment after;
};

/// A refresh that changed, is new (nothing before) or is gone (nothing after).
struct RefreshChange {
  std::uint32_t topic = 0;
  std::optional<RefreshAssessment> before;
  std::optional<RefreshAssessment> after;
};

struct ProgrammeStanding {
  Verdict verdict = Verdict::may_be_eligible;
  Status status = Status::unknown;

  friend bool operator==(const ProgrammeStanding&, const ProgrammeStanding&) = default;
};

/// A programme whose verdict or status changed.
struct ProgrammeChange {
  std::uint32_t programme = 0;
  ProgrammeStanding before;
  ProgrammeStanding after;
};

/// What came into a group of programmes and what went out of it, each in order of suggestion: after and before.
struct Turnover {
  std::vector<std::uint32_t> entered;
  std::vector<std::uint32_t> left;
};

/// What is another at a later time, or with other answers.
struct Comparison {
  Date before;
  Date after;
  std::vector<std::uint32_t> answers;       ///< questions whose answers differ; months that only grew do not
  std::vector<NeedChange> needs;            ///< in the order of Model::needs
  std::vector<RefreshChange> refreshes;     ///< in the order of those after, then those gone in theirs
  std::vector<ProgrammeChange> programmes;  ///< in order of suggestion after
  Turnover eligible;                        ///< by verdict alone
  Turnover joinable;                        ///< by status alone: not closed
  Turnover top;                             ///< the first that are joinable and not ruled out
};

}  // namespace waymark
