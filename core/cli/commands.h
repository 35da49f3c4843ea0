#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/date.h"

namespace waymark {

/// Exit status of the command line.
enum ExitStatus : int {
  success = 0,
  faulty_input = 1,  ///< a pack, an answers file or a rule has errors
  misuse = 2,        ///< the arguments make no sense, or a named file cannot be read or written
};

struct CheckOptions {
  std::vector<std::string> packs;
  std::optional<Date> today;
};

struct AssessOptions {
  std::string pack;
  std::string answers;  ///< a file; "-" or empty for standard input
  Date today;
  bool lines = false;  ///< one answers object a line
};

struct RuleOptions {
  std::string rule;
  std::string bindings;              ///< a file; empty for none
  std::vector<std::string> unknown;  ///< names without a value
  bool lines = false;                ///< one {"rule", "bindings", "unknown"} a line from standard input
};

struct BundleOptions {
  std::string pack;
  std::string folder;
};

/// Each command prints to standard output, its diagnostics to standard error, and returns the exit status.
int run_check(const CheckOptions& options);
int run_assess(const AssessOptions& options);
int run_rule(const RuleOptions& options);
int run_bundle(const BundleOptions& options);

}  // namespace waymark
