#pragma once

#include <cstdint>
#include <vector>

#include "model/answers.h"
#include "model/date.h"
#include "rules/value.h"

namespace waymark {

/// What a pack must be able to come to for some person.
struct Claim {
  enum class Kind : std::uint8_t {
    question,    ///< it is asked
    answer,      ///< it is chosen
    group,       ///< its topics are offered
    notice,      ///< it is shown
    band,        ///< a need is likely in it
    verdict,     ///< a programme has it
    must,        ///< it comes to `truth`
    preference,  ///< it comes to `truth`
  } kind = Kind::question;
  std::uint32_t of = 0;      ///< the question, group, notice, need area or programme
  std::uint32_t part = 0;    ///< the answer (option, point from the first, or {no, yes}), band, Verdict or criterion
  Truth truth = Truth::yes;  ///< of a must or preference
};

enum class Proof : std::uint8_t {
  reached,
  by_form,  ///< the form of the criteria rules it out, as the author wants it
  unreachable,
  not_proved,  ///< neither found nor ruled out: the search was cut
};

struct Finding {
  Claim claim;
  Proof proof = Proof::not_proved;
  Answers example;          ///< where reached: answers that show it
  bool is_checked = false;  ///< the assessment of the example does show it
};

/// What came of every claim that a pack makes, at one date.
struct Findings {
  Date today;
  std::vector<Finding> all;  ///< by kind, then in the order of the model
};

}  // namespace waymark
