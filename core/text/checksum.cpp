#include "text/checksum.h"

#include <array>

namespace waymark {
namespace {

/// The remainders of four bits: half of a byte at a time is fast enough, and takes a small table.
constexpr std::array<std::uint32_t, 16> remainders = [] {
  std::array<std::uint32_t, 16> table{};
  for (std::uint32_t bits = 0; bits < table.size(); ++bits) {
    table[bits] = bits;
    for (int bit = 0; bit < 4; ++bit) table[bits] = (table[bits] >> 1) ^ ((table[bits] & 1) != 0 ? 0xEDB88320U : 0U);
  }
  return table;
}();

std::uint32_t with_byte(std::uint32_t sum, char byte) {
  sum ^= static_cast<unsigned char>(byte);
  for (int half = 0; half < 2; ++half) sum = (sum >> 4) ^ remainders[sum & 0xF];
  return sum;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

std::uint32_t checksum_of_bytes(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFFU;
  for (const char byte : bytes) sum = with_byte(sum, byte);
  return sum ^ 0xFFFFFFFFU;
}

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
