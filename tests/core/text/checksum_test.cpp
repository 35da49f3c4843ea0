#include "text/checksum.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace waymark;

TEST_CASE("the checksum is the CRC-32 that other programs know") {
  CHECK(checksum_of("") == "00000000");
  CHECK(checksum_of("123456789") == "cbf43926");
  CHECK(checksum_of("{\"waymark\":1}") == checksum_of(" {\r\n\t\"waymark\" : 1 } "));
}

TEST_CASE("blanks inside of texts count, also after escapes") {
  CHECK(checksum_of(R"({"a b":1})") != checksum_of(R"({"ab":1})"));
  CHECK(checksum_of(R"({"a\" b":1})") != checksum_of(R"({"a\"b":1})"));
  CHECK(checksum_of(R"({"a\\" :1})") == checksum_of(R"({"a\\":1})"));
  CHECK(checksum_of(R"({"a\\\" b":1})") != checksum_of(R"({"a\\\"b":1})"));
}
