#include "text/message.h"

#include <catch2/catch_test_macros.hpp>

using namespace waymark;

TEST_CASE("a message joins its parts in order") {
  CHECK(Message().text().empty());
  CHECK(Message("one text").text() == "one text");
  CHECK(Message({"there is no ", "question", " \"", "x", "\""}).text() == "there is no question \"x\"");
  const Message views(std::string_view("view"));
  CHECK(views.text() == "view");
  Message taken(std::string("taken"));
  CHECK(taken.take() == "taken");
}
