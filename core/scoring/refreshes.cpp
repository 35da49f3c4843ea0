#include "scoring/refreshes.h"

#include <algorithm>

#include "rules/evaluate.h"
#include "sorting/order.h"

namespace waymark {
namespace {

constexpr std::int32_t whole = 10'000;

PointsRange of_any(const PointsTable& table, double highest) {
  PointsRange range = {whole, -whole};
  const auto take = [&](std::int32_t points) {
    range.low = std::min(range.low, points);
    range.high = std::max(range.high, points);
  };
  for (const std::int32_t points : table.by_answer) take(points);
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    if (i == 0 || table.rows[i].from <= highest) take(table.rows[i].points);
  return range;
}

PointsRange exactly(std::int32_t points) { return {points, points}; }

std::int32_t points_at(const PointsTable& table, double number) {
  std::int32_t points = table.rows.front().points;
  for (const PointsRow& row : table.rows)
    if (row.from <= number) points = row.points;
  return points;
}

/// The points of an answer; nothing where there is none.
std::optional<std::int32_t> points_of(const PointsTable& table, const Question& question, const Answer& answer) {
  if (const auto* option = std::get_if<ChosenOption>(&answer)) return table.by_answer[option->option];
  if (const auto* flag = std::get_if<bool>(&answer)) return table.by_answer[*flag ? 1 : 0];
  if (const auto* real = std::get_if<double>(&answer)) return points_at(table, *real);
  const auto* integer = std::get_if<std::int64_t>(&answer);
  if (integer == nullptr) return std::nullopt;
  if (question.kind == QuestionKind::scale) return table.by_answer[static_cast<std::size_t>(*integer - 1)];
  return points_at(table, static_cast<double>(*integer));
}

class Refreshes {
 public:
  Refreshes(const Model& model, const Answers& answers, const Circumstances& circumstances)
      : model_(model), answers_(answers), circumstances_(circumstances), refresh_(*model.refresh) {}

  RefreshAssessment assess(const PickedTopic& picked, bool may_be_null) const {
    RefreshAssessment result;
    result.topic = picked.topic;
    result.may_be_null = may_be_null;
    const Topic& topic = model_.topics[picked.topic];
    PointsRange sum;
    for (const RefreshPart& part : refresh_.parts) {
      const PointsRange points = points_of_part(part, topic, picked);
      result.parts.push_back(points);
      sum.low += points.low;
      sum.high += points.high;
    }
    result.points = {std::clamp(sum.low, 0, refresh_.cap), std::clamp(sum.high, 0, refresh_.cap)};
    result.floor = {std::max(0, -sum.low), std::max(0, -sum.high)};
    result.cap = {std::min(0, refresh_.cap - sum.low), std::min(0, refresh_.cap - sum.high)};
    result.hours_low = hours(topic, result.points.low);
    result.hours = hours(topic, (result.points.low + result.points.high) / 2);
    result.hours_high = hours(topic, result.points.high);
    return result;
  }

 private:
  PointsRange points_of_part(const RefreshPart& part, const Topic& topic, const PickedTopic& picked) const {
    const Question& question = model_.questions[part.question];
    const PointsTable& table = part.by_pace[static_cast<std::size_t>(topic.pace)];
    if (question.kind == QuestionKind::topics) {
      const Rating& rating = picked.ratings[part.aspect];
      if (rating.state == Rating::State::rated) return exactly(table.by_answer[rating.point]);
      return of_any(table, 0);
    }
    const Truth asked = truth_of(circumstances_.asked[part.question]);
    if (asked == Truth::no) return {};
    const auto said = points_of(table, question, answers_.of_question[part.question]);
    PointsRange points = said ? exactly(*said) : of_any(table, question.highest);
    if (asked == Truth::unknown) points = {std::min(points.low, 0), std::max(points.high, 0)};
    return points;
  }

  /// Rounded to the nearest that people plan with, up from the middle. Monotone, so that a range stays one.
  std::int32_t hours(const Topic& topic, std::int32_t points) const {
    const std::int64_t exact = std::int64_t{topic.hours} * points;  // in ten-thousandths of an hour
    std::int32_t nearest = refresh_.plan_hours.front();
    for (const std::int32_t plan : refresh_.plan_hours)
      if (2 * exact >= (std::int64_t{nearest} + plan) * whole) nearest = plan;
    return nearest;
  }

  const Model& model_;
  const Answers& answers_;
  const Circumstances& circumstances_;
  const RefreshModel& refresh_;
};

bool asks_more(const RefreshAssessment& a, const RefreshAssessment& b) {
  const std::int32_t left = a.points.low + a.points.high;
  const std::int32_t right = b.points.low + b.points.high;
  if (left != right) return left > right;
  return a.points.high != b.points.high ? a.points.high > b.points.high : a.topic < b.topic;
}

}  // namespace

std::vector<RefreshAssessment> assess_refreshes(const Model& model, const Answers& answers,
                                                const Circumstances& circumstances) {
  std::vector<RefreshAssessment> refreshes;
  if (!model.refresh) return refreshes;
  const Refreshes assessing(model, answers, circumstances);
  for (std::size_t i = 0; i < model.questions.size(); ++i) {
    const auto* topics = std::get_if<PickedTopics>(&answers.of_question[i]);
    const Truth asked = truth_of(circumstances.asked[i]);
    if (topics == nullptr || asked == Truth::no) continue;
    for (const PickedTopic& picked : topics->picked) {
      const Truth offered = circumstances.offered[model.topics[picked.topic].group];
      if (offered == Truth::no) continue;
      refreshes.push_back(assessing.assess(picked, asked == Truth::unknown || offered == Truth::unknown));
    }
  }
  put_in_order(refreshes, asks_more);
  return refreshes;
}

}  // namespace waymark
