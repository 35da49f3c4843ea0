#include "interviewing/progress.h"

#include <algorithm>

#include "rules/evaluate.h"

namespace waymark {
namespace {

bool is_settled(const Answer& answer, const Model& model, const Circumstances& circumstances) {
  if (std::holds_alternative<Unanswered>(answer)) return false;
  const auto* topics = std::get_if<PickedTopics>(&answer);
  if (topics == nullptr) return true;
  return std::all_of(topics->picked.begin(), topics->picked.end(), [&](const PickedTopic& picked) {
    if (circumstances.offered[model.topics[picked.topic].group] == Truth::no) return true;
    return std::none_of(picked.ratings.begin(), picked.ratings.end(),
                        [](const Rating& rating) { return rating.state == Rating::State::open; });
  });
}

}  // namespace

void assess_progress(const Model& model, const Answers& answers, Circumstances& circumstances, Workspace& workspace,
                     Effort& effort, Assessment& assessment) {
  assessment.progress.resize(model.sections.size());
  bool ended = false;
  for (std::uint32_t i = 0; i < model.notices.size(); ++i) {
    const Rule& when = model.notices[i].when;
    const Value kept = evaluate(when.expression, circumstances.slots, workspace);
    if (settle(model, when, kept, circumstances, workspace, effort).truth != Truth::yes) continue;
    assessment.notices.push_back(i);
    ended = ended || model.notices[i].ends;
  }
  for (std::uint32_t i = 0; i < model.questions.size(); ++i) {
    SectionProgress& section = assessment.progress[model.questions[i].section];
    const Truth asked = truth_of(circumstances.asked[i]);
    if (asked == Truth::no) {
      assessment.not_asked.push_back(i);
      continue;
    }
    const bool settled = is_settled(answers.of_question[i], model, circumstances);
    if (asked == Truth::unknown) {
      assessment.undecided.push_back(i);
      if (!settled && circumstances.askable[i]) ++section.open;
    } else if (settled) {
      ++section.settled;
    } else {
      ++section.open;
      if (!assessment.next_question && !ended) assessment.next_question = i;
    }
  }
  for (std::uint32_t i = 0; i < model.topics.size(); ++i)
    if (circumstances.offered[model.topics[i].group] == Truth::yes) assessment.topics_offered.push_back(i);
}

}  // namespace waymark
