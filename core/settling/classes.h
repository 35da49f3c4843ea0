#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "rules/workspace.h"

namespace waymark {

/// One value for each class of answers to a question that a set of rules cannot tell apart.
///
/// Options are told apart where rules name them in `==`, `!=` or `in`; read in any other way, each option, and for
/// `many` each subset, is a class of its own. A number is told apart at the points with which it is compared, alone
/// or plus or minus known values; used in another way, each whole number of its range is a class of its own. Nothing
/// where there would be more classes than `most`: then no short list stands for all answers.
///
/// `slots` holds what is known; derived values are looked through. The values view `model` and `workspace`.
[[nodiscard]] std::optional<std::vector<Value>> classes_of(const Model& model, std::uint32_t question,
                                                           std::span<const Expression* const> rules,
                                                           std::span<const Value> slots, std::size_t most,
                                                           Workspace& workspace);

}  // namespace waymark
