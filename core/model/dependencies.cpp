#include "model/dependencies.h"

#include <algorithm>
#include <span>
#include <utility>

#include "model/limits.h"
#include "sorting/order.h"

namespace waymark {
namespace {

std::size_t slot_of(const Model& model, const Step& step) {
  return step.kind == Step::Kind::derived ? model.derived_slot(step.index) : step.index;
}

/// By slot: the step that gives it its value.
std::vector<std::uint32_t> steps_by_slot(const Model& model) {
  std::vector<std::uint32_t> steps(model.months_to_start_slot());
  for (std::uint32_t i = 0; i < model.steps.size(); ++i) steps[slot_of(model, model.steps[i])] = i;
  return steps;
}

/// Finds the steps that rules depend on, through derived values and gates.
class Connections {
 public:
  explicit Connections(Model& model) : model_(model), step_of_slot_(steps_by_slot(model)), in_(model.steps.size(), 0) {
    read_by_.reserve(model.steps.size());
    for (const Step& step : model.steps) {
      std::vector<std::uint32_t>& read = read_by_.emplace_back();
      if (step.kind == Step::Kind::derived) read = steps_read(model.derived[step.index].rule);
      else
        for (const Expression* gate : model.gates_of(model.questions[step.index])) {
          const std::vector<std::uint32_t> more = steps_read(*gate);
          read.insert(read.end(), more.begin(), more.end());
        }
    }
  }

  bool run() {
    for (std::uint32_t i = 0; i < model_.steps.size(); ++i) {
      std::vector<std::uint32_t> cone = cone_of(read_by_[i]);
      for (const std::uint32_t leader : cone) model_.steps[leader].followers.push_back(i);
      if (model_.steps[i].kind == Step::Kind::question)
        model_.questions[model_.steps[i].index].gate_cone = std::move(cone);
    }
    for (TopicGroup& group : model_.groups) connect(group.offered_if);
    for (Notice& notice : model_.notices) connect(notice.when);
    if (model_.plan) {
      if (model_.plan->when) connect(*model_.plan->when);
      for (PlanAction& action : model_.plan->actions)
        if (action.when) connect(*action.when);
    }
    for (Programme& programme : model_.programmes) {
      for (Criterion& must : programme.must) {
        connect(must.rule);
        programme.cone.insert(programme.cone.end(), must.rule.cone.begin(), must.rule.cone.end());
      }
      for (Preference& preference : programme.prefer) connect(preference.rule);
      put_in_order(programme.cone);
      programme.cone.erase(std::unique(programme.cone.begin(), programme.cone.end()), programme.cone.end());
    }
    return found_ <= most_dependencies;
  }

 private:
  std::vector<std::uint32_t> steps_read(const Expression& rule) const {
    std::vector<std::uint32_t> steps;
    for (const std::uint32_t slot : slots_read(rule))
      if (slot < step_of_slot_.size()) steps.push_back(step_of_slot_[slot]);
    return steps;
  }

  void connect(Rule& rule) { rule.cone = cone_of(steps_read(rule.expression)); }

  std::vector<std::uint32_t> cone_of(const std::vector<std::uint32_t>& first) {
    std::vector<std::uint32_t> cone;
    if (found_ > most_dependencies) return cone;
    ++present_;
    const auto add = [&](const std::vector<std::uint32_t>& read) {
      found_ += read.size();
      for (const std::uint32_t step : read)
        if (std::exchange(in_[step], present_) != present_) cone.push_back(step);
    };
    add(first);
    for (std::size_t i = 0; i < cone.size(); ++i) add(read_by_[cone[i]]);
    put_in_order(cone);
    return cone;
  }

  Model& model_;
  std::vector<std::uint32_t> step_of_slot_;
  std::vector<std::vector<std::uint32_t>> read_by_;  ///< by step: the steps that its rule or its gates read
  std::vector<std::uint32_t> in_;                    ///< by step: the last cone found to hold it
  std::uint32_t present_ = 0;
  std::uint64_t found_ = 0;
};

}  // namespace

void index_ids(Model& model) {
  for (std::uint32_t i = 0; i < model.questions.size(); ++i) {
    model.question_index.emplace(model.questions[i].id, i);
    model.causes.push_back(i);
  }
  for (std::uint32_t i = 0; i < model.topics.size(); ++i) model.topic_index.emplace(model.topics[i].id, i);
}

void order_steps(Model& model) {
  std::vector<std::size_t> ready_after;  // by slot: how many questions must be settled before it is
  for (std::size_t i = 0; i < model.questions.size(); ++i) ready_after.push_back(i + 1);
  std::vector<std::vector<std::uint32_t>> ready(model.questions.size() + 1);  // derived values, by the same
  for (std::uint32_t i = 0; i < model.derived.size(); ++i) {
    std::size_t after = 0;
    for (const std::uint32_t slot : slots_read(model.derived[i].rule)) after = std::max(after, ready_after[slot]);
    ready_after.push_back(after);
    ready[after].push_back(i);
  }
  model.steps.reserve(ready_after.size());
  for (std::uint32_t settled = 0; settled <= model.questions.size(); ++settled) {
    if (settled > 0) {
      model.questions[settled - 1].step = static_cast<std::uint32_t>(model.steps.size());
      model.steps.push_back({Step::Kind::question, settled - 1, {}});
    }
    for (const std::uint32_t derived : ready[settled]) model.steps.push_back({Step::Kind::derived, derived, {}});
  }
}

bool gates_look_back(const Model& model) {
  const std::vector<std::uint32_t> step_of_slot = steps_by_slot(model);
  return std::all_of(model.questions.begin(), model.questions.end(), [&](const Question& question) {
    for (const Expression* gate : model.gates_of(question))
      for (const std::uint32_t slot : slots_read(*gate))
        if (step_of_slot[slot] >= question.step) return false;
    return true;
  });
}

std::optional<std::uint32_t> question_too_deep(const Model& model) {
  std::vector<std::uint32_t> depth_of_slot(model.months_to_start_slot(), 0);
  const auto deepest_read = [&](const Expression& rule) {
    std::uint32_t depth = 0;
    for (const std::uint32_t slot : slots_read(rule)) depth = std::max(depth, depth_of_slot[slot]);
    return depth;
  };
  for (const Step& step : model.steps) {
    if (step.kind == Step::Kind::derived) {
      depth_of_slot[model.derived_slot(step.index)] = deepest_read(model.derived[step.index].rule);
      continue;
    }
    std::uint32_t& depth = depth_of_slot[step.index];
    for (const Expression* gate : model.gates_of(model.questions[step.index]))
      depth = std::max(depth, deepest_read(*gate) + 1);
    if (depth > deepest_gates) return step.index;
  }
  return std::nullopt;
}

bool connect_rules(Model& model) { return Connections(model).run(); }

}  // namespace waymark
