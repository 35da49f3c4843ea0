#include "reading/json_reader.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/packs.h"
#include "writing/diagnostics_writer.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Lines = std::vector<std::string>;

struct Read {
  std::optional<JsonValue> value;
  Diagnostics diagnostics;
};

Read read(const std::string& text) {
  const std::vector<SourceText> sources = {{"f", text}};
  Reporter reporter(sources);
  Read result;
  result.value = read_json(0, reporter);
  result.diagnostics = reporter.take();
  return result;
}

Lines faults_of(const std::string& text) {
  const Read result = read(text);
  CHECK(result.value.has_value() == result.diagnostics.empty());
  return lines_of(result.diagnostics);
}

void show_places(const std::string& source, const JsonValue& value, Lines& lines) {
  const std::vector<SourceText> sources = {{"", source}};
  Reporter reporter(sources);
  reporter.error(DiagnosticCode::wrong_type, value.place, "");
  lines.push_back(std::to_string(reporter.last().line) + ":" + std::to_string(reporter.last().column) + " " +
                  std::string(describe(value)));
  if (const auto* array = value.as<JsonArray>())
    for (const JsonValue& item : array->items) show_places(source, item, lines);
  if (const auto* object = value.as<JsonObject>())
    for (const JsonMember& member : object->members) {
      reporter.error(DiagnosticCode::wrong_type, member.place, "");
      lines.push_back(std::to_string(reporter.last().line) + ":" + std::to_string(reporter.last().column) + " key " +
                      member.key);
      show_places(source, member.value, lines);
    }
}

/// Each value and key, depth first, with its line and column.
Lines places(const std::string& text) {
  const Read result = read(text);
  if (!result.value) return lines_of(result.diagnostics);
  Lines lines;
  show_places(text, *result.value, lines);
  return lines;
}

/// The column, from 0, at which a byte of a decoded string stands.
std::uint32_t in_string(std::string_view source, std::uint32_t decoded) {
  return place_in_string(source, {0, 0}, decoded).offset;
}

bool is_utf8(std::string_view text) {
  std::size_t left = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (left > 0) {
      if ((byte & 0xC0) != 0x80) return false;
      --left;
    } else if (byte >= 0x80) {
      if (byte >= 0xC2 && byte < 0xE0) left = 1;
      else if (byte >= 0xE0 && byte < 0xF0) left = 2;
      else if (byte >= 0xF0 && byte < 0xF5) left = 3;
      else return false;
    }
  }
  return left == 0;
}

}  // namespace

TEST_CASE("every value and key knows the line and column where it starts") {
  CHECK(places("{ \"a\" : 1,\n  \"b\": [true, null , -2.5],\n\t\"c\":{}}") ==
        Lines{"1:1 an object", "1:3 key a", "1:9 a whole number", "2:3 key b", "2:8 a list", "2:9 true or false",
              "2:15 null", "2:22 a decimal number", "3:2 key c", "3:6 an object"});
}

TEST_CASE("columns count code points, with multi-byte text before") {
  CHECK(places("{\"\xC3\xA9\xE2\x82\xAC\": [\"\xF0\x9F\x98\x80\", 7]}") ==
        Lines{"1:1 an object", "1:2 key \xC3\xA9\xE2\x82\xAC", "1:8 a list", "1:9 a text", "1:14 a whole number"});
}

TEST_CASE("numbers keep their places, also next to closing brackets and at the end") {
  CHECK(places("[[1],2,[3 ] , 4]") == Lines{"1:1 a list", "1:2 a list", "1:3 a whole number", "1:6 a whole number",
                                            "1:8 a list", "1:9 a whole number", "1:15 a whole number"});
  CHECK(places("{\"a\":12,\"b\":{\"c\":3},\"d\":4}") ==
        Lines{"1:1 an object", "1:2 key a", "1:6 a whole number", "1:9 key b", "1:13 an object", "1:14 key c",
              "1:18 a whole number", "1:21 key d", "1:25 a whole number"});
  CHECK(places("12") == Lines{"1:1 a whole number"});
  CHECK(places(" \n 12 ") == Lines{"2:2 a whole number"});
  CHECK(places("[1\n,\n2]") == Lines{"1:1 a list", "1:2 a whole number", "3:1 a whole number"});
}

TEST_CASE("strings with brackets, escapes and separators do not mislead places") {
  CHECK(places(R"(["a\"],:[", {"\\": "x,:"}, 1])") ==
        Lines{"1:1 a list", "1:2 a text", "1:13 an object", "1:14 key \\", "1:20 a text", "1:28 a whole number"});
}

TEST_CASE("a byte-order mark is skipped") {
  const Read result = read("\xEF\xBB\xBF{\"a\": 1}");
  REQUIRE(result.value.has_value());
  REQUIRE(result.value->as<JsonObject>() != nullptr);
  CHECK(result.value->place.offset == 3);
  CHECK(result.value->as<JsonObject>()->members[0].place.offset == 4);
}

TEST_CASE("numbers are whole up to 64 bits, else decimal with their spelling") {
  const auto number = [](const std::string& text) { return std::move(read(text).value->content); };
  CHECK(std::get<std::int64_t>(number("9223372036854775807")) == INT64_MAX);
  CHECK(std::get<std::int64_t>(number("-9223372036854775808")) == INT64_MIN);
  CHECK(std::get<std::int64_t>(number("-0")) == 0);
  CHECK(std::get<JsonReal>(number("9223372036854775808")).value == 9223372036854775808.0);
  CHECK(std::get<JsonReal>(number("9223372036854775808")).spelling == "9223372036854775808");
  CHECK(std::get<JsonReal>(number("1.50")).spelling == "1.50");
  CHECK(std::get<JsonReal>(number("1.50")).value == 1.5);
  CHECK(std::get<JsonReal>(number("1e2")).value == 100.0);
}

TEST_CASE("a key given twice is refused at its second place") {
  CHECK(faults_of("{\"a\": 1,\n \"b\": {\"a\": 2}, \"a\": 3}") ==
        Lines{"f:2:17: error: the key \"a\" is given twice; keep one of the two [json_duplicate_key]"});
  CHECK(faults_of(R"({"a": 1, "\u0061": 2})") ==
        Lines{"f:1:10: error: the key \"a\" is given twice; keep one of the two [json_duplicate_key]"});
}

TEST_CASE("JSON is read up to its greatest depth and no further") {
  const auto nested = [](std::size_t depth, std::string open, std::string close) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += open;
    text += "1";
    for (std::size_t i = 0; i < depth; ++i) text += close;
    return text;
  };
  CHECK(faults_of(nested(deepest_json, "[", "]")).empty());
  CHECK(faults_of(nested(deepest_json + 1, "[", "]")) ==
        Lines{"f:1:33: error: nested more than 32 deep [json_too_deep]"});
  CHECK(faults_of(nested(deepest_json, "{\"a\":", "}")).empty());
  CHECK(faults_of(nested(100'000, "[", "]")) == Lines{"f:1:33: error: nested more than 32 deep [json_too_deep]"});
}

TEST_CASE("the first member past the most is refused") {
  std::string text = "{";
  for (std::size_t i = 0; i < most_members; ++i) text += "\"" + std::to_string(i) + "\":0,";
  CHECK(faults_of(text + "\n\"more\":0}") == Lines{"f:2:1: error: an object with more than 10000 members [too_large]"});
}

TEST_CASE("a text that is too large is not read") {
  CHECK(faults_of(std::string(largest_json, ' ') + "1") == Lines{"f:1:1: error: larger than 32 MiB [too_large]"});
}

TEST_CASE("what is not JSON is refused where reading stopped") {
  struct Case {
    std::string text;
    std::uint32_t line, column;
  };
  const Case cases[] = {
      {"", 1, 1},           {"{\"a\": }", 1, 7},      {"[1, 2", 1, 5},         {"[1]\n x", 2, 2},
      {"[1] [2]", 1, 5},    {"[1,]", 1, 4},           {"{a: 1}", 1, 2},        {"[NaN]", 1, 2},
      {"[\"a\nb\"]", 1, 4}, {"[\"\\q\"]", 1, 4},      {"{\"a\" \"b\"}", 1, 8}, {"[1 /* no */]", 1, 4},
      {"['a']", 1, 2},      {"[\xEF\xBB\xBF]", 1, 2}, {"{\"a\": 1,}", 1, 9},
  };
  for (const Case& one : cases) {
    INFO(one.text);
    const Read result = read(one.text);
    CHECK_FALSE(result.value.has_value());
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].code == DiagnosticCode::json_syntax);
    CHECK(result.diagnostics[0].message.starts_with("not JSON: "));
    CHECK(result.diagnostics[0].message.find("line") == std::string::npos);  // the place is said once
    CHECK(result.diagnostics[0].line == one.line);
    CHECK(result.diagnostics[0].column == one.column);
  }
}

TEST_CASE("a fault at a number is placed at the number, not past it") {
  for (const std::string& text : std::vector<std::string>{"{\"a\" 12}", "[ 01]", "[\"x\" 12]", "[1e9999]"}) {
    INFO(text);
    const Read result = read(text);
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].column < text.size());
  }
}

TEST_CASE("a number too large for a double is refused, and so is text after the value") {
  for (const std::string& number : std::vector<std::string>{"1e999", "-1e999"}) {
    const Read result = read("[\n" + number + "]");
    CHECK_FALSE(result.value.has_value());
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].code == DiagnosticCode::json_syntax);
    CHECK(result.diagnostics[0].line == 2);
    CHECK(result.diagnostics[0].message.find(number) != std::string::npos);
  }
  CHECK(read("1e308").value.has_value());
  CHECK_FALSE(read("{} x").value.has_value());
  CHECK(read("{} \n\t ").value.has_value());
}

TEST_CASE("bad UTF-8 is refused, and what is said of it is good UTF-8") {
  for (const std::string& bytes :
       std::vector<std::string>{"\xFF", "\xC3", "\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82"}) {
    const Read result = read("[\"x" + bytes + "\"]");
    CHECK_FALSE(result.value.has_value());
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics[0].code == DiagnosticCode::json_syntax);
    CHECK(result.diagnostics[0].line == 1);
    CHECK(is_utf8(result.diagnostics[0].message));
    CHECK(is_utf8(write_diagnostics(result.diagnostics)));
  }
}

TEST_CASE("a place in a string passes over escapes") {
  CHECK(in_string(R"("abc")", 0) == 1);
  CHECK(in_string(R"("abc")", 2) == 3);
  CHECK(in_string(R"("a\nb")", 2) == 4);     // past \n
  CHECK(in_string(R"("a\"b")", 1) == 2);     // at the escape
  CHECK(in_string(R"("\u0041b")", 1) == 7);  // one byte
  CHECK(in_string(R"("\u00e9b")", 2) == 7);  // two bytes
  CHECK(in_string(R"("\u20ACb")", 3) == 7);  // three bytes
  CHECK(in_string(R"("\ud83d\ude00bc")", 5) == 14);
  CHECK(in_string(R"("\ud83d\ude00b")", 4) == 13);  // a surrogate pair: four bytes
  CHECK(in_string("\"\xC3\xA9"
                  "b\"",
                  2) == 3);
  CHECK(in_string(R"("ab")", 9) == 3);  // never past the end
  CHECK(place_in_string("  \"ab\"", {4, 2}, 1).offset == 4);
  CHECK(place_in_string("  \"ab\"", {4, 2}, 1).file == 4);
}
