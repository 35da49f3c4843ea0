#pragma once

#include <string_view>

namespace waymark {

/// The part of a translation's texts that records what each text was made from. Of use to authors alone.
inline constexpr std::string_view made_from_part = "made_from";

}  // namespace waymark
