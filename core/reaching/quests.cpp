#include "reaching/quests.h"

#include "matching/status.h"

namespace waymark {

std::vector<const Rule*> ending_rules(const Model& model) {
  std::vector<const Rule*> rules;
  for (const Notice& notice : model.notices)
    if (notice.ends) rules.push_back(&notice.when);
  return rules;
}

const Question* topics_question(const Model& model) {
  for (const Question& question : model.questions)
    if (question.kind == QuestionKind::topics) return &question;
  return nullptr;
}

std::int32_t months_to_start(const Model& model, const Programme& programme, const Date& today) {
  return intake_at(programme, today, model.stale_after).months_to_start;
}

void ask_for(Quest& quest, const Rule& rule, Truth wanted) {
  quest.wishes.push_back(wish_for(rule.expression, wanted));
  widen(quest.cone, rule.cone);
}

void ask_for_gates(Quest& quest, const Model& model, const Question& question) {
  for (const Expression* gate : model.gates_of(question)) quest.wishes.push_back(wish_for(*gate, Truth::yes));
  widen(quest.cone, question.gate_cone);
}

void ask_for_more(Quest& quest, const std::vector<const Rule*>& ending) {
  quest.not_yet = ending;
  for (const Rule* rule : ending) widen(quest.cone, rule->cone);
}

Quest quest_for(const Rule& rule, Truth wanted, std::int32_t months_to_start) {
  Quest quest;
  ask_for(quest, rule, wanted);
  quest.months_to_start = months_to_start;
  return quest;
}

Quest quest_for_question(const Model& model, const Question& question, const std::vector<const Rule*>& ending) {
  Quest quest;
  ask_for_gates(quest, model, question);
  ask_for_more(quest, ending);
  return quest;
}

Quest quest_for_group(const Model& model, const TopicGroup& group, const std::vector<const Rule*>& ending) {
  Quest quest;
  if (const Question* topics = topics_question(model)) ask_for_gates(quest, model, *topics);
  ask_for(quest, group.offered_if, Truth::yes);
  ask_for_more(quest, ending);
  return quest;
}

}  // namespace waymark
