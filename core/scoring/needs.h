#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/answers.h"
#include "model/assessment.h"
#include "scoring/weighted_mean.h"
#include "settling/circumstances.h"

namespace waymark {

/// The need areas of a person: each the weighted mean of its items' needs, as a range that narrows with the answers.
[[nodiscard]] std::vector<NeedAssessment> assess_needs(const Model& model, const Answers& answers,
                                                       const Circumstances& circumstances);

/// How far one need area is known.
struct NeedOutlook {
  Range range;
  std::int64_t answered = 0;  ///< weight of the items that are answered
  std::int64_t weight = 0;    ///< of those that are neither excluded nor known not to be asked
};

/// One need area alone, without its explanation.
[[nodiscard]] NeedOutlook need_outlook(const Model& model, const NeedArea& area, const Answers& answers,
                                       const Circumstances& circumstances);

/// What counts of some items of an area, as far as it is known: the area's mean is theirs.
[[nodiscard]] std::vector<MeanItem> mean_items(const Model& model, std::span<const NeedItem> items,
                                               const Answers& answers, const Circumstances& circumstances);

/// The band in which a need lies; nothing where there is none.
[[nodiscard]] std::optional<std::uint32_t> band_of(const NeedArea& area, const std::optional<std::int32_t>& value);

}  // namespace waymark
