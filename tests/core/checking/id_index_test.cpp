#include "checking/id_index.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

TEST_CASE("ids are numbered in the order of adding, and a second one of the same name is refused") {
  const std::vector<SourceText> sources = {{"f", "0123456789"}};
  Reporter reporter(sources);
  const std::vector<AuthoredText> ids = {{"role", {0, 0}}, {"region", {0, 3}}, {"role", {0, 5}}, {"work", {0, 7}}};
  IdIndex index("question");
  for (const AuthoredText& id : ids) index.add(id, reporter);
  CHECK(lines_of(reporter.take()) ==
        std::vector<std::string>{"f:1:6: error: the question \"role\" is there twice [id_duplicate]"});
  REQUIRE(index.find(ids[1], reporter) != nullptr);
  CHECK(*index.find(ids[1], reporter) == 1);
  CHECK(*index.find(ids[2], reporter) == 0);
  CHECK(*index.find(ids[3], reporter) == 3);  // the index of the thing, not of its name
  auto known = index.ids();
  std::sort(known.begin(), known.end());
  CHECK(known == std::vector<std::string_view>{"region", "role", "work"});
}

TEST_CASE("a reference to none is refused with what may be meant") {
  const std::vector<SourceText> sources = {{"f", "0123456789"}};
  Reporter reporter(sources);
  const AuthoredText id = {"region", {0, 0}};
  IdIndex index("question");
  index.add(id, reporter);
  CHECK(index.find({"regoin", {0, 4}}, reporter) == nullptr);
  CHECK(index.find({"zebra", {0, 4}}, reporter) == nullptr);
  CHECK(lines_of(reporter.take()) ==
        std::vector<std::string>{"f:1:5: error: there is no question \"regoin\"; did you mean \"region\"? [id_unknown]",
                                 "f:1:5: error: there is no question \"zebra\" [id_unknown]"});
}
