#include "matching/fit.h"

#include <algorithm>

#include "scoring/weighted_mean.h"

namespace waymark {
namespace {

constexpr std::int32_t largest_fit = 10'000;

}  // namespace

Range fit_of(const Programme& programme, const std::vector<NeedAssessment>& needs, const CriteriaByTruth& preferences,
             std::vector<Share>& shares) {
  std::vector<MeanItem> items;
  for (const Help& help : programme.helps) {
    const Range& need = needs[help.area].range;
    if (!need.low || !need.high) continue;
    MeanItem item;
    item.weight = help.strength;
    item.low = *need.low;
    item.high = *need.high;
    item.likely = need.likely;
    item.may_be_out = need.may_be_null;
    item.source = {Share::Source::need, help.area, 0};
    items.push_back(item);
  }
  Range fit = weighted_mean(items, shares);
  if (!fit.low || !fit.high) {
    fit.may_be_null = true;
    return fit;
  }
  std::int32_t met = 0;
  std::int32_t possible = 0;
  for (const std::uint32_t index : preferences.met) met += programme.prefer[index].points;
  for (const std::uint32_t index : preferences.unknown) possible += programme.prefer[index].points;
  fit.low = std::min(largest_fit, *fit.low + met);
  fit.high = std::min(largest_fit, *fit.high + met + possible);
  if (!fit.likely) return fit;
  for (const std::uint32_t index : preferences.met) {
    shares.push_back({Share::Source::preference, index, programme.prefer[index].points});
    *fit.likely += programme.prefer[index].points;
  }
  clamp_likely(fit, shares);
  return fit;
}

}  // namespace waymark
