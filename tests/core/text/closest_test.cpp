#include "text/closest.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace waymark;

namespace {

std::string_view near(std::string_view word, std::vector<std::string_view> candidates) {
  return closest(word, candidates);
}

}  // namespace

TEST_CASE("the closest word is the one with the fewest edits") {
  CHECK(near("yorkshrie", {"wales", "yorkshire", "york"}) == "yorkshire");
  CHECK(near("exact", {"exact", "exacts"}) == "exact");
  CHECK(near("abcd", {"abce", "abcd"}) == "abcd");
}

TEST_CASE("each kind of edit counts one, swapped neighbours too") {
  CHECK(near("abc", {"abxc"}) == "abxc");  // insert
  CHECK(near("abc", {"ac"}) == "ac");      // delete
  CHECK(near("abc", {"axc"}) == "axc");    // replace
  CHECK(near("abc", {"acb"}) == "acb");    // swap
  CHECK(near("abc", {"cba"}).empty());     // no neighbours: two edits
}

TEST_CASE("a word may have a third of its letters wrong, and at least one") {
  CHECK(near("a", {"b"}) == "b");
  CHECK(near("a", {"bc"}).empty());
  CHECK(near("abcde", {"abxyz"}).empty());
  CHECK(near("abcdef", {"abcdxy"}) == "abcdxy");
  CHECK(near("abcdef", {"abcxyz"}).empty());
  CHECK(near("", {"x"}) == "x");
  CHECK(near("", {"xy"}).empty());
}

TEST_CASE("ties go to the alphabetically first, whatever the order") {
  CHECK(near("cat", {"hat", "bat", "rat"}) == "bat");
  CHECK(near("cat", {"bat", "hat", "rat"}) == "bat");
}

TEST_CASE("words too long to be ids are not compared") {
  const std::string longest(64, 'a');
  const std::string longer(65, 'a');
  CHECK(near(longest, {longest}) == longest);
  CHECK(near(longer, {longest}).empty());
  CHECK(near(longest, {longer}).empty());
}

TEST_CASE("a suggestion is a question, or nothing") {
  const std::vector<std::string_view> known = {"region"};
  CHECK(did_you_mean("regoin", known) == "did you mean \"region\"?");
  CHECK(did_you_mean("hours", known).empty());
  CHECK(did_you_mean("hours", {}).empty());
}
