#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>
#include <vector>

#include "model/limits.h"

namespace waymark {

/// What one evaluation may do before it is too large.
struct Allowance {
  std::uint64_t nodes = most_evaluation_steps;  ///< visited
  std::uint64_t joins = most_evaluation_steps;  ///< what joining copies, in nodes
};

/// A checked rule stays within it, so that only what was never checked is ever cut short by it.
inline constexpr Allowance allowance_of_packs = {most_steps, most_steps* most_list_elements / 48};

/// Room for what evaluation makes on the way: joined causes, new strings and lists. Spans stay valid until the
/// next `reset` or `rewind`, which keep the memory, so that evaluating again allocates nothing.
class Workspace {
 public:
  explicit Workspace(const Allowance& allowance = {}) : allowance_(allowance) {}

  [[nodiscard]] const Allowance& allowance() const { return allowance_; }

  template <typename T>
  [[nodiscard]] std::span<T> take(std::size_t count) {
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignof(std::max_align_t));
    if (count == 0) return {};
    return {reinterpret_cast<T*>(take_bytes(count * sizeof(T))), count};
  }

  void reset() { rewind({}); }

  /// How much is taken so far.
  struct Mark {
    std::size_t block = 0;
    std::size_t used = 0;

    friend bool operator==(const Mark&, const Mark&) = default;
  };
  [[nodiscard]] Mark mark() const { return {block_, used_}; }

  /// Gives back all that was taken since the mark.
  void rewind(const Mark& mark) {
    block_ = mark.block;
    used_ = mark.used;
  }

  /// The work done in it so far, in nodes visited.
  [[nodiscard]] std::uint64_t steps() const { return steps_; }
  void count_steps(std::uint64_t steps) { steps_ += steps; }

 private:
  static constexpr std::size_t block_size = 4096;

  struct Block {
    std::unique_ptr<std::byte[]> bytes;
    std::size_t size = 0;
  };

  std::byte* take_bytes(std::size_t size) {
    size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
    while (block_ < blocks_.size() && used_ + size > blocks_[block_].size) {
      ++block_;
      used_ = 0;
    }
    if (block_ == blocks_.size()) {
      const std::size_t room = size > block_size ? size : block_size;
      blocks_.push_back({std::make_unique<std::byte[]>(room), room});
    }
    std::byte* taken = blocks_[block_].bytes.get() + used_;
    used_ += size;
    return taken;
  }

  Allowance allowance_;
  std::vector<Block> blocks_;
  std::size_t block_ = 0;
  std::size_t used_ = 0;
  std::uint64_t steps_ = 0;
};

}  // namespace waymark
