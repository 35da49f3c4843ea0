#include "simulating/simulate.h"

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

#include "assess.h"
#include "matching/match.h"
#include "simulating/people.h"

namespace waymark {
namespace {

constexpr std::uint32_t most_draws = 1'000;
constexpr std::size_t places = 3;

/// What an interview comes to, as far as the quick check cares.
struct Outcome {
  std::vector<std::uint32_t> first;                       ///< programmes suggested first, in no order
  std::vector<std::optional<std::uint32_t>> likely_band;  ///< by need area
};

Outcome outcome_of(const Assessment& assessment) {
  Outcome outcome;
  for (const ProgrammeAssessment& programme : assessment.programmes) {
    if (outcome.first.size() == places) break;
    if (is_suggested(programme)) outcome.first.push_back(programme.programme);
  }
  std::sort(outcome.first.begin(), outcome.first.end());
  for (const NeedAssessment& need : assessment.needs) outcome.likely_band.push_back(need.likely_band);
  return outcome;
}

/// One person's interviews.
class Interviews {
 public:
  Interviews(const Model& model, const Date& today, Random random) : model_(model), today_(today), random_(random) {}

  /// Draws a person whose interview comes to its end; false if none is found.
  bool draw() {
    for (std::uint32_t i = 0; i < most_draws; ++i) {
      person_ = draw_person(model_, random_);
      const Assessment assessment = assess(person_, Interview::full);
      if (std::any_of(assessment.notices.begin(), assessment.notices.end(),
                      [&](std::uint32_t notice) { return model_.notices[notice].ends; }))
        continue;
      full_ = outcome_of(assessment);
      asked_in_full_ = static_cast<std::uint32_t>(model_.questions.size() - assessment.not_asked.size());
      return true;
    }
    return false;
  }

  void tally(Simulation& simulation) {
    add(asked_in_full_, full_, simulation.full);
    const auto by_quick_check = [](const Assessment& assessment, const Answers&) { return assessment.next_question; };
    const std::uint32_t asked = interview(Interview::quick, UINT32_MAX, by_quick_check, simulation.quick);
    interview(Interview::quick, asked_in_full_ / 2, by_quick_check, simulation.quick_half);
    interview(
        Interview::full, asked,
        [this](const Assessment& assessment, const Answers& said) { return any_open(assessment, said); },
        simulation.random_order);
    interview(Interview::full, asked, by_quick_check, simulation.pack_order);
    interview(Interview::full, 0, by_quick_check, simulation.none);
  }

 private:
  [[nodiscard]] Assessment assess(const Answers& answers, Interview interview) const {
    return waymark::assess(model_, answers, today_, {interview, {Detail::Form::first, 0, {}}});
  }

  template <typename Next>
  std::uint32_t interview(Interview kind, std::uint32_t most, Next next, InterviewTally& tally) {
    Answers said;
    said.of_question.resize(model_.questions.size());
    Assessment assessment = assess(said, kind);
    std::uint32_t asked = 0;
    while (asked < most) {
      const auto question = next(assessment, said);
      if (!question) break;
      said.of_question[*question] = person_.of_question[*question];
      ++asked;
      assessment = assess(said, kind);
    }
    add(asked, outcome_of(assessment), tally);
    return asked;
  }

  std::optional<std::uint32_t> any_open(const Assessment& assessment, const Answers& said) {
    const auto among = [](const std::vector<std::uint32_t>& some, std::uint32_t one) {
      return std::binary_search(some.begin(), some.end(), one);
    };
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < model_.questions.size(); ++i)
      if (std::holds_alternative<Unanswered>(said.of_question[i]) && !among(assessment.not_asked, i) &&
          !among(assessment.undecided, i))
        open.push_back(i);
    if (open.empty()) return std::nullopt;
    return open[random_.below(open.size())];
  }

  void add(std::uint32_t asked, const Outcome& outcome, InterviewTally& tally) const {
    tally.asked.push_back(asked);
    tally.same_first_three += outcome.first == full_.first ? 1 : 0;
    tally.same_band.resize(model_.needs.size(), 0);
    for (std::size_t area = 0; area < tally.same_band.size(); ++area)
      tally.same_band[area] += outcome.likely_band[area] == full_.likely_band[area] ? 1 : 0;
  }

  const Model& model_;
  Date today_;
  Random random_;
  Answers person_;
  Outcome full_;
  std::uint32_t asked_in_full_ = 0;
};

void join(const InterviewTally& part, InterviewTally& whole) {
  whole.asked.insert(whole.asked.end(), part.asked.begin(), part.asked.end());
  whole.same_first_three += part.same_first_three;
  whole.same_band.resize(part.same_band.size(), 0);
  for (std::size_t area = 0; area < part.same_band.size(); ++area) whole.same_band[area] += part.same_band[area];
}

}  // namespace

std::optional<Simulation> simulate(const Model& model, const SimulationOptions& options) {
  struct Part {
    Simulation simulation;
    bool whole = true;
  };
  const unsigned jobs = std::max(1U, options.jobs);
  std::vector<Part> parts(jobs);
  std::vector<std::thread> threads;
  const auto interview_part = [&](unsigned job) {
    const auto border = [&](std::uint64_t at) { return options.people * at / jobs; };
    for (std::uint64_t person = border(job); person < border(job + 1) && parts[job].whole; ++person) {
      // Each person has a seed of their own, so that who they are does not hang on how the work is shared out.
      Random seeds(options.seed ^ (person << 32));
      Interviews interviews(model, options.today, Random(seeds.next()));
      parts[job].whole = interviews.draw();
      if (parts[job].whole) interviews.tally(parts[job].simulation);
    }
  };
  for (unsigned job = 1; job < jobs; ++job) threads.emplace_back(interview_part, job);
  interview_part(0);
  for (std::thread& thread : threads) thread.join();
  Simulation all;
  for (const Part& part : parts) {
    if (!part.whole) return std::nullopt;
    for (const auto tally : {&Simulation::full, &Simulation::quick, &Simulation::quick_half, &Simulation::random_order,
                             &Simulation::pack_order, &Simulation::none})
      join(part.simulation.*tally, all.*tally);
  }
  return all;
}

}  // namespace waymark
