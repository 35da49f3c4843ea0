#include "scoring/weighted_mean.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace waymark;

namespace {

using Points = std::optional<std::int32_t>;

MeanItem item(std::int64_t weight, std::int32_t low, std::int32_t high, Points likely = std::nullopt,
              bool may_be_out = false) {
  MeanItem made;
  made.weight = weight;
  made.low = low;
  made.high = high;
  made.likely = likely;
  made.may_be_out = may_be_out;
  return made;
}
MeanItem known(std::int64_t weight, std::int32_t value) { return item(weight, value, value, value); }
MeanItem maybe(std::int64_t weight, std::int32_t low, std::int32_t high) {
  return item(weight, low, high, std::nullopt, true);
}

struct Mean {
  Range range;
  std::vector<Share> shares;
};

Mean mean_of(std::vector<MeanItem> items) {
  for (std::uint32_t i = 0; i < items.size(); ++i) items[i].source = {Share::Source::question, i, 0};
  Mean mean;
  mean.range = weighted_mean(items, mean.shares);
  return mean;
}

std::vector<std::int32_t> points_of(const std::vector<Share>& shares) {
  std::vector<std::int32_t> points;
  for (const Share& share : shares) points.push_back(share.points);
  return points;
}

struct Expected {
  std::vector<MeanItem> items;
  Points low, high, likely;
  bool may_be_null;
};

}  // namespace

TEST_CASE("the bounds of a weighted mean, by hand") {
  const Expected cases[] = {
      {{}, {}, {}, {}, false},
      {{known(1, 4000)}, 4000, 4000, 4000, false},
      {{known(1, 4000), known(3, 8000)}, 7000, 7000, 7000, false},
      {{item(1, 0, 10000)}, 0, 10000, {}, false},
      // (1 x 0..10000 + 3 x 8000) / 4
      {{item(1, 0, 10000), known(3, 8000)}, 6000, 8500, 8000, false},
      // in pulls up to 7000, out leaves 5000; nothing pulls down
      {{known(1, 5000), maybe(1, 9000, 9000)}, 5000, 7000, 5000, false},
      {{known(1, 5000), maybe(1, 1000, 1000)}, 3000, 5000, 5000, false},
      // both ways at once
      {{known(2, 5000), maybe(2, 1000, 9000)}, 3000, 7000, 5000, false},
      // an optional item at the mean itself changes nothing
      {{known(1, 5000), maybe(9, 5000, 5000)}, 5000, 5000, {}, false},
      // only the furthest are taken in: (4000 + 8000) / 2 = 6000, then 5000 would pull down
      {{known(1, 4000), maybe(1, 5000, 5000), maybe(1, 8000, 8000)}, 4000, 6000, {}, false},
      // all optional: at least one is in, or nothing applies
      {{maybe(1, 2000, 3000), maybe(5, 6000, 9000)}, 2000, 9000, {}, true},
      {{maybe(4, 2000, 3000)}, 2000, 3000, {}, true},
  };
  for (const Expected& one : cases) {
    const Mean mean = mean_of(one.items);
    INFO("case " << (&one - cases));
    CHECK(mean.range.low == one.low);
    CHECK(mean.range.high == one.high);
    CHECK(mean.range.likely == one.likely);
    CHECK(mean.range.may_be_null == one.may_be_null);
  }
}

TEST_CASE("means round half up") {
  CHECK(mean_of({known(1, 0), known(1, 1)}).range.low == 1);   // 0.5
  CHECK(mean_of({known(2, 0), known(1, 1)}).range.low == 0);   // 0.33
  CHECK(mean_of({known(1, 0), known(2, 1)}).range.low == 1);   // 0.67
  CHECK(mean_of({known(3, 0), known(1, 10)}).range.low == 3);  // 2.5
  CHECK(mean_of({known(5, 0), known(3, 4)}).range.low == 2);   // 1.5
  CHECK(mean_of({known(1, 9999), known(1, 10000)}).range.high == 10000);
}

TEST_CASE("likely is there once the answered items hold exactly half of the weight") {
  CHECK(mean_of({known(2, 4000), item(2, 0, 10000)}).range.likely == 4000);
  CHECK_FALSE(mean_of({known(2, 4000), item(3, 0, 10000)}).range.likely.has_value());
  CHECK_FALSE(mean_of({known(1, 4000), item(2, 0, 10000)}).range.likely.has_value());
  CHECK(mean_of({known(1, 4000), known(1, 8000), maybe(2, 0, 10000)}).range.likely == 6000);
  CHECK_FALSE(mean_of({known(1, 4000), known(1, 8000), maybe(3, 0, 10000)}).range.likely.has_value());
  CHECK_FALSE(mean_of({item(1, 5000, 5000)}).range.likely.has_value());
}

TEST_CASE("shares are rounded by largest remainder and add up to likely") {
  // thirds of 10000: 3333.3 each, one point left over goes to the first of equal remainders
  CHECK(points_of(mean_of({known(1, 10000), known(1, 10000), known(1, 10000)}).shares) ==
        std::vector<std::int32_t>{3334, 3333, 3333});
  // 7 x 1000 / 9 = 777.8, 2 x 1000 / 9 = 222.2: the larger remainder takes the point
  CHECK(points_of(mean_of({known(2, 1000), known(7, 1000)}).shares) == std::vector<std::int32_t>{222, 778});
  // 0.5 + 0 rounds up to 1
  CHECK(points_of(mean_of({known(1, 0), known(1, 1)}).shares) == std::vector<std::int32_t>{0, 1});
  // 1/3 of 1 rounds down to 0: nothing is left to give
  CHECK(points_of(mean_of({known(2, 0), known(1, 1)}).shares) == std::vector<std::int32_t>{0, 0});
  CHECK(mean_of({known(1, 4000), item(5, 0, 10000)}).shares.empty());
}

TEST_CASE("shares name what they come from, and leave out what has no answer") {
  const Mean mean = mean_of({known(2, 4000), item(1, 0, 10000), known(2, 6000)});
  REQUIRE(mean.shares.size() == 2);
  CHECK(mean.shares[0].index == 0);
  CHECK(mean.shares[0].points == 2000);
  CHECK(mean.shares[1].index == 2);
  CHECK(mean.shares[1].points == 3000);
  CHECK(mean.range.likely == 5000);
}

TEST_CASE("likely is clamped into the bounds, and a share says by how much") {
  // the open item is at least 8000: (4000 + 8000) / 2
  const Mean up = mean_of({known(1, 4000), item(1, 8000, 10000)});
  CHECK(up.range.low == 6000);
  CHECK(up.range.likely == 6000);
  REQUIRE(up.shares.size() == 2);
  CHECK(up.shares[1].source == Share::Source::bound);
  CHECK(up.shares[1].points == 2000);
  const Mean down = mean_of({known(1, 8000), item(1, 0, 2000)});
  CHECK(down.range.high == 5000);
  CHECK(down.range.likely == 5000);
  CHECK(points_of(down.shares) == std::vector<std::int32_t>{8000, -3000});
  const Mean inside = mean_of({known(1, 8000), item(1, 0, 9000)});
  CHECK(points_of(inside.shares) == std::vector<std::int32_t>{8000});
}

TEST_CASE("clamping leaves what has no likely value or no bounds alone") {
  std::vector<Share> shares;
  Range none;
  clamp_likely(none, shares);
  none.likely = 5;
  clamp_likely(none, shares);
  CHECK(none.likely == 5);
  CHECK(shares.empty());
}

TEST_CASE("bounds are those of the worst choice of optional items, for random items") {
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  const auto pick = [&](std::int32_t low, std::int32_t high) {
    return std::uniform_int_distribution<std::int32_t>(low, high)(random);
  };
  for (int round = 0; round < 500; ++round) {
    std::vector<MeanItem> items;
    for (int i = pick(1, 7); i > 0; --i) {
      const std::int32_t low = pick(0, 20) * 500;
      const std::int32_t high = pick(low / 500, 20) * 500;
      const Points likely = pick(0, 1) == 0 ? Points() : Points(pick(low, high));
      items.push_back(item(pick(1, 9), low, high, likely, pick(0, 2) == 0));
    }
    Points low, high;
    bool may_be_null = false;
    for (std::uint32_t in = 0; in < (1U << items.size()); ++in) {
      std::int64_t lows = 0, highs = 0, weight = 0;
      bool possible = true;
      for (std::size_t i = 0; i < items.size(); ++i) {
        if ((in >> i & 1U) == 0) {
          possible = possible && items[i].may_be_out;
          continue;
        }
        lows += items[i].low * items[i].weight;
        highs += items[i].high * items[i].weight;
        weight += items[i].weight;
      }
      if (!possible) continue;
      if (weight == 0) {
        may_be_null = true;
        continue;
      }
      const auto rounded = [&](std::int64_t sum) {
        return static_cast<std::int32_t>((2 * sum + weight) / (2 * weight));
      };
      low = std::min(low.value_or(10000), rounded(lows));
      high = std::max(high.value_or(0), rounded(highs));
    }
    const Mean mean = mean_of(items);
    CHECK(mean.range.low == low);
    CHECK(mean.range.high == high);
    CHECK(mean.range.may_be_null == may_be_null);
    if (!mean.range.likely) {
      CHECK(mean.shares.empty());
      continue;
    }
    CHECK(*mean.range.likely >= *low);
    CHECK(*mean.range.likely <= *high);
    std::int32_t sum = 0;
    for (const Share& share : mean.shares) sum += share.points;
    CHECK(sum == *mean.range.likely);
  }
}
