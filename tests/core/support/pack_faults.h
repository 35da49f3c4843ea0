#pragma once

#include <string>
#include <vector>

namespace waymark::testing {

/// One fault put into the small pack, and all that checking it says.
struct PackFault {
  std::string file;
  std::string from;  ///< exact text to replace; empty: `to` is the whole file, or the file goes
  std::string to;
  std::vector<std::string> lines;
};

/// Every case.
std::vector<PackFault> pack_faults();

}  // namespace waymark::testing
