#include "checking/foresee.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "checking/rule_compiler.h"
#include "settling/classes.h"

namespace waymark {
namespace {

constexpr std::size_t most_subsets = 32;
constexpr std::size_t most_numbers = 64;
constexpr std::int64_t spread_of_numbers = 8;
constexpr std::int64_t fine = 1'000'000'000;

bool is_within(const std::vector<std::uint32_t>& cone, std::uint32_t step) {
  return std::binary_search(cone.begin(), cone.end(), step);
}

/// Makes weights into shares of everyone, rounded by largest remainder.
void share_out(std::vector<LikelyAnswer>& answers, const std::vector<std::int64_t>& weights) {
  const std::int64_t total =
      std::max(std::int64_t{1}, std::accumulate(weights.begin(), weights.end(), std::int64_t{0}));
  std::vector<std::pair<std::int64_t, std::size_t>> remainders;
  std::int32_t left = everyone;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const std::int64_t whole = weights[i] * everyone;
    answers[i].share = static_cast<std::int32_t>(whole / total);
    left -= answers[i].share;
    remainders.emplace_back(-(whole % total), i);
  }
  std::sort(remainders.begin(), remainders.end());
  for (const auto& [remainder, index] : remainders)
    if (left > 0) {
      ++answers[index].share;
      --left;
    }
}

class Foresight {
 public:
  explicit Foresight(const Model& model) : model_(model), nothing_said_(model.slot_count()) {
    for (std::uint32_t i = 0; i < model.questions.size(); ++i)
      nothing_said_[i] = Value::unknown(std::span(model.causes).subspan(i, 1));
    nothing_said_[model.months_to_start_slot()] = Value::of(std::int64_t{0});
  }

  std::vector<Prospect> run() {
    find_rules_reading();
    std::vector<Prospect> prospects(model_.questions.size());
    find_programmes(prospects);
    for (std::uint32_t i = 0; i < prospects.size(); ++i) {
      find_moved(i, prospects[i]);
      if (prospects[i].areas.empty() && prospects[i].programmes.empty()) continue;
      values_.reset();
      find_answers(i, prospects[i]);
    }
    return prospects;
  }

 private:
  // --- what moves ---

  void find_programmes(std::vector<Prospect>& prospects) const {
    const auto add = [&](const std::vector<std::uint32_t>& cone, std::uint32_t programme) {
      for (const std::uint32_t index : cone) {
        if (model_.steps[index].kind == Step::Kind::derived) continue;
        auto& programmes = prospects[model_.steps[index].index].programmes;
        if (programmes.empty() || programmes.back() != programme) programmes.push_back(programme);
      }
    };
    for (std::uint32_t i = 0; i < model_.programmes.size(); ++i) {
      add(model_.programmes[i].cone, i);
      for (const Preference& preference : model_.programmes[i].prefer) add(preference.rule.cone, i);
    }
  }

  void find_moved(std::uint32_t index, Prospect& prospect) {
    const std::uint32_t step = model_.questions[index].step;
    const std::vector<std::uint32_t>& followers = model_.steps[step].followers;
    for (std::uint32_t i = 0; i < model_.groups.size(); ++i)
      if (is_within(model_.groups[i].offered_if.cone, step)) prospect.groups.push_back(i);
    for (std::uint32_t i = 0; i < model_.needs.size(); ++i)
      if (std::any_of(model_.needs[i].items.begin(), model_.needs[i].items.end(), [&](const NeedItem& item) {
            const Question& question = model_.questions[item.question];
            return item.question == index || is_within(followers, question.step) ||
                   (question.kind == QuestionKind::topics && !prospect.groups.empty());
          }))
        prospect.areas.push_back(i);
  }

  // --- what is answered ---

  /// The rules that read a question, themselves or through derived values.
  void find_rules_reading() {
    rules_reading_.resize(model_.questions.size());
    const auto add = [&](const Expression& rule) {
      std::vector<bool> seen(model_.slot_count(), false);
      read_through(rule, rule, seen);
    };
    for (const Section& section : model_.sections)
      if (section.ask_if) add(*section.ask_if);
    for (const Question& question : model_.questions)
      if (question.ask_if) add(*question.ask_if);
    for (const TopicGroup& group : model_.groups) add(group.offered_if.expression);
    for (const Programme& programme : model_.programmes) {
      for (const Criterion& must : programme.must)
        if (must.form == CriterionForm::rule) add(must.rule.expression);
      for (const Preference& preference : programme.prefer) add(preference.rule.expression);
    }
  }

  void read_through(const Expression& rule, const Expression& part, std::vector<bool>& seen) {
    for (const std::uint32_t slot : slots_read(part)) {
      if (slot == model_.months_to_start_slot() || seen[slot]) continue;
      seen[slot] = true;
      if (slot < model_.questions.size()) rules_reading_[slot].push_back(&rule);
      else read_through(rule, model_.derived[slot - model_.questions.size()].rule, seen);
    }
  }

  Classes classes(std::uint32_t question, std::size_t most) {
    return classes_of(model_, question, rules_reading_[question], nothing_said_, Opaque::not_followed, most, values_);
  }

  void find_answers(std::uint32_t index, Prospect& prospect) {
    const Shares& shares = model_.quick_check.shares[index];
    switch (model_.questions[index].kind) {
      case QuestionKind::yes_no:
        for (const bool answer : {false, true}) add(prospect, answer, Value::of(answer));
        share_out(prospect.answers, {shares.by_answer[0], shares.by_answer[1]});
        break;
      case QuestionKind::scale:
        for (std::int64_t point = 1; point <= model_.questions[index].points; ++point)
          add(prospect, point, Value::of(point));
        share_out(prospect.answers, {shares.by_answer.begin(), shares.by_answer.end()});
        break;
      case QuestionKind::one: return options(index, prospect);
      case QuestionKind::many: return subsets(index, prospect);
      case QuestionKind::number:
      case QuestionKind::since: return numbers(index, prospect);
      case QuestionKind::topics: return ratings(index, prospect);
    }
  }

  static void add(Prospect& prospect, Answer answer, Value value) {
    prospect.answers.push_back({std::move(answer), {value, {}}, 0});
  }

  /// Options are alike where no rule and no need tells them apart.
  void options(std::uint32_t index, Prospect& prospect) {
    const Question& question = model_.questions[index];
    const Shares& shares = model_.quick_check.shares[index];
    const Classes told_apart = classes(index, std::numeric_limits<std::size_t>::max());
    std::map<std::vector<std::int32_t>, std::size_t> alike;
    std::vector<std::int64_t> weights;
    for (std::uint32_t option = 0; option < question.options.size(); ++option) {
      std::vector<std::int32_t> key = {static_cast<std::int32_t>(told_apart.of_option[option])};
      for (const NeedArea& area : model_.needs)
        for (const NeedItem& item : area.items)
          if (item.question == index) key.push_back(item.need[option].value_or(-1));
      const auto [known, is_new] = alike.try_emplace(std::move(key), weights.size());
      if (is_new) {
        add(prospect, ChosenOption{option}, Value::of(std::string_view(question.options[option])));
        weights.push_back(0);
      }
      weights[known->second] += shares.by_answer[option];
    }
    share_out(prospect.answers, weights);
  }

  void subsets(std::uint32_t index, Prospect& prospect) {
    const Question& question = model_.questions[index];
    const std::vector<std::int32_t>& shares = model_.quick_check.shares[index].by_answer;
    std::vector<ChosenOptions> chosen;
    std::vector<std::uint32_t> told_apart;
    const auto option_of = [&](const Value& value) {
      return static_cast<std::uint32_t>(std::find(question.options.begin(), question.options.end(), value.as_string()) -
                                        question.options.begin());
    };
    const Classes listed = classes(index, most_subsets);
    for (const Value& subset : listed.values) {
      ChosenOptions& one = chosen.emplace_back();
      for (const Value& option : subset.as_list()) one.options.push_back(option_of(option));
      told_apart = std::max(told_apart, one.options, [](const auto& a, const auto& b) { return a.size() < b.size(); });
    }
    // Too many subsets to look at each: none of the options, and each alone.
    if (listed.form != Classes::Form::listed) {
      chosen.emplace_back();
      for (std::uint32_t option = 0; option < question.options.size(); ++option) {
        chosen.push_back({{option}});
        told_apart.push_back(option);
      }
    }
    std::vector<std::int64_t> weights;
    for (const ChosenOptions& one : chosen) {
      std::int64_t weight = fine;
      for (const std::uint32_t option : told_apart) {
        const bool is_in = std::find(one.options.begin(), one.options.end(), option) != one.options.end();
        weight = weight * (is_in ? shares[option] : everyone - shares[option]) / everyone;
      }
      weights.push_back(weight);
      LikelyAnswer& answer = prospect.answers.emplace_back();
      for (const std::uint32_t option : one.options)
        answer.value.items.push_back(Value::of(std::string_view(question.options[option])));
      answer.value.value = Value::of(std::span<const Value>(answer.value.items));
      answer.answer = one;
    }
    if (std::all_of(weights.begin(), weights.end(), [](std::int64_t weight) { return weight == 0; }))
      weights.assign(weights.size(), 1);
    share_out(prospect.answers, weights);
  }

  void numbers(std::uint32_t index, Prospect& prospect) {
    const Question& question = model_.questions[index];
    std::vector<double> from;
    const Classes listed = classes(index, most_numbers);
    for (const Value& value : listed.values)
      from.push_back(value.is(ValueKind::real) ? value.real : static_cast<double>(value.integer));
    if (listed.form != Classes::Form::listed)
      for (std::int64_t i = 0; i < spread_of_numbers; ++i) {
        const double at = question.lowest + (question.highest - question.lowest) * static_cast<double>(i) /
                                                static_cast<double>(spread_of_numbers);
        const double number = question.decimals ? at : std::floor(at);
        if (from.empty() || number > from.back()) from.push_back(number);
      }
    std::vector<std::int64_t> weights;
    const double end = question.highest + (question.decimals ? 0 : 1);
    for (std::size_t i = 0; i < from.size(); ++i) {
      weights.push_back(weight_between(model_.quick_check.shares[index].rows, i == 0 ? question.lowest : from[i],
                                       i + 1 < from.size() ? from[i + 1] : end, end));
      if (question.decimals) add(prospect, from[i], Value::of(from[i]));
      else add(prospect, static_cast<std::int64_t>(from[i]), Value::of(static_cast<std::int64_t>(from[i])));
    }
    if (std::all_of(weights.begin(), weights.end(), [](std::int64_t weight) { return weight == 0; }))
      weights.assign(weights.size(), 1);
    share_out(prospect.answers, weights);
  }

  static std::int64_t weight_between(const std::vector<PointsRow>& rows, double from, double to, double end) {
    std::int64_t weight = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const double row_end = i + 1 < rows.size() ? rows[i + 1].from : end;
      const double overlap = std::min(to, row_end) - std::max(from, rows[i].from);
      const double width = row_end - rows[i].from;
      if (overlap > 0 && width > 0)
        weight += static_cast<std::int64_t>(overlap / width * static_cast<double>(rows[i].points) * 1e4);
    }
    return weight;
  }

  /// As if each topic that is picked were rated alike: low in all aspects, or high in all.
  void ratings(std::uint32_t index, Prospect& prospect) {
    const Question& question = model_.questions[index];
    const Shares& shares = model_.quick_check.shares[index];
    std::int64_t people = 0;
    std::int64_t picks = 0;
    for (std::size_t count = 0; count < shares.picked.size(); ++count) {
      people += shares.picked[count];
      picks += shares.picked[count] * static_cast<std::int64_t>(count);
    }
    if (people > 0) prospect.topics_picked = static_cast<std::uint32_t>((2 * picks + people) / (2 * people));
    std::vector<std::int64_t> weights;
    const std::uint32_t points = question.aspects.front().points;
    for (std::uint32_t point = 0; point < points; ++point) {
      PickedTopic topic;
      for (const Aspect& aspect : question.aspects)
        topic.ratings.push_back({Rating::State::rated, point * (aspect.points - 1) / (points - 1)});
      add(prospect, PickedTopics{{std::move(topic)}}, {});
      weights.push_back(shares.by_aspect.front()[point]);
    }
    share_out(prospect.answers, weights);
  }

  const Model& model_;
  std::vector<Value> nothing_said_;
  Workspace values_;
  std::vector<std::vector<const Expression*>> rules_reading_;
};

}  // namespace

std::vector<Prospect> foresee(const Model& model) { return Foresight(model).run(); }

}  // namespace waymark
