#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/assessment.h"

namespace waymark {

/// The weeks in which something can be done, from 0, both ends included.
struct Window {
  std::int32_t first = 0;
  std::int32_t last = 0;
};

/// A step with the hours of the whole, to be given room.
struct Task {
  PlanStep step;
  Window within;  ///< of dated ones
};

/// What there is to do, each list in the order in which it is taken.
struct Tasks {
  std::vector<Task> dated;  ///< that can be done in certain weeks only
  std::vector<Task> actions;
  std::vector<Task> programmes;
  std::vector<Task> refreshes;
  bool quick_win = false;  ///< the first action is one to begin with
};

/// What weeks hold at most.
struct Room {
  std::int32_t hours_a_week = 1;
  std::int32_t first_hours = 1;  ///< of the first week; not above `hours_a_week`
  std::int32_t weeks = 1;
  std::int32_t steps_a_week = 1;
};

/// Gives tasks room and adds the weeks, the first of which starts on `starts`, and what found none to the plan.
///
/// Dated tasks come first, from the second week on where that is early enough; then the quick win, at the start of the
/// first week. Then the week's room goes to actions, programmes and refreshes in turn, and the turn goes on from week
/// to week; who finds too little room keeps it. A refresh takes an hour at its turn, and what is left of the week in
/// the end. Whatever else takes no more than a week's hours stays whole; what takes more has one week after the other
/// until it is done.
void schedule(const Tasks& tasks, const Room& room, const Date& starts, Plan& plan);

}  // namespace waymark
