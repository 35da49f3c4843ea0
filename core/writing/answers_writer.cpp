#include "writing/answers_writer.h"

#include "writing/real_text.h"

namespace waymark {
namespace {

void write_ratings(JsonWriter& json, const PickedTopic& picked, const Question& question) {
  json.open_object();
  for (std::size_t i = 0; i < picked.ratings.size(); ++i) {
    const Rating& rating = picked.ratings[i];
    if (rating.state == Rating::State::open) continue;
    json.key(question.aspects[i].id);
    if (rating.state == Rating::State::declined) json.null();
    else json.integer(rating.point + std::int64_t{1});
  }
  json.close_object();
}

}  // namespace

void write_answer(JsonWriter& json, const Answer& answer, const Question& question, const Model& model,
                  const std::optional<Date>& today) {
  if (std::holds_alternative<Declined>(answer)) {
    json.null();
  } else if (const auto* flag = std::get_if<bool>(&answer)) {
    json.boolean(*flag);
  } else if (const auto* integer = std::get_if<std::int64_t>(&answer)) {
    if (question.kind != QuestionKind::since || !today) json.integer(*integer);
    else json.text(to_month_text(month_before(*today, static_cast<std::int32_t>(*integer))));
  } else if (const auto* real = std::get_if<double>(&answer)) {
    json.raw(real_text(*real));
  } else if (const auto* chosen = std::get_if<ChosenOption>(&answer)) {
    json.text(question.options[chosen->option]);
  } else if (const auto* options = std::get_if<ChosenOptions>(&answer)) {
    json.open_array();
    for (const std::uint32_t option : options->options) json.text(question.options[option]);
    json.close_array();
  } else if (const auto* topics = std::get_if<PickedTopics>(&answer)) {
    json.open_object();
    for (const PickedTopic& picked : topics->picked) {
      json.key(model.topics[picked.topic].id);
      write_ratings(json, picked, question);
    }
    json.close_object();
  }
}

std::string write_answers(const Answers& answers, const Model& model, const std::optional<Date>& today) {
  JsonWriter json;
  json.open_object();
  for (std::size_t i = 0; i < model.questions.size(); ++i) {
    if (std::holds_alternative<Unanswered>(answers.of_question[i])) continue;
    json.key(model.questions[i].id);
    write_answer(json, answers.of_question[i], model.questions[i], model, today);
  }
  json.close_object();
  return json.take();
}

}  // namespace waymark
