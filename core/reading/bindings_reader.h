#pragma once

#include <optional>

#include "reading/json_value.h"
#include "rules/value.h"
#include "rules/workspace.h"

namespace waymark {

/// A JSON value as a value of a rule; nothing for what the subset has no kind for (null and objects).
/// Views `json` and `workspace`.
[[nodiscard]] std::optional<Value> read_binding(const JsonValue& json, Workspace& workspace);

}  // namespace waymark
