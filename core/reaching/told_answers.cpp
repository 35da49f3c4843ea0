#include "reaching/told_answers.h"

#include <algorithm>

namespace waymark {

std::uint32_t count_told_answers(const Question& question) {
  switch (question.kind) {
    case QuestionKind::one:
    case QuestionKind::many: return static_cast<std::uint32_t>(question.options.size());
    case QuestionKind::scale: return question.points;
    case QuestionKind::yes_no: return 2;
    case QuestionKind::number:
    case QuestionKind::since:
    case QuestionKind::topics: return 0;
  }
  return 0;
}

Answer told_answer(const Question& question, std::uint32_t part) {
  switch (question.kind) {
    case QuestionKind::one: return ChosenOption{part};
    case QuestionKind::many: return ChosenOptions{{part}};
    case QuestionKind::scale: return std::int64_t{part} + 1;
    case QuestionKind::yes_no: return part == 1;
    case QuestionKind::number:
    case QuestionKind::since:
    case QuestionKind::topics: return Unanswered{};
  }
  return Unanswered{};
}

bool gives(const Answer& said, const Question& question, std::uint32_t part) {
  if (const auto* one = std::get_if<ChosenOption>(&said)) return one->option == part;
  if (const auto* point = std::get_if<std::int64_t>(&said))
    return question.kind == QuestionKind::scale && *point == std::int64_t{part} + 1;
  if (const auto* flag = std::get_if<bool>(&said)) return *flag == (part == 1);
  const auto* many = std::get_if<ChosenOptions>(&said);
  return many != nullptr && std::find(many->options.begin(), many->options.end(), part) != many->options.end();
}

std::string name_of_told_answer(const Question& question, std::uint32_t part) {
  if (question.kind == QuestionKind::yes_no) return part == 1 ? "yes" : "no";
  if (question.kind == QuestionKind::scale) return std::to_string(part + 1);
  return question.options[part];
}

}  // namespace waymark
