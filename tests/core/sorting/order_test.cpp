#include "sorting/order.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <memory>
#include <random>
#include <string>

namespace waymark {
namespace {

struct Card {
  std::uint32_t rank = 0;
  std::size_t dealt = 0;

  bool operator==(const Card&) const = default;
};

bool is_lower(const Card& a, const Card& b) { return a.rank < b.rank; }

}  // namespace

TEST_CASE("cards of any number come in order, those of one rank as they were dealt") {
  std::mt19937 random(7);
  for (const std::size_t count : {0U, 1U, 2U, 7U, 8U, 9U, 16U, 17U, 40U, 63U, 64U, 65U, 1000U, 10'000U})
    for (const std::uint32_t ranks : {1U, 3U, 100U, 1'000'000U}) {
      INFO(count << " cards of " << ranks << " ranks");
      std::vector<Card> cards;
      for (std::size_t i = 0; i < count; ++i) cards.push_back({static_cast<std::uint32_t>(random() % ranks), i});
      std::vector<Card> expected = cards;
      std::stable_sort(expected.begin(), expected.end(), is_lower);
      put_in_order(cards, is_lower);
      CHECK(cards == expected);
      put_in_order(cards, is_lower);  // what is in order stays so
      CHECK(cards == expected);
    }
}

TEST_CASE("large orders take few comparisons, even backwards") {
  std::vector<std::uint32_t> numbers(10'000);
  for (std::uint32_t i = 0; i < numbers.size(); ++i) numbers[i] = 10'000 - i;
  std::size_t comparisons = 0;
  put_in_order(numbers, [&](std::uint32_t a, std::uint32_t b) {
    ++comparisons;
    return a < b;
  });
  CHECK(std::is_sorted(numbers.begin(), numbers.end()));
  CHECK(comparisons < 150'000);
}

TEST_CASE("what can only be moved is sorted too") {
  std::vector<std::unique_ptr<std::string>> words;
  for (const char* word : {"c", "a", "b"}) words.push_back(std::make_unique<std::string>(word));
  put_in_order(words, [](const auto& a, const auto& b) { return *a < *b; });
  CHECK(*words[0] == "a");
  CHECK(*words[1] == "b");
  CHECK(*words[2] == "c");
}

}  // namespace waymark
