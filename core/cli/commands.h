#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/assessment_options.h"
#include "model/date.h"

namespace waymark {

/// Exit status of the command line.
enum ExitStatus : int {
  success = 0,
  faulty_input = 1,    ///< a pack, an answers file or a rule has errors
  misuse = 2,          ///< the arguments make no sense, or a named file cannot be read or written
  internal_fault = 3,  ///< a proof did not hold when it was checked
};

struct CheckOptions {
  std::vector<std::string> packs;
  std::optional<Date> today;
};

struct AssessOptions {
  std::string pack;
  Interview interview = Interview::full;
  std::string answers;  ///< a file; "-" or empty for standard input
  Date today;
  std::string detail = "all";  ///< which programmes to explain: `all`, so many, or ids with commas between them
  bool lines = false;          ///< one answers object a line
  unsigned jobs = 1;           ///< lines worked on at once; 0 for as many as there are cores
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

struct StampOptions {
  std::string pack;
  std::string language;
};

struct SimulateOptions {
  std::string pack;
  std::optional<Date> today;  ///< the pack's own day, where none is given
  std::uint32_t people = 0;
  std::uint64_t seed = 0;
  unsigned jobs = 0;  ///< people interviewed at once; 0 for as many as there are cores
};

struct SaveOptions {
  std::string pack;
  std::string answers;  ///< a file; "-" for standard input
  std::string output;   ///< a file; empty for standard output
  Date today;
};

struct RestoreOptions {
  std::string pack;
  std::string file;           ///< a save file; "-" for standard input
  std::optional<Date> today;  ///< absent: the day on which it was saved
};

struct CompareOptions {
  std::string pack;
  std::string before;  ///< save files, each taken at the day on which it was saved
  std::string after;
  std::optional<Date> today;  ///< the day for `after` instead
};

struct ReachOptions {
  std::string pack;
  std::optional<Date> today;  ///< the day on which the pack was published, if none is named
  bool json = false;
  bool examples = false;  ///< tell the answers that show each claim
};

/// Each command prints to standard output, its diagnostics to standard error, and returns the exit status.
int run_check(const CheckOptions& options);
int run_assess(const AssessOptions& options);
int run_rule(const RuleOptions& options);
int run_bundle(const BundleOptions& options);
int run_stamp(const StampOptions& options);
int run_simulate(const SimulateOptions& options);
int run_save(const SaveOptions& options);
int run_restore(const RestoreOptions& options);
int run_compare(const CompareOptions& options);
int run_reach(const ReachOptions& options);

}  // namespace waymark
