#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace waymark {

/// Visits the subsets of one to `most` items, smaller ones first, then in the order of the items, until `visit` says
/// false.
template <typename Item, typename Visit>
void each_subset(const std::vector<Item>& items, std::size_t most, Visit visit) {
  std::vector<Item> chosen;
  for (std::size_t size = 1; size <= std::min(most, items.size()); ++size) {
    std::vector<std::size_t> at(size);
    for (std::size_t i = 0; i < size; ++i) at[i] = i;
    for (;;) {
      chosen.clear();
      for (const std::size_t index : at) chosen.push_back(items[index]);
      if (!visit(static_cast<const std::vector<Item>&>(chosen))) return;
      // The last that can move on does, and those after it follow close behind.
      std::size_t moved = size;
      while (moved > 0 && at[moved - 1] == items.size() - size + moved - 1) --moved;
      if (moved == 0) break;
      ++at[moved - 1];
      for (std::size_t i = moved; i < size; ++i) at[i] = at[i - 1] + 1;
    }
  }
}

}  // namespace waymark
