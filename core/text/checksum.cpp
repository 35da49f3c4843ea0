#include "text/checksum.h"

#include <cstdint>

namespace waymark {
namespace {

/// One bit at a time: a table would be larger than the files are long.
std::uint32_t with_byte(std::uint32_t sum, char byte) {
  sum ^= static_cast<unsigned char>(byte);
  for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320U : 0U);
  return sum;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

std::string checksum_of(std::string_view text) {
  std::uint32_t sum = 0xFFFFFFFFU;
  bool in_string = false;
  bool escaped = false;
  for (const char c : text) {
    if (!in_string && is_blank(c)) continue;
    sum = with_byte(sum, c);
    if (c == '"' && !escaped) in_string = !in_string;
    escaped = in_string && c == '\\' && !escaped;
  }
  sum ^= 0xFFFFFFFFU;
  std::string digits;
  for (int shift = 28; shift >= 0; shift -= 4) digits += "0123456789abcdef"[(sum >> shift) & 0xF];
  return digits;
}

}  // namespace waymark
