#include "settling/settled_by.h"

#include <algorithm>
#include <optional>

#include "rules/evaluate.h"
#include "settling/classes.h"

namespace waymark {
namespace {

constexpr std::size_t most_questions = 3;
constexpr std::size_t most_classes = 256;
/// Answers tried for one programme before the search gives up.
constexpr std::size_t most_trials = 5'000;

enum class Goal : std::uint8_t { eligible, not_eligible };

class Search {
 public:
  Search(const Model& model, const Answers& answers, const Programme& programme, Circumstances& circumstances)
      : model_(model), programme_(programme), circumstances_(circumstances) {
    for (const Criterion& must : programme.must) {
      if (must.form == CriterionForm::rule) rules_.push_back(&must.rule);
      unstated_ = unstated_ || must.form == CriterionForm::unstated;
    }
    musts_ = rules_.size();
    for (const std::uint32_t index : programme.cone) {
      const Step& step = model.steps[index];
      if (step.kind == Step::Kind::derived) {
        rules_.push_back(&model.derived[step.index].rule);
        continue;
      }
      add_gates(model.questions[step.index]);
      const bool open =
          std::holds_alternative<Unanswered>(answers.of_question[step.index]) && circumstances.askable[step.index];
      if (open) questions_.push_back(step.index);
    }
    for (const std::uint32_t question : questions_)
      classes_.push_back(classes_of(model, question, rules_, circumstances.slots, most_classes, values_));
  }

  SettledBy run() {
    SettledBy result;
    if (!unstated_) {
      if (auto found = smallest(Goal::eligible)) {
        result.questions = std::move(*found);
        return result;
      }
      if (reachable(Goal::eligible)) {
        result.several = true;
        return result;
      }
    }
    if (auto found = smallest(Goal::not_eligible)) result.questions = std::move(*found);
    else result.several = reachable(Goal::not_eligible);
    return result;
  }

 private:
  using Indices = std::vector<std::size_t>;  // into questions_

  void add_gates(const Question& question) {
    if (question.ask_if) rules_.push_back(&*question.ask_if);
    if (const auto& gate = model_.sections[question.section].ask_if) rules_.push_back(&*gate);
  }

  // --- one state of the answers ---

  void say(std::size_t question, const Value& value) {
    circumstances_.given[questions_[question]] = value;
    work_out_cone();
  }
  void unsay(std::size_t question) {
    circumstances_.given[questions_[question]] = unknown_because_of(model_, questions_[question]);
    work_out_cone();
  }
  void work_out_cone() {
    scratch_.reset();
    for (const std::uint32_t step : programme_.cone)
      work_out_step(model_, model_.steps[step], circumstances_, scratch_);
  }

  /// Whether the goal is met, can no longer be met, or is open; then `open_musts_` holds what each open must hangs on.
  Truth look(Goal goal) {
    ++trials_;
    open_musts_.clear();
    bool any_no = false;
    for (std::size_t i = 0; i < musts_; ++i) {
      const Value value = evaluate(*rules_[i], circumstances_.slots, scratch_);
      if (truth_of(value) == Truth::no) any_no = true;
      if (truth_of(value) == Truth::unknown) open_musts_.push_back(open_causes(value));
    }
    if (goal == Goal::eligible) {
      if (any_no) return Truth::no;
      return open_musts_.empty() ? Truth::yes : Truth::unknown;
    }
    if (any_no) return Truth::yes;
    return open_musts_.empty() ? Truth::no : Truth::unknown;
  }

  Indices open_causes(const Value& value) const {
    Indices causes;
    for (const std::uint32_t cause : value.as_causes()) {
      const auto found = std::lower_bound(questions_.begin(), questions_.end(), cause);
      if (found != questions_.end() && *found == cause)
        causes.push_back(static_cast<std::size_t>(found - questions_.begin()));
    }
    return causes;
  }

  bool spent() const { return trials_ >= most_trials; }

  // --- sets of at most three questions ---

  std::optional<std::vector<std::uint32_t>> smallest(Goal goal) {
    for (std::size_t size = 1; size <= most_questions && !spent(); ++size) {
      Indices chosen;
      if (choose(goal, chosen, 0, size)) {
        std::vector<std::uint32_t> found;
        for (const std::size_t index : chosen) found.push_back(questions_[index]);
        return found;
      }
    }
    return std::nullopt;
  }

  /// Extends `chosen` to `size` questions, first in pack order, such that some answers to them meet the goal.
  bool choose(Goal goal, Indices& chosen, std::size_t from, std::size_t size) {
    if (chosen.size() == size) return answer(goal, chosen, 0);
    for (std::size_t next = from; next + (size - chosen.size()) <= questions_.size() && !spent(); ++next) {
      if (!classes_[next]) continue;
      chosen.push_back(next);
      if (choose(goal, chosen, next + 1, size)) return true;
      chosen.pop_back();
    }
    return false;
  }

  /// Whether some answers to the chosen questions from `at` on meet the goal, beside those already said.
  bool answer(Goal goal, const Indices& chosen, std::size_t at) {
    const Truth met = look(goal);
    if (met == Truth::yes) return at == chosen.size();  // otherwise a smaller set would have been found
    if (met == Truth::no || at == chosen.size() || spent()) return false;
    if (!can_be_met_by(goal, std::span(chosen).subspan(at))) return false;
    bool found = false;
    for (const Value& value : *classes_[chosen[at]]) {
      say(chosen[at], value);
      found = answer(goal, chosen, at + 1);
      if (found) break;
    }
    unsay(chosen[at]);
    return found;
  }

  /// Answers move an open must only through what it hangs on. To be eligible, each must is to be moved.
  bool can_be_met_by(Goal goal, std::span<const std::size_t> left) const {
    const auto moved = [&](const Indices& causes) {
      return std::any_of(causes.begin(), causes.end(),
                         [&](std::size_t cause) { return std::find(left.begin(), left.end(), cause) != left.end(); });
    };
    if (goal == Goal::eligible) return std::all_of(open_musts_.begin(), open_musts_.end(), moved);
    return std::any_of(open_musts_.begin(), open_musts_.end(), moved);
  }

  // --- any number of questions ---

  /// Whether some answers to the open questions meet the goal; true also where the budget runs out before that is
  /// known.
  bool reachable(Goal goal) {
    const Truth met = look(goal);
    if (met != Truth::unknown) return met == Truth::yes;
    if (spent()) return true;
    // To be eligible the first open must has to be moved; to fail any must, each open one is a way.
    std::vector<Indices> ways = open_musts_;
    if (goal == Goal::eligible) ways.resize(1);
    for (const Indices& way : ways)
      for (const std::size_t question : way) {
        if (!classes_[question]) return true;
        for (const Value& value : *classes_[question]) {
          say(question, value);
          const bool found = reachable(goal);
          unsay(question);
          if (found) return true;
        }
      }
    return false;
  }

  const Model& model_;
  const Programme& programme_;
  Circumstances& circumstances_;
  std::vector<const Expression*> rules_;  ///< the musts first, then gates and derived values
  std::size_t musts_ = 0;
  bool unstated_ = false;
  std::vector<std::uint32_t> questions_;                    ///< open and within the cone, ascending
  std::vector<std::optional<std::vector<Value>>> classes_;  ///< of each of them, where a short list stands for all
  std::vector<Indices> open_musts_;
  Workspace values_;
  Workspace scratch_;
  std::size_t trials_ = 0;
};

}  // namespace

SettledBy settled_by(const Model& model, const Answers& answers, const Programme& programme,
                     const Circumstances& circumstances) {
  Circumstances trial = circumstances;
  return Search(model, answers, programme, trial).run();
}

}  // namespace waymark
