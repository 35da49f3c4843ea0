#include "reading/json_value.h"

#include <iterator>

namespace waymark {

const JsonValue* JsonObject::find(std::string_view key) const {
  for (const JsonMember& member : members)
    if (member.key == key) return &member.value;
  return nullptr;
}

std::string_view describe(const JsonValue& value) {
  constexpr std::string_view names[] = {"null",   "true or false", "a whole number", "a decimal number",
                                        "a text", "a list",        "an object"};
  static_assert(std::size(names) == std::variant_size_v<decltype(value.content)>);
  return names[value.content.index()];
}

}  // namespace waymark
