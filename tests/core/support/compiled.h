#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess.h"
#include "compiling/compiled_form.h"
#include "compiling/model_reader.h"
#include "compiling/model_writer.h"
#include "writing/answers_writer.h"
#include "writing/assessment_writer.h"

namespace waymark::testing {

/// What stands between the number of the form and the checksum.
inline std::string fields_of(const std::string& compiled) {
  const std::size_t head = compiling::magic.size() + 1;
  return compiled.substr(head, compiled.size() - head - compiling::checksum_size);
}

/// The same with what goes around it, so that what a checksum would keep out is read too.
inline std::string compiled_of(std::string_view fields) {
  std::string bytes(compiling::magic);
  bytes += static_cast<char>(compiling::form);
  return with_checksum(bytes.append(fields));
}

/// Ways of answering every question: not at all, by the first or the last answer that there is, or by declining.
enum class Way { nothing, first, last, declined };
inline constexpr Way ways[] = {Way::nothing, Way::first, Way::last, Way::declined};

inline Answer answer_to(const Model& model, const Question& question, Way way) {
  const bool first = way == Way::first;
  if (way == Way::nothing) return Unanswered{};
  if (way == Way::declined) return Declined{};
  const auto options = static_cast<std::uint32_t>(question.options.size());
  switch (question.kind) {
    case QuestionKind::yes_no: return !first;
    case QuestionKind::scale: return first ? std::int64_t{1} : std::int64_t{question.points};
    case QuestionKind::number:
    case QuestionKind::since: {
      const double number = first ? question.lowest : question.highest;
      if (question.decimals) return number;
      return static_cast<std::int64_t>(number);
    }
    case QuestionKind::one:
      if (options == 0) return Unanswered{};
      return ChosenOption{first ? 0 : options - 1};
    case QuestionKind::many: {
      ChosenOptions chosen;
      for (std::uint32_t option = first ? options : 0; option < options; ++option) chosen.options.push_back(option);
      return chosen;
    }
    case QuestionKind::topics: break;
  }
  PickedTopics topics;
  for (std::uint32_t i = 0; i < model.topics.size() && i < question.most_topics; ++i) {
    PickedTopic& picked = topics.picked.emplace_back();
    picked.topic = first ? i : static_cast<std::uint32_t>(model.topics.size()) - 1 - i;
    for (const Aspect& aspect : question.aspects)
      picked.ratings.push_back({Rating::State::rated, first ? 0 : aspect.points - 1});
  }
  if (!first) std::reverse(topics.picked.begin(), topics.picked.end());
  return topics;
}

inline Answers answers_to(const Model& model, Way way) {
  Answers answers;
  for (const Question& question : model.questions) answers.of_question.push_back(answer_to(model, question, way));
  return answers;
}

/// All that is said of people who answer in all these ways.
inline std::string said_of(const Model& model, const Date& today) {
  std::string said;
  for (const Way way : ways) {
    const Answers answers = answers_to(model, way);
    said += write_answers(answers, model, today) + "\n";
    for (const Interview interview : {Interview::full, Interview::quick})
      said += write_assessment(assess(model, answers, today, {interview, {}}), model, {}) + "\n";
  }
  return said;
}

}  // namespace waymark::testing
