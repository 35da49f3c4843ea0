#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace waymark {

/// Appends a Unicode scalar value as UTF-8.
void append_utf8(std::string& out, std::uint32_t code_point);

/// Code points in well-formed UTF-8.
[[nodiscard]] std::uint32_t count_code_points(std::string_view text);

}  // namespace waymark
