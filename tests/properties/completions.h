#pragma once

#include <cstddef>
#include <vector>

#include "generated_case.h"
#include "model/answers.h"
#include "model/model.h"

namespace waymark::testing {

/// Every way in which a person's open questions could be answered, as far as the pack's rules can tell: each option,
/// subset, point and whole number; of months and decimals, each number that some rule names and one between each two.
class Completions {
 public:
  /// Over the questions without an answer, and over those declined where the case's needs say so.
  Completions(const GeneratedPack& pack, const Model& model, const Answers& answers, const Date& today,
              const CaseNeeds& needs);

  [[nodiscard]] std::size_t count() const;

  /// Calls `visit` with each of them, until it says false.
  template <typename Visit>
  void each(Visit visit) const {
    Answers completed = answers_;
    std::vector<std::size_t> at(open_.size(), 0);
    for (;;) {
      for (std::size_t i = 0; i < open_.size(); ++i) completed.of_question[open_[i].question] = open_[i].values[at[i]];
      if (!visit(static_cast<const Answers&>(completed))) return;
      std::size_t next = 0;
      while (next < open_.size() && ++at[next] == open_[next].values.size()) at[next++] = 0;
      if (next == open_.size()) return;
    }
  }

 private:
  struct Open {
    std::uint32_t question;
    std::vector<Answer> values;
  };

  Answers answers_;
  std::vector<Open> open_;
};

/// Answers that stand for all that can be given to one question; for topics, all ratings given.
[[nodiscard]] std::vector<Answer> representative_answers(const GeneratedPack& pack, const Model& model,
                                                         std::uint32_t question, const Date& today);

}  // namespace waymark::testing
