#pragma once

#include <vector>

#include "model/model.h"
#include "rules/workspace.h"

namespace waymark {

/// What rules can know of a person: for every slot its value, or unknown with the questions that it hangs on.
struct Circumstances {
  std::vector<Value> given;          ///< by question: its answer, or unknown because of itself
  std::vector<Value> asked;          ///< by question: whether it is asked
  std::vector<Value> slots;          ///< what rules read
  std::vector<Truth> offered;        ///< by topic group
  std::vector<bool> gate_completed;  ///< by question: only completion settled whether it is asked
  std::vector<bool> askable;         ///< by question: it is asked, or answers still to come could have it asked
};

/// Works out one step from what stands before it, by three-valued logic alone.
void work_out_step(const Model& model, const Step& step, Circumstances& circumstances, Workspace& workspace);

/// Gives a question's slot its value, `asked` being whether it is asked.
void take_in(const Model& model, std::uint32_t question, const Value& asked, Circumstances& circumstances,
             Workspace& workspace);

/// Unknown because of one question alone; views the model.
[[nodiscard]] Value unknown_because_of(const Model& model, std::uint32_t question);

}  // namespace waymark
