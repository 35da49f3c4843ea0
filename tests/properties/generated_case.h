#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>

#include "generated_pack.h"
#include "model/date.h"
#include "support/people.h"

namespace waymark::testing {

/// A person of a generated pack: what they have said, and what they are going to say.
struct GeneratedCase {
  GeneratedPack pack;
  Date today;
  SaidAnswers said;   ///< some declined, some to questions that are not asked
  SaidAnswers later;  ///< to the other questions; some of them stay without
};

/// What a property needs of its cases.
struct CaseNeeds {
  Numbers numbers = Numbers::any;
  std::size_t most_completions = 0;  ///< more is answered until there are no more than these; 0: as it comes
  bool completes_declined = false;   ///< completions run over declined questions too
  bool completes_topics = true;      ///< completions run over topics too
  std::size_t most_changes = 0;      ///< as many answers can be changed as give so many combinations; 0: as it comes
};

[[nodiscard]] GeneratedCase draw_case(Draw& draw, int size, const CaseNeeds& needs);

/// Cases that shrink: a smaller pack, fewer answers.
[[nodiscard]] rc::Gen<GeneratedCase> generated_case(const CaseNeeds& needs = {});

void showValue(const GeneratedCase& generated, std::ostream& stream);

}  // namespace waymark::testing
