#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reading/pack.h"

namespace waymark {

/// The ids of one kind of thing, each with its index. Reports an id given twice and a reference to none.
class IdIndex {
 public:
  /// `what` names the thing in messages, as in "question".
  explicit IdIndex(std::string_view what) : what_(what) {}

  /// Adds an id under the next index; the text must outlive this.
  void add(const AuthoredText& id, Reporter& reporter);

  /// The index of an id that must exist.
  [[nodiscard]] const std::uint32_t* find(const AuthoredText& id, Reporter& reporter) const;

  [[nodiscard]] std::vector<std::string_view> ids() const;

 private:
  std::string_view what_;
  std::unordered_map<std::string_view, std::uint32_t> indices_;
  std::uint32_t next_ = 0;
};

}  // namespace waymark
