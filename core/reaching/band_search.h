#pragma once

#include <span>
#include <vector>

#include "model/model.h"
#include "reaching/answer_search.h"

namespace waymark {

/// Looks for people whose `likely` of a need area falls into each of its bands; what is found is by band.
///
/// `possible`: the bands that the area's range holds while nothing is said, out of which no answers lead. The others
/// are looked for through every way to answer what decides whether the area's items are asked, and for each through
/// every sum that the items' answers, given or not, come to.
[[nodiscard]] std::vector<Found> find_bands(const Model& model, const NeedArea& area,
                                            std::span<const std::uint32_t> possible, Blank& blank);

}  // namespace waymark
