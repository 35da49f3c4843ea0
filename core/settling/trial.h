#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/workspace.h"
#include "settling/circumstances.h"

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
  /// Gives back the room taken since the mark; what was worked out in it is worked out again.
  void rewind(const Workspace::Mark& mark);

 private:
  [[nodiscard]] std::size_t place_of(std::uint32_t question) const;

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
  std::span<Before> before_;  ///< by the cone's steps
  std::size_t first_said_;    ///< the first of them that anything was said to
  std::size_t stale_from_;    ///< the first of the cone's steps that is to be worked out again
};

}  // namespace waymark
