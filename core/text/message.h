#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace waymark {

/// A sentence put together from its parts, as in `{"there is no ", what, " \"", id, "\""}`. One function joins them
/// all: chains of `+` would be most of the module that the page downloads.
class Message {
 public:
  Message() = default;
  Message(const char* text) : text_(text) {}
  Message(std::string text) : text_(std::move(text)) {}
  Message(std::string_view text) : text_(text) {}
  Message(std::initializer_list<std::string_view> parts);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace waymark
