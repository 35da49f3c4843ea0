#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/date.h"
#include "model/model.h"

namespace waymark {

struct SimulationOptions {
  Date today;
  std::uint32_t people = 0;
  std::uint64_t seed = 0;
  unsigned jobs = 1;  ///< people interviewed at once; the result is the same for any number
};

/// What comes of interviewing the same people in one way, beside their full interviews.
struct InterviewTally {
  std::vector<std::uint32_t> asked;      ///< questions, by person
  std::uint64_t same_first_three = 0;    ///< people to whom the same three programmes are suggested first
  std::vector<std::uint64_t> same_band;  ///< by need area: people with the same likely band
};

struct Simulation {
  InterviewTally full;
  InterviewTally quick;
  InterviewTally quick_half;    ///< broken off after half of the full interview's questions
  InterviewTally random_order;  ///< as many questions as the quick check asks of the same person
  InterviewTally pack_order;    ///< the same
  InterviewTally none;
};

/// Interviews people made up by the pack's shares: in full, by the quick check, and by what any better way must beat.
/// People whose interview ends at a notice are drawn again; nothing if nearly all are.
[[nodiscard]] std::optional<Simulation> simulate(const Model& model, const SimulationOptions& options);

}  // namespace waymark
