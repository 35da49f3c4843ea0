#pragma once

#include <cstdint>
#include <optional>

#include "model/model.h"

namespace waymark {

// What hangs on what, as the rules of a model say. The functions fill in what a model keeps of it, in this order.

/// Fills in where questions and topics stand by their ids, and the causes.
void index_ids(Model& model);

/// Puts the steps in the order in which nothing reads what comes later: the questions in theirs, and each derived
/// value as soon as all that it reads stands. Derived values must read only those before them.
void order_steps(Model& model);

/// Whether every gate reads only steps before that of the question whose gate it is.
[[nodiscard]] bool gates_look_back(const Model& model);

/// The first question that more than `deepest_gates` others in a row lead to, each asked because of the one before:
/// what follows reasons recurses through them.
[[nodiscard]] std::optional<std::uint32_t> question_too_deep(const Model& model);

/// Finds what rules and gates depend on, and what follows each step. False where that is more than
/// `most_dependencies` together, and then nothing may be assessed.
[[nodiscard]] bool connect_rules(Model& model);

}  // namespace waymark
