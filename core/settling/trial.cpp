#include "settling/trial.h"

#include <algorithm>

#include "rules/evaluate.h"

namespace waymark {
namespace {

std::uint32_t slot_of(const Model& model, const Step& step) {
  return step.kind == Step::Kind::derived ? model.derived_slot(step.index) : step.index;
}

}  // namespace

Trial::Trial(const Model& model, std::span<const std::uint32_t> cone, Circumstances& circumstances,
             Workspace& workspace)
    : model_(model),
      cone_(cone),
      circumstances_(circumstances),
      workspace_(workspace),
      start_(workspace.mark()),
      before_(workspace.take<Before>(cone.size())),
      first_said_(cone.size()),
      stale_from_(cone.size()) {
  for (std::size_t i = 0; i < cone_.size(); ++i) {
    const Step& step = model_.steps[cone_[i]];
    before_[i] = {};
    before_[i].slot = circumstances_.slots[slot_of(model_, step)];
    if (step.kind == Step::Kind::derived) continue;
    before_[i].given = circumstances_.given[step.index];
    before_[i].asked = circumstances_.asked[step.index];
  }
}

Trial::~Trial() {
  for (std::size_t i = 0; i < cone_.size(); ++i) {
    const Step& step = model_.steps[cone_[i]];
    circumstances_.slots[slot_of(model_, step)] = before_[i].slot;
    if (step.kind == Step::Kind::derived) continue;
    circumstances_.given[step.index] = before_[i].given;
    circumstances_.asked[step.index] = before_[i].asked;
  }
  workspace_.rewind(start_);
}

std::size_t Trial::place_of(std::uint32_t question) const {
  const auto step = std::lower_bound(cone_.begin(), cone_.end(), model_.questions[question].step);
  return static_cast<std::size_t>(step - cone_.begin());
}

void Trial::say(std::uint32_t question, const Value& value) {
  const std::size_t place = place_of(question);
  circumstances_.given[question] = value;
  first_said_ = std::min(first_said_, place);
  stale_from_ = std::min(stale_from_, place);
}

void Trial::rewind(const Workspace::Mark& mark) {
  if (mark == workspace_.mark()) return;
  workspace_.rewind(mark);
  // A step before what is said next may have been worked out in that room, for something said and taken back since.
  stale_from_ = std::min(stale_from_, first_said_);
}

void Trial::unsay(std::uint32_t question) { say(question, before_[place_of(question)].given); }

Value Trial::evaluate(const Expression& rule) {
  for (; stale_from_ < cone_.size(); ++stale_from_)
    work_out_step(model_, model_.steps[cone_[stale_from_]], circumstances_, workspace_);
  return waymark::evaluate(rule, circumstances_.slots, workspace_);
}

}  // namespace waymark
