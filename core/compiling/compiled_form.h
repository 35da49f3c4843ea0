#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace waymark::compiling {

// A compiled model: these bytes, the number of the form, the fields, and the checksum of all before it in four bytes,
// the lowest first. Whole numbers stand for what is above the lowest that they can be, seven bits a byte, the lowest
// first, the highest bit saying that more follow. Those without a lowest are doubled, and if negative turned over, so
// that small ones stay short. Other numbers are the eight bytes of a double, the lowest first.

inline constexpr std::string_view magic = "waym";
/// To be raised with every change of what model_fields.h describes, or of its order.
inline constexpr unsigned char form = 1;

inline constexpr std::size_t checksum_size = 4;

}  // namespace waymark::compiling
