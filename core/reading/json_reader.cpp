#include "reading/json_reader.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>

#include "model/limits.h"

namespace waymark {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr bool is_between_tokens(char c) {
  return c == ',' || c == ':' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Lets the parser count what it has read: it gives its handler no positions for values.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *furthest_ = ++at_;
    return *this;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** furthest_;
};

/// Builds the tree of values from the parser's events. nlohmann/json names the members.
class TreeBuilder {
 public:
  using string_t = nlohmann::json::string_t;

  TreeBuilder(std::uint32_t file, std::string_view text, std::size_t start, Reporter& reporter)
      : file_(file), text_(text), reporter_(reporter), furthest_(text.data() + start), previous_end_(start) {}

  const char** furthest() { return &furthest_; }

  bool null() { return add(JsonNull{}); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(std::int64_t value) { return add(value); }
  bool number_unsigned(std::uint64_t value) {
    if (value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
      return add(static_cast<std::int64_t>(value));
    return add(JsonReal{static_cast<double>(value), std::to_string(value)});
  }
  bool number_float(double value, const string_t& spelling) { return add(JsonReal{value, spelling}); }
  bool string(string_t& value) { return add(std::move(value)); }
  bool binary(nlohmann::json::binary_t&) { return false; }  // never sent for JSON text

  bool start_object(std::size_t) { return open(JsonObject{}); }
  bool start_array(std::size_t) { return open(JsonArray{}); }
  bool end_object() { return report_duplicate_key() && close(); }
  bool end_array() { return close(); }

  bool key(string_t& name) {
    const Place place = start_token();
    auto& members = std::get<JsonObject>(open_.back()->content).members;
    if (members.size() == most_members) {
      reporter_.error(DiagnosticCode::too_large, place,
                      {"an object with more than ", std::to_string(most_members), " members"});
      return fail();
    }
    members.push_back({std::move(name), place, {}});
    return end_token();
  }

  template <typename Error>
  bool parse_error(std::size_t, const std::string& last_token, const Error& error) {
    std::string_view what = error.what();
    // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error ...": the place is ours to say.
    for (const std::string_view opening : {std::string_view("] "), std::string_view(": ")}) {
      const std::size_t found = what.find(opening);
      if (found != std::string_view::npos) what.remove_prefix(found + opening.size());
    }
    // What was last read may be no UTF-8, and messages must be.
    if (std::any_of(what.begin(), what.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
      what = what.substr(0, what.find("; last read"));
    reporter_.error(DiagnosticCode::json_syntax, {file_, place_of_fault(last_token)}, {"not JSON: ", what});
    return fail();
  }

  std::optional<JsonValue> result() {
    if (failed_) return std::nullopt;
    return std::move(root_);
  }

 private:
  bool fail() {
    failed_ = true;
    return false;
  }

  /// The last byte read; for a number, which is read one byte too far, its first.
  std::uint32_t place_of_fault(std::string_view last_token) const {
    std::size_t end = static_cast<std::size_t>(furthest_ - text_.data());
    const bool number = !last_token.empty() && last_token.back() >= '0' && last_token.back() <= '9';
    if (number && !text_.substr(0, end).ends_with(last_token) && end > 0) --end;
    const std::size_t back = number ? last_token.size() : 1;
    return static_cast<std::uint32_t>(end - std::min(end, back));
  }

  // By their hashes, not in order: this is done for every object, and hardly any has a key twice.
  bool report_duplicate_key() {
    const auto& members = std::get<JsonObject>(open_.back()->content).members;
    std::vector<const JsonMember*> met(std::bit_ceil(2 * members.size() + 1));
    for (const JsonMember& member : members) {
      std::size_t slot = std::hash<std::string_view>()(member.key) % met.size();
      while (met[slot] != nullptr && met[slot]->key != member.key) slot = (slot + 1) % met.size();
      if (met[slot] != nullptr) {
        reporter_.error(DiagnosticCode::json_duplicate_key, member.place,
                        {"the key \"", member.key, "\" is given twice"}, "keep one of the two");
        return fail();
      }
      met[slot] = &member;
    }
    return true;
  }

  /// Where the token just read begins: after the one before it, past blanks and separators.
  Place start_token() const {
    std::size_t at = previous_end_;
    while (at < text_.size() && is_between_tokens(text_[at])) ++at;
    return {file_, static_cast<std::uint32_t>(at)};
  }
  bool end_token() {
    previous_end_ = static_cast<std::size_t>(furthest_ - text_.data());
    return true;
  }

  template <typename Content>
  JsonValue* place_value(Content&& content) {
    JsonValue value;
    value.place = start_token();
    value.content = std::forward<Content>(content);
    end_token();
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    if (auto* array = std::get_if<JsonArray>(&open_.back()->content)) {
      array->items.push_back(std::move(value));
      return &array->items.back();
    }
    JsonMember& member = std::get<JsonObject>(open_.back()->content).members.back();
    member.value = std::move(value);
    return &member.value;
  }

  template <typename Content>
  bool add(Content&& content) {
    place_value(std::forward<Content>(content));
    return true;
  }

  template <typename Container>
  bool open(Container&& container) {
    JsonValue* value = place_value(std::forward<Container>(container));
    if (open_.size() >= deepest_json) {
      reporter_.error(DiagnosticCode::json_too_deep, value->place,
                      {"nested more than ", std::to_string(deepest_json), " deep"});
      return fail();
    }
    // Stable while it is open: its siblings come only after it is closed.
    open_.push_back(value);
    return true;
  }

  bool close() {
    open_.pop_back();
    return end_token();
  }

  std::uint32_t file_;
  std::string_view text_;
  Reporter& reporter_;
  const char* furthest_;
  std::size_t previous_end_;
  std::vector<JsonValue*> open_;
  JsonValue root_;
  bool failed_ = false;
};

}  // namespace

std::optional<JsonValue> read_json(std::uint32_t file, Reporter& reporter) {
  const std::string_view text = reporter.text_of(file);
  if (text.size() > largest_json) {
    reporter.error(DiagnosticCode::too_large, {file, 0}, {"larger than ", std::to_string(largest_json >> 20), " MiB"});
    return std::nullopt;
  }
  const std::size_t start = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  TreeBuilder builder(file, text, start, reporter);
  const CountingIterator first(text.data() + start, builder.furthest());
  const CountingIterator last(text.data() + text.size(), builder.furthest());
  nlohmann::json::sax_parse(first, last, &builder);
  return builder.result();
}

Place place_in_string(std::string_view source, Place string_at, std::uint32_t decoded) {
  std::size_t at = string_at.offset + std::size_t{1};
  std::uint32_t passed = 0;
  const auto step = [&](std::size_t raw_bytes, std::uint32_t decoded_bytes) {
    at += raw_bytes;
    passed += decoded_bytes;
  };
  while (passed < decoded && at + 1 < source.size() && source[at] != '"') {
    if (source[at] != '\\') {
      step(1, 1);
    } else if (source[at + 1] != 'u') {
      step(2, 1);
    } else {
      std::uint32_t code_point = 0;
      for (std::size_t i = 2; i < 6 && at + i < source.size(); ++i) {
        const char c = source[at + i];
        const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        code_point = code_point * 16 + static_cast<std::uint32_t>(digit);
      }
      // A surrogate pair is written as two escapes of six bytes, each half of a four-byte character.
      const bool surrogate = code_point >= 0xD800 && code_point < 0xE000;
      step(6, surrogate ? 2 : code_point < 0x80 ? 1 : code_point < 0x800 ? 2 : 3);
    }
  }
  return {string_at.file, static_cast<std::uint32_t>(at)};
}

}  // namespace waymark
