#include "checking/question_lookup.h"

#include "text/closest.h"

namespace waymark {

const std::uint32_t* find_question(const IdIndex& ids, const Model& model, const AuthoredText& id, Reporter& reporter) {
  const std::uint32_t* index = ids.find(id, reporter);
  if (index == nullptr || *index < model.questions.size()) return index;
  reporter.error(DiagnosticCode::id_unknown, id.place,
                 {"\"", id.value, "\" is a derived value, but a question is needed here"});
  return nullptr;
}

std::optional<std::uint32_t> find_aspect(const Question& question, const AuthoredText& aspect, Reporter& reporter) {
  std::vector<std::string_view> known;
  for (std::uint32_t i = 0; i < question.aspects.size(); ++i) {
    if (question.aspects[i].id == aspect.value) return i;
    known.push_back(question.aspects[i].id);
  }
  reporter.error(DiagnosticCode::id_unknown, aspect.place,
                 {"\"", question.id, "\" has no aspect \"", aspect.value, "\""}, did_you_mean(aspect.value, known));
  return std::nullopt;
}

std::vector<std::string_view> answer_names(const Question& question) {
  if (question.kind == QuestionKind::yes_no) return {"no", "yes"};
  return {question.options.begin(), question.options.end()};
}

}  // namespace waymark
