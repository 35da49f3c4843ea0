#pragma once

#include <cstddef>
#include <string>

namespace waymark::bench {

/// A bundle of so many questions (9 at least) and programmes, whose rules look like those of real packs: lists of
/// regions and fields, times away until a start, choices of many, gates and derived values. Always the same.
[[nodiscard]] std::string big_bundle(std::size_t questions, std::size_t programmes);

}  // namespace waymark::bench
