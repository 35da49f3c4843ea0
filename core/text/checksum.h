#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace waymark {

/// The checksum of bytes: CRC-32 as gzip and PNG use it. It finds every change of up to four bytes in a row.
[[nodiscard]] std::uint32_t checksum_of_bytes(std::string_view bytes);

/// The checksum of a JSON text, but blanks between its words: the same CRC-32, in eight hexadecimal
/// digits. It finds every change of up to four bytes in a row, so no edited digit slips through. It guards against
/// damage and edits by hand; it is no secret.
[[nodiscard]] std::string checksum_of(std::string_view text);

}  // namespace waymark
