#include "writing/value_writer.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "sorting/order.h"
#include "writing/json_writer.h"

namespace waymark {
namespace {

void write(JsonWriter& json, double value) {
  if (std::isnan(value)) {
    json.text("NaN");
    return;
  }
  if (std::isinf(value)) {
    json.text(value > 0 ? "Infinity" : "-Infinity");
    return;
  }
  char digits[40];
  for (int precision = 15; precision <= 17; ++precision) {
    std::snprintf(digits, sizeof digits, "%.*g", precision, value);
    if (std::strtod(digits, nullptr) == value) break;
  }
  std::string text = digits;
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  json.raw(text);
}

void write(JsonWriter& json, const Value& value) {
  switch (value.kind) {
    case ValueKind::boolean: json.boolean(value.boolean); return;
    case ValueKind::integer: json.integer(value.integer); return;
    case ValueKind::real: write(json, value.real); return;
    case ValueKind::string: json.text(value.as_string()); return;
    case ValueKind::list:
      json.open_array();
      for (const Value& item : value.as_list()) write(json, item);
      json.close_array();
      return;
    case ValueKind::unknown:
    case ValueKind::error: json.null(); return;  // neither stands inside a list
  }
}

}  // namespace

std::string write_outcome(const Value& value, std::span<const std::string_view> names_of_causes) {
  JsonWriter json;
  if (value.is(ValueKind::error)) {
    json.open_object().key("error").text(describe(value.error)).close_object();
  } else if (value.is(ValueKind::unknown)) {
    std::vector<std::uint32_t> causes(value.as_causes().begin(), value.as_causes().end());
    put_in_order(causes);
    json.open_object().key("unknown").open_array();
    for (const std::uint32_t cause : causes) json.text(names_of_causes[cause]);
    json.close_array().close_object();
  } else {
    write(json, value);
  }
  return json.take();
}

}  // namespace waymark
