#include "matching/fit.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace waymark;

namespace {

using Points = std::optional<std::int32_t>;

NeedAssessment need(Points low, Points high, Points likely, bool may_be_null = false) {
  NeedAssessment made;
  made.range = {low, high, likely, may_be_null};
  return made;
}

struct Fit {
  Range range;
  std::vector<Share> shares;
};

/// The fit of a programme that helps with these strengths, one an area, with preferences of 500 and 9000 points.
Fit fit(const std::vector<std::int32_t>& strengths, const std::vector<NeedAssessment>& needs,
        const CriteriaByTruth& preferences = {}) {
  Programme programme;
  for (std::uint32_t i = 0; i < strengths.size(); ++i)
    if (strengths[i] > 0) programme.helps.push_back({i, strengths[i]});
  for (const std::int32_t points : {500, 9000}) {
    Preference preference;
    preference.points = points;
    programme.prefer.push_back(std::move(preference));
  }
  Fit made;
  made.range = fit_of(programme, needs, preferences, made.shares);
  return made;
}

std::int32_t sum_of(const std::vector<Share>& shares) {
  std::int32_t sum = 0;
  for (const Share& share : shares) sum += share.points;
  return sum;
}

}  // namespace

TEST_CASE("fit is the mean of the needs that a programme helps with, weighted by strength") {
  // (9000 x 4000 + 6000 x 8000) / 15000
  const Fit known = fit({9000, 6000, 0}, {need(4000, 4000, 4000), need(8000, 8000, 8000), need(0, 0, 0)});
  CHECK(known.range.low == 5600);
  CHECK(known.range.high == 5600);
  CHECK(known.range.likely == 5600);
  REQUIRE(known.shares.size() == 2);
  CHECK(known.shares[0].source == Share::Source::need);
  CHECK(known.shares[0].index == 0);
  CHECK(known.shares[0].points == 2400);
  CHECK(known.shares[1].index == 1);
  CHECK(known.shares[1].points == 3200);
  const Fit range = fit({1, 1}, {need(2000, 4000, {}), need(6000, 10000, 7000)});
  CHECK(range.range.low == 4000);
  CHECK(range.range.high == 7000);
  CHECK(range.range.likely == 7000);  // half of the strength is known
}

TEST_CASE("fit's likely needs at least half of the strength") {
  CHECK_FALSE(fit({3, 2}, {need(0, 10000, {}), need(5000, 5000, 5000)}).range.likely.has_value());
  CHECK(fit({2, 2}, {need(0, 10000, {}), need(5000, 5000, 5000)}).range.likely == 5000);
}

TEST_CASE("a need that may come to null is in or out, whichever is worse") {
  const Fit made = fit({1, 1}, {need(5000, 5000, 5000), need(1000, 9000, {}, true)});
  CHECK(made.range.low == 3000);
  CHECK(made.range.high == 7000);
  CHECK_FALSE(made.range.may_be_null);
  const Fit all = fit({1, 1}, {need(5000, 6000, {}, true), need(1000, 2000, {}, true)});
  CHECK(all.range.low == 1000);
  CHECK(all.range.high == 6000);
  CHECK(all.range.may_be_null);
}

TEST_CASE("a need that is null is left out, and where all are, so is the fit") {
  const Fit one = fit({1, 9}, {need(5000, 5000, 5000), need({}, {}, {}, true)});
  CHECK(one.range.low == 5000);
  CHECK(one.range.likely == 5000);
  CriteriaByTruth met;
  met.met = {0};
  for (const Fit& none : {fit({1}, {need({}, {}, {}, true)}, met), fit({0}, {need(5000, 5000, 5000)}, met)}) {
    CHECK_FALSE(none.range.low.has_value());
    CHECK_FALSE(none.range.high.has_value());
    CHECK_FALSE(none.range.likely.has_value());
    CHECK(none.range.may_be_null);
    CHECK(none.shares.empty());
  }
}

TEST_CASE("preferences met add their points; unknown ones add none or all") {
  CriteriaByTruth preferences;
  preferences.met = {0};
  const Fit met = fit({1}, {need(4000, 6000, 5000)}, preferences);
  CHECK(met.range.low == 4500);
  CHECK(met.range.high == 6500);
  CHECK(met.range.likely == 5500);
  REQUIRE(met.shares.size() == 2);
  CHECK(met.shares[1].source == Share::Source::preference);
  CHECK(met.shares[1].index == 0);
  CHECK(met.shares[1].points == 500);
  preferences.met.clear();
  preferences.unknown = {0};
  const Fit unknown = fit({1}, {need(4000, 6000, 5000)}, preferences);
  CHECK(unknown.range.low == 4000);
  CHECK(unknown.range.high == 6500);
  CHECK(unknown.range.likely == 5000);
  preferences.unknown.clear();
  preferences.unmet = {0, 1};
  const Fit unmet = fit({1}, {need(4000, 6000, 5000)}, preferences);
  CHECK(unmet.range.high == 6000);
  CHECK(unmet.range.likely == 5000);
}

TEST_CASE("fit ends at 10000, and a share takes what is too much") {
  CriteriaByTruth preferences;
  preferences.met = {0, 1};
  const Fit capped = fit({1}, {need(4000, 6000, 5000)}, preferences);
  CHECK(capped.range.low == 10000);
  CHECK(capped.range.high == 10000);
  CHECK(capped.range.likely == 10000);
  CHECK(sum_of(capped.shares) == 10000);
  CHECK(capped.shares.back().source == Share::Source::bound);
  CHECK(capped.shares.back().points == -4500);
}
