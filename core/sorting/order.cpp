#include "sorting/order.h"

#include <algorithm>
#include <numeric>

namespace waymark {
namespace {

constexpr std::size_t short_run = 8;  ///< what insertion sorts sooner than merging

class Sorting {
 public:
  Sorting(std::size_t count, const void* context, ComesBefore before)
      : context_(context), before_(before), places_(count) {
    std::iota(places_.begin(), places_.end(), 0U);
  }

  std::vector<std::uint32_t> run() {
    const std::size_t count = places_.size();
    for (std::size_t begin = 0; begin < count; begin += short_run) insert(begin, std::min(begin + short_run, count));
    if (count <= short_run) return std::move(places_);
    merged_.resize(count);
    for (std::size_t run = short_run; run < count; run *= 2) {
      for (std::size_t begin = 0; begin < count; begin += 2 * run)
        merge(begin, std::min(begin + run, count), std::min(begin + 2 * run, count));
      places_.swap(merged_);
    }
    return std::move(places_);
  }

 private:
  void insert(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin + 1; i < end; ++i) {
      const std::uint32_t place = places_[i];
      std::size_t at = i;
      for (; at > begin && before_(context_, place, places_[at - 1]); --at) places_[at] = places_[at - 1];
      places_[at] = place;
    }
  }

  void merge(std::size_t begin, std::size_t middle, std::size_t end) {
    std::size_t left = begin;
    std::size_t right = middle;
    for (std::size_t out = begin; out < end; ++out) {
      const bool from_right = right < end && (left == middle || before_(context_, places_[right], places_[left]));
      merged_[out] = from_right ? places_[right++] : places_[left++];
    }
  }

  const void* context_;
  ComesBefore before_;
  std::vector<std::uint32_t> places_;
  std::vector<std::uint32_t> merged_;
};

bool are_in_order(std::size_t count, const void* context, ComesBefore before) {
  for (std::uint32_t i = 1; i < count; ++i)
    if (before(context, i, i - 1)) return false;
  return true;
}

}  // namespace

std::vector<std::uint32_t> places_in_order(std::size_t count, const void* context, ComesBefore before) {
  if (are_in_order(count, context, before)) return {};
  return Sorting(count, context, before).run();
}

}  // namespace waymark
