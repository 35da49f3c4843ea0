#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/assessment.h"
#include "model/limits.h"
#include "rules/workspace.h"
#include "settling/circumstances.h"

namespace waymark {

/// Work that settling may still do for one person, in nodes of rules visited. Beyond it, what is unknown stays so.
struct Effort {
  std::uint64_t left = most_settling_steps;
};

struct Settlement {
  Truth truth = Truth::unknown;
  SettledHow how = SettledHow::open;
};

/// What `all_of` come to together, tried over every combination of classes of the questions without a known value
/// (unanswered, declined, or not yet known to be asked) that the gates allow.
///
/// `cone`: the steps that the rules depend on. A number used in ways that classes do not follow stays unknown.
[[nodiscard]] Settlement complete(const Model& model, std::span<const Expression* const> all_of,
                                  std::span<const std::uint32_t> cone, Circumstances& circumstances,
                                  Workspace& workspace, Effort& effort);

/// The truth of one rule, `kept` being what three-valued logic makes of it: by that if it can, else by completion.
[[nodiscard]] Settlement settle(const Model& model, const Rule& rule, const Value& kept, Circumstances& circumstances,
                                Workspace& workspace, Effort& effort);

/// Settles by completion whether a question is asked, where three-valued logic leaves it open. Says whether it did.
bool settle_gate(const Model& model, std::uint32_t question, Circumstances& circumstances, Workspace& workspace,
                 Effort& effort);

/// The rules themselves, then the gates and derived values of the cone: all that can tell answers apart.
[[nodiscard]] std::vector<const Expression*> rules_within(const Model& model, std::span<const Expression* const> rules,
                                                          std::span<const std::uint32_t> cone);

}  // namespace waymark
