#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace waymark {

/// Which programmes to explain, so that large catalogues stay fast. Of the others verdict, status, fit and place in
/// the order of suggestion are told, the same as ever, and no more.
struct Detail {
  enum class Form : std::uint8_t {
    all,
    first,   ///< so many in order of suggestion
    listed,  ///< those named
  } form = Form::all;
  std::uint32_t count = 0;                ///< with form `first`
  std::vector<std::uint32_t> programmes;  ///< with form `listed`: their indices, ascending

  /// Whether to explain a programme, `place` being its place in the order of suggestion, from 0.
  [[nodiscard]] bool covers(std::uint32_t programme, std::size_t place) const {
    switch (form) {
      case Form::all: return true;
      case Form::first: return place < count;
      case Form::listed: return std::binary_search(programmes.begin(), programmes.end(), programme);
    }
    return true;
  }
};

/// How the next question is picked.
enum class Interview : std::uint8_t {
  full,   ///< in the pack's order
  quick,  ///< the one that is expected to change most, until none is worth its while
};

/// What an assessment is to tell.
struct AssessmentOptions {
  Interview interview = Interview::full;
  Detail detail;
};

}  // namespace waymark
