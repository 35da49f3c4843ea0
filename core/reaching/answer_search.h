#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/answers.h"
#include "model/model.h"
#include "reaching/claim.h"
#include "settling/circumstances.h"

namespace waymark {

/// A person who has said nothing, to try answers on.
struct Blank {
  Workspace workspace;
  Circumstances circumstances;
};

[[nodiscard]] Blank blank_of(const Model& model);

/// A part of a rule, and what it is to come to.
struct Wish {
  const Expression* rule = nullptr;
  std::uint32_t node = 0;
  Truth wanted = Truth::yes;
};

/// The whole of a rule is to come to `wanted`.
[[nodiscard]] inline Wish wish_for(const Expression& rule, Truth wanted) { return {&rule, rule.root, wanted}; }

/// What is looked for: answers for which all wishes come true together.
struct Quest {
  std::vector<Wish> wishes;
  std::vector<const Rule*> not_yet;  ///< rules that these answers must not settle as true
  std::vector<std::uint32_t> cone;   ///< steps that all of these depend on, ascending
  std::int32_t months_to_start = 0;
};

/// Adds the steps of another cone.
void widen(std::vector<std::uint32_t>& cone, const std::vector<std::uint32_t>& by);

struct Found {
  Proof proof = Proof::not_proved;
  Answers answers;  ///< where reached: no more of them than it takes
};

/// Looks for such answers through every class of answers to the questions on which the wishes hang, one question after
/// the other: more answers never unsettle a truth, so whoever is not found that way is not there. Where a question has
/// too many classes, too much work has been done, or completion may not see what is settled, nothing is ruled out.
[[nodiscard]] Found find_answers(const Model& model, const Quest& quest, Blank& blank);

/// Values to try as answers to one question, as far as the rules can tell them apart; `is_cut` is set where there are
/// more classes than these.
[[nodiscard]] std::vector<Value> values_to_try(const Model& model, std::uint32_t question,
                                               std::span<const Expression* const> rules, Blank& blank, bool& is_cut);

/// The answer that a question's value stands for.
[[nodiscard]] Answer answer_of(const Question& question, const Value& value);

}  // namespace waymark
