#include "reaching/unreachable.h"

#include <catch2/catch_test_macros.hpp>

#include "support/reaching.h"

using namespace waymark;
using namespace waymark::testing;

TEST_CASE("what cannot be reached is told at the rule that prevents it, with what to do") {
  for (const ReachFault& fault : reach_faults()) {
    INFO(fault.file << ": " << fault.to);
    CHECK(lines_of(unreachable_of(edited(small_pack(), fault.file, fault.from, fault.to))) == fault.lines);
  }
}

TEST_CASE("of a sound pack nothing is told") { CHECK(unreachable_of(small_pack()).empty()); }

TEST_CASE("musts of which any three can be met together are all named") {
  const PackTexts texts = edited(
      small_pack(), "programmes/alpha-placement.json",
      "\"rule\": \"role == 'returner'\" },\n    { \"id\": \"area\", \"rule\": \"region in ['north', 'south']\" },\n    "
      "{ \"id\": "
      "\"hours\", \"rule\": \"hours >= 16\" },\n    { \"id\": \"host-terms\", \"provider_checks\": true }",
      "\"rule\": \"sure != 1 && sure != 5\" },\n    { \"id\": \"area\", \"rule\": \"sure != 2\" },\n    { \"id\": "
      "\"hours\", \"rule\": \"hours >= 16 && sure != 3\" },\n    { \"id\": \"host-terms\", \"rule\": \"sure != 4\" }");
  CHECK(
      lines_of(unreachable_of(texts)) ==
      std::vector<std::string>{
          R"(programmes/alpha-placement.json:9:35: error: nobody can be eligible for "alpha-placement": its musts "returner", "area", "hours" and "host-terms" are never met together; change one of them [unreachable])"});
}

TEST_CASE("what hangs on the date is out of reach at that date only") {
  const PackTexts texts = edited(small_pack(), "programmes/bravo-cohorts.json", "away_since + months_to_start >= 12",
                                 "away_since >= 0 && (months_to_start >= 8 || hours > 10)");
  CHECK(unreachable_of(texts, Date{2026, 1, 15}).empty());
  CHECK(
      lines_of(unreachable_of(texts, Date{2026, 2, 21})) ==
      std::vector<std::string>{
          R"(programmes/bravo-cohorts.json:6:29: error: the must "away" of "bravo-cohorts" is met whatever is answered, so it keeps nobody out; change the rule, or take the must out [unreachable])"});
}
