#include "reaching/band_search.h"

#include <algorithm>
#include <compare>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "model/limits.h"
#include "rules/evaluate.h"
#include "scoring/needs.h"
#include "settling/completion.h"
#include "settling/trial.h"
#include "settling/work_out.h"

namespace waymark {
namespace {

/// What an item without a known need leaves open in a mean.
struct OpenPart {
  std::int64_t weight = 0;
  std::int32_t low = 0;
  std::int32_t high = 0;
  bool may_be_out = false;

  friend auto operator<=>(const OpenPart&, const OpenPart&) = default;
};

/// What items come to together: all that a mean can tell of them.
struct Sum {
  std::int64_t weighted = 0;  ///< of the known needs
  std::int64_t weight = 0;
  std::vector<OpenPart> open;  ///< in order

  friend auto operator<=>(const Sum&, const Sum&) = default;

  void add(const MeanItem& item) {
    if (item.likely) {
      weighted += item.weight * *item.likely;
      weight += item.weight;
      return;
    }
    const OpenPart part = {item.weight, item.low, item.high, item.may_be_out};
    open.insert(std::upper_bound(open.begin(), open.end(), part), part);
  }

  /// Whether the known needs hold enough of the weight to make a need likely.
  [[nodiscard]] bool may_be_likely() const {
    std::int64_t open_weight = 0;
    for (const OpenPart& part : open) open_weight += part.weight;
    return weight > 0 && weight >= open_weight;
  }
};

/// One way to answer a question, or to rate one topic, and what the area's items make of it.
struct Choice {
  std::uint32_t question = 0;
  Answer answer;
  std::vector<MeanItem> items;
};

/// Choices of which a person makes one.
using Layer = std::vector<Choice>;

Sum sum_of(const Choice& choice) {
  Sum sum;
  for (const MeanItem& item : choice.items) sum.add(item);
  return sum;
}

/// Adds a choice unless one that comes to the same is there.
void add_choice(Layer& layer, Choice choice) {
  const Sum sum = sum_of(choice);
  if (std::none_of(layer.begin(), layer.end(), [&](const Choice& other) { return sum_of(other) == sum; }))
    layer.push_back(std::move(choice));
}

/// Every answer to a question that can be an item, but for topics.
std::vector<Answer> answers_to(const Question& question) {
  std::vector<Answer> answers;
  if (question.kind == QuestionKind::yes_no) return {false, true};
  if (question.kind == QuestionKind::one)
    for (std::uint32_t option = 0; option < question.options.size(); ++option)
      answers.emplace_back(ChosenOption{option});
  else
    for (std::int64_t point = 1; point <= question.points; ++point) answers.emplace_back(point);
  return answers;
}

/// What decides whether an area's items are asked.
struct Deciding {
  std::vector<std::uint32_t> cone;
  std::vector<const Expression*> rules;
};

Deciding what_decides(const Model& model, const NeedArea& area) {
  Deciding deciding;
  for (const NeedItem& item : area.items) {
    const Question& question = model.questions[item.question];
    widen(deciding.cone, question.gate_cone);
    for (const Expression* gate : model.gates_of(question)) deciding.rules.push_back(gate);
    if (question.kind != QuestionKind::topics) continue;
    for (const TopicGroup& group : model.groups) {
      widen(deciding.cone, group.offered_if.cone);
      deciding.rules.push_back(&group.offered_if.expression);
    }
  }
  deciding.rules = rules_within(model, deciding.rules, deciding.cone);
  return deciding;
}

class BandSearch {
 public:
  BandSearch(const Model& model, const NeedArea& area, std::span<const std::uint32_t> possible, Blank& blank)
      : model_(model),
        area_(area),
        blank_(blank),
        found_(area.bands.size(), {Proof::unreachable, {}}),
        wanted_(possible.size()),
        deciding_(what_decides(model, area)),
        trial_(model, deciding_.cone, blank.circumstances, blank.workspace),
        started_at_(blank.workspace.steps()) {
    answers_.of_question.resize(model.questions.size());
    for (const std::uint32_t band : possible) found_[band].proof = Proof::not_proved;
    for (const NeedItem& item : area.items) items_of_[item.question].push_back(item);
    for (const std::uint32_t index : deciding_.cone)
      if (model.steps[index].kind == Step::Kind::question) gating_.push_back(model.steps[index].index);
  }

  std::vector<Found> run() {
    // People who answer all that they are asked come first: they are few, and often enough.
    for (const bool partly : {false, true}) {
      partly_ = partly;
      seen_.clear();
      answer_gates(0);
    }
    for (Found& found : found_)
      if (found.proof == Proof::not_proved && !is_cut_) found.proof = Proof::unreachable;
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool is_done() {
    const bool is_spent = sums_ >= most_reaching_sums || blank_.workspace.steps() - started_at_ >= most_reaching_steps;
    is_cut_ = is_cut_ || is_spent;
    return wanted_ == 0 || is_spent;
  }

  // --- what decides which items are asked ---

  /// Answers, or where some is left open does not answer, each of the questions from `at` on.
  void answer_gates(std::size_t at) {
    if (is_done()) return;
    if (at == gating_.size()) return look_at_items();
    const std::uint32_t question = gating_[at];
    trial_.catch_up();
    if (truth_of(blank_.circumstances.asked[question]) == Truth::no) return answer_gates(at + 1);
    const std::vector<Value> values = gate_values(question);
    const Workspace::Mark before = blank_.workspace.mark();
    for (const Value& value : values) {
      trial_.rewind(before);
      trial_.say(question, value);
      answers_.of_question[question] = answer_of(model_.questions[question], value);
      answer_gates(at + 1);
    }
    trial_.rewind(before);
    trial_.unsay(question);
    answers_.of_question[question] = Unanswered{};
    if (partly_) answer_gates(at + 1);
  }

  std::vector<Value> gate_values(std::uint32_t question) {
    const Question& asked = model_.questions[question];
    if (asked.kind != QuestionKind::one || !items_of_.contains(question))
      return values_to_try(model_, question, deciding_.rules, blank_, is_cut_);
    std::vector<Value> values;  // the needs that its options show tell them apart too
    for (const std::string& option : asked.options) values.push_back(Value::of(std::string_view(option)));
    return values;
  }

  // --- the items ---

  void look_at_items() {
    const std::uint64_t before = person_.steps();
    person_.reset();
    Effort effort;
    const Circumstances circumstances = work_out(model_, answers_, person_, effort);
    blank_.workspace.count_steps(person_.steps() - before);
    if (!seen_.insert(what_items_see(circumstances)).second) return;
    std::vector<Layer> layers;
    std::optional<std::uint32_t> topics;
    for (const auto& [question, items] : items_of_) {
      if (truth_of(circumstances.asked[question]) == Truth::no) continue;
      if (model_.questions[question].kind == QuestionKind::topics) topics = question;
      else layers.push_back(answer_layer(question, circumstances));
    }
    if (topics) sum_up_with_topics(*topics, std::move(layers), circumstances);
    else sum_up(layers);
  }

  /// What the answers tried make of the items: whether they are asked or offered, and what those come to whose answers
  /// decide that of others.
  using Seen = std::pair<std::vector<Truth>, std::vector<Sum>>;

  Seen what_items_see(const Circumstances& circumstances) {
    Seen seen;
    for (const auto& [question, items] : items_of_) {
      seen.first.push_back(truth_of(circumstances.asked[question]));
      if (model_.questions[question].kind == QuestionKind::topics)
        seen.first.insert(seen.first.end(), circumstances.offered.begin(), circumstances.offered.end());
      else if (is_gating(question))
        seen.second.push_back(sum_of(choose(question, answers_.of_question[question], circumstances)));
    }
    return seen;
  }

  [[nodiscard]] bool is_gating(std::uint32_t question) const {
    return std::find(gating_.begin(), gating_.end(), question) != gating_.end();
  }

  Layer answer_layer(std::uint32_t question, const Circumstances& circumstances) {
    Layer layer;
    if (is_gating(question)) {
      add_choice(layer, choose(question, answers_.of_question[question], circumstances));
      return layer;
    }
    for (Answer& answer : answers_to(model_.questions[question]))
      add_choice(layer, choose(question, std::move(answer), circumstances));
    if (partly_) add_choice(layer, choose(question, Unanswered{}, circumstances));
    return layer;
  }

  Choice choose(std::uint32_t question, Answer answer, const Circumstances& circumstances) {
    Answer& given = answers_.of_question[question];
    const Answer before = given;
    given = std::move(answer);
    Choice choice = {question, given, mean_items(model_, items_of_[question], answers_, circumstances)};
    given = before;
    return choice;
  }

  // --- topics ---

  /// As often as topics can be picked: of those offered, and of those that still may be.
  void sum_up_with_topics(std::uint32_t question, std::vector<Layer> layers, const Circumstances& circumstances) {
    std::vector<std::uint32_t> offered;
    std::vector<std::uint32_t> undecided;
    for (std::uint32_t i = 0; i < model_.topics.size(); ++i) {
      const Truth truth = circumstances.offered[model_.topics[i].group];
      if (truth == Truth::yes) offered.push_back(i);
      if (truth == Truth::unknown && partly_) undecided.push_back(i);
    }
    if (partly_) {
      layers.push_back({choose(question, Unanswered{}, circumstances)});
      sum_up(layers);
      layers.pop_back();
    }
    const std::size_t most = model_.questions[question].most_topics;
    const std::size_t others = layers.size();
    for (std::size_t sure = 0; sure <= std::min(most, offered.size()); ++sure)
      for (std::size_t unsure = 0; unsure <= std::min(most - sure, undecided.size()); ++unsure) {
        if (is_done()) return;
        layers.resize(others);
        layers.push_back({choose(question, PickedTopics{}, circumstances)});
        for (std::size_t i = 0; i < sure; ++i) layers.push_back(rating_layer(question, offered[i], circumstances));
        for (std::size_t i = 0; i < unsure; ++i) layers.push_back(rating_layer(question, undecided[i], circumstances));
        sum_up(layers);
      }
  }

  /// Every way to rate a topic, as far as the area looks at its ratings.
  Layer rating_layer(std::uint32_t question, std::uint32_t topic, const Circumstances& circumstances) {
    const Question& asked = model_.questions[question];
    std::vector<std::vector<Rating>> ways = {std::vector<Rating>(asked.aspects.size())};
    for (std::uint32_t aspect = 0; aspect < asked.aspects.size(); ++aspect) {
      const auto& items = items_of_[question];
      if (std::none_of(items.begin(), items.end(), [&](const NeedItem& item) { return item.aspect == aspect; }))
        continue;
      std::vector<std::vector<Rating>> more;
      for (const std::vector<Rating>& way : ways) {
        for (std::uint32_t point = 0; point < asked.aspects[aspect].points; ++point) {
          more.push_back(way);
          more.back()[aspect] = {Rating::State::rated, point};
        }
        if (partly_) more.push_back(way);
      }
      ways = std::move(more);
    }
    Layer layer;
    for (std::vector<Rating>& way : ways) {
      PickedTopics picked;
      picked.picked.push_back({topic, std::move(way)});
      add_choice(layer, choose(question, std::move(picked), circumstances));
    }
    return layer;
  }

  // --- sums ---

  /// How a sum came about, so that the answers can be told.
  struct From {
    const std::pair<const Sum, From>* before = nullptr;
    const Choice* choice = nullptr;
  };
  using Sums = std::map<Sum, From>;

  /// Goes through all that one choice of each layer can come to together.
  void sum_up(const std::vector<Layer>& layers) {
    std::vector<Sums> sums(layers.size() + 1);
    sums[0][{}] = {};
    for (std::size_t i = 0; i < layers.size(); ++i)
      for (const auto& before : sums[i])
        for (const Choice& choice : layers[i]) {
          Sum sum = before.first;
          for (const MeanItem& item : choice.items) sum.add(item);
          if (sums[i + 1].try_emplace(std::move(sum), From{&before, &choice}).second) ++sums_;
          if (is_done()) return;
        }
    for (const auto& sum : sums.back()) {
      if (wanted_ == 0) return;
      if (sum.first.may_be_likely()) take(sum.second);
    }
  }

  void take(const From& last) {
    std::vector<MeanItem> items;
    for (const From* from = &last; from->choice != nullptr; from = &from->before->second)
      items.insert(items.end(), from->choice->items.begin(), from->choice->items.end());
    std::vector<Share> shares;
    const auto band = band_of(area_, weighted_mean(items, shares).likely);
    if (!band || found_[*band].proof != Proof::not_proved) return;
    found_[*band] = {Proof::reached, said(last)};
    --wanted_;
  }

  Answers said(const From& last) const {
    Answers answers = answers_;
    for (const From* from = &last; from->choice != nullptr; from = &from->before->second) {
      Answer& answer = answers.of_question[from->choice->question];
      const auto* picked = std::get_if<PickedTopics>(&from->choice->answer);
      auto* earlier = std::get_if<PickedTopics>(&answer);
      if (picked == nullptr || earlier == nullptr) answer = from->choice->answer;
      else earlier->picked.insert(earlier->picked.begin(), picked->picked.begin(), picked->picked.end());
    }
    for (Answer& answer : answers.of_question)
      if (auto* topics = std::get_if<PickedTopics>(&answer))
        std::sort(topics->picked.begin(), topics->picked.end(),
                  [](const PickedTopic& a, const PickedTopic& b) { return a.topic < b.topic; });
    return answers;
  }

  const Model& model_;
  const NeedArea& area_;
  Blank& blank_;
  std::vector<Found> found_;  ///< by band
  std::size_t wanted_;        ///< bands still to be found
  Deciding deciding_;
  Trial trial_;
  std::uint64_t started_at_;
  std::map<std::uint32_t, std::vector<NeedItem>> items_of_;  ///< by question
  std::vector<std::uint32_t> gating_;                        ///< the questions that decide
  Answers answers_;                                          ///< as tried, to those
  Workspace person_;                                         ///< of the person who gave them
  std::set<Seen> seen_;
  std::size_t sums_ = 0;
  bool partly_ = false;  ///< some questions may be left open
  bool is_cut_ = false;
};

}  // namespace

std::vector<Found> find_bands(const Model& model, const NeedArea& area, std::span<const std::uint32_t> possible,
                              Blank& blank) {
  return BandSearch(model, area, possible, blank).run();
}

}  // namespace waymark
