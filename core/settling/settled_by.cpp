#include "settling/settled_by.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "rules/evaluate.h"
#include "settling/classes.h"
#include "settling/subsets.h"
#include "settling/trial.h"

namespace waymark {
namespace {

enum class Goal : std::uint8_t { eligible, not_eligible };

class Search {
 public:
  Search(const Model& model, const Answers& answers, const Programme& programme,
         std::span<const std::uint32_t> open_musts, Circumstances& circumstances, Workspace& workspace, Effort& effort)
      : model_(model),
        circumstances_(circumstances),
        workspace_(workspace),
        effort_(effort),
        trial_(model, programme.cone, circumstances, workspace) {
    std::vector<const Expression*> rules;
    for (const std::uint32_t must : open_musts) {
      unstated_ = unstated_ || programme.must[must].form == CriterionForm::unstated;
      if (programme.must[must].form != CriterionForm::rule) continue;
      musts_.push_back({&programme.must[must].rule, {}});
      rules.push_back(&programme.must[must].rule.expression);
    }
    rules = rules_within(model, rules, programme.cone);
    for (const std::uint32_t index : programme.cone) {
      const Step& step = model.steps[index];
      if (step.kind == Step::Kind::derived || !circumstances.askable[step.index]) continue;
      if (!std::holds_alternative<Unanswered>(answers.of_question[step.index])) continue;
      bool read = false;
      for (Must& must : musts_) {
        if (!std::binary_search(must.rule->cone.begin(), must.rule->cone.end(), index)) continue;
        must.within.push_back(questions_.size());
        read = true;
      }
      if (!read) continue;
      questions_.push_back(step.index);
      classes_.push_back(classes_of(model, step.index, rules, circumstances.slots, Opaque::each_number_apart,
                                    most_settling_classes, workspace));
    }
  }

  SettledBy run() {
    for (const Goal goal : {Goal::eligible, Goal::not_eligible}) {
      if (goal == Goal::eligible && unstated_) continue;
      if (auto found = smallest(goal)) return {std::move(*found), false};
      if (reachable(goal)) return {{}, true};
    }
    return {};
  }

 private:
  using Indices = std::vector<std::size_t>;  // into questions_

  struct Must {
    const Rule* rule;
    Indices within;  ///< those of its cone: completion may need what three-valued logic does not hang on
  };
  struct OpenMust {
    const Must* must;
    Value kept;
  };

  // --- one state of the answers ---

  /// Whether the goal is met, can no longer be met, or is open, as far as three-valued logic tells.
  Truth look(Goal goal, std::vector<OpenMust>& open) {
    ++trials_;
    open.clear();
    const std::uint64_t before = workspace_.steps();
    bool any_no = false;
    for (const Must& must : musts_) {
      const Value kept = trial_.evaluate(must.rule->expression);
      any_no = truth_of(kept) == Truth::no;
      if (any_no) break;
      if (truth_of(kept) == Truth::unknown) open.push_back({&must, kept});
    }
    effort_.left -= std::min(effort_.left, workspace_.steps() - before);
    const Truth all_met = any_no ? Truth::no : open.empty() ? Truth::yes : Truth::unknown;
    if (goal == Goal::eligible || all_met == Truth::unknown) return all_met;
    return all_met == Truth::no ? Truth::yes : Truth::no;
  }

  /// Whether completion makes of the open musts what the goal needs: all met, or one not met.
  bool completes(Goal goal, const std::vector<OpenMust>& open) {
    const auto comes_to_it = [&](const OpenMust& one) { return completes(goal, one); };
    if (goal == Goal::eligible) return std::all_of(open.begin(), open.end(), comes_to_it);
    return std::any_of(open.begin(), open.end(), comes_to_it);
  }
  bool completes(Goal goal, const OpenMust& one) {
    const Truth wanted = goal == Goal::eligible ? Truth::yes : Truth::no;
    return settle(model_, *one.must->rule, one.kept, circumstances_, workspace_, effort_).truth == wanted;
  }

  /// An open must that no more of the chosen questions can move stays as it is.
  bool may_still_be_eligible(const std::vector<OpenMust>& open, std::span<const std::size_t> to_say) {
    return std::all_of(open.begin(), open.end(),
                       [&](const OpenMust& one) { return moves(to_say, *one.must) || completes(Goal::eligible, one); });
  }

  [[nodiscard]] bool is_said(std::size_t question) const {
    return circumstances_.given[questions_[question]].is_known();
  }

  bool is_asked(std::size_t question) {
    const std::uint32_t index = questions_[question];
    const Truth asked = truth_of(circumstances_.asked[index]);
    if (asked != Truth::unknown) return asked == Truth::yes;
    const Question& gated = model_.questions[index];
    return complete(model_, model_.gates_of(gated).all(), gated.gate_cone, circumstances_, workspace_, effort_).truth ==
           Truth::yes;
  }

  bool spent() const { return trials_ >= most_settling_trials || sets_ >= most_settling_sets || effort_.left == 0; }

  // --- sets of few questions ---

  /// The fewest questions, first in pack order, such that some answers to them meet the goal.
  std::optional<std::vector<std::uint32_t>> smallest(Goal goal) {
    Indices listed;
    for (std::size_t i = 0; i < questions_.size(); ++i)
      if (classes_[i].form == Classes::Form::listed) listed.push_back(i);
    std::optional<std::vector<std::uint32_t>> found;
    each_subset(listed, most_settled_by, [&](const Indices& chosen) {
      if (spent()) return false;
      ++sets_;
      if (!can_move(goal, chosen) || !answer(goal, chosen, 0)) return true;
      found.emplace();
      for (const std::size_t index : chosen) found->push_back(questions_[index]);
      return false;
    });
    return found;
  }

  /// Whether some answers to the chosen questions from `at` on meet the goal, beside those already said.
  bool answer(Goal goal, const Indices& chosen, std::size_t at) {
    std::vector<OpenMust> open;
    const Truth met = look(goal, open);
    if (at == chosen.size()) {
      if (met == Truth::no || (met == Truth::unknown && !completes(goal, open))) return false;
      // What a question says counts only once it is asked: gates not yet answered belong to the set.
      return std::all_of(chosen.begin(), chosen.end(), [&](std::size_t question) { return is_asked(question); });
    }
    if (met != Truth::unknown) return false;  // a smaller set was found, or none will be
    if (goal == Goal::eligible && at > 0 && !may_still_be_eligible(open, std::span(chosen).subspan(at))) return false;
    if (spent()) return false;
    bool found = false;
    const Workspace::Mark before = workspace_.mark();
    for (const Value& value : classes_[chosen[at]].values) {
      trial_.rewind(before);
      trial_.say(questions_[chosen[at]], value);
      found = answer(goal, chosen, at + 1);
      if (found) break;
    }
    trial_.unsay(questions_[chosen[at]]);
    return found;
  }

  static bool moves(std::span<const std::size_t> questions, const Must& must) {
    return std::any_of(questions.begin(), questions.end(), [&](std::size_t question) {
      return std::binary_search(must.within.begin(), must.within.end(), question);
    });
  }

  /// Answers move a must only if its rule can read them. To be eligible, each is to be moved.
  bool can_move(Goal goal, const Indices& chosen) const {
    const auto moved = [&](const Must& must) { return moves(chosen, must); };
    if (goal == Goal::eligible) return std::all_of(musts_.begin(), musts_.end(), moved);
    return std::any_of(musts_.begin(), musts_.end(), moved);
  }

  // --- any number of questions ---

  /// Whether some answers to the open questions meet the goal; true also where the budget runs out before that is
  /// known.
  bool reachable(Goal goal) {
    std::vector<OpenMust> open;
    const Truth met = look(goal, open);
    if (met != Truth::unknown) return met == Truth::yes;
    if (spent()) return true;
    // More answers never unsettle, so it is enough to look at every way of answering one question after the other.
    const auto next = next_to_say(open);
    if (!next) return completes(goal, open);
    if (classes_[*next].form != Classes::Form::listed) return true;
    bool found = false;
    const Workspace::Mark before = workspace_.mark();
    for (const Value& value : classes_[*next].values) {
      trial_.rewind(before);
      trial_.say(questions_[*next], value);
      found = reachable(goal);
      if (found) break;
    }
    trial_.unsay(questions_[*next]);
    return found;
  }

  /// A question that an open must hangs on, or else one that it reads; nothing where no more is asked.
  std::optional<std::size_t> next_to_say(const std::vector<OpenMust>& open) {
    for (const bool hangs : {true, false})
      for (const OpenMust& one : open)
        for (const std::size_t question : one.must->within) {
          const auto causes = one.kept.as_causes();
          if (is_said(question)) continue;
          if (hangs && std::find(causes.begin(), causes.end(), questions_[question]) == causes.end()) continue;
          if (is_asked(question)) return question;
        }
    return std::nullopt;
  }

  const Model& model_;
  Circumstances& circumstances_;
  Workspace& workspace_;
  Effort& effort_;
  Trial trial_;
  std::vector<Must> musts_;
  bool unstated_ = false;
  std::vector<std::uint32_t> questions_;  ///< open and within the cone, ascending
  std::vector<Classes> classes_;          ///< of each of them
  std::size_t trials_ = 0;
  std::size_t sets_ = 0;
};

}  // namespace

SettledBy settled_by(const Model& model, const Answers& answers, const Programme& programme,
                     std::span<const std::uint32_t> open_musts, Circumstances& circumstances, Workspace& workspace,
                     Effort& effort) {
  return Search(model, answers, programme, open_musts, circumstances, workspace, effort).run();
}

}  // namespace waymark
