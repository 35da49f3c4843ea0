#include "rules/workspace.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>

using namespace waymark;

TEST_CASE("what is taken from a workspace stays apart until it is reset") {
  Workspace workspace;
  const auto first = workspace.take<std::uint32_t>(3);
  const auto large = workspace.take<std::uint64_t>(10'000);  // more than one block
  const auto last = workspace.take<char>(5);
  std::fill(first.begin(), first.end(), 1U);
  std::fill(large.begin(), large.end(), ~std::uint64_t{0});
  std::fill(last.begin(), last.end(), 'x');
  CHECK(first[0] == 1U);
  CHECK(first[2] == 1U);
  CHECK(large[0] == ~std::uint64_t{0});
  CHECK(large[9'999] == ~std::uint64_t{0});
  CHECK(last[4] == 'x');
}

TEST_CASE("a reset workspace gives the same memory again") {
  Workspace workspace;
  const auto* before = workspace.take<std::uint32_t>(8).data();
  workspace.reset();
  CHECK(workspace.take<std::uint32_t>(8).data() == before);
  workspace.reset();
  for (int i = 0; i < 1000; ++i) {
    const auto taken = workspace.take<std::uint64_t>(100);
    std::fill(taken.begin(), taken.end(), 0U);
  }
  workspace.reset();
  CHECK(workspace.take<std::uint32_t>(8).data() == before);
}

TEST_CASE("nothing is taken for nothing") {
  Workspace workspace;
  CHECK(workspace.take<std::uint32_t>(0).empty());
}
