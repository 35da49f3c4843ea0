#include "assess.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>
#include <vector>

#include "support/packs.h"
#include "support/people.h"
#include "writing/assessment_writer.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

std::uint32_t any_seed() { return std::random_device{}(); }

std::string bytes(const std::string& json) {
  return write_assessment(assess_text(small_model(), json), small_model(), {});
}

bool holds(const std::vector<std::uint32_t>& all, std::uint32_t one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// Whether all that the first holds is in the second too.
bool within(const std::vector<std::uint32_t>& some, const std::vector<std::uint32_t>& all) {
  return std::all_of(some.begin(), some.end(), [&](std::uint32_t one) { return holds(all, one); });
}

/// Whether a range with more answers lies within what it was.
void check_nested(const Range& before, const Range& after) {
  if (!before.low || !before.high) {
    CHECK_FALSE(after.low.has_value());
    CHECK_FALSE(after.high.has_value());
    return;
  }
  if (!after.low || !after.high) {
    CHECK(before.may_be_null);
    return;
  }
  CHECK(*before.low <= *after.low);
  CHECK(*after.high <= *before.high);
  if (after.may_be_null) CHECK(before.may_be_null);
}

void check_criteria(const CriteriaByTruth& before, const CriteriaByTruth& after) {
  CHECK(within(before.met, after.met));
  CHECK(within(before.unmet, after.unmet));
  CHECK(within(after.unknown, before.unknown));
}

void check_refreshes(const Assessment& before, const Assessment& after) {
  for (const RefreshAssessment& earlier : before.refreshes) {
    INFO("refresh of " << small_model().topics[earlier.topic].id);
    const auto later = std::find_if(after.refreshes.begin(), after.refreshes.end(),
                                    [&](const RefreshAssessment& one) { return one.topic == earlier.topic; });
    if (later == after.refreshes.end()) {
      CHECK(earlier.may_be_null);
      continue;
    }
    CHECK(earlier.points.low <= later->points.low);
    CHECK(later->points.high <= earlier.points.high);
    CHECK(earlier.hours_low <= later->hours_low);
    CHECK(later->hours_high <= earlier.hours_high);
    if (later->may_be_null) CHECK(earlier.may_be_null);
  }
}

void check_more_answers(const Assessment& before, const Assessment& after) {
  const Model& model = small_model();
  for (std::size_t i = 0; i < model.needs.size(); ++i) {
    INFO("need " << model.needs[i].id);
    check_nested(before.needs[i].range, after.needs[i].range);
    CHECK(within(after.needs[i].bands, before.needs[i].bands));
  }
  check_refreshes(before, after);
  for (const Programme& programme : model.programmes) {
    INFO("programme " << programme.id);
    const ProgrammeAssessment& earlier = programme_of(model, before, programme.id);
    const ProgrammeAssessment& later = programme_of(model, after, programme.id);
    if (earlier.verdict != Verdict::may_be_eligible) CHECK(later.verdict == earlier.verdict);
    CHECK(later.status == earlier.status);
    check_criteria(earlier.must, later.must);
    check_criteria(earlier.prefer, later.prefer);
    check_nested(earlier.fit, later.fit);
  }
  CHECK(within(before.not_asked, after.not_asked));
  CHECK(within(before.topics_offered, after.topics_offered));
  CHECK(within(before.notices, after.notices));
  CHECK(within(after.undecided, before.undecided));
}

std::int32_t sum_of(const std::vector<Share>& shares) {
  std::int32_t sum = 0;
  for (const Share& share : shares) sum += share.points;
  return sum;
}

}  // namespace

TEST_CASE("more answers never widen a range nor flip what is settled") {
  const std::uint32_t seed = any_seed();
  INFO("seed " << seed);
  SmallPeople people(seed);
  for (int person = 0; person < 40; ++person) {
    const SaidAnswers all = people.everything();
    SaidAnswers said;
    Assessment before = assess_text(small_model(), "{}");
    for (const auto& answer : all) {
      said.push_back(answer);
      const std::string json = to_json(said);
      INFO(json);
      Assessment after = assess_text(small_model(), json);
      check_more_answers(before, after);
      before = std::move(after);
    }
    // all at once over nothing, too
    check_more_answers(assess_text(small_model(), "{}"), before);
  }
}

TEST_CASE("the order of answers does not matter, and the same answers give the same bytes") {
  const std::uint32_t seed = any_seed();
  INFO("seed " << seed);
  SmallPeople people(seed);
  for (int person = 0; person < 40; ++person) {
    SaidAnswers said = people.something();
    const std::string json = to_json(said);
    INFO(json);
    const std::string first = bytes(json);
    CHECK(bytes(json) == first);
    people.shuffle(said);
    CHECK(bytes(to_json(said)) == first);
  }
}

TEST_CASE("shares add up to what they explain, exactly") {
  const std::uint32_t seed = any_seed();
  INFO("seed " << seed);
  SmallPeople people(seed);
  int explained = 0;
  for (int person = 0; person < 150; ++person) {
    const std::string json = to_json(people.something());
    INFO(json);
    const Assessment assessment = assess_text(small_model(), json);
    for (const RefreshAssessment& refresh : assessment.refreshes) {
      PointsRange sum = {refresh.floor.low + refresh.cap.low, refresh.floor.high + refresh.cap.high};
      for (const PointsRange& part : refresh.parts) {
        sum.low += part.low;
        sum.high += part.high;
      }
      CHECK(sum.low == refresh.points.low);
      CHECK(sum.high == refresh.points.high);
      CHECK(refresh.hours_low <= refresh.hours);
      CHECK(refresh.hours <= refresh.hours_high);
    }
    for (const NeedAssessment& need : assessment.needs) {
      CHECK(sum_of(need.shares) == need.range.likely.value_or(0));
      CHECK(need.shares.empty() == !need.range.likely.has_value());
      CHECK(need.likely_band.has_value() == need.range.likely.has_value());
      if (need.likely_band) CHECK(holds(need.bands, *need.likely_band));
    }
    for (const ProgrammeAssessment& programme : assessment.programmes) {
      CHECK(sum_of(programme.shares) == programme.fit.likely.value_or(0));
      if (programme.fit.likely) {
        ++explained;
        CHECK(*programme.fit.low <= *programme.fit.likely);
        CHECK(*programme.fit.likely <= *programme.fit.high);
      }
    }
  }
  CHECK(explained > 0);
}

TEST_CASE("every list of an assessment is whole: each programme, need and section once") {
  SmallPeople people(11);
  const Model& model = small_model();
  for (int person = 0; person < 30; ++person) {
    const Assessment assessment = assess_text(model, to_json(people.something()));
    CHECK(assessment.today == midsummer);
    CHECK(assessment.needs.size() == model.needs.size());
    CHECK(assessment.progress.size() == model.sections.size());
    std::vector<std::uint32_t> seen;
    for (const ProgrammeAssessment& programme : assessment.programmes) seen.push_back(programme.programme);
    std::sort(seen.begin(), seen.end());
    REQUIRE(seen.size() == model.programmes.size());
    for (std::uint32_t i = 0; i < seen.size(); ++i) CHECK(seen[i] == i);
    for (const ProgrammeAssessment& programme : assessment.programmes) {
      const std::size_t checked_by_provider = static_cast<std::size_t>(std::count_if(
          model.programmes[programme.programme].must.begin(), model.programmes[programme.programme].must.end(),
          [](const Criterion& must) { return must.form == CriterionForm::provider_checks; }));
      CHECK(programme.must.met.size() + programme.must.unmet.size() + programme.must.unknown.size() +
                checked_by_provider ==
            model.programmes[programme.programme].must.size());
    }
  }
}

TEST_CASE("an answer to a question that is not asked changes nothing") {
  const std::string student = R"({"role": "student", "region": "north")";
  CHECK(bytes(student + R"(, "hours": 40, "sure": 1, "topics": {"web": {"able": 1}}, "pay": 99})") ==
        bytes(student + "}"));
}

TEST_CASE("assessing leaves no trace in the model") {
  const std::string before = bytes("{}");
  (void)bytes(R"({"role": "returner", "region": "north", "hours": 20, "target": "new"})");
  CHECK(bytes("{}") == before);
}
