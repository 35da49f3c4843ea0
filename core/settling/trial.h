#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/workspace.h"
#include "settling/circumstances.h"
#include "settling/completion.h"

namespace waymark {

/// Tries answers, and takes them back: while it lives, the circumstances of the cone's steps follow what is said.
/// Trials may be nested; each ends before the one around it goes on.
class Trial {
 public:
  /// `cone`: the steps that whatever is evaluated depends on, ascending.
  Trial(const Model& model, std::span<const std::uint32_t> cone, Circumstances& circumstances, Workspace& workspace);
  ~Trial();
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;

  void say(std::uint32_t question, const Value& value);
  /// Puts back what was given before the trial.
  void unsay(std::uint32_t question);
  [[nodiscard]] Value evaluate(const Expression& rule);
  /// Works the cone's steps out again, after what they read outside it has changed.
  void work_out_again();
  /// Works out again all that follows what is said as it is worked out for the person: with gates settled by
  /// completion too. It holds until more is said.
  void settle_gates(Effort& effort);
  /// The same for one node of a rule and what lies under it, outside macros.
  [[nodiscard]] Value evaluate_node(const Expression& rule, std::uint32_t node);
  /// Works out the cone's steps for what is said so far, as evaluating does before it looks at them.
  void catch_up();
  /// Gives back the room taken since the mark; what was worked out in it is worked out again.
  void rewind(const Workspace::Mark& mark);

 private:
  enum class State : std::uint8_t { untouched, fresh, stale };

  [[nodiscard]] std::size_t place_of(std::uint32_t question) const;
  void touch(std::size_t place);

  const Model& model_;
  std::span<const std::uint32_t> cone_;
  Circumstances& circumstances_;
  Workspace& workspace_;
  Workspace::Mark start_;
  struct Before {
    Value slot;
    Value given;  ///< of a question
    Value asked;
  };
  std::span<State> states_;   ///< by the cone's steps
  std::span<Before> before_;  ///< of those touched
  std::size_t stale_from_;    ///< the first of the cone's steps that may be stale
};

}  // namespace waymark
