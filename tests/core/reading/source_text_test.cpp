#include "reading/source_text.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace waymark;

namespace {

std::string place_of(const std::string& text, std::uint32_t offset) {
  const std::vector<SourceText> sources = {{"other", "x"}, {"file", text}};
  Reporter reporter(sources);
  reporter.error(DiagnosticCode::wrong_type, {1, offset}, "m");
  const Diagnostic& diagnostic = reporter.last();
  return diagnostic.file + " " + std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column);
}

}  // namespace

TEST_CASE("a place is a line and a column in code points, both from one") {
  CHECK(place_of("abc", 0) == "file 1:1");
  CHECK(place_of("abc", 2) == "file 1:3");
  CHECK(place_of("a\nb\n\nc", 5) == "file 4:1");
  CHECK(place_of("a\nb", 1) == "file 1:2");
  CHECK(place_of("a\r\nb", 3) == "file 2:1");
  CHECK(place_of("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80x", 9) == "file 1:4");
  CHECK(place_of("\xC3\xA9\n\xC3\xA9x", 5) == "file 2:2");
  CHECK(place_of("abc", 99) == "file 1:4");
}

TEST_CASE("a place in no text leaves file and line out") {
  const std::vector<SourceText> sources;
  Reporter reporter(sources);
  reporter.warning(DiagnosticCode::wrong_type, {UINT32_MAX, 0}, "m", "s");
  CHECK(to_line(reporter.last()) == "warning: m; s [wrong_type]");
}

TEST_CASE("a reporter keeps the order of reports and hands them over") {
  const std::vector<SourceText> sources = {{"f", "text"}};
  Reporter reporter(sources);
  reporter.warning(DiagnosticCode::wrong_type, {0, 0}, "first");
  reporter.error(DiagnosticCode::out_of_range, {0, 1}, "second");
  CHECK(reporter.so_far().size() == 2);
  CHECK(reporter.text_of(0) == "text");
  reporter.last().question = "q";
  const Diagnostics taken = reporter.take();
  REQUIRE(taken.size() == 2);
  CHECK(taken[0].severity == Severity::warning);
  CHECK(taken[0].message == "first");
  CHECK(taken[1].severity == Severity::error);
  CHECK(taken[1].question == "q");
}
