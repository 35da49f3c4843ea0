#include "scoring/needs.h"

#include <algorithm>

#include "rules/evaluate.h"

namespace waymark {
namespace {

/// Lists what counts of a need area's items, and whether the bounds of their mean are attained.
class ItemList {
 public:
  ItemList(const Model& model, const Answers& answers, const Circumstances& circumstances)
      : model_(model), answers_(answers), circumstances_(circumstances) {}

  void add(const NeedItem& item) {
    const Truth asked = truth_of(circumstances_.asked[item.question]);
    if (asked == Truth::no) return;
    const bool undecided = asked == Truth::unknown;
    exact_ = exact_ && !undecided;
    open_ = false;
    if (model_.questions[item.question].kind == QuestionKind::topics) add_topics(item, undecided);
    else add_answer(item, answers_.of_question[item.question], undecided);
    if (!open_) return;
    // Two open items of one question do not vary independently.
    exact_ = exact_ && std::find(questions_.begin(), questions_.end(), item.question) == questions_.end();
    questions_.push_back(item.question);
  }

  [[nodiscard]] std::span<const MeanItem> items() const { return items_; }
  [[nodiscard]] bool exact() const { return exact_; }

 private:
  void add_answer(const NeedItem& item, const Answer& answer, bool undecided) {
    const Share source = {Share::Source::question, item.question, 0};
    if (const auto* option = std::get_if<ChosenOption>(&answer))
      return add_known(item, item.need[option->option], undecided, source);
    if (const auto* point = std::get_if<std::int64_t>(&answer))
      return add_known(item, item.need[static_cast<std::size_t>(*point - 1)], undecided, source);
    if (const auto* flag = std::get_if<bool>(&answer))
      return add_known(item, item.need[*flag ? 1 : 0], undecided, source);
    add_open(item, undecided, std::holds_alternative<Declined>(answer), source);
  }

  void add_topics(const NeedItem& item, bool undecided) {
    const Answer& answer = answers_.of_question[item.question];
    const auto* topics = std::get_if<PickedTopics>(&answer);
    if (topics == nullptr) {
      // Any number of those offered may be picked, up to the most.
      const bool declined = std::holds_alternative<Declined>(answer);
      const std::uint32_t pickable = std::min(model_.questions[item.question].most_topics, count_offered());
      for (std::uint32_t i = 0; i < pickable; ++i)
        add_open(item, true, declined, {Share::Source::question, item.question, 0});
      return;
    }
    for (const PickedTopic& picked : topics->picked) {
      const Truth offered = circumstances_.offered[model_.topics[picked.topic].group];
      if (offered == Truth::no) continue;
      const bool open = undecided || offered == Truth::unknown;
      exact_ = exact_ && !open;
      const Share source = {Share::Source::topic, picked.topic, 0};
      const Rating& rating = picked.ratings[item.aspect];
      if (rating.state == Rating::State::rated) add_known(item, item.need[rating.point], open, source);
      else add_open(item, open, rating.state == Rating::State::declined, source);
    }
  }

  std::uint32_t count_offered() {
    std::uint32_t count = 0;
    for (const Topic& topic : model_.topics) {
      const Truth offered = circumstances_.offered[topic.group];
      if (offered != Truth::no) ++count;
      exact_ = exact_ && offered != Truth::unknown;
    }
    return count;
  }

  void add_known(const NeedItem& item, const NeedPoints& need, bool undecided, const Share& source) {
    if (!need) return;  // the answer takes the item out
    MeanItem mean;
    mean.weight = item.weight;
    mean.low = mean.high = *need;
    if (!undecided) mean.likely = *need;
    mean.may_be_out = undecided;
    mean.source = source;
    items_.push_back(mean);
  }

  void add_open(const NeedItem& item, bool undecided, bool declined, const Share& source) {
    open_ = true;
    MeanItem mean;
    mean.weight = item.weight;
    mean.low = 10'000;
    for (const NeedPoints& need : item.need) {
      if (!need) {
        mean.may_be_out = true;
        continue;
      }
      mean.low = std::min(mean.low, *need);
      mean.high = std::max(mean.high, *need);
    }
    mean.may_be_out = mean.may_be_out || undecided;
    mean.source = source;
    // What was declined will never be said: no answers attain the ends that it leaves open.
    exact_ = exact_ && !(declined && (mean.low != mean.high || mean.may_be_out));
    items_.push_back(mean);
  }

  const Model& model_;
  const Answers& answers_;
  const Circumstances& circumstances_;
  std::vector<MeanItem> items_;
  std::vector<std::uint32_t> questions_;  ///< of the open items
  bool open_ = false;                     ///< something of the item at hand is open
  bool exact_ = true;
};

std::vector<std::uint32_t> possible_bands(const NeedArea& area, const Range& range) {
  std::vector<std::uint32_t> bands;
  const auto lowest = band_of(area, range.low);
  const auto highest = band_of(area, range.high);
  if (!lowest || !highest) return bands;
  for (std::uint32_t band = *lowest; band <= *highest; ++band) bands.push_back(band);
  return bands;
}

}  // namespace

std::optional<std::uint32_t> band_of(const NeedArea& area, const std::optional<std::int32_t>& value) {
  if (!value) return std::nullopt;
  std::uint32_t band = 0;
  while (band + 1 < area.bands.size() && area.bands[band + 1].from <= *value) ++band;
  return band;
}

NeedOutlook need_outlook(const Model& model, const NeedArea& area, const Answers& answers,
                         const Circumstances& circumstances) {
  ItemList list(model, answers, circumstances);
  for (const NeedItem& item : area.items) list.add(item);
  NeedOutlook outlook;
  for (const MeanItem& item : list.items()) {
    outlook.weight += item.weight;
    if (item.likely) outlook.answered += item.weight;
  }
  std::vector<Share> shares;
  outlook.range = weighted_mean(list.items(), shares);
  if (list.items().empty()) outlook.range.may_be_null = true;
  return outlook;
}

std::vector<NeedAssessment> assess_needs(const Model& model, const Answers& answers,
                                         const Circumstances& circumstances) {
  std::vector<NeedAssessment> needs;
  needs.reserve(model.needs.size());
  for (const NeedArea& area : model.needs) {
    ItemList list(model, answers, circumstances);
    for (const NeedItem& item : area.items) list.add(item);
    NeedAssessment need;
    need.range = weighted_mean(list.items(), need.shares);
    if (list.items().empty()) need.range.may_be_null = true;
    need.exact = list.exact();
    need.bands = possible_bands(area, need.range);
    need.likely_band = band_of(area, need.range.likely);
    needs.push_back(std::move(need));
  }
  return needs;
}

std::vector<MeanItem> mean_items(const Model& model, std::span<const NeedItem> items, const Answers& answers,
                                 const Circumstances& circumstances) {
  ItemList list(model, answers, circumstances);
  for (const NeedItem& item : items) list.add(item);
  return {list.items().begin(), list.items().end()};
}

}  // namespace waymark
