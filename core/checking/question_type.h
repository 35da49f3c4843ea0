#pragma once

#include "model/model.h"
#include "rules/type_check.h"

namespace waymark {

/// The values that a question can have in rules, its value while it is not asked among them.
[[nodiscard]] RuleType type_of(const Question& question);

}  // namespace waymark
