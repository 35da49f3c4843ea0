#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/assessment.h"
#include "model/model.h"
#include "rules/workspace.h"

namespace waymark {

/// An answer that could be given in place of the present one.
struct OtherAnswer {
  Value value;
  Change change;
  std::int64_t distance = 0;           ///< of a number or scale, in its units; of decimals in hundredths, rounded up
  std::vector<std::uint32_t> flipped;  ///< of many options: those added and removed, ascending
};

/// The answers to a question that differ from `present` as far as the rules can tell, nearest first: numbers and points
/// of a scale by their distance, at the same distance the higher first; options flipped the fewest first, then in the
/// pack's order; options to choose in the pack's order. Of numbers that the rules do not tell apart there is only the
/// nearest, of those with decimals the nearest whole hundredth; options that no rule names stay as they are.
///
/// Nothing where they are too many or cannot be listed. `slots` holds what is known, and so neither the question nor
/// what is made of it. The values view `model` and `workspace`.
[[nodiscard]] std::optional<std::vector<OtherAnswer>> other_answers(const Model& model, std::uint32_t question,
                                                                    const Value& present,
                                                                    std::span<const Expression* const> rules,
                                                                    std::span<const Value> slots, Workspace& workspace);

/// Whether one answer goes the same way as another, and further.
[[nodiscard]] bool goes_beyond(const OtherAnswer& further, const OtherAnswer& nearer);

}  // namespace waymark
