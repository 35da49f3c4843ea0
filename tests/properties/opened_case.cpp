#include "opened_case.h"

namespace waymark::testing {
namespace {

void expect_range_nested(const std::string& what, const Range& before, const Range& after) {
  const auto fault = [&](const char* said) {
    expect(false, what, ": ", said, ", from ", text_of(before), " to ", text_of(after));
  };
  if (!before.low && after.low) fault("what was null is a number");
  if (!after.low && !before.may_be_null) fault("it became null, which was ruled out");
  if (before.low && after.low && *after.low < *before.low) fault("the range widened downwards");
  if (before.high && after.high && *after.high > *before.high) fault("the range widened upwards");
  if (after.may_be_null && !before.may_be_null) fault("it may be null again");
  if (after.low.has_value() != after.high.has_value()) fault("it has one bound");
}

void expect_criteria_nested(const std::string& what, const CriteriaByTruth& before, const CriteriaByTruth& after) {
  expect(within(before.met, after.met), what, ": what was met is no longer");
  expect(within(before.unmet, after.unmet), what, ": what was unmet is no longer");
  expect(within(after.unknown, before.unknown), what, ": what was known is unknown");
}

}  // namespace

void expect_nested(const OpenedCase& opened, const Assessment& before, const Assessment& after) {
  const Model& model = opened.model;
  for (std::size_t i = 0; i < model.needs.size(); ++i) {
    const std::string what = "need " + model.needs[i].id;
    expect_range_nested(what, before.needs[i].range, after.needs[i].range);
    expect(within(after.needs[i].bands, before.needs[i].bands), what, ": a band came back");
  }
  const auto earlier = by_index(before);
  const auto later = by_index(after);
  for (std::size_t i = 0; i < model.programmes.size(); ++i) {
    const std::string what = "programme " + model.programmes[i].id;
    expect_range_nested("the fit of " + what, earlier[i]->fit, later[i]->fit);
    expect_criteria_nested("the musts of " + what, earlier[i]->must, later[i]->must);
    expect_criteria_nested("the preferences of " + what, earlier[i]->prefer, later[i]->prefer);
    expect(earlier[i]->verdict == Verdict::may_be_eligible || earlier[i]->verdict == later[i]->verdict, what,
           ": a settled verdict changed");
    expect(earlier[i]->status == later[i]->status, what, ": answers changed its status");
  }
  const auto question = [&](std::uint32_t index) { return model.questions[index].id; };
  for (std::uint32_t i = 0; i < model.questions.size(); ++i) {
    expect(!holds(before.not_asked, i) || holds(after.not_asked, i), question(i), " was not asked, and now may be");
    const bool was_asked = !holds(before.not_asked, i) && !holds(before.undecided, i);
    expect(!was_asked || (!holds(after.not_asked, i) && !holds(after.undecided, i)), question(i),
           " was asked, and now may not be");
  }
  expect(within(before.topics_offered, after.topics_offered), "a topic is no longer offered");
  expect(within(before.notices, after.notices), "a notice went");
}

}  // namespace waymark::testing
