#pragma once

#include "model/date.h"
#include "model/model.h"
#include "reaching/answer_search.h"

namespace waymark {

/// The notices that end the interview.
[[nodiscard]] std::vector<const Rule*> ending_rules(const Model& model);

/// The question that picks topics, if the pack has one.
[[nodiscard]] const Question* topics_question(const Model& model);

/// How far off a programme's start is, as its rules read it.
[[nodiscard]] std::int32_t months_to_start(const Model& model, const Programme& programme, const Date& today);

/// Adds that a rule comes to `wanted`.
void ask_for(Quest& quest, const Rule& rule, Truth wanted);

/// Adds that a question's gates are open.
void ask_for_gates(Quest& quest, const Model& model, const Question& question);

/// Adds that the interview has not ended.
void ask_for_more(Quest& quest, const std::vector<const Rule*>& ending);

/// Some rule comes to `wanted`.
[[nodiscard]] Quest quest_for(const Rule& rule, Truth wanted, std::int32_t months_to_start = 0);

/// A question is asked, and no notice has ended the interview before.
[[nodiscard]] Quest quest_for_question(const Model& model, const Question& question,
                                       const std::vector<const Rule*>& ending);

/// The topics of a group are offered while topics are asked for.
[[nodiscard]] Quest quest_for_group(const Model& model, const TopicGroup& group,
                                    const std::vector<const Rule*>& ending);

}  // namespace waymark
