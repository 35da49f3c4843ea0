#include "simulating/people.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "settling/work_out.h"

namespace waymark {
namespace {

constexpr std::uint64_t steps_of_decimals = 1'000;

/// An index by its share of all.
std::uint32_t draw_index(const std::vector<std::int32_t>& shares, Random& random) {
  const auto total = static_cast<std::uint64_t>(std::accumulate(shares.begin(), shares.end(), std::int64_t{0}));
  std::uint64_t at = random.below(total);
  std::uint32_t index = 0;
  while (at >= static_cast<std::uint64_t>(shares[index])) at -= static_cast<std::uint64_t>(shares[index++]);
  return index;
}

Answer draw_number(const Question& question, const std::vector<PointsRow>& rows, Random& random) {
  std::vector<std::int32_t> shares;
  shares.reserve(rows.size());
  for (const PointsRow& row : rows) shares.push_back(row.points);
  const std::uint32_t index = draw_index(shares, random);
  const double from = std::max(question.lowest, rows[index].from);
  const double end = index + 1 < rows.size() ? std::min(question.highest, rows[index + 1].from) : question.highest;
  if (question.decimals)
    return from + (end - from) * static_cast<double>(random.below(steps_of_decimals)) / double{steps_of_decimals};
  const bool is_last = index + 1 == rows.size();
  const double count = std::max(1.0, end - from + (is_last ? 1 : 0));
  return static_cast<std::int64_t>(from) + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(count)));
}

Answer draw_answer(const Question& question, const Shares& shares, Random& random) {
  switch (question.kind) {
    case QuestionKind::one: return ChosenOption{draw_index(shares.by_answer, random)};
    case QuestionKind::yes_no: return draw_index(shares.by_answer, random) == 1;
    case QuestionKind::scale: return std::int64_t{draw_index(shares.by_answer, random)} + 1;
    case QuestionKind::number:
    case QuestionKind::since: return draw_number(question, shares.rows, random);
    case QuestionKind::many: {
      ChosenOptions chosen;
      for (std::uint32_t i = 0; i < question.options.size(); ++i)
        if (random.below(std::uint64_t{everyone}) < static_cast<std::uint64_t>(shares.by_answer[i]))
          chosen.options.push_back(i);
      return chosen;
    }
    case QuestionKind::topics: break;
  }
  return Unanswered{};
}

PickedTopics draw_topics(const Shares& shares, std::vector<std::uint32_t> offered, Random& random) {
  PickedTopics topics;
  for (std::size_t count = draw_index(shares.picked, random); count > 0 && !offered.empty(); --count) {
    const auto at = static_cast<std::ptrdiff_t>(random.below(offered.size()));
    PickedTopic& picked = topics.picked.emplace_back();
    picked.topic = offered[static_cast<std::size_t>(at)];
    for (const std::vector<std::int32_t>& ratings : shares.by_aspect)
      picked.ratings.push_back({Rating::State::rated, draw_index(ratings, random)});
    offered.erase(offered.begin() + at);
  }
  std::sort(topics.picked.begin(), topics.picked.end(),
            [](const PickedTopic& a, const PickedTopic& b) { return a.topic < b.topic; });
  return topics;
}

}  // namespace

std::uint64_t Random::next() {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31);
}

std::uint64_t Random::below(std::uint64_t count) { return ((next() >> 32) * count) >> 32; }

Answers draw_person(const Model& model, Random& random) {
  const std::vector<Shares>& shares = model.quick_check.shares;
  Answers answers;
  std::vector<std::uint32_t> topics_questions;
  for (std::uint32_t i = 0; i < model.questions.size(); ++i) {
    answers.of_question.push_back(draw_answer(model.questions[i], shares[i], random));
    if (model.questions[i].kind == QuestionKind::topics) topics_questions.push_back(i);
  }
  if (topics_questions.empty()) return answers;
  Workspace workspace;
  Effort effort;
  const Circumstances circumstances = work_out(model, answers, workspace, effort);
  std::vector<std::uint32_t> offered;
  for (std::uint32_t i = 0; i < model.topics.size(); ++i)
    if (circumstances.offered[model.topics[i].group] == Truth::yes) offered.push_back(i);
  for (const std::uint32_t index : topics_questions)
    answers.of_question[index] = draw_topics(shares[index], offered, random);
  return answers;
}

}  // namespace waymark
