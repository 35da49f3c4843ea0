#pragma once

#include "model/answers.h"
#include "model/comparison.h"
#include "model/date.h"
#include "model/model.h"

namespace waymark {

/// What one person had said at one time.
struct Occasion {
  Answers answers;
  Date today;
};

/// What changed from one occasion to another: a pure function, as `assess` is. Either may be the earlier one.
[[nodiscard]] Comparison compare(const Model& model, const Occasion& before, const Occasion& after);

}  // namespace waymark
