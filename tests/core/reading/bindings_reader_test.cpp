#include "reading/bindings_reader.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "reading/json_reader.h"
#include "writing/value_writer.h"

using namespace waymark;

namespace {

std::string bound(const std::string& json) {
  const std::vector<SourceText> sources = {{"", json}};
  Reporter reporter(sources);
  const auto value = read_json(0, reporter);
  REQUIRE(value.has_value());
  Workspace workspace;
  const auto binding = read_binding(*value, workspace);
  return binding ? write_outcome(*binding, {}) : "none";
}

}  // namespace

TEST_CASE("JSON values become values of rules") {
  CHECK(bound("true") == "true");
  CHECK(bound("-7") == "-7");
  CHECK(bound("7.0") == "7.0");
  CHECK(bound("1e3") == "1000.0");
  CHECK(bound("18446744073709551616") == "1.8446744073709552e+19");
  CHECK(bound("\"x\\u00e9\"") == "\"x\xC3\xA9\"");
  CHECK(bound("[]") == "[]");
  CHECK(bound("[1, \"a\", [true, [2.5]]]") == "[1,\"a\",[true,[2.5]]]");
}

TEST_CASE("null and objects have no kind in the subset, however deep") {
  CHECK(bound("null") == "none");
  CHECK(bound("{}") == "none");
  CHECK(bound("[1, null]") == "none");
  CHECK(bound("[[{}]]") == "none");
}
