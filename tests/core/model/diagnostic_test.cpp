#include "model/diagnostic.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace waymark;

namespace {

Diagnostic full() {
  Diagnostic diagnostic;
  diagnostic.code = DiagnosticCode::id_unknown;
  diagnostic.file = "needs.json";
  diagnostic.line = 3;
  diagnostic.column = 14;
  diagnostic.message = "there is no question \"x\"";
  diagnostic.suggestion = "did you mean \"y\"?";
  return diagnostic;
}

}  // namespace

TEST_CASE("a diagnostic is a line with its place, message, suggestion and code") {
  CHECK(to_line(full()) == "needs.json:3:14: error: there is no question \"x\"; did you mean \"y\"? [id_unknown]");
  Diagnostic warning = full();
  warning.severity = Severity::warning;
  warning.suggestion.clear();
  CHECK(to_line(warning) == "needs.json:3:14: warning: there is no question \"x\" [id_unknown]");
}

TEST_CASE("a line leaves out what is not known of the place") {
  Diagnostic diagnostic = full();
  diagnostic.suggestion.clear();
  diagnostic.line = 0;
  CHECK(to_line(diagnostic) == "needs.json: error: there is no question \"x\" [id_unknown]");
  diagnostic.file.clear();
  CHECK(to_line(diagnostic) == "error: there is no question \"x\" [id_unknown]");
  diagnostic.line = 1;
  diagnostic.column = 2;
  CHECK(to_line(diagnostic) == "1:2: error: there is no question \"x\" [id_unknown]");
}

TEST_CASE("only errors are errors") {
  Diagnostic warning = full();
  warning.severity = Severity::warning;
  CHECK_FALSE(has_errors({}));
  CHECK_FALSE(has_errors({warning}));
  CHECK(has_errors({warning, full()}));
}

TEST_CASE("every code has a name of its own") {
  std::vector<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(DiagnosticCode::request_malformed); ++i) {
    const std::string_view name = name_of(static_cast<DiagnosticCode>(i));
    INFO(i);
    CHECK_FALSE(name.empty());
    CHECK(std::find(names.begin(), names.end(), name) == names.end());
    names.push_back(name);
  }
}
