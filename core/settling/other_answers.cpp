#include "settling/other_answers.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>
#include <utility>

#include "model/limits.h"
#include "settling/classes.h"
#include "sorting/order.h"

namespace waymark {
namespace {

/// The numbers that can be said to a question: whole ones, or hundredths.
class Units {
 public:
  explicit Units(const Question& question) : decimals_(question.decimals) {}

  [[nodiscard]] double number(std::int64_t count) const {
    return decimals_ ? static_cast<double>(count) / 100 : static_cast<double>(count);
  }
  [[nodiscard]] Value value(std::int64_t count) const {
    return decimals_ ? Value::of(number(count)) : Value::of(count);
  }
  [[nodiscard]] std::int64_t at_most(double bound) const {
    auto count = static_cast<std::int64_t>(std::floor(decimals_ ? bound * 100 : bound));
    while (number(count + 1) <= bound) ++count;  // the product is rounded
    while (number(count) > bound) --count;
    return count;
  }
  [[nodiscard]] std::int64_t at_least(double bound) const {
    const std::int64_t below = at_most(bound);
    return number(below) == bound ? below : below + 1;
  }

 private:
  bool decimals_;
};

double number_of(const Value& value) {
  return value.is(ValueKind::real) ? value.real : static_cast<double>(value.integer);
}

/// The nearest numbers, upwards and downwards, on and just beyond each point.
std::vector<OtherAnswer> other_numbers(const Question& question, double present, const std::vector<double>& points,
                                       double lowest, double highest) {
  const Units units(question);
  const std::int64_t below = units.at_most(present);
  const std::int64_t above = units.at_least(present);
  std::vector<OtherAnswer> answers;
  const auto add = [&](Change::Form form, std::int64_t count, std::int64_t distance) {
    if (distance <= 0 || units.number(count) < lowest || units.number(count) > highest) return;
    OtherAnswer answer;
    answer.value = units.value(count);
    answer.change.form = form;
    answer.change.number = count;
    answer.distance = distance;
    answers.push_back(std::move(answer));
  };
  for (const double point : points) {
    if (point >= present)
      for (const std::int64_t count : {units.at_least(point), units.at_most(point) + 1})
        add(Change::Form::at_least, count, count - below);
    if (point <= present)
      for (const std::int64_t count : {units.at_most(point), units.at_least(point) - 1})
        add(Change::Form::at_most, count, above - count);
  }
  const auto order = [](const OtherAnswer& answer) { return std::tuple(answer.distance, answer.change.form); };
  put_in_order(answers, [&](const auto& a, const auto& b) { return order(a) < order(b); });
  answers.erase(
      std::unique(answers.begin(), answers.end(), [&](const auto& a, const auto& b) { return order(a) == order(b); }),
      answers.end());
  return answers;
}

bool is_among(const Value& options, const std::string& option) {
  const auto items = options.as_list();
  return std::any_of(items.begin(), items.end(), [&](const Value& item) { return item.as_string() == option; });
}

/// The present options with others in place of those that are told apart.
std::vector<OtherAnswer> other_subsets(const Question& question, const Value& present,
                                       const std::vector<Value>& subsets, Workspace& workspace) {
  const Value& told_apart = subsets.back();  // all of them
  std::vector<OtherAnswer> answers;
  for (const Value& subset : subsets) {
    OtherAnswer answer;
    answer.change.form = Change::Form::options;
    const std::span<Value> items = workspace.take<Value>(question.options.size());
    std::size_t count = 0;
    for (std::uint32_t option = 0; option < question.options.size(); ++option) {
      const std::string& id = question.options[option];
      const bool had = is_among(present, id);
      const bool has = is_among(told_apart, id) ? is_among(subset, id) : had;
      if (has) items[count++] = Value::of(std::string_view(id));
      if (has == had) continue;
      answer.flipped.push_back(option);
      (has ? answer.change.add : answer.change.remove).push_back(option);
    }
    answer.value = Value::of(std::span<const Value>(items.first(count)));
    if (!answer.flipped.empty()) answers.push_back(std::move(answer));
  }
  put_in_order(answers, [](const OtherAnswer& a, const OtherAnswer& b) {
    return a.flipped.size() != b.flipped.size() ? a.flipped.size() < b.flipped.size() : a.flipped < b.flipped;
  });
  return answers;
}

OtherAnswer chosen(const Value& value, std::uint32_t option) {
  OtherAnswer answer;
  answer.value = value;
  answer.change.form = Change::Form::choose;
  answer.change.option = option;
  return answer;
}

std::vector<OtherAnswer> other_options(const Question& question, const Value& present) {
  std::vector<OtherAnswer> answers;
  for (std::uint32_t option = 0; option < question.options.size(); ++option)
    if (present.as_string() != question.options[option])
      answers.push_back(chosen(Value::of(std::string_view(question.options[option])), option));
  return answers;
}

std::vector<double> points_of_scale(const Question& question) {
  std::vector<double> points;
  for (std::uint32_t point = 1; point <= question.points; ++point) points.push_back(point);
  return points;
}

}  // namespace

std::optional<std::vector<OtherAnswer>> other_answers(const Model& model, std::uint32_t index, const Value& present,
                                                      std::span<const Expression* const> rules,
                                                      std::span<const Value> slots, Workspace& workspace) {
  const Question& question = model.questions[index];
  const auto classes = [&] {
    return classes_of(model, index, rules, slots, Opaque::each_number_apart, most_other_answers, workspace);
  };
  std::vector<OtherAnswer> answers;
  switch (question.kind) {
    case QuestionKind::yes_no: answers = {chosen(Value::of(!present.boolean), present.boolean ? 0 : 1)}; break;
    case QuestionKind::one: answers = other_options(question, present); break;
    case QuestionKind::scale:
      answers = other_numbers(question, number_of(present), points_of_scale(question), 1, question.points);
      break;
    case QuestionKind::many: {
      const Classes subsets = classes();
      if (subsets.form != Classes::Form::listed) return std::nullopt;
      answers = other_subsets(question, present, subsets.values, workspace);
      break;
    }
    case QuestionKind::number:
    case QuestionKind::since: {
      const Classes numbers = classes();
      if (numbers.form != Classes::Form::listed) return std::nullopt;
      answers = other_numbers(question, number_of(present), numbers.points, question.lowest, question.highest);
      break;
    }
    case QuestionKind::topics: return std::nullopt;  // rules do not read them
  }
  if (answers.size() > most_other_answers) return std::nullopt;
  for (OtherAnswer& answer : answers) answer.change.question = index;
  return answers;
}

bool goes_beyond(const OtherAnswer& further, const OtherAnswer& nearer) {
  if (further.change.form != nearer.change.form) return false;
  switch (further.change.form) {
    case Change::Form::at_least:
    case Change::Form::at_most: return further.distance > nearer.distance;
    case Change::Form::options:
      return further.flipped.size() > nearer.flipped.size() &&
             std::includes(further.flipped.begin(), further.flipped.end(), nearer.flipped.begin(),
                           nearer.flipped.end());
    case Change::Form::choose: return false;
  }
  return false;
}

}  // namespace waymark
