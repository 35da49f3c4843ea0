#pragma once

#include <span>
#include <string>
#include <string_view>

namespace waymark {

/// The candidate nearest to a mistyped word by edit distance (insert, delete, replace, swap neighbours), if one is
/// near enough to be meant: at most a third of the word's length, and at least one edit. Ties go to the
/// alphabetically first. Empty if none is near.
[[nodiscard]] std::string_view closest(std::string_view word, std::span<const std::string_view> candidates);

/// `did you mean "x"?`, or nothing where no candidate is near.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace waymark
