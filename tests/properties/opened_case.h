#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "assess.h"
#include "generated_case.h"
#include "property.h"
#include "support/packs.h"
#include "writing/assessment_writer.h"

namespace waymark::testing {

/// A generated case with its pack open.
struct OpenedCase {
  GeneratedCase generated;
  Model model;

  [[nodiscard]] Answers answers(const SaidAnswers& said) const {
    return answers_of(model, to_json(said), generated.today);
  }
  [[nodiscard]] Assessment assess(const Answers& answers) const {
    return waymark::assess(model, answers, generated.today);
  }
  [[nodiscard]] Assessment assess(const SaidAnswers& said) const { return assess(answers(said)); }
  [[nodiscard]] std::string bytes(const SaidAnswers& said) const { return write_assessment(assess(said), model, {}); }
};

inline OpenedCase open_case(GeneratedCase generated) {
  OpenedPack opened = open_bundle({"bundle.json", to_bundle(generated.pack)});
  RC_PRE(opened.model.has_value());  // a property of its own
  return {std::move(generated), std::move(*opened.model)};
}

/// A case out of the generator; to be called in a property.
inline OpenedCase any_case(const CaseNeeds& needs = {}) { return open_case(*generated_case(needs)); }

inline bool holds(const std::vector<std::uint32_t>& all, std::uint32_t one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// Whether all that the first holds is in the second too.
inline bool within(const std::vector<std::uint32_t>& some, const std::vector<std::uint32_t>& all) {
  return std::all_of(some.begin(), some.end(), [&](std::uint32_t one) { return holds(all, one); });
}

/// The assessments of programmes by their index in the model.
inline std::vector<const ProgrammeAssessment*> by_index(const Assessment& assessment) {
  std::vector<const ProgrammeAssessment*> programmes(assessment.programmes.size());
  for (const ProgrammeAssessment& programme : assessment.programmes) programmes[programme.programme] = &programme;
  return programmes;
}

inline std::string text_of(const std::optional<std::int32_t>& value) { return value ? std::to_string(*value) : "null"; }

inline std::string text_of(const Range& range) {
  return "[" + text_of(range.low) + ", " + text_of(range.high) + (range.may_be_null ? ", or null]" : "]") + " likely " +
         text_of(range.likely);
}

/// Fails unless all that the first assessment settles is so in the second, which knows more.
void expect_nested(const OpenedCase& opened, const Assessment& before, const Assessment& after);

}  // namespace waymark::testing
