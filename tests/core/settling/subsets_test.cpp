#include "settling/subsets.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace waymark;

namespace {

std::string subsets(const std::vector<char>& items, std::size_t most, std::size_t stop_after = 100) {
  std::string all;
  std::size_t visited = 0;
  each_subset(items, most, [&](const std::vector<char>& chosen) {
    all += (all.empty() ? "" : " ") + std::string(chosen.begin(), chosen.end());
    return ++visited < stop_after;
  });
  return all;
}

}  // namespace

TEST_CASE("subsets come smaller ones first, then in the order of their items") {
  CHECK(subsets({'a', 'b', 'c', 'd'}, 3) == "a b c d ab ac ad bc bd cd abc abd acd bcd");
  CHECK(subsets({'a', 'b', 'c'}, 2) == "a b c ab ac bc");
  CHECK(subsets({'a', 'b'}, 3) == "a b ab");
  CHECK(subsets({}, 3).empty());
}

TEST_CASE("no subset is visited once that is enough") { CHECK(subsets({'a', 'b', 'c', 'd'}, 3, 6) == "a b c d ab ac"); }
