#include "completions.h"

#include <algorithm>
#include <limits>

namespace waymark::testing {
namespace {

/// Months that rules tell apart: the points, less how far off any start is, and their neighbours.
std::vector<Answer> months(const GeneratedPack& pack, const Date& today) {
  std::vector<std::int32_t> starts = {0};
  for (const GeneratedProgramme& programme : pack.programmes)
    for (const GeneratedCohort& cohort : programme.cohorts)
      starts.push_back(std::max(0, months_between(today, *parse_partial_date(cohort.starts))));
  std::vector<std::int32_t> all = {0, most_months};
  for (const std::int32_t point : pack.since_points)
    for (const std::int32_t start : starts)
      for (const std::int32_t step : {-1, 0, 1}) all.push_back(std::clamp(point - start + step, 0, most_months));
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::vector<Answer> answers;
  for (const std::int32_t each : all) answers.emplace_back(std::int64_t{each});
  return answers;
}

std::vector<Answer> numbers(const Question& question) {
  std::vector<Answer> answers;
  if (question.decimals) {
    // Generated rules name halves only.
    for (double number = question.lowest; number <= question.highest; number += 0.25) answers.emplace_back(number);
    return answers;
  }
  for (auto number = static_cast<std::int64_t>(question.lowest); number <= static_cast<std::int64_t>(question.highest);
       ++number)
    answers.emplace_back(number);
  return answers;
}

std::vector<Answer> subsets(const Question& question) {
  std::vector<Answer> answers;
  for (std::uint32_t mask = 0; mask < (1U << question.options.size()); ++mask) {
    ChosenOptions chosen;
    for (std::uint32_t option = 0; option < question.options.size(); ++option)
      if ((mask >> option) & 1U) chosen.options.push_back(option);
    answers.emplace_back(std::move(chosen));
  }
  return answers;
}

/// Every way to rate what is open of a picked topic.
std::vector<PickedTopic> rated(const Question& question, const PickedTopic& picked, bool declined_too) {
  std::vector<PickedTopic> all = {picked};
  for (std::size_t aspect = 0; aspect < question.aspects.size(); ++aspect) {
    const Rating::State state = picked.ratings[aspect].state;
    if (state == Rating::State::rated || (state == Rating::State::declined && !declined_too)) continue;
    std::vector<PickedTopic> next;
    for (const PickedTopic& each : all)
      for (std::uint32_t point = 0; point < question.aspects[aspect].points; ++point) {
        next.push_back(each);
        next.back().ratings[aspect] = {Rating::State::rated, point};
      }
    all = std::move(next);
  }
  return all;
}

std::vector<Answer> rated(const Question& question, const PickedTopics& topics, bool declined_too) {
  std::vector<PickedTopics> all = {PickedTopics{}};
  for (const PickedTopic& picked : topics.picked) {
    std::vector<PickedTopics> next;
    for (const PickedTopics& each : all)
      for (const PickedTopic& one : rated(question, picked, declined_too)) {
        next.push_back(each);
        next.back().picked.push_back(one);
      }
    all = std::move(next);
  }
  return {all.begin(), all.end()};
}

std::vector<Answer> picks(const Model& model, const Question& question) {
  std::vector<Answer> answers;
  for (std::uint32_t mask = 0; mask < (1U << model.topics.size()); ++mask) {
    PickedTopics topics;
    for (std::uint32_t topic = 0; topic < model.topics.size(); ++topic)
      if ((mask >> topic) & 1U) topics.picked.push_back({topic, std::vector<Rating>(question.aspects.size())});
    if (topics.picked.size() > question.most_topics) continue;
    for (Answer& answer : rated(question, topics, true)) answers.push_back(std::move(answer));
  }
  return answers;
}

}  // namespace

std::vector<Answer> representative_answers(const GeneratedPack& pack, const Model& model, std::uint32_t index,
                                           const Date& today) {
  const Question& question = model.questions[index];
  std::vector<Answer> answers;
  switch (question.kind) {
    case QuestionKind::one:
      for (std::uint32_t option = 0; option < question.options.size(); ++option)
        answers.emplace_back(ChosenOption{option});
      return answers;
    case QuestionKind::many: return subsets(question);
    case QuestionKind::scale:
      for (std::int64_t point = 1; point <= question.points; ++point) answers.emplace_back(point);
      return answers;
    case QuestionKind::number: return numbers(question);
    case QuestionKind::since: return months(pack, today);
    case QuestionKind::yes_no: return {false, true};
    case QuestionKind::topics: return picks(model, question);
  }
  return answers;
}

Completions::Completions(const GeneratedPack& pack, const Model& model, const Answers& answers, const Date& today,
                         const CaseNeeds& needs)
    : answers_(answers) {
  for (std::uint32_t i = 0; i < model.questions.size(); ++i) {
    const Question& question = model.questions[i];
    if (question.kind == QuestionKind::topics && !needs.completes_topics) continue;
    const Answer& answer = answers.of_question[i];
    const bool open = std::holds_alternative<Unanswered>(answer) ||
                      (needs.completes_declined && std::holds_alternative<Declined>(answer));
    if (open) open_.push_back({i, representative_answers(pack, model, i, today)});
    else if (const auto* topics = std::get_if<PickedTopics>(&answer))
      open_.push_back({i, rated(question, *topics, needs.completes_declined)});
  }
}

std::size_t Completions::count() const {
  constexpr std::size_t most = std::numeric_limits<std::size_t>::max() / 1'000'000;
  std::size_t count = 1;
  for (const Open& open : open_) count = std::min(most, count * open.values.size());
  return count;
}

}  // namespace waymark::testing
