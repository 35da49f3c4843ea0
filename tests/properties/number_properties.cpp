// The numbers of an assessment, worked out again in the plainest way.
#include <catch2/catch_test_macros.hpp>
#include <map>

#include "completions.h"
#include "opened_case.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

struct Mean {
  std::int64_t sum = 0;
  std::int64_t weight = 0;

  void add(std::int64_t value, std::int64_t item_weight) {
    sum += value * item_weight;
    weight += item_weight;
  }
  /// Rounded half up; null for a mean of nothing.
  [[nodiscard]] std::optional<std::int32_t> value() const {
    if (weight == 0) return std::nullopt;
    const std::int64_t whole = sum / weight;
    const bool up = 2 * (sum % weight) >= weight;
    return static_cast<std::int32_t>(whole + (up ? 1 : 0));
  }
};

/// What an answer of kind one, scale or yes_no shows by an item, as the index into its needs; nothing if not answered.
std::optional<std::size_t> index_of_answer(const Answer& answer) {
  if (const auto* option = std::get_if<ChosenOption>(&answer)) return option->option;
  if (const auto* point = std::get_if<std::int64_t>(&answer)) return static_cast<std::size_t>(*point - 1);
  if (const auto* flag = std::get_if<bool>(&answer)) return *flag ? 1 : 0;
  return std::nullopt;
}

/// A need where everything is answered.
std::optional<std::int32_t> need_of_answers(const GeneratedNeed& need, const Model& model, const Answers& answers,
                                            const Assessment& assessment) {
  Mean mean;
  for (const GeneratedItem& item : need.items) {
    const std::uint32_t question = index_of(model.questions, item.question);
    if (holds(assessment.not_asked, question)) continue;
    const Answer& answer = answers.of_question[question];
    if (const auto* topics = std::get_if<PickedTopics>(&answer)) {
      for (const PickedTopic& picked : topics->picked)
        if (const NeedPoints points = item.need[picked.ratings[item.aspect].point];
            points && holds(assessment.topics_offered, picked.topic))
          mean.add(*points, item.weight);
    } else if (const NeedPoints points = item.need[*index_of_answer(answer)]) {
      mean.add(*points, item.weight);
    }
  }
  return mean.value();
}

std::optional<std::int32_t> fit_of_answers(const GeneratedPack& pack, const GeneratedProgramme& programme,
                                           const ProgrammeAssessment& assessed,
                                           const std::map<std::string, std::optional<std::int32_t>>& needs) {
  std::map<std::string, int> strengths;
  for (const auto& [id, strength] : programme.supports)
    for (const GeneratedSupport& support : pack.supports) {
      if (support.id != id) continue;
      for (const auto& [need, help] : support.helps) {
        Mean rounded;
        rounded.add(std::int64_t{strength} * help, 1);
        rounded.weight = 10'000;
        strengths[need] = std::max(strengths[need], *rounded.value());
      }
    }
  Mean mean;
  for (const auto& [need, strength] : strengths)
    if (strength > 0 && needs.at(need)) mean.add(*needs.at(need), strength);
  auto fit = mean.value();
  if (!fit) return fit;
  for (const std::uint32_t index : assessed.prefer.met) *fit += programme.prefer[index].points;
  return std::min(*fit, 10'000);
}

std::int64_t sum_of(const std::vector<Share>& shares) {
  std::int64_t sum = 0;
  for (const Share& share : shares) sum += share.points;
  return sum;
}

int rank_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::eligible: return 0;
    case Verdict::may_be_eligible: return 1;
    case Verdict::not_eligible: return 2;
  }
  return 3;
}

void expect_order(const Model& model, const Assessment& assessment) {
  expect(assessment.programmes.size() == model.programmes.size(), "a programme is missing");
  struct Place {
    bool closed;
    int verdict;
    int likely;  // what is larger comes first, and null last
    int low;
    std::string id;

    auto operator<=>(const Place&) const = default;
  };
  std::optional<Place> before;
  for (const ProgrammeAssessment& programme : assessment.programmes) {
    Place place = {programme.status == Status::closed, rank_of(programme.verdict), -programme.fit.likely.value_or(-1),
                   -programme.fit.low.value_or(-1), model.programmes[programme.programme].id};
    expect(!before || *before < place, "programme ", place.id, " comes too late");
    before = std::move(place);
  }
}

}  // namespace

TEST_CASE("with everything answered, a need is its items' weighted mean and a fit its needs'", "[properties]") {
  CaseNeeds needs;
  needs.most_completions = 60;
  needs.completes_declined = true;
  check_property(150, [needs] {
    const OpenedCase opened = any_case(needs);
    const GeneratedPack& pack = opened.generated.pack;
    const Completions completions(pack, opened.model, opened.answers(opened.generated.said), opened.generated.today,
                                  needs);
    completions.each([&](const Answers& answers) {
      const Assessment assessment = opened.assess(answers);
      std::map<std::string, std::optional<std::int32_t>> values;
      for (std::size_t i = 0; i < pack.needs.size(); ++i) {
        const auto value = need_of_answers(pack.needs[i], opened.model, answers, assessment);
        values[pack.needs[i].id] = value;
        expect(assessment.needs[i].range.likely == value, "need ", pack.needs[i].id, " is ",
               text_of(assessment.needs[i].range), " but should be ", text_of(value));
      }
      for (const GeneratedProgramme& programme : pack.programmes) {
        const ProgrammeAssessment& assessed = programme_of(opened.model, assessment, programme.id);
        const auto fit = fit_of_answers(pack, programme, assessed, values);
        expect(assessed.fit.likely == fit, "programme ", programme.id, " has the fit ", text_of(assessed.fit),
               " but should have ", text_of(fit));
      }
      return true;
    });
  });
}

TEST_CASE("what is likely is the mean of what was answered, once that is half of the weight", "[properties]") {
  check_property(200, [] {
    const OpenedCase opened = any_case();
    const Answers answers = opened.answers(opened.generated.said);
    const Assessment assessment = opened.assess(answers);
    for (std::size_t i = 0; i < opened.generated.pack.needs.size(); ++i) {
      const GeneratedNeed& need = opened.generated.pack.needs[i];
      Mean known;
      std::int64_t weight = 0;
      bool topics = false;
      for (const GeneratedItem& item : need.items) {
        const std::uint32_t question = index_of(opened.model.questions, item.question);
        topics = topics || opened.model.questions[question].kind == QuestionKind::topics;
        if (topics || holds(assessment.not_asked, question)) continue;
        const auto answer = index_of_answer(answers.of_question[question]);
        if (answer && !item.need[*answer]) continue;
        weight += item.weight;
        if (answer && !holds(assessment.undecided, question)) known.add(*item.need[*answer], item.weight);
      }
      if (topics) continue;
      const Range& range = assessment.needs[i].range;
      std::optional<std::int32_t> likely;
      if (2 * known.weight >= weight) likely = known.value();
      if (likely) likely = std::clamp(*likely, *range.low, *range.high);
      expect(range.likely == likely, "need ", need.id, " is likely ", text_of(range.likely), " but should be ",
             text_of(likely));
    }
  });
}

TEST_CASE("shares add up to what they explain, exactly, and name only what was answered", "[properties]") {
  check_property(200, [] {
    const OpenedCase opened = any_case();
    const Model& model = opened.model;
    const Answers answers = opened.answers(opened.generated.said);
    const Assessment assessment = opened.assess(answers);
    for (std::size_t i = 0; i < model.needs.size(); ++i) {
      const NeedAssessment& need = assessment.needs[i];
      const std::string what = "need " + model.needs[i].id;
      expect(sum_of(need.shares) == need.range.likely.value_or(0), what, " is likely ", text_of(need.range.likely),
             " but its shares add up to ", sum_of(need.shares));
      expect(need.shares.empty() == !need.range.likely, what, " has shares of nothing");
      if (need.range.likely)
        expect(*need.range.low <= *need.range.likely && *need.range.likely <= *need.range.high, what, " is likely ",
               text_of(need.range.likely), ", which is not possible");
      expect(need.likely_band.has_value() == need.range.likely.has_value(), what, " has a likely band of nothing");
      expect(!need.likely_band || holds(need.bands, *need.likely_band), what, " is likely in an impossible band");
      for (const Share& share : need.shares)
        if (share.source == Share::Source::question) {
          const auto answer = index_of_answer(answers.of_question[share.index]);
          expect(answer.has_value(), what, " has a share of ", model.questions[share.index].id,
                 ", which is not answered");
        }
    }
    for (const ProgrammeAssessment& programme : assessment.programmes) {
      const std::string what = "programme " + model.programmes[programme.programme].id;
      expect(sum_of(programme.shares) == programme.fit.likely.value_or(0), what, " has the likely fit ",
             text_of(programme.fit.likely), " but its shares add up to ", sum_of(programme.shares));
      if (programme.fit.likely)
        expect(*programme.fit.low <= *programme.fit.likely && *programme.fit.likely <= *programme.fit.high, what,
               " has the likely fit ", text_of(programme.fit.likely), ", which is not possible");
    }
  });
}

TEST_CASE("programmes come in the order of suggestion", "[properties]") {
  check_property(200, [] {
    const OpenedCase opened = any_case();
    SaidAnswers said = opened.generated.said;
    expect_order(opened.model, opened.assess(said));
    said.insert(said.end(), opened.generated.later.begin(), opened.generated.later.end());
    expect_order(opened.model, opened.assess(said));
  });
}
