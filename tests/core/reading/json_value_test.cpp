#include "reading/json_value.h"

#include <catch2/catch_test_macros.hpp>

using namespace waymark;

namespace {

template <typename Content>
std::string_view described(Content content) {
  JsonValue value;
  value.content = std::move(content);
  return describe(value);
}

}  // namespace

TEST_CASE("every kind of JSON value has words") {
  CHECK(described(JsonNull{}) == "null");
  CHECK(described(true) == "true or false");
  CHECK(described(std::int64_t{1}) == "a whole number");
  CHECK(described(JsonReal{1.5, "1.5"}) == "a decimal number");
  CHECK(described(std::string("x")) == "a text");
  CHECK(described(JsonArray{}) == "a list");
  CHECK(described(JsonObject{}) == "an object");
}

TEST_CASE("an object finds its members by key") {
  JsonObject object;
  object.members.push_back({"a", {}, {}});
  object.members.push_back({"b", {}, {}});
  object.members[1].value.content = true;
  REQUIRE(object.find("b") != nullptr);
  CHECK(object.find("b")->as<bool>() != nullptr);
  CHECK(object.find("a")->as<bool>() == nullptr);
  CHECK(object.find("c") == nullptr);
}
