#include "interviewing/quick_check.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "matching/fit.h"
#include "matching/match.h"
#include "matching/status.h"
#include "model/limits.h"
#include "rules/evaluate.h"
#include "scoring/needs.h"
#include "settling/trial.h"

namespace waymark {
namespace {

constexpr std::int64_t one_change = 10'000;
constexpr std::size_t places = 3;
constexpr std::size_t nobody = SIZE_MAX;

bool is_settled_rating(const Rating& rating) { return rating.state != Rating::State::open; }

/// A programme that may come among the first, and how it stands.
struct Contender {
  const ProgrammeAssessment* before = nullptr;
  bool can_be_eligible = true;  ///< every must that is open hangs on a question which can still be answered
  std::int32_t months_to_start = 0;
  Verdict verdict = Verdict::may_be_eligible;
  Range fit;

  /// The best verdict that it can still come to.
  [[nodiscard]] Verdict best_verdict() const { return can_be_eligible ? Verdict::eligible : verdict; }
};

/// Contenders in the first places, by their index; `nobody` where there are fewer.
using First = std::array<std::size_t, places>;

std::int64_t exchanged(const First& before, const First& after) {
  const auto missing = [](const First& from, const First& in) {
    return std::count_if(from.begin(), from.end(), [&](std::size_t one) {
      return one != nobody && std::find(in.begin(), in.end(), one) == in.end();
    });
  };
  return std::max(missing(before, after), missing(after, before));
}

class LookAhead {
 public:
  LookAhead(const Model& model, const Answers& answers, const Assessment& so_far, Circumstances& circumstances,
            Workspace& workspace)
      : model_(model),
        so_far_(so_far),
        circumstances_(circumstances),
        workspace_(workspace),
        started_at_(workspace.steps()),
        answers_(answers),
        needs_(so_far.needs),
        contender_of_(model.programmes.size(), nobody) {
    for (const NeedArea& area : model.needs) outlooks_.push_back(need_outlook(model, area, answers, circumstances));
    for (const ProgrammeAssessment& programme : so_far.programmes) {
      if (contenders_.size() == most_contenders) break;
      if (!is_suggested(programme)) continue;
      contender_of_[programme.programme] = contenders_.size();
      const IntakeAtDate intake = intake_at(model.programmes[programme.programme], so_far.today, model.stale_after);
      contenders_.push_back({&programme, programme.answerable == programme.must.unknown.size(), intake.months_to_start,
                             programme.verdict, programme.fit});
    }
    first_ = first(true);
    first_if_all_goes_well_ = first(false);
  }

  std::vector<std::int64_t> run() {
    std::vector<std::int64_t> credit(model_.questions.size(), 0);
    for (const std::uint32_t question : so_far_.undecided)
      if (circumstances_.askable[question]) credit_gates(question, credit);
    for (std::uint32_t question = 0; question < model_.questions.size(); ++question)
      if (offer_is_open(question) && truth_of(circumstances_.asked[question]) == Truth::yes)
        credit_gates(question, credit);
    std::vector<std::int64_t> changes(model_.questions.size(), 0);
    for (std::uint32_t question = 0; question < model_.questions.size() && !spent(); ++question)
      if (is_open(question) && truth_of(circumstances_.asked[question]) == Truth::yes && !offer_is_open(question))
        changes[question] = expected_change(question) + credit[question];
    return changes;
  }

 private:
  [[nodiscard]] bool spent() const {
    return work_ >= most_look_ahead_work || workspace_.steps() - started_at_ >= most_look_ahead_steps;
  }

  [[nodiscard]] bool is_open(std::uint32_t question) const {
    const Answer& answer = answers_.of_question[question];
    if (std::holds_alternative<Unanswered>(answer)) return true;
    const auto* topics = std::get_if<PickedTopics>(&answer);
    return topics != nullptr && std::any_of(topics->picked.begin(), topics->picked.end(), [&](const PickedTopic& one) {
             return circumstances_.offered[model_.topics[one.topic].group] != Truth::no &&
                    !std::all_of(one.ratings.begin(), one.ratings.end(), is_settled_rating);
           });
  }

  /// A question of topics, none picked yet, of which none is known to be offered and some may be: too early to ask.
  [[nodiscard]] bool offer_is_open(std::uint32_t question) const {
    if (model_.questions[question].kind != QuestionKind::topics || !is_open(question) ||
        std::holds_alternative<PickedTopics>(answers_.of_question[question]))
      return false;
    const auto& offered = circumstances_.offered;
    return std::find(offered.begin(), offered.end(), Truth::yes) == offered.end() &&
           std::find(offered.begin(), offered.end(), Truth::unknown) != offered.end();
  }

  /// What a question could change if it were asked, shared among those that its asking hangs on: its gates, and for
  /// topics what is offered.
  void credit_gates(std::uint32_t question, std::vector<std::int64_t>& credit) {
    if (!is_open(question) || spent()) return;
    const std::vector<std::uint32_t> open_causes = asking_hangs_on(question);
    if (open_causes.empty()) return;
    const std::int64_t change = expected_change(question) / static_cast<std::int64_t>(open_causes.size());
    for (const std::uint32_t cause : open_causes) credit[cause] = std::max(credit[cause], change);
  }

  std::vector<std::uint32_t> asking_hangs_on(std::uint32_t question) {
    std::vector<std::uint32_t> open_causes;
    const auto add = [&](const Value& value) {
      for (const std::uint32_t cause : value.as_causes())
        if (std::holds_alternative<Unanswered>(answers_.of_question[cause]) &&
            std::find(open_causes.begin(), open_causes.end(), cause) == open_causes.end())
          open_causes.push_back(cause);
    };
    if (truth_of(circumstances_.asked[question]) != Truth::yes) {
      add(circumstances_.asked[question]);
      return open_causes;
    }
    for (std::uint32_t group = 0; group < model_.groups.size(); ++group)
      if (circumstances_.offered[group] == Truth::unknown)
        add(evaluate(model_.groups[group].offered_if.expression, circumstances_.slots, workspace_));
    return open_causes;
  }

  // --- supposing an answer ---

  std::int64_t expected_change(std::uint32_t question) {
    const Prospect& prospect = model_.quick_check.prospects[question];
    const Value given = circumstances_.given[question];
    const Value asked = circumstances_.asked[question];
    const Value slot = circumstances_.slots[question];
    const std::vector<Truth> offered = circumstances_.offered;
    // As good as any: which topics people are offered says little of how they rate them.
    if (offer_is_open(question))
      std::replace(circumstances_.offered.begin(), circumstances_.offered.end(), Truth::unknown, Truth::yes);
    const Answer before = answers_.of_question[question];
    std::int64_t sum = 0;
    {
      Trial after(model_, model_.steps[model_.questions[question].step].followers, circumstances_, workspace_);
      const Workspace::Mark mark = workspace_.mark();
      for (const LikelyAnswer& likely : prospect.answers) {
        if (likely.share == 0) continue;
        workspace_.rewind(mark);
        answers_.of_question[question] = supposed(question, before, likely);
        if (likely.value.value.is_known()) circumstances_.given[question] = likely.value.value;
        take_in(model_, question, Value::of(true), circumstances_, workspace_);
        after.work_out_again();
        for (const std::uint32_t group : prospect.groups)
          circumstances_.offered[group] =
              truth_of(evaluate(model_.groups[group].offered_if.expression, circumstances_.slots, workspace_));
        sum += likely.share * change(prospect);
        ++work_;
      }
    }
    answers_.of_question[question] = before;
    circumstances_.given[question] = given;
    circumstances_.asked[question] = asked;
    circumstances_.slots[question] = slot;
    circumstances_.offered = offered;
    return sum / everyone;
  }

  /// Of topics, as many of those offered as people usually pick, or what is open of those picked, rated as the likely
  /// answer has it.
  Answer supposed(std::uint32_t question, const Answer& before, const LikelyAnswer& likely) const {
    const auto* rated = std::get_if<PickedTopics>(&likely.answer);
    if (rated == nullptr) return likely.answer;
    const std::vector<Rating>& ratings = rated->picked.front().ratings;
    if (const auto* begun = std::get_if<PickedTopics>(&before)) {
      PickedTopics topics = *begun;
      for (PickedTopic& topic : topics.picked)
        for (std::size_t i = 0; i < ratings.size(); ++i)
          if (!is_settled_rating(topic.ratings[i])) topic.ratings[i] = ratings[i];
      return topics;
    }
    PickedTopics topics;
    for (std::uint32_t i = 0; i < model_.topics.size(); ++i) {
      if (topics.picked.size() == model_.quick_check.prospects[question].topics_picked) break;
      if (circumstances_.offered[model_.topics[i].group] == Truth::yes) topics.picked.push_back({i, ratings});
    }
    return topics;
  }

  // --- what it changes ---

  std::int64_t change(const Prospect& prospect) {
    std::int64_t change = 0;
    for (const std::uint32_t area : prospect.areas) {
      const NeedOutlook outlook = need_outlook(model_, model_.needs[area], answers_, circumstances_);
      change += change_of_need(area, outlook);
      needs_[area].range = outlook.range;
    }
    for (Contender& contender : contenders_)
      if (!prospect.areas.empty()) judge(contender);
    if (prospect.areas.empty())
      for (const std::uint32_t programme : prospect.programmes)
        if (contender_of_[programme] != nobody) judge(contenders_[contender_of_[programme]]);
    change += one_change * exchanged(first_, first(true));
    change += one_change * exchanged(first_if_all_goes_well_, first(false));
    for (const std::uint32_t area : prospect.areas) needs_[area].range = so_far_.needs[area].range;
    for (Contender& contender : contenders_) {
      contender.verdict = contender.before->verdict;
      contender.fit = contender.before->fit;
    }
    return change;
  }

  /// A whole change where the band is another; part of one where it takes more answers to come to a likely value.
  std::int64_t change_of_need(std::uint32_t area, const NeedOutlook& after) const {
    const NeedOutlook& before = outlooks_[area];
    const NeedArea& need = model_.needs[area];
    if (band_of(need, before.range.likely) != band_of(need, after.range.likely)) return one_change;
    if (before.range.likely || after.range.likely) return 0;
    const std::int64_t missing = std::max<std::int64_t>(0, before.weight - 2 * before.answered);
    const std::int64_t still_missing = std::max<std::int64_t>(0, after.weight - 2 * after.answered);
    if (still_missing >= missing) return 0;
    return one_change * (missing - still_missing) / missing;
  }

  void judge(Contender& contender) {
    work_ += 1;
    const ProgrammeAssessment& before = *contender.before;
    const Programme& programme = model_.programmes[before.programme];
    circumstances_.slots[model_.months_to_start_slot()] = Value::of(std::int64_t{contender.months_to_start});
    bool all_met = true;
    for (const std::uint32_t must : before.must.unknown) {
      const Criterion& criterion = programme.must[must];
      const Truth truth = criterion.form == CriterionForm::rule ? truth_now(criterion.rule) : Truth::unknown;
      if (truth == Truth::no) {
        contender.verdict = Verdict::not_eligible;
        return;
      }
      all_met = all_met && truth == Truth::yes;
    }
    contender.verdict = all_met ? Verdict::eligible : Verdict::may_be_eligible;
    preferences_.met = before.prefer.met;
    preferences_.unknown.clear();
    for (const std::uint32_t preference : before.prefer.unknown) {
      const Truth truth = truth_now(programme.prefer[preference].rule);
      if (truth == Truth::yes) preferences_.met.push_back(preference);
      if (truth == Truth::unknown) preferences_.unknown.push_back(preference);
    }
    shares_.clear();
    contender.fit = fit_of(programme, needs_, preferences_, shares_);
  }

  Truth truth_now(const Rule& rule) { return truth_of(evaluate(rule.expression, circumstances_.slots, workspace_)); }

  First first(bool as_it_stands) const {
    First first;
    first.fill(nobody);
    const auto comes_before = [&](std::size_t a, std::size_t b) {
      const Contender& one = contenders_[a];
      const Contender& other = contenders_[b];
      const Verdict verdict = as_it_stands ? one.verdict : one.best_verdict();
      const Verdict other_verdict = as_it_stands ? other.verdict : other.best_verdict();
      if (verdict != other_verdict) return verdict < other_verdict;
      return fits_better(one, other);
    };
    for (std::size_t i = 0; i < contenders_.size(); ++i) {
      if (contenders_[i].verdict == Verdict::not_eligible) continue;
      std::size_t moved = i;
      for (std::size_t& place : first)
        if (place == nobody || comes_before(moved, place)) std::swap(place, moved);
    }
    return first;
  }

  static bool fits_better(const Contender& a, const Contender& b) {
    const auto key = [](const Contender& one) {
      return std::pair(one.fit.likely.value_or(-1), one.fit.low.value_or(-1));
    };
    if (key(a) != key(b)) return key(a) > key(b);
    return a.before->programme < b.before->programme;
  }

  const Model& model_;
  const Assessment& so_far_;
  Circumstances& circumstances_;
  Workspace& workspace_;
  std::uint64_t started_at_;
  Answers answers_;
  std::vector<NeedAssessment> needs_;
  std::vector<NeedOutlook> outlooks_;
  std::vector<Contender> contenders_;
  std::vector<std::size_t> contender_of_;  ///< by programme
  First first_{};
  First first_if_all_goes_well_{};
  CriteriaByTruth preferences_;
  std::vector<Share> shares_;
  std::size_t work_ = 0;
};

}  // namespace

std::vector<std::int64_t> expected_changes(const Model& model, const Answers& answers, const Assessment& so_far,
                                           Circumstances& circumstances, Workspace& workspace) {
  return LookAhead(model, answers, so_far, circumstances, workspace).run();
}

std::optional<std::uint32_t> next_by_quick_check(const Model& model, const Answers& answers, const Assessment& so_far,
                                                 Circumstances& circumstances, Workspace& workspace) {
  if (!so_far.next_question) return std::nullopt;
  const auto changes = expected_changes(model, answers, so_far, circumstances, workspace);
  const auto most = std::max_element(changes.begin(), changes.end());
  if (*most < model.quick_check.stop_below) return std::nullopt;
  return static_cast<std::uint32_t>(most - changes.begin());
}

}  // namespace waymark
