#include "settling/opened_by.h"

#include <algorithm>
#include <utility>

#include "rules/evaluate.h"
#include "settling/other_answers.h"
#include "settling/subsets.h"
#include "settling/trial.h"
#include "sorting/order.h"

namespace waymark {
namespace {

bool is_in(const std::vector<std::uint32_t>& cone, const Model& model, std::uint32_t question) {
  return std::binary_search(cone.begin(), cone.end(), model.questions[question].step);
}

/// Whether the person could answer it otherwise: it is about what they can change, they said something, and it counts.
bool is_changeable(const Model& model, const Circumstances& circumstances, const Step& step) {
  return step.kind == Step::Kind::question && model.questions[step.index].changeable &&
         circumstances.given[step.index].is_known() && truth_of(circumstances.asked[step.index]) == Truth::yes;
}

class Search {
 public:
  Search(const Model& model, const Programme& programme, std::span<const std::uint32_t> unmet,
         Circumstances& circumstances, Workspace& workspace, Effort& effort)
      : model_(model),
        circumstances_(circumstances),
        workspace_(workspace),
        effort_(effort),
        trial_(model, programme.cone, circumstances, workspace) {
    for (const bool is_unmet : {true, false})  // most often it is these that rule a change out
      for (std::uint32_t i = 0; i < programme.must.size(); ++i)
        if (programme.must[i].form == CriterionForm::rule &&
            is_unmet == (std::find(unmet.begin(), unmet.end(), i) != unmet.end()))
          musts_.push_back({&programme.must[i].rule, is_unmet});
    for (const Must& must : musts_) rules_.push_back(&must.rule->expression);
    rules_ = rules_within(model, rules_, programme.cone);
    for (const std::uint32_t step : programme.cone)
      if (is_changeable(model, circumstances, model.steps[step])) questions_.push_back(model.steps[step].index);
    put_in_order(questions_);
  }

  OpenedBy run() {
    open(questions_);
    const bool may = may_work();
    take_back(questions_);
    if (may)
      each_subset(questions_, most_changes, [&](const std::vector<std::uint32_t>& questions) {
        if (!goes_on()) return false;
        change(questions);
        return true;
      });
    return {std::move(found_), missed_ || effort_.left == 0};
  }

 private:
  struct Must {
    const Rule* rule;
    bool unmet;
  };

  /// A question of the set that is being changed.
  struct Changed {
    std::uint32_t question;
    Value present;
    std::vector<OtherAnswer> others;
    std::size_t tried;  ///< of the others
  };

  bool spent() const { return trials_ >= most_opening_trials || effort_.left == 0; }

  /// Whether to look for more.
  bool goes_on() {
    if (found_.size() == most_openings) return false;
    if (!spent()) return true;
    missed_ = true;
    return false;
  }

  template <typename Work>
  bool counted(Work work) {
    const std::uint64_t before = workspace_.steps();
    const bool result = work();
    effort_.left -= std::min(effort_.left, workspace_.steps() - before);
    return result;
  }

  // --- one state of the answers ---

  /// All musts together by three-valued logic.
  Truth all_met() {
    Truth all = Truth::yes;
    for (const Must& must : musts_) {
      const Truth truth = truth_of(trial_.evaluate(must.rule->expression));
      if (truth == Truth::no) return Truth::no;
      if (truth == Truth::unknown) all = Truth::unknown;
    }
    return all;
  }

  bool may_work() {
    return counted([&] { return all_met() != Truth::no; });
  }

  /// Whether every unmet must is met, and no other is unmet.
  bool works() {
    ++trials_;
    return counted([&] {
      const Truth met = all_met();
      if (met != Truth::unknown) return met == Truth::yes;
      Effort left = effort_;
      trial_.settle_gates(left);
      return std::all_of(musts_.begin(), musts_.end(), [&](const Must& must) {
        const Value kept = trial_.evaluate(must.rule->expression);
        const Truth truth = settle(model_, *must.rule, kept, circumstances_, workspace_, left).truth;
        return must.unmet ? truth == Truth::yes : truth != Truth::no;
      });
    });
  }

  // --- sets of questions ---

  /// Answers move a must only if its rule can read them.
  bool moves_all(const std::vector<std::uint32_t>& questions) const {
    return std::all_of(musts_.begin(), musts_.end(), [&](const Must& must) {
      return !must.unmet || std::any_of(questions.begin(), questions.end(), [&](std::uint32_t question) {
        return is_in(must.rule->cone, model_, question);
      });
    });
  }

  void open(const std::vector<std::uint32_t>& questions) {
    for (const std::uint32_t question : questions) trial_.say(question, unknown_because_of(model_, question));
  }
  void take_back(const std::vector<std::uint32_t>& questions) {
    for (const std::uint32_t question : questions) trial_.unsay(question);
  }

  void change(const std::vector<std::uint32_t>& questions) {
    ++trials_;
    if (!moves_all(questions)) return;
    changed_.clear();
    for (const std::uint32_t question : questions)
      changed_.push_back({question, circumstances_.given[question], {}, 0});
    const Workspace::Mark before = workspace_.mark();
    open(questions);
    if (may_work() && list_others()) {
      listed_ = workspace_.mark();
      extend(0);
    }
    take_back(questions);
    trial_.rewind(before);
  }

  /// The set is open, so that a number is told apart only where it is compared with what stays as it is.
  bool list_others() {
    return counted([&] {
      return std::all_of(changed_.begin(), changed_.end(), [&](Changed& changed) {
        auto others =
            other_answers(model_, changed.question, changed.present, rules_, circumstances_.slots, workspace_);
        missed_ = missed_ || !others;
        if (others) changed.others = std::move(*others);
        return others.has_value();
      });
    });
  }

  // --- answers to one set ---

  void say(const Changed& changed, const Value& value) {
    trial_.rewind(listed_);
    trial_.say(changed.question, value);
  }
  void say_tried(const Changed& changed) { say(changed, changed.others[changed.tried].value); }

  /// Tries the other answers to the questions of the set from `at` on, beside those that are said, the nearest first.
  void extend(std::size_t at) {
    if (at == changed_.size()) {
      if (works() && is_least()) name();
      return;
    }
    Changed& changed = changed_[at];
    for (changed.tried = 0; changed.tried < changed.others.size() && goes_on(); ++changed.tried) {
      say_tried(changed);
      if (at + 1 == changed_.size() || may_work()) extend(at + 1);
    }
    say(changed, unknown_because_of(model_, changed.question));
  }

  /// Whether no nearer answer would do as well, and no fewer.
  bool is_least() {
    const bool least = !some_nearer_works() && !some_part_works();
    for (const Changed& changed : changed_) say_tried(changed);
    return least && effort_.left > 0;
  }

  bool some_nearer_works() {
    for (const Changed& changed : changed_) {
      for (std::size_t nearer = changed.tried; nearer-- > 0;) {
        if (!goes_beyond(changed.others[changed.tried], changed.others[nearer])) continue;
        say(changed, changed.others[nearer].value);
        if (works()) return true;
      }
      say_tried(changed);
    }
    return false;
  }

  bool some_part_works() {
    const std::uint32_t whole = (1U << changed_.size()) - 1;
    for (std::uint32_t part = 1; part < whole; ++part) {
      for (std::size_t i = 0; i < changed_.size(); ++i) {
        const Changed& changed = changed_[i];
        if ((part >> i) & 1U) say_tried(changed);
        else say(changed, changed.present);
      }
      if (works()) return true;
    }
    return false;
  }

  void name() {
    found_.emplace_back();
    for (const Changed& changed : changed_) found_.back().push_back(changed.others[changed.tried].change);
  }

  const Model& model_;
  Circumstances& circumstances_;
  Workspace& workspace_;
  Effort& effort_;
  Trial trial_;
  std::vector<Must> musts_;
  std::vector<const Expression*> rules_;
  std::vector<std::uint32_t> questions_;  ///< whose answers can be changed, ascending
  std::vector<Changed> changed_;          ///< the set at hand
  Workspace::Mark listed_;                ///< room taken by its other answers
  std::vector<Opening> found_;
  std::size_t trials_ = 0;
  bool missed_ = false;
};

}  // namespace

OpenedBy opened_by(const Model& model, const Programme& programme, std::span<const std::uint32_t> unmet,
                   Circumstances& circumstances, Workspace& workspace, Effort& effort) {
  // Most programmes are shut by what nobody can change: leave at once.
  const bool can_move = std::all_of(unmet.begin(), unmet.end(), [&](std::uint32_t must) {
    const std::vector<std::uint32_t>& cone = programme.must[must].rule.cone;
    return std::any_of(cone.begin(), cone.end(),
                       [&](std::uint32_t step) { return is_changeable(model, circumstances, model.steps[step]); });
  });
  if (!can_move) return {};
  if (effort.left == 0) return {{}, true};
  return Search(model, programme, unmet, circumstances, workspace, effort).run();
}

}  // namespace waymark
