#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace waymark {

/// Whether the element at `left` comes before the one at `right`; `context` is whatever tells it so.
using ComesBefore = bool (*)(const void* context, std::uint32_t left, std::uint32_t right);

/// Where each of `count` elements stands now, in the order in which they belong, equal ones as they stood; nothing
/// where they are in order already.
[[nodiscard]] std::vector<std::uint32_t> places_in_order(std::size_t count, const void* context, ComesBefore before);

/// Sorts stably. One function sorts places for every type: a `std::sort` for each would be a sixth of what is left of
/// the module.
template <typename T, typename Before = std::less<T>>
void put_in_order(std::vector<T>& items, const Before& before = {}) {
  struct Context {
    const T* items;
    const Before* before;
  };
  const Context context = {items.data(), &before};
  const auto places =
      places_in_order(items.size(), &context, [](const void* each, std::uint32_t left, std::uint32_t right) -> bool {
        const auto& [all, comes_before] = *static_cast<const Context*>(each);
        return (*comes_before)(all[left], all[right]);
      });
  if (places.empty()) return;
  std::vector<T> sorted;
  sorted.reserve(places.size());
  for (const std::uint32_t place : places) sorted.push_back(std::move(items[place]));
  items = std::move(sorted);
}

}  // namespace waymark
