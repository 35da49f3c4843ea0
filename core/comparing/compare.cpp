#include "comparing/compare.h"

#include <algorithm>

#include "assess.h"
#include "matching/match.h"

namespace waymark {
namespace {

/// Months are counted up to each day: the same month gives more of them later.
bool is_same_answer(const Question& question, const Answer& before, const Answer& after, std::int32_t months_passed) {
  const auto* earlier = std::get_if<std::int64_t>(&before);
  const auto* later = std::get_if<std::int64_t>(&after);
  if (question.kind != QuestionKind::since || earlier == nullptr || later == nullptr) return before == after;
  return *later - *earlier == months_passed;
}

bool is_same_need(const NeedAssessment& before, const NeedAssessment& after) {
  return before.range.likely == after.range.likely && before.likely_band == after.likely_band &&
         before.bands == after.bands;
}

bool is_same_refresh(const RefreshAssessment& before, const RefreshAssessment& after) {
  return before.points.low == after.points.low && before.points.high == after.points.high &&
         before.may_be_null == after.may_be_null && before.hours_low == after.hours_low &&
         before.hours == after.hours && before.hours_high == after.hours_high;
}

const RefreshAssessment* find(const std::vector<RefreshAssessment>& refreshes, std::uint32_t topic) {
  const auto found = std::find_if(refreshes.begin(), refreshes.end(),
                                  [&](const RefreshAssessment& refresh) { return refresh.topic == topic; });
  return found == refreshes.end() ? nullptr : &*found;
}

std::vector<RefreshChange> compare_refreshes(const std::vector<RefreshAssessment>& before,
                                             const std::vector<RefreshAssessment>& after) {
  std::vector<RefreshChange> changes;
  for (const RefreshAssessment& now : after) {
    const RefreshAssessment* then = find(before, now.topic);
    if (then == nullptr) changes.push_back({now.topic, std::nullopt, now});
    else if (!is_same_refresh(*then, now)) changes.push_back({now.topic, *then, now});
  }
  for (const RefreshAssessment& then : before)
    if (find(after, then.topic) == nullptr) changes.push_back({then.topic, then, std::nullopt});
  return changes;
}

ProgrammeStanding standing_of(const ProgrammeAssessment& programme) { return {programme.verdict, programme.status}; }

std::vector<ProgrammeChange> compare_programmes(const Model& model, const Assessment& before, const Assessment& after) {
  std::vector<ProgrammeStanding> then(model.programmes.size());
  for (const ProgrammeAssessment& programme : before.programmes) then[programme.programme] = standing_of(programme);
  std::vector<ProgrammeChange> changes;
  for (const ProgrammeAssessment& programme : after.programmes)
    if (!(then[programme.programme] == standing_of(programme)))
      changes.push_back({programme.programme, then[programme.programme], standing_of(programme)});
  return changes;
}

/// What of `all` is in this list but not in the other, in its order.
std::vector<std::uint32_t> only_in(const std::vector<std::uint32_t>& all, const std::vector<std::uint32_t>& other,
                                   std::size_t programmes) {
  std::vector<bool> there(programmes, false);
  for (const std::uint32_t programme : other) there[programme] = true;
  std::vector<std::uint32_t> only;
  for (const std::uint32_t programme : all)
    if (!there[programme]) only.push_back(programme);
  return only;
}

/// Who came and who went of the programmes that a test picks, `most` of them at most.
template <typename Picks>
Turnover turnover(const Assessment& before, const Assessment& after, std::size_t most, Picks picks) {
  const auto picked_of = [&](const Assessment& assessment) {
    std::vector<std::uint32_t> picked;
    for (const ProgrammeAssessment& programme : assessment.programmes)
      if (picked.size() < most && picks(programme)) picked.push_back(programme.programme);
    return picked;
  };
  const std::vector<std::uint32_t> then = picked_of(before);
  const std::vector<std::uint32_t> now = picked_of(after);
  return {only_in(now, then, after.programmes.size()), only_in(then, now, before.programmes.size())};
}

}  // namespace

Comparison compare(const Model& model, const Occasion& before, const Occasion& after) {
  const Assessment then = assess(model, before.answers, before.today);
  const Assessment now = assess(model, after.answers, after.today);
  Comparison comparison;
  comparison.before = before.today;
  comparison.after = after.today;
  const std::int32_t months_passed = months_between(before.today, after.today);
  for (std::uint32_t i = 0; i < model.questions.size(); ++i)
    if (!is_same_answer(model.questions[i], before.answers.of_question[i], after.answers.of_question[i], months_passed))
      comparison.answers.push_back(i);
  for (std::uint32_t i = 0; i < model.needs.size(); ++i)
    if (!is_same_need(then.needs[i], now.needs[i])) comparison.needs.push_back({i, then.needs[i], now.needs[i]});
  comparison.refreshes = compare_refreshes(then.refreshes, now.refreshes);
  comparison.programmes = compare_programmes(model, then, now);
  comparison.eligible = turnover(then, now, model.programmes.size(), [](const ProgrammeAssessment& programme) {
    return programme.verdict == Verdict::eligible;
  });
  comparison.joinable = turnover(then, now, model.programmes.size(),
                                 [](const ProgrammeAssessment& programme) { return is_joinable(programme.status); });
  comparison.top = turnover(then, now, most_top_programmes, is_suggested);
  return comparison;
}

}  // namespace waymark
