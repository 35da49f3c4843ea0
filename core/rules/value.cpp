#include "rules/value.h"

namespace waymark {
namespace {

bool equal(std::int64_t integer, double real) {
  // Beyond these bounds no double equals an int64, and the conversion below would be undefined.
  if (!(real >= -9223372036854775808.0 && real < 9223372036854775808.0)) return false;
  const auto truncated = static_cast<std::int64_t>(real);
  return truncated == integer && static_cast<double>(truncated) == real;
}

}  // namespace

std::string_view describe(EvaluationError error) {
  switch (error) {
    case EvaluationError::no_matching_overload: return "no such overload";
    case EvaluationError::division_by_zero: return "division by zero";
    case EvaluationError::integer_overflow: return "integer overflow";
    case EvaluationError::index_out_of_range: return "index out of range";
    case EvaluationError::invalid_conversion: return "the value cannot be converted";
    case EvaluationError::undeclared_name: return "undeclared name";
    case EvaluationError::undeclared_function: return "undeclared function";
    case EvaluationError::too_large: return "the evaluation grows too large";
  }
  return "";
}

bool equal(const Value& left, const Value& right) {
  if (left.kind != right.kind) {
    if (left.is(ValueKind::integer) && right.is(ValueKind::real)) return equal(left.integer, right.real);
    if (left.is(ValueKind::real) && right.is(ValueKind::integer)) return equal(right.integer, left.real);
    return false;
  }
  switch (left.kind) {
    case ValueKind::boolean: return left.boolean == right.boolean;
    case ValueKind::integer: return left.integer == right.integer;
    case ValueKind::real: return left.real == right.real;
    case ValueKind::string: return left.as_string() == right.as_string();
    case ValueKind::list: {
      if (left.size != right.size) return false;
      for (std::uint32_t i = 0; i < left.size; ++i)
        if (!equal(left.items[i], right.items[i])) return false;
      return true;
    }
    case ValueKind::unknown:
    case ValueKind::error: return false;
  }
  return false;
}

}  // namespace waymark
