#pragma once

#include <string_view>

#include "model/assessment.h"

namespace waymark {

/// What a value is called in JSON.
[[nodiscard]] std::string_view name_of(Verdict verdict);
[[nodiscard]] std::string_view name_of(Status status);

}  // namespace waymark
