#include "rules/value.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>
#include <vector>

using namespace waymark;

namespace {

Value whole(std::int64_t value) { return Value::of(value); }
Value text(std::string_view value) { return Value::of(value); }

}  // namespace

TEST_CASE("values equal only their own kind, and numbers by value") {
  CHECK(equal(whole(3), whole(3)));
  CHECK_FALSE(equal(whole(3), whole(4)));
  CHECK(equal(whole(3), Value::of(3.0)));
  CHECK(equal(Value::of(3.0), whole(3)));
  CHECK_FALSE(equal(whole(3), Value::of(3.5)));
  CHECK(equal(text("a"), text(std::string("a"))));
  CHECK_FALSE(equal(text("a"), text("b")));
  CHECK_FALSE(equal(text(""), Value::of(false)));
  CHECK_FALSE(equal(Value::of(true), whole(1)));
  CHECK(equal(Value::of(true), Value::of(true)));
}

TEST_CASE("no decimal number beyond 64 bits equals a whole one") {
  constexpr auto largest = std::numeric_limits<std::int64_t>::max();
  constexpr auto smallest = std::numeric_limits<std::int64_t>::min();
  CHECK_FALSE(equal(whole(largest), Value::of(9223372036854775808.0)));
  CHECK(equal(whole(smallest), Value::of(-9223372036854775808.0)));
  CHECK_FALSE(equal(whole(largest), Value::of(std::numeric_limits<double>::infinity())));
  CHECK_FALSE(equal(whole(0), Value::of(std::numeric_limits<double>::quiet_NaN())));
}

TEST_CASE("lists equal element by element") {
  const std::array<Value, 2> one = {whole(1), text("x")};
  const std::array<Value, 2> same = {Value::of(1.0), text("x")};
  const std::array<Value, 2> turned = {text("x"), whole(1)};
  CHECK(equal(Value::of(std::span<const Value>(one)), Value::of(std::span<const Value>(same))));
  CHECK_FALSE(equal(Value::of(std::span<const Value>(one)), Value::of(std::span<const Value>(turned))));
  CHECK_FALSE(equal(Value::of(std::span<const Value>(one)), Value::of(std::span<const Value>(one).first(1))));
}

TEST_CASE("what is unknown or an error equals nothing, not even itself") {
  CHECK_FALSE(equal(Value::unknown({}), Value::unknown({})));
  const Value error = Value::of(EvaluationError::division_by_zero);
  CHECK_FALSE(equal(error, error));
}

TEST_CASE("every evaluation error has words, each its own") {
  std::vector<std::string_view> seen;
  for (const EvaluationError error :
       {EvaluationError::no_matching_overload, EvaluationError::division_by_zero, EvaluationError::integer_overflow,
        EvaluationError::index_out_of_range, EvaluationError::invalid_conversion, EvaluationError::undeclared_name,
        EvaluationError::undeclared_function}) {
    CHECK_FALSE(describe(error).empty());
    CHECK(std::find(seen.begin(), seen.end(), describe(error)) == seen.end());
    seen.push_back(describe(error));
  }
}
