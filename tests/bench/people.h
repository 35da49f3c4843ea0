#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/answers.h"
#include "model/model.h"
#include "simulating/people.h"

namespace waymark::bench {

/// One made-up person, and the questions of their full interview in the order in which they are asked.
struct Interviewed {
  Answers answers;
  std::vector<std::uint32_t> asked;
};

/// A person whose interview no notice ends.
[[nodiscard]] Interviewed draw_interview(const Model& model, const Date& today, Random& random);

/// What the person has said after so many questions, as a text of answers.
[[nodiscard]] std::string first_answers(const Interviewed& person, const Model& model, std::size_t count);

}  // namespace waymark::bench
