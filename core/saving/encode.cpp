#include "saving/encode.h"

#include <algorithm>

#include "model/limits.h"
#include "saving/save_format.h"
#include "text/checksum.h"
#include "writing/answers_writer.h"

namespace waymark {
namespace {

constexpr Place nowhere = {UINT32_MAX, 0};

class Encoder {
 public:
  Encoder(const Answers& answers, const Model& model, const Date& saved)
      : answers_(answers), model_(model), saved_(saved) {}

  std::string run() {
    json_.open_object();
    member("waymark").integer(save_format);
    member("pack").text(model_.id);
    member("version").integer(model_.version);
    member("saved").text(to_text(saved_));
    member("answers").open_object();
    each_answer([&](const Question& question, const Answer& answer) {
      write_answer(entry(question.id), answer, question, model_, saved_);
    });
    json_.line(2).close_object();
    group("shapes",
          [&] { each_answer([&](const Question& question, const Answer& answer) { shape(question, answer); }); });
    group("meanings", [&] {
      each_answer([&](const Question& question, const Answer&) { meaning(question.id, question.meaning_since); });
    });
    group("topic_meanings",
          [&] { each_answer([&](const Question&, const Answer& answer) { topic_meanings(answer); }); });
    std::string text = json_.take() + ",";
    const std::string checksum = checksum_of(text);
    return text + "\n  \"checksum\":\"" + checksum + "\"\n}\n";
  }

 private:
  JsonWriter& member(std::string_view name) { return json_.line(2).key(name); }

  /// A member of the object at hand, which is opened by its first: one that would be empty is left out.
  JsonWriter& entry(std::string_view name) {
    if (!group_.empty()) member(group_).open_object();
    group_ = {};
    return json_.line(4).key(name);
  }

  template <typename Entries>
  void group(std::string_view name, Entries entries) {
    group_ = name;
    entries();
    if (group_.empty()) json_.line(2).close_object();
    group_ = {};
  }

  /// Each question that is answered or declined.
  template <typename Visit>
  void each_answer(Visit visit) {
    for (std::size_t i = 0; i < model_.questions.size(); ++i)
      if (!std::holds_alternative<Unanswered>(answers_.of_question[i]))
        visit(model_.questions[i], answers_.of_question[i]);
  }

  void shape(const Question& question, const Answer& answer) {
    if (!needs_shape(question.kind) || std::holds_alternative<Declined>(answer)) return;
    entry(question.id);
    if (question.kind == QuestionKind::scale) {
      json_.integer(question.points);
    } else if (question.kind == QuestionKind::since) {
      json_.text(month_shape);
    } else if (const auto* chosen = std::get_if<ChosenOptions>(&answer)) {
      not_chosen(question, chosen->options);
    } else {
      json_.open_object();
      for (const Aspect& aspect : question.aspects) json_.key(aspect.id).integer(aspect.points);
      json_.close_object();
    }
  }

  void not_chosen(const Question& question, const std::vector<std::uint32_t>& chosen) {
    json_.open_array();
    for (std::uint32_t i = 0; i < question.options.size(); ++i)
      if (!std::binary_search(chosen.begin(), chosen.end(), i)) json_.text(question.options[i]);
    json_.close_array();
  }

  void meaning(std::string_view id, std::int64_t since) {
    if (since > 1) entry(id).integer(since);
  }

  void topic_meanings(const Answer& answer) {
    const auto* topics = std::get_if<PickedTopics>(&answer);
    if (topics == nullptr) return;
    for (const PickedTopic& picked : topics->picked)
      meaning(model_.topics[picked.topic].id, model_.topics[picked.topic].meaning_since);
  }

  const Answers& answers_;
  const Model& model_;
  const Date& saved_;
  JsonWriter json_;
  std::string_view group_;  ///< that is not open yet
};

}  // namespace

std::optional<std::string> encode(const Answers& answers, const Model& model, const Date& saved, Reporter& reporter) {
  if (12 * saved.year <= most_months) {
    reporter.error(DiagnosticCode::out_of_range, nowhere,
                   {"answers cannot be saved on the day ", to_text(saved), ": months before the year 1 have no name"},
                   "give the day of today");
    return std::nullopt;
  }
  std::string text = Encoder(answers, model, saved).run();
  if (text.size() <= largest_save) return text;
  reporter.error(
      DiagnosticCode::too_large, nowhere,
      {"these answers take more than ", std::to_string(largest_save >> 10), " KiB, too much for a save file"},
      "ask less, or use shorter ids");
  return std::nullopt;
}

}  // namespace waymark
