#include "writing/real_text.h"

#include <nlohmann/json.hpp>

namespace waymark {

std::string real_text(double number) {
  char digits[64];
  std::string text(digits, nlohmann::detail::to_chars(digits, digits + sizeof digits, number));
  // Without a point where none is needed, as programs that read and write the text again leave it.
  if (text.ends_with(".0") && text != "-0.0") text.resize(text.size() - 2);
  return text;
}

}  // namespace waymark
