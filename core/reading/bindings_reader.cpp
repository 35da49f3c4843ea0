#include "reading/bindings_reader.h"

namespace waymark {

std::optional<Value> read_binding(const JsonValue& json, Workspace& workspace) {
  if (const auto* flag = json.as<bool>()) return Value::of(*flag);
  if (const auto* integer = json.as<std::int64_t>()) return Value::of(*integer);
  if (const auto* real = json.as<JsonReal>()) return Value::of(real->value);
  if (const auto* text = json.as<std::string>()) return Value::of(std::string_view(*text));
  const auto* array = json.as<JsonArray>();
  if (array == nullptr) return std::nullopt;
  const std::span<Value> items = workspace.take<Value>(array->items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto item = read_binding(array->items[i], workspace);
    if (!item) return std::nullopt;
    items[i] = *item;
  }
  return Value::of(std::span<const Value>(items));
}

}  // namespace waymark
