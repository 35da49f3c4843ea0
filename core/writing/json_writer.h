#pragma once

#include <cstdint>
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
  JsonWriter& key(std::string_view name);
  JsonWriter& text(std::string_view value);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  /// Text that is JSON already.
  JsonWriter& raw(std::string_view json);

  JsonWriter& integer_or_null(const std::optional<std::int32_t>& value) { return value ? integer(*value) : null(); }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();
  void quote(std::string_view value);

  std::string out_;
  bool comma_ = false;
};

}  // namespace waymark
