#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/answers.h"
#include "model/date.h"
#include "model/model.h"

namespace waymark::bench {

inline constexpr Date judging_day = {2026, 11, 22};

/// The model of a model.bin; stops the program if it is none.
[[nodiscard]] Model open_or_stop(std::string_view compiled);

/// Answers from the text of one answers object.
[[nodiscard]] Answers read_or_stop(std::string_view answers, const Model& model);

/// Judges people by the first must of every programme, without all else that an assessment tells.
class RuleJudge {
 public:
  explicit RuleJudge(Model model) : model_(std::move(model)) {}

  enum class Level : std::uint8_t {
    three_valued,
    completed,  ///< what that leaves open is tried over all answers that are missing
  };

  /// One truth a rule, in the order of programmes: 0 no, 1 yes, 2 unknown.
  void judge(const Answers& answers, Level level, std::uint8_t* truths) const;

  [[nodiscard]] const Model& model() const { return model_; }

 private:
  Model model_;
};

}  // namespace waymark::bench
