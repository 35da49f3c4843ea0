#include "reading/object_reader.h"

#include <algorithm>

#include "text/closest.h"

namespace waymark {
namespace {

bool is_word_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// Words of lower-case letters and digits with single joints between them.
bool is_id(std::string_view id, char joint) {
  if (id.empty() || id.size() > 64 || id.back() == joint) return false;
  bool joint_allowed = false;
  for (const char c : id) {
    if (c == joint) {
      if (!joint_allowed) return false;
      joint_allowed = false;
    } else {
      if (!is_word_character(c)) return false;
      joint_allowed = true;
    }
  }
  return true;
}

void check_id(const AuthoredText& id, Reporter& reporter) {
  if (is_id(id.value, '-')) return;
  reporter.error(DiagnosticCode::id_malformed, id.place, {"\"", id.value, "\" has not the form of an id"},
                 "use lower-case letters and digits, with single hyphens between words, at most 64 characters");
}

}  // namespace

void report_wrong_type(const JsonValue& value, std::string_view wanted, Reporter& reporter) {
  reporter.error(DiagnosticCode::wrong_type, value.place,
                 {"this is ", describe(value), ", but ", wanted, " is needed"});
}

AuthoredText read_id(const JsonValue& value, Reporter& reporter) {
  AuthoredText id{{}, value.place};
  if (const auto* text = value.as<std::string>()) {
    id.value = *text;
    check_id(id, reporter);
  } else {
    report_wrong_type(value, "an id", reporter);
  }
  return id;
}

AuthoredText read_id(const JsonMember& member, Reporter& reporter) {
  AuthoredText id{member.key, member.place};
  check_id(id, reporter);
  return id;
}

std::int64_t read_integer(const JsonValue& value, std::int64_t lowest, std::int64_t highest, Reporter& reporter) {
  const auto* integer = value.as<std::int64_t>();
  if (integer == nullptr) {
    report_wrong_type(value, "a whole number", reporter);
    return lowest;
  }
  if (*integer >= lowest && *integer <= highest) return *integer;
  reporter.error(
      DiagnosticCode::out_of_range, value.place,
      {std::to_string(*integer), " is not within ", std::to_string(lowest), " to ", std::to_string(highest)});
  return lowest;
}

ObjectReader::ObjectReader(const JsonValue& value, std::string_view what, Reporter& reporter)
    : value_(value), object_(value.as<JsonObject>()), what_(what), reporter_(reporter) {
  if (object_ == nullptr) report_wrong_type(value, "an object", reporter);
}

ObjectReader::~ObjectReader() {
  if (object_ == nullptr) return;
  for (const JsonMember& member : object_->members) {
    if (std::find(asked_.begin(), asked_.end(), member.key) != asked_.end()) continue;
    reporter_.error(DiagnosticCode::member_unknown, member.place, {what_, " has no member \"", member.key, "\""},
                    did_you_mean(member.key, asked_));
  }
}

const JsonValue* ObjectReader::optional(std::string_view key) {
  asked_.push_back(key);
  return object_ == nullptr ? nullptr : object_->find(key);
}

const JsonValue* ObjectReader::required(std::string_view key) {
  const JsonValue* value = optional(key);
  if (value == nullptr && object_ != nullptr)
    reporter_.error(DiagnosticCode::member_missing, value_.place, {what_, " needs the member \"", key, "\""});
  return value;
}

std::optional<AuthoredText> ObjectReader::optional_text(std::string_view key) {
  const JsonValue* value = optional(key);
  if (value == nullptr) return std::nullopt;
  if (const auto* text = value->as<std::string>()) return AuthoredText{*text, value->place};
  report_wrong_type(*value, "a text", reporter_);
  return std::nullopt;
}

std::optional<AuthoredText> ObjectReader::required_text(std::string_view key) {
  const JsonValue* value = required(key);
  if (value == nullptr) return std::nullopt;
  if (const auto* text = value->as<std::string>()) return AuthoredText{*text, value->place};
  report_wrong_type(*value, "a text", reporter_);
  return std::nullopt;
}

AuthoredText ObjectReader::text(std::string_view key) {
  return required_text(key).value_or(AuthoredText{{}, value_.place});
}

AuthoredText ObjectReader::id(std::string_view key) {
  const JsonValue* value = required(key);
  return value == nullptr ? AuthoredText{{}, value_.place} : read_id(*value, reporter_);
}

AuthoredText ObjectReader::rule_id(std::string_view key) {
  const auto id = required_text(key);
  if (!id) return {{}, value_.place};
  if (!is_id(id->value, '_') || !(id->value[0] >= 'a' && id->value[0] <= 'z'))
    reporter_.error(DiagnosticCode::id_malformed, id->place, {"\"", id->value, "\" is no name that rules can read"},
                    "use lower-case letters and digits, with single underscores between words, a letter first");
  return *id;
}

bool ObjectReader::flag(std::string_view key) {
  const JsonValue* value = optional(key);
  if (value == nullptr) return false;
  if (const auto* flag = value->as<bool>()) return *flag;
  report_wrong_type(*value, "true or false", reporter_);
  return false;
}

std::int64_t ObjectReader::integer(std::string_view key, std::int64_t lowest, std::int64_t highest) {
  const JsonValue* value = required(key);
  return value == nullptr ? lowest : read_integer(*value, lowest, highest, reporter_);
}

std::int64_t ObjectReader::optional_integer(std::string_view key, std::int64_t lowest, std::int64_t highest,
                                            std::int64_t absent) {
  const JsonValue* value = optional(key);
  return value == nullptr ? absent : read_integer(*value, lowest, highest, reporter_);
}

Authored<double> ObjectReader::number(std::string_view key) {
  const JsonValue* value = required(key);
  if (value == nullptr) return {0, value_.place};
  if (const auto* integer = value->as<std::int64_t>()) return {static_cast<double>(*integer), value->place};
  if (const auto* real = value->as<JsonReal>()) return {real->value, value->place};
  report_wrong_type(*value, "a number", reporter_);
  return {0, value->place};
}

std::span<const JsonValue> ObjectReader::list(std::string_view key) {
  const JsonValue* value = required(key);
  if (value == nullptr) return {};
  if (const auto* array = value->as<JsonArray>()) return array->items;
  report_wrong_type(*value, "a list", reporter_);
  return {};
}

std::span<const JsonValue> ObjectReader::optional_list(std::string_view key) {
  if (object_ != nullptr && object_->find(key) != nullptr) return list(key);
  asked_.push_back(key);
  return {};
}

std::span<const JsonMember> ObjectReader::members(std::string_view key) {
  const JsonValue* value = required(key);
  if (value == nullptr) return {};
  if (const auto* object = value->as<JsonObject>()) return object->members;
  report_wrong_type(*value, "an object", reporter_);
  return {};
}

}  // namespace waymark
