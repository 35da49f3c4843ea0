#pragma once

#include <catch2/catch_test_macros.hpp>
#include <catch2/interfaces/catch_interfaces_capture.hpp>
#include <cstdlib>
#include <iostream>
#include <rapidcheck.h>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

namespace waymark::testing {

/// Checks a property with so many generated cases, or as many as the environment asks for, as in
/// RC_PARAMS='max_success=5000 seed=7'. A failure prints the smallest case found and how to run it again.
template <typename Property>
void check_property(int cases, Property&& property) {
  rc::detail::Configuration settings = rc::detail::configuration();
  const char* asked = std::getenv("RC_PARAMS");
  if (asked == nullptr || std::string_view(asked).find("max_success") == std::string_view::npos)
    settings.testParams.maxSuccess = cases;
  rc::detail::TestMetadata test;
  test.id = Catch::getResultCapture().getCurrentTestName();
  const auto result = rc::detail::checkTestable(std::forward<Property>(property), test, settings.testParams);
  if (result.template is<rc::detail::SuccessResult>()) {
    SUCCEED();
    return;
  }
  // Not through Catch2, which would break the lines of the case. How to run it again, RapidCheck says at the end.
  std::cerr << "\n" << test.id << "\n";
  rc::detail::printResultMessage(result, std::cerr);
  std::cerr << "\n";
  FAIL("the property does not hold: see the case above");
}

/// Fails the case at hand unless what is said of it is true.
template <typename... Parts>
void expect(bool condition, const Parts&... what) {
  if (condition) return;
  std::ostringstream said;
  (said << ... << what);
  RC_FAIL(said.str());
}

}  // namespace waymark::testing
