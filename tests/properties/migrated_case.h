#pragma once

#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

#include "generated_case.h"
#include "model/answers.h"
#include "model/model.h"

namespace waymark::testing {

/// A person who saved their answers to one version of a pack and opens the file with another.
struct MigratedCase {
  GeneratedPack before;  ///< questions and topics alone: no rule keeps them from being changed
  GeneratedPack after;
  Date today;
  SaidAnswers said;
};

[[nodiscard]] rc::Gen<MigratedCase> migrated_case();

void showValue(const MigratedCase& migrated, std::ostream& stream);

/// What must be left of a file, worked out question by question from the two packs.
struct ExpectedMigration {
  std::string answers;                                       ///< as an answers file
  std::vector<std::pair<std::string, std::string>> dropped;  ///< question and topic of each, sorted
};

/// `answers`: what was said, read by the pack before.
[[nodiscard]] ExpectedMigration expected_migration(const MigratedCase& migrated, const Model& before,
                                                   const Answers& answers);

}  // namespace waymark::testing
