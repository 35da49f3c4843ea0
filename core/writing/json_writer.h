#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace waymark {

/// Writes compact JSON. The caller opens, names and closes in the right order; commas take care of themselves.
/// Small and without floating point in its common part, because the page downloads it.
class JsonWriter {
 public:
  JsonWriter& open_object() { return open('{'); }
  JsonWriter& close_object() { return close('}'); }
  JsonWriter& open_array() { return open('['); }
  JsonWriter& close_array() { return close(']'); }
  /// A name without anything to escape, as ours are; other names go by `text_key`.
  JsonWriter& key(std::string_view name);
  JsonWriter& text_key(std::string_view name);
  JsonWriter& text(std::string_view value);
  /// A text without anything to escape, as ids are.
  JsonWriter& word(std::string_view value);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  /// Puts what comes next on a line of its own, so far to the right: for what people look at.
  JsonWriter& line(std::size_t indent);
  /// Text that is JSON already.
  JsonWriter& raw(std::string_view json);

  JsonWriter& integer_or_null(const std::optional<std::int32_t>& value) { return value ? integer(*value) : null(); }

  [[nodiscard]] std::string take();

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  enum class Form : std::uint8_t { raw, text, key };

  /// Writes a comma where one is due, then the text as it is, in quotes if its form has them.
  void put(std::string_view text, Form form);
  void make_room(std::size_t needed);
  void begin_line();
  [[nodiscard]] static std::string escaped(std::string_view value);

  std::unique_ptr<char[]> room_;
  std::size_t room_size_ = 0;
  std::size_t size_ = 0;  ///< of it that is written
  bool comma_ = false;
  std::optional<std::size_t> indent_;  ///< of the line that what comes next begins
};

}  // namespace waymark
