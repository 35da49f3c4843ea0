#pragma once

#include <cstdint>

#include "model/answers.h"
#include "model/model.h"

namespace waymark {

/// Whole numbers that look random and are the same for the same seed everywhere (the SplitMix64 generator).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next();
  /// One of 0 .. count - 1, `count` from 1 to 2^32, each as often.
  std::uint64_t below(std::uint64_t count);

 private:
  std::uint64_t state_;
};

/// Answers to every question, each drawn on its own by the pack's shares; topics out of those offered to such a person.
/// What is not asked does not count, as ever.
[[nodiscard]] Answers draw_person(const Model& model, Random& random);

}  // namespace waymark
