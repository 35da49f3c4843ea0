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
      states_(workspace.take<State>(cone.size())),
      before_(workspace.take<Before>(cone.size())),
      stale_from_(cone.size()) {
  std::fill(states_.begin(), states_.end(), State::untouched);
}

Trial::~Trial() {
  for (std::size_t i = 0; i < cone_.size(); ++i) {
    if (states_[i] == State::untouched) continue;
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

/// Keeps what a step is before it first changes.
void Trial::touch(std::size_t place) {
  if (states_[place] == State::untouched) {
    const Step& step = model_.steps[cone_[place]];
    before_[place].slot = circumstances_.slots[slot_of(model_, step)];
    if (step.kind == Step::Kind::question) {
      before_[place].given = circumstances_.given[step.index];
      before_[place].asked = circumstances_.asked[step.index];
    }
  }
  states_[place] = State::stale;
  stale_from_ = std::min(stale_from_, place);
}

void Trial::say(std::uint32_t question, const Value& value) {
  const std::size_t place = place_of(question);
  touch(place);
  circumstances_.given[question] = value;
  const std::vector<std::uint32_t>& followers = model_.steps[cone_[place]].followers;
  auto follower = followers.begin();
  for (std::size_t i = place + 1; i < cone_.size() && follower != followers.end(); ++i) {
    follower = std::lower_bound(follower, followers.end(), cone_[i]);
    if (follower != followers.end() && *follower == cone_[i]) touch(i);
  }
}

void Trial::rewind(const Workspace::Mark& mark) {
  if (mark == workspace_.mark()) return;
  workspace_.rewind(mark);
  // A step before what is said next may have been worked out in that room, for something said and taken back since.
  for (std::size_t i = 0; i < cone_.size(); ++i)
    if (states_[i] != State::untouched) touch(i);
}

void Trial::unsay(std::uint32_t question) { say(question, before_[place_of(question)].given); }

void Trial::work_out_again() {
  for (std::size_t i = 0; i < cone_.size(); ++i) touch(i);
  catch_up();
}

Value Trial::evaluate(const Expression& rule) {
  catch_up();
  return waymark::evaluate(rule, circumstances_.slots, workspace_);
}

Value Trial::evaluate_node(const Expression& rule, std::uint32_t node) {
  catch_up();
  return waymark::evaluate_node(rule, node, circumstances_.slots, workspace_);
}

void Trial::catch_up() {
  for (; stale_from_ < cone_.size(); ++stale_from_) {
    if (states_[stale_from_] != State::stale) continue;
    work_out_step(model_, model_.steps[cone_[stale_from_]], circumstances_, workspace_);
    states_[stale_from_] = State::fresh;
  }
}

void Trial::settle_gates(Effort& effort) {
  for (std::size_t i = 0; i < cone_.size(); ++i) {
    if (states_[i] == State::untouched) continue;
    const Step& step = model_.steps[cone_[i]];
    work_out_step(model_, step, circumstances_, workspace_);
    if (step.kind == Step::Kind::question) settle_gate(model_, step.index, circumstances_, workspace_, effort);
    states_[i] = State::fresh;
  }
  stale_from_ = cone_.size();
}

}  // namespace waymark
