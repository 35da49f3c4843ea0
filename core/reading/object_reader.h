#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reading/json_value.h"
#include "reading/pack.h"

namespace waymark {

/// Reads the members of one JSON object and reports what is missing, of a wrong type, out of range or unknown.
/// Each member is asked for once; those never asked for are reported as unknown when the reader goes.
class ObjectReader {
 public:
  /// `what` names the object in messages, as in "a question".
  ObjectReader(const JsonValue& value, std::string_view what, Reporter& reporter);
  ~ObjectReader();
  ObjectReader(const ObjectReader&) = delete;
  ObjectReader& operator=(const ObjectReader&) = delete;

  [[nodiscard]] Place place() const { return value_.place; }

  const JsonValue* optional(std::string_view key);
  const JsonValue* required(std::string_view key);

  /// A text that must be there; nothing, and reported, if it is not.
  std::optional<AuthoredText> required_text(std::string_view key);
  /// The same, empty where it is not there.
  AuthoredText text(std::string_view key);
  std::optional<AuthoredText> optional_text(std::string_view key);
  /// A text in the form of an id: lower case words joined by hyphens.
  AuthoredText id(std::string_view key);
  /// An id that rules can read: lower case words joined by underscores.
  AuthoredText rule_id(std::string_view key);
  bool flag(std::string_view key);
  std::int64_t integer(std::string_view key, std::int64_t lowest, std::int64_t highest);
  std::int64_t optional_integer(std::string_view key, std::int64_t lowest, std::int64_t highest, std::int64_t absent);
  Authored<double> number(std::string_view key);
  /// The items of a list; empty, and reported, if it is missing or no list.
  std::span<const JsonValue> list(std::string_view key);
  std::span<const JsonValue> optional_list(std::string_view key);
  /// The members of an object; empty, and reported, if it is missing or no object.
  std::span<const JsonMember> members(std::string_view key);
  /// Reports no more unknown members.
  void ignore_rest() { object_ = nullptr; }

 private:
  const JsonValue& value_;
  const JsonObject* object_;
  std::string_view what_;
  Reporter& reporter_;
  std::vector<std::string_view> asked_;
};

void report_wrong_type(const JsonValue& value, std::string_view wanted, Reporter& reporter);

/// A text item of a list in the form of an id.
[[nodiscard]] AuthoredText read_id(const JsonValue& value, Reporter& reporter);
[[nodiscard]] AuthoredText read_id(const JsonMember& member, Reporter& reporter);
/// A whole number within bounds; the lowest, and reported, if it is not.
[[nodiscard]] std::int64_t read_integer(const JsonValue& value, std::int64_t lowest, std::int64_t highest,
                                        Reporter& reporter);

}  // namespace waymark
