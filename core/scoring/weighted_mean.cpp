#include "scoring/weighted_mean.h"

#include <algorithm>

#include "sorting/order.h"

namespace waymark {
namespace {

struct Sum {
  std::int64_t weighted = 0;
  std::int64_t weight = 0;

  void add(std::int64_t value, std::int64_t item_weight) {
    weighted += value * item_weight;
    weight += item_weight;
  }
  /// Rounded half up. Monotone in the true mean, so that a bound stays a bound.
  [[nodiscard]] std::int32_t mean() const { return static_cast<std::int32_t>((2 * weighted + weight) / (2 * weight)); }
};

/// The extreme mean: certain items at their extreme, and of the others those that pull it further. Taking the
/// furthest first and stopping at the first that no longer pulls is optimal for a weighted mean.
template <typename Extreme, typename Further>
std::int32_t extreme_mean(std::span<const MeanItem> items, Extreme extreme, Further further) {
  Sum sum;
  std::vector<const MeanItem*> optional;
  for (const MeanItem& item : items) {
    if (item.may_be_out) optional.push_back(&item);
    else sum.add(extreme(item), item.weight);
  }
  put_in_order(optional, [&](const MeanItem* a, const MeanItem* b) { return further(extreme(*a), extreme(*b)); });
  for (const MeanItem* item : optional) {
    const bool pulls = sum.weight == 0 || further(extreme(*item) * sum.weight, sum.weighted);
    if (!pulls) break;
    sum.add(extreme(*item), item->weight);
  }
  return sum.mean();
}

void share_out(std::span<const MeanItem> items, const Sum& sum, std::vector<Share>& shares) {
  struct Remainder {
    std::size_t share;
    std::int64_t left;
  };
  std::vector<Remainder> remainders;
  std::int64_t missing = sum.mean();
  for (const MeanItem& item : items) {
    if (!item.likely) continue;
    const std::int64_t part = *item.likely * item.weight;
    Share share = item.source;
    share.points = static_cast<std::int32_t>(part / sum.weight);
    missing -= share.points;
    remainders.push_back({shares.size(), part % sum.weight});
    shares.push_back(share);
  }
  put_in_order(remainders, [](const Remainder& a, const Remainder& b) {
    return a.left != b.left ? a.left > b.left : a.share < b.share;
  });
  for (std::size_t i = 0; i < remainders.size() && missing > 0; ++i, --missing) ++shares[remainders[i].share].points;
}

}  // namespace

Range weighted_mean(std::span<const MeanItem> items, std::vector<Share>& shares) {
  Range range;
  if (items.empty()) return range;
  const auto low = [](const MeanItem& item) { return std::int64_t{item.low}; };
  const auto high = [](const MeanItem& item) { return std::int64_t{item.high}; };
  range.low = extreme_mean(items, low, [](std::int64_t a, std::int64_t b) { return a < b; });
  range.high = extreme_mean(items, high, [](std::int64_t a, std::int64_t b) { return a > b; });
  range.may_be_null = std::all_of(items.begin(), items.end(), [](const MeanItem& item) { return item.may_be_out; });
  Sum known;
  std::int64_t weight = 0;
  for (const MeanItem& item : items) {
    weight += item.weight;
    if (item.likely) known.add(*item.likely, item.weight);
  }
  if (known.weight > 0 && 2 * known.weight >= weight) {
    range.likely = known.mean();
    share_out(items, known, shares);
    clamp_likely(range, shares);
  }
  return range;
}

void clamp_likely(Range& range, std::vector<Share>& shares) {
  if (!range.likely || !range.low || !range.high) return;
  const std::int32_t clamped = std::clamp(*range.likely, *range.low, *range.high);
  if (clamped == *range.likely) return;
  const auto bound = std::find_if(shares.begin(), shares.end(),
                                  [](const Share& share) { return share.source == Share::Source::bound; });
  if (bound == shares.end()) shares.push_back({Share::Source::bound, 0, clamped - *range.likely});
  else bound->points += clamped - *range.likely;
  range.likely = clamped;
}

}  // namespace waymark
