#include "text/message.h"

namespace waymark {

Message::Message(std::initializer_list<std::string_view> parts) {
  for (const std::string_view part : parts) text_ += part;
}

}  // namespace waymark
