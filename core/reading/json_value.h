#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "reading/source_text.h"

namespace waymark {

struct JsonValue;

struct JsonArray {
  std::vector<JsonValue> items;
};

struct JsonMember;

/// The members of an object, in the order of the text, each key once.
struct JsonObject {
  std::vector<JsonMember> members;

  [[nodiscard]] const JsonValue* find(std::string_view key) const;
};

struct JsonNull {};

/// A number that is not a 64-bit integer, with its spelling so that it can be written back unchanged.
struct JsonReal {
  double value = 0;
  std::string spelling;
};

/// A value of a JSON text and the place where it starts.
struct JsonValue {
  Place place;
  std::variant<JsonNull, bool, std::int64_t, JsonReal, std::string, JsonArray, JsonObject> content;

  template <typename T>
  [[nodiscard]] const T* as() const {
    return std::get_if<T>(&content);
  }
};

struct JsonMember {
  std::string key;
  Place place;  ///< of the key
  JsonValue value;
};

/// What a value is, for messages: "a text", "a list" ...
[[nodiscard]] std::string_view describe(const JsonValue& value);

}  // namespace waymark
