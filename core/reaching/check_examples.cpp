#include "reaching/check_examples.h"

#include <algorithm>
#include <map>
#include <string>

#include "assess.h"
#include "reaching/quests.h"
#include "reaching/told_answers.h"
#include "writing/answers_writer.h"

namespace waymark {
namespace {

bool holds(const std::vector<std::uint32_t>& all, std::uint32_t one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool is_asked(const Assessment& assessment, std::uint32_t question) {
  return !holds(assessment.not_asked, question) && !holds(assessment.undecided, question);
}

bool has_ended(const Model& model, const Assessment& assessment) {
  return std::any_of(assessment.notices.begin(), assessment.notices.end(),
                     [&](std::uint32_t notice) { return model.notices[notice].ends; });
}

bool are_offered(const Model& model, const Assessment& assessment, std::uint32_t group) {
  const Question* topics = topics_question(model);
  if (topics != nullptr && !is_asked(assessment, static_cast<std::uint32_t>(topics - model.questions.data())))
    return false;
  return !has_ended(model, assessment) &&
         std::any_of(assessment.topics_offered.begin(), assessment.topics_offered.end(),
                     [&](std::uint32_t topic) { return model.topics[topic].group == group; });
}

bool is_about_a_question(const Claim& claim) {
  return claim.kind == Claim::Kind::question || claim.kind == Claim::Kind::answer;
}

}  // namespace

Answers answers_to_assess(const Finding& finding) {
  Answers answers = finding.example;
  if (!is_about_a_question(finding.claim)) return answers;
  for (std::size_t i = 0; i < answers.of_question.size(); ++i) {
    Answer& answer = answers.of_question[i];
    if (i >= finding.claim.of) answer = Unanswered{};
    else if (std::holds_alternative<Unanswered>(answer)) answer = Declined{};  // settled, so that the next may come
  }
  return answers;
}

void check_examples(const Model& model, Findings& findings) {
  // An assessment takes long, and many claims are shown by the same answers.
  std::map<std::string, std::vector<Finding*>> by_answers;
  for (Finding& finding : findings.all)
    if (finding.proof == Proof::reached)
      by_answers[write_answers(answers_to_assess(finding), model)].push_back(&finding);
  for (const auto& [text, same] : by_answers) {
    const Assessment assessment = assess(model, answers_to_assess(*same.front()), findings.today);
    for (Finding* finding : same) finding->is_checked = shows(model, assessment, *finding);
  }
}

bool shows(const Model& model, const Assessment& assessment, const Finding& finding) {
  const Claim& claim = finding.claim;
  const auto programme = [&]() -> const ProgrammeAssessment& {
    return *std::find_if(assessment.programmes.begin(), assessment.programmes.end(),
                         [&](const ProgrammeAssessment& each) { return each.programme == claim.of; });
  };
  const auto comes_to_it = [&](const CriteriaByTruth& criteria) {
    return holds(claim.truth == Truth::yes ? criteria.met : criteria.unmet, claim.part);
  };
  switch (claim.kind) {
    case Claim::Kind::question: return assessment.next_question == claim.of;
    case Claim::Kind::answer:
      return assessment.next_question == claim.of &&
             gives(finding.example.of_question[claim.of], model.questions[claim.of], claim.part);
    case Claim::Kind::group: return are_offered(model, assessment, claim.of);
    case Claim::Kind::notice: return holds(assessment.notices, claim.of);
    case Claim::Kind::band: return assessment.needs[claim.of].likely_band == claim.part;
    case Claim::Kind::verdict: return programme().verdict == static_cast<Verdict>(claim.part);
    case Claim::Kind::must: return comes_to_it(programme().must);
    case Claim::Kind::preference: return comes_to_it(programme().prefer);
  }
  return false;
}

}  // namespace waymark
