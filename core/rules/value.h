#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace waymark {

/// A truth over partial answers (strong Kleene logic).
enum class Truth : std::uint8_t { no, yes, unknown };

/// Why evaluating a rule failed, as the Common Expression Language names its run-time errors.
enum class EvaluationError : std::uint8_t {
  no_matching_overload,
  division_by_zero,
  integer_overflow,
  index_out_of_range,
  invalid_conversion,
  undeclared_name,
  undeclared_function,
  too_large,  ///< the limits of evaluation, not the language's
};

[[nodiscard]] std::string_view describe(EvaluationError error);

enum class ValueKind : std::uint8_t { unknown, error, boolean, integer, real, string, list };

/// A value of a rule: a CEL value, an error, or an unknown with the questions it hangs on.
///
/// Trivially copyable: strings, lists and causes are views of storage that the model, the
/// circumstances or the evaluation's workspace owns.
struct Value {
  ValueKind kind = ValueKind::unknown;
  union {
    bool boolean;
    std::int64_t integer;
    double real;
    EvaluationError error;
    const char* characters;
    const Value* items;
    const std::uint32_t* causes;
  };
  std::uint32_t size = 0;  ///< bytes of a string, items of a list, causes of an unknown

  Value() : integer(0) {}

  static Value of(bool value) {
    Value v;
    v.kind = ValueKind::boolean;
    v.boolean = value;
    return v;
  }
  static Value of(std::int64_t value) {
    Value v;
    v.kind = ValueKind::integer;
    v.integer = value;
    return v;
  }
  static Value of(double value) {
    Value v;
    v.kind = ValueKind::real;
    v.real = value;
    return v;
  }
  static Value of(const char*) = delete;  // would convert to bool
  static Value of(std::string_view value) {
    Value v;
    v.kind = ValueKind::string;
    v.characters = value.data();
    v.size = static_cast<std::uint32_t>(value.size());
    return v;
  }
  static Value of(std::span<const Value> value) {
    Value v;
    v.kind = ValueKind::list;
    v.items = value.data();
    v.size = static_cast<std::uint32_t>(value.size());
    return v;
  }
  static Value of(EvaluationError value) {
    Value v;
    v.kind = ValueKind::error;
    v.error = value;
    return v;
  }
  static Value unknown(std::span<const std::uint32_t> causes) {
    Value v;
    v.causes = causes.data();
    v.size = static_cast<std::uint32_t>(causes.size());
    return v;
  }

  // What a value of another kind would view is nothing: no rule, however wrong, leads out of bounds.
  [[nodiscard]] std::string_view as_string() const {
    return is(ValueKind::string) ? std::string_view(characters, size) : std::string_view();
  }
  [[nodiscard]] std::span<const Value> as_list() const {
    return is(ValueKind::list) ? std::span(items, size) : std::span<const Value>();
  }
  [[nodiscard]] std::span<const std::uint32_t> as_causes() const {
    return is(ValueKind::unknown) ? std::span(causes, size) : std::span<const std::uint32_t>();
  }

  [[nodiscard]] bool is(ValueKind other) const { return kind == other; }
  [[nodiscard]] bool is_known() const { return kind != ValueKind::unknown && kind != ValueKind::error; }
};

/// CEL equality: integers and doubles by value, other kinds only with their own; neither side unknown or an error.
[[nodiscard]] bool equal(const Value& left, const Value& right);

}  // namespace waymark
