#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace waymark::bench {

/// What is measured: opening a pack, or one request after the other to the pack that was opened.
struct Case {
  std::string name;
  std::size_t pack = 0;               ///< index into Cases::bundles
  std::vector<std::string> requests;  ///< none: opening is measured
};

struct Cases {
  std::vector<std::string> bundles;
  std::vector<std::string> models;  ///< what the module opens of each
  std::vector<Case> all;
};

/// All cases, always the same. `shipped`: the bundle of the shipped pack. `brief` leaves out what takes long to make.
[[nodiscard]] Cases make_cases(const std::string& shipped, bool brief);

}  // namespace waymark::bench
