#pragma once

#include <cstddef>
#include <cstdint>
#include <rapidcheck.h>
#include <utility>
#include <vector>

namespace waymark::testing {

/// Random choices from one of RapidCheck's seeds, the same on every machine.
class Draw {
 public:
  explicit Draw(const rc::Random& random) : random_(random) {}

  std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_.next() % count); }
  bool one_in(std::size_t count) { return below(count) == 0; }
  /// A whole number, both ends included.
  int between(int lowest, int highest) {
    return lowest + static_cast<int>(below(static_cast<std::size_t>(highest - lowest + 1)));
  }

  template <typename T>
  T pick(const std::vector<T>& items) {
    return items[below(items.size())];
  }

  template <typename T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  rc::Random random_;
};

}  // namespace waymark::testing
