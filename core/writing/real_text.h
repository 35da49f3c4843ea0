#pragma once

#include <string>

namespace waymark {

/// A finite number as JSON that reads back the same: the few digits that people write, as "12.5" or "12".
[[nodiscard]] std::string real_text(double number);

}  // namespace waymark
