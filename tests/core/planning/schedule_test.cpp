#include "planning/schedule.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace waymark;

namespace {

constexpr Date monday = {2026, 6, 15};

std::vector<Task> tasks(PlanStep::Kind kind, const std::vector<std::int32_t>& hours) {
  std::vector<Task> made;
  for (std::uint32_t i = 0; i < hours.size(); ++i) {
    Task task;
    task.step.kind = kind;
    task.step.index = i;
    task.step.hours = hours[i];
    made.push_back(task);
  }
  return made;
}

Tasks undated(const std::vector<std::int32_t>& actions, const std::vector<std::int32_t>& programmes,
              const std::vector<std::int32_t>& refreshes, bool quick_win = false) {
  return {{},
          tasks(PlanStep::Kind::action, actions),
          tasks(PlanStep::Kind::programme, programmes),
          tasks(PlanStep::Kind::refresh, refreshes),
          quick_win};
}

/// With something that can be done in certain weeks, from 0.
Tasks dated(std::int32_t hours, Window within, Tasks rest = {}) {
  rest.dated = tasks(PlanStep::Kind::programme, {hours});
  rest.dated[0].step.index = 9;
  rest.dated[0].within = within;
  return rest;
}

std::string shown(const PlanStep& step) {
  const std::string names = "arp";
  std::string text = std::string(1, names[static_cast<std::size_t>(step.kind)]) + std::to_string(step.index) + " " +
                     std::to_string(step.hours) + "h";
  if (step.of > 1) text += " " + std::to_string(step.part) + "/" + std::to_string(step.of);
  return text;
}

/// `week: steps; ... later: steps`, a step as `kind and index, hours, part`.
std::string shown(const Tasks& tasks, const Room& room) {
  Plan plan;
  schedule(tasks, room, monday, plan);
  std::string text;
  for (const PlanWeek& week : plan.weeks) {
    if (!text.empty()) text += "; ";
    text += std::to_string(week.week) + ":";
    for (const PlanStep& step : week.steps) text += " " + shown(step);
  }
  if (!plan.later.empty()) text += "; later:";
  for (const LaterStep& later : plan.later)
    text += " " + shown(later.step) + (later.because == LaterStep::Because::opens_later ? " opens later" : "");
  return text;
}

}  // namespace

TEST_CASE("the first week begins with the quick win, and a refresh has what its weeks leave") {
  // Week 1: the programme's 3 hours find 2. Week 2: they come first, and the refresh has the other 5.
  CHECK(shown(undated({1, 1}, {3}, {6}, true), {8, 3, 4, 3}) == "1: a0 1h r0 1h 1/2 a1 1h; 2: p0 3h r0 5h 2/2");
  // the example by hand of PLANS.md
  CHECK(shown(undated({1, 1}, {3}, {10}, true), {8, 3, 12, 3}) ==
        "1: a0 1h r0 1h 1/3 a1 1h; 2: p0 3h r0 5h 2/3; 3: r0 4h 3/3");
}

TEST_CASE("turns go on from week to week, so that nothing starves with an hour a week") {
  CHECK(shown(undated({1, 1}, {1, 1}, {2}), {1, 1, 6, 3}) ==
        "1: a0 1h; 2: p0 1h; 3: r0 1h 1/2; 4: a1 1h; 5: p1 1h; 6: r0 1h 2/2");
}

TEST_CASE("what has begun is finished before others have their turn") {
  CHECK(shown(undated({1, 1}, {2}, {2}), {1, 1, 6, 3}) ==
        "1: a0 1h; 2: p0 1h 1/2; 3: p0 1h 2/2; 4: r0 1h 1/2; 5: a1 1h; 6: r0 1h 2/2");
}

TEST_CASE("only what takes more than a week's hours is done in parts, but for refreshes") {
  CHECK(shown(undated({3}, {}, {}), {2, 2, 4, 3}) == "1: a0 2h 1/2; 2: a0 1h 2/2");
  // 2 hours stay whole, though 1 is free in the first week; what comes after them waits too.
  CHECK(shown(undated({2, 1}, {}, {}), {2, 1, 4, 3}) == "2: a0 2h; 3: a1 1h");
}

TEST_CASE("who finds too little room keeps the turn") {
  CHECK(shown(undated({1, 1}, {4}, {2}), {4, 3, 4, 3}) == "1: a0 1h r0 1h 1/2 a1 1h; 2: p0 4h; 3: r0 1h 2/2");
}

TEST_CASE("what a refresh leaves when it ends goes to the next") {
  CHECK(shown(undated({}, {}, {2, 3}), {4, 4, 4, 3}) == "1: r0 2h r1 2h 1/2; 2: r1 1h 2/2");
  CHECK(shown(undated({}, {}, {2, 3}), {4, 4, 4, 1}) == "1: r0 2h; 2: r1 3h");
}

TEST_CASE("what has a date has room before all else, after the first week where it can wait") {
  const Tasks rest = undated({1, 1, 1, 1}, {}, {8}, true);
  CHECK(shown(dated(3, {0, 3}, rest), {4, 4, 3, 3}) ==
        "1: a0 1h r0 2h 1/4 a1 1h; 2: p9 3h r0 1h 2/4; 3: a2 1h r0 2h 3/4 a3 1h; later: r0 3h 4/4");
  // It has to be in the first week: the quick win still comes first, if there is room for it.
  CHECK(shown(dated(3, {0, 0}, undated({1}, {}, {}, true)), {4, 4, 3, 3}) == "1: a0 1h p9 3h");
  CHECK(shown(dated(3, {0, 0}, undated({1}, {}, {}, true)), {4, 3, 3, 3}) == "1: p9 3h; 2: a0 1h");
  // It opens in the third week.
  CHECK(shown(dated(2, {2, 5}), {4, 4, 6, 3}) == "3: p9 2h");
}

TEST_CASE("what no single week before its date can hold is done in parts, or else not at all") {
  CHECK(shown(dated(5, {1, 3}), {2, 2, 4, 3}) == "2: p9 2h 1/3; 3: p9 2h 2/3; 4: p9 1h 3/3");
  CHECK(shown(dated(5, {1, 2}), {2, 2, 4, 3}) == "; later: p9 5h");
  CHECK(shown(dated(1, {4, 9}), {2, 2, 4, 3}) == "; later: p9 1h opens later");
}

TEST_CASE("two with dates share the weeks, the sooner first") {
  Tasks both = dated(2, {0, 1});
  both.dated.push_back(both.dated[0]);
  both.dated[1].step.index = 8;
  CHECK(shown(both, {2, 2, 3, 3}) == "1: p8 2h; 2: p9 2h");
}

TEST_CASE("what finds no room stands in later, with the hours that are left") {
  CHECK(shown(undated({}, {}, {10}), {2, 2, 2, 3}) == "1: r0 2h 1/3; 2: r0 2h 2/3; later: r0 6h 3/3");
  CHECK(shown(undated({1, 1, 1}, {1}, {}), {8, 8, 2, 1}) == "1: a0 1h; 2: p0 1h; later: a1 1h a2 1h");
}

TEST_CASE("nothing to do fills no week, and weeks start a week apart") {
  CHECK(shown({}, {8, 8, 12, 3}).empty());
  Plan plan;
  schedule(undated({1, 1, 1}, {}, {}), {1, 1, 12, 3}, {2026, 12, 20}, plan);
  REQUIRE(plan.weeks.size() == 3);
  CHECK(to_text(plan.weeks[0].starts) == "2026-12-20");
  CHECK(to_text(plan.weeks[2].starts) == "2027-01-03");
}
