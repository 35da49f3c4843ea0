#pragma once

#include <vector>

#include "model/answers.h"
#include "model/model.h"
#include "rules/workspace.h"

namespace waymark {

/// What rules can know of a person: for every slot its value, or unknown with the questions that it hangs on.
struct Circumstances {
  std::vector<Value> given;    ///< by question: its answer, or unknown because of itself
  std::vector<Value> asked;    ///< by question: whether it is asked
  std::vector<Value> slots;    ///< what rules read
  std::vector<Truth> offered;  ///< by topic group
  std::vector<bool> askable;   ///< by question: it is asked, or answers still to come could have it asked
};

/// Works out what counts of the answers: gates, values of questions not asked, derived values, offered topics.
/// The values view `model` and `workspace`.
[[nodiscard]] Circumstances work_out(const Model& model, const Answers& answers, Workspace& workspace);

/// Works out one step again from what stands before it.
void work_out_step(const Model& model, const Step& step, Circumstances& circumstances, Workspace& workspace);

/// Unknown because of one question alone; views the model.
[[nodiscard]] Value unknown_because_of(const Model& model, std::uint32_t question);

}  // namespace waymark
