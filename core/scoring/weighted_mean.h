#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/assessment.h"

namespace waymark {

/// One part of a weighted mean, as far as it is known.
struct MeanItem {
  std::int64_t weight = 1;  ///< 1..10000
  std::int32_t low = 0;     ///< 0..10000
  std::int32_t high = 0;
  std::optional<std::int32_t> likely;  ///< where there is one, within low..high
  bool may_be_out = false;             ///< it may turn out not to apply
  Share source;                        ///< what it is, for the explanation; its points are filled in
};

/// The possible values of the weighted mean of items, each within its own range, and each that may be out in or out,
/// whichever is worse. Both bounds are attained where the items vary independently. No items: no bounds.
///
/// `likely` is the mean of the items that have one, clamped into the bounds, once they hold at least half of the
/// weight; `shares` receives what each gave to it, rounded by largest remainder so that they add up exactly.
[[nodiscard]] Range weighted_mean(std::span<const MeanItem> items, std::vector<Share>& shares);

/// Clamps the likely value into the bounds and keeps the shares adding up.
void clamp_likely(Range& range, std::vector<Share>& shares);

}  // namespace waymark
