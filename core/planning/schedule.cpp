#include "planning/schedule.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "model/limits.h"

namespace waymark {
namespace {

class Scheduler {
 public:
  Scheduler(const Tasks& tasks, const Room& room) : room_(room) {
    todos_.reserve(tasks.dated.size() + tasks.actions.size() + tasks.programmes.size() + tasks.refreshes.size());
    dated_ = add(tasks.dated);
    lanes_[actions] = add(tasks.actions);
    lanes_[programmes] = add(tasks.programmes);
    lanes_[refreshes] = add(tasks.refreshes);
    for (std::int32_t week = 0; week < room.weeks; ++week)
      weeks_[static_cast<std::size_t>(week)].free = week == 0 ? room.first_hours : room.hours_a_week;
  }

  void run(bool quick_win) {
    for (std::size_t todo = dated_.next; todo < dated_.end; ++todo) place_dated(todo);
    if (quick_win) place_quick_win();
    for (std::int32_t week = 0; week < room_.weeks; ++week) fill(weeks_[static_cast<std::size_t>(week)]);
  }

  void write(const Date& starts, Plan& plan) const {
    for (std::int32_t number = 0; number < room_.weeks; ++number) {
      const Week& week = weeks_[static_cast<std::size_t>(number)];
      if (week.count == 0) continue;
      PlanWeek written = {number + 1, days_after(starts, 7 * number), {}};
      written.steps.reserve(week.count);
      for (std::size_t i = 0; i < week.count; ++i) written.steps.push_back(step_of(week.placed[i]));
      plan.weeks.push_back(std::move(written));
    }
    for (std::size_t i = 0; i < todos_.size(); ++i) {
      const Todo& todo = todos_[i];
      if (todo.left == 0) continue;
      const bool opens_later = i < dated_.end && todo.task->within.first >= room_.weeks;
      plan.later.push_back({step_of({i, todo.left, todo.parts + 1}),
                            opens_later ? LaterStep::Because::opens_later : LaterStep::Because::no_room});
    }
  }

 private:
  struct Todo {
    const Task* task = nullptr;
    std::int32_t left = 0;  ///< hours
    std::int32_t parts = 0;
  };

  struct Placed {
    std::size_t todo = 0;
    std::int32_t hours = 0;
    std::int32_t part = 1;
  };

  struct Week {
    std::int32_t free = 0;  ///< hours
    std::size_t count = 0;
    std::array<Placed, most_week_steps> placed;
  };

  /// A run of todos, taken in order.
  struct Lane {
    std::size_t next = 0;
    std::size_t end = 0;
  };

  enum LaneName : std::size_t { actions, programmes, refreshes, lane_count };
  enum class Offer : std::uint8_t { placed, unfinished, nothing, waits };

  Lane add(const std::vector<Task>& tasks) {
    const std::size_t first = todos_.size();
    for (const Task& task : tasks) todos_.push_back({&task, task.step.hours, 0});
    return {first, todos_.size()};
  }

  [[nodiscard]] PlanStep step_of(const Placed& placed) const {
    const Todo& todo = todos_[placed.todo];
    PlanStep step = todo.task->step;
    step.hours = placed.hours;
    step.part = placed.part;
    step.of = todo.parts + (todo.left > 0 ? 1 : 0);
    return step;
  }

  [[nodiscard]] bool has_room(const Week& week) const {
    return week.free > 0 && week.count < static_cast<std::size_t>(room_.steps_a_week);
  }

  void put(Week& week, std::size_t todo, std::int32_t hours) {
    week.placed[week.count++] = {todo, hours, ++todos_[todo].parts};
    todos_[todo].left -= hours;
    week.free -= hours;
  }

  // --- what has a date, and the quick win ---

  void place_dated(std::size_t todo) {
    Window within = todos_[todo].task->within;
    within.last = std::min(within.last, room_.weeks - 1);
    if (place_whole(todo, {std::max(within.first, 1), within.last}) || place_whole(todo, within)) return;
    place_in_parts(todo, within);
  }

  bool place_whole(std::size_t todo, const Window& within) {
    for (std::int32_t number = within.first; number <= within.last; ++number) {
      Week& week = weeks_[static_cast<std::size_t>(number)];
      if (!has_room(week) || week.free < todos_[todo].left) continue;
      put(week, todo, todos_[todo].left);
      return true;
    }
    return false;
  }

  void place_in_parts(std::size_t todo, const Window& within) {
    std::int32_t free = 0;
    for (std::int32_t number = within.first; number <= within.last; ++number)
      if (const Week& week = weeks_[static_cast<std::size_t>(number)]; has_room(week)) free += week.free;
    if (free < todos_[todo].left) return;
    for (std::int32_t number = within.first; todos_[todo].left > 0; ++number)
      if (Week& week = weeks_[static_cast<std::size_t>(number)]; has_room(week))
        put(week, todo, std::min(week.free, todos_[todo].left));
  }

  void place_quick_win() {
    Week& week = weeks_[0];
    const std::size_t todo = lanes_[actions].next;
    if (!has_room(week) || week.free < todos_[todo].left) return;
    put(week, todo, todos_[todo].left);
    std::rotate(week.placed.begin(), week.placed.begin() + static_cast<std::ptrdiff_t>(week.count) - 1,
                week.placed.begin() + static_cast<std::ptrdiff_t>(week.count));
    ++lanes_[actions].next;
    turn_ = programmes;
  }

  // --- the rest, in turn ---

  void fill(Week& week) {
    std::size_t waiting = lane_count;
    for (std::size_t idle = 0; idle < lane_count && has_room(week);) {
      const std::size_t lane = turn_;
      turn_ = (turn_ + 1) % lane_count;
      const Offer offer = lane == refreshes ? begin_refresh(week) : offer_next(lanes_[lane], week);
      idle = offer == Offer::placed ? 0 : idle + 1;
      if (offer == Offer::unfinished || (offer == Offer::waits && waiting == lane_count)) waiting = lane;
    }
    if (waiting != lane_count) turn_ = waiting;
    use_up(week);
  }

  Offer offer_next(Lane& lane, Week& week) {
    if (lane.next == lane.end) return Offer::nothing;
    const Todo& todo = todos_[lane.next];
    const bool whole = todo.task->step.hours <= room_.hours_a_week;
    if (whole && todo.left > week.free) return Offer::waits;
    put(week, lane.next, std::min(todo.left, week.free));
    if (todo.left > 0) return Offer::unfinished;
    ++lane.next;
    return Offer::placed;
  }

  Offer begin_refresh(Week& week) {
    Lane& lane = lanes_[refreshes];
    const auto placed = week.placed.begin();
    const bool begun = std::any_of(placed, placed + static_cast<std::ptrdiff_t>(week.count),
                                   [&](const Placed& each) { return each.todo == lane.next; });
    if (lane.next == lane.end || begun) return Offer::nothing;
    put(week, lane.next, 1);
    if (todos_[lane.next].left == 0) ++lane.next;
    return Offer::placed;
  }

  /// What the week has left goes to the refresh begun in it, and on to the next.
  void use_up(Week& week) {
    Lane& lane = lanes_[refreshes];
    do {
      for (std::size_t i = 0; i < week.count; ++i) {
        if (week.placed[i].todo != lane.next || lane.next == lane.end) continue;
        const std::int32_t more = std::min(week.free, todos_[lane.next].left);
        week.placed[i].hours += more;
        todos_[lane.next].left -= more;
        week.free -= more;
        if (todos_[lane.next].left == 0) ++lane.next;
      }
    } while (has_room(week) && begin_refresh(week) == Offer::placed);
  }

  const Room& room_;
  std::vector<Todo> todos_;
  Lane dated_;
  std::array<Lane, lane_count> lanes_;
  std::size_t turn_ = actions;
  std::array<Week, most_plan_weeks> weeks_;
};

}  // namespace

void schedule(const Tasks& tasks, const Room& room, const Date& starts, Plan& plan) {
  Scheduler scheduler(tasks, room);
  scheduler.run(tasks.quick_win);
  scheduler.write(starts, plan);
}

}  // namespace waymark
