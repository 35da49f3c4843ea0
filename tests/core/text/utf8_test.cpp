#include "text/utf8.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace waymark;

namespace {

std::string encoded(std::uint32_t code_point) {
  std::string out;
  append_utf8(out, code_point);
  return out;
}

}  // namespace

TEST_CASE("code points are written in one to four bytes, at each border") {
  CHECK(encoded(0x41) == "A");
  CHECK(encoded(0x7F) == "\x7F");
  CHECK(encoded(0x80) == "\xC2\x80");
  CHECK(encoded(0x7FF) == "\xDF\xBF");
  CHECK(encoded(0x800) == "\xE0\xA0\x80");
  CHECK(encoded(0xFFFF) == "\xEF\xBF\xBF");
  CHECK(encoded(0x10000) == "\xF0\x90\x80\x80");
  CHECK(encoded(0x1F600) == "\xF0\x9F\x98\x80");
  CHECK(encoded(0x10FFFF) == "\xF4\x8F\xBF\xBF");
}

TEST_CASE("text is measured in code points") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("abc") == 3);
  CHECK(count_code_points("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80x") == 4);
}
