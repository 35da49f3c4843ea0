#include "reading/answers_reader.h"

#include <algorithm>
#include <cmath>

#include "sorting/order.h"
#include "text/closest.h"

namespace waymark {
namespace {

class AnswersReader {
 public:
  AnswersReader(const Model& model, const Date& today, Reporter& reporter)
      : model_(model), today_(today), reporter_(reporter) {}

  Answers run(const JsonValue& json) {
    Answers answers;
    answers.of_question.resize(model_.questions.size());
    const auto* object = json.as<JsonObject>();
    if (object == nullptr) {
      report(DiagnosticCode::answer_wrong_type, json.place,
             {"answers are an object, {\"question-id\": value}, but this is ", describe(json)});
      return answers;
    }
    for (const JsonMember& member : object->members) {
      const auto found = model_.question_index.find(member.key);
      if (found == model_.question_index.end()) {
        report_unknown_question(member);
        continue;
      }
      question_ = &model_.questions[found->second];
      answers.of_question[found->second] = read(member.value);
    }
    return answers;
  }

 private:
  void report(DiagnosticCode code, Place place, Message message, Message suggestion = {}) {
    Diagnostic& diagnostic =
        reporter_.report(Severity::warning, code, place, std::move(message), std::move(suggestion));
    if (question_ != nullptr) diagnostic.question = question_->id;
    diagnostic.topic = topic_;
  }

  void report_unknown_question(const JsonMember& member) {
    question_ = nullptr;
    std::vector<std::string_view> known;
    for (const Question& question : model_.questions) known.push_back(question.id);
    report(DiagnosticCode::answer_unknown_question, member.place,
           {"there is no question \"", member.key, "\"; its answer is left out"}, did_you_mean(member.key, known));
    reporter_.last().question = member.key;
  }

  Answer wrong_type(const JsonValue& json, std::string_view wanted) {
    report(
        DiagnosticCode::answer_wrong_type, json.place,
        {"the answer to \"", question_->id, "\" is ", describe(json), ", but ", wanted, " is needed; it is left out"});
    return Unanswered{};
  }

  Answer out_of_range(const JsonValue& json, Message range) {
    report(DiagnosticCode::answer_out_of_range, json.place,
           {"the answer to \"", question_->id, "\" is not ", range.take(), "; it is left out"});
    return Unanswered{};
  }

  Answer read(const JsonValue& json) {
    if (json.as<JsonNull>() != nullptr) return Declined{};
    switch (question_->kind) {
      case QuestionKind::yes_no:
        if (const auto* flag = json.as<bool>()) return *flag;
        return wrong_type(json, "true or false");
      case QuestionKind::scale: return read_integer(json, 1, question_->points);
      case QuestionKind::number: return read_number(json);
      case QuestionKind::since: return read_since(json);
      case QuestionKind::one: {
        if (json.as<std::string>() == nullptr) return wrong_type(json, "an option");
        const auto option = read_option(json);
        return option ? Answer(ChosenOption{*option}) : Unanswered{};
      }
      case QuestionKind::many: return read_options(json);
      case QuestionKind::topics: return read_topics(json);
    }
    return Unanswered{};
  }

  Answer read_integer(const JsonValue& json, std::int64_t lowest, std::int64_t highest) {
    const auto* integer = json.as<std::int64_t>();
    if (integer == nullptr) return wrong_type(json, "a whole number");
    if (*integer < lowest || *integer > highest)
      return out_of_range(json, {"within ", std::to_string(lowest), " to ", std::to_string(highest)});
    return *integer;
  }

  Answer read_number(const JsonValue& json) {
    const auto* real = json.as<JsonReal>();
    if (!question_->decimals && real != nullptr && real->value == std::trunc(real->value) &&
        real->value >= question_->lowest && real->value <= question_->highest)
      return static_cast<std::int64_t>(real->value);
    if (!question_->decimals)
      return read_integer(json, static_cast<std::int64_t>(question_->lowest),
                          static_cast<std::int64_t>(question_->highest));
    const auto* integer = json.as<std::int64_t>();
    if (integer == nullptr && real == nullptr) return wrong_type(json, "a number");
    const double number = integer != nullptr ? static_cast<double>(*integer) : real->value;
    if (!(number >= question_->lowest && number <= question_->highest))
      return out_of_range(json, "within the question's bounds");
    return number;
  }

  Answer read_since(const JsonValue& json) {
    const auto* text = json.as<std::string>();
    if (text == nullptr) {
      if (json.as<std::int64_t>() == nullptr)
        return wrong_type(json, "a month such as \"2021-09\", or a number of months,");
      return read_integer(json, 0, most_months);
    }
    const auto month = parse_month(*text);
    if (!month) return wrong_type(json, "a month such as \"2021-09\"");
    const std::int64_t months = months_between(*month, today_);
    if (months < 0) return out_of_range(json, "a month that has begun");
    if (months > most_months)
      return out_of_range(json, {"within the last ", std::to_string(most_months / 12), " years"});
    return months;
  }

  std::optional<std::uint32_t> read_option(const JsonValue& json) {
    const auto* text = json.as<std::string>();
    if (text == nullptr) {
      (void)wrong_type(json, "an option");
      return std::nullopt;
    }
    const auto& options = question_->options;
    const auto found = std::find(options.begin(), options.end(), *text);
    if (found != options.end()) return static_cast<std::uint32_t>(found - options.begin());
    const std::vector<std::string_view> known(options.begin(), options.end());
    report(DiagnosticCode::answer_unknown_option, json.place,
           {"\"", question_->id, "\" has no option \"", *text, "\"; it is left out"}, did_you_mean(*text, known));
    return std::nullopt;
  }

  // An option that cannot be read leaves the whole answer out: what the person meant is not known.
  Answer read_options(const JsonValue& json) {
    const auto* list = json.as<JsonArray>();
    if (list == nullptr) return wrong_type(json, "a list of options");
    ChosenOptions chosen;
    for (const JsonValue& item : list->items) {
      const auto option = read_option(item);
      if (!option) return Unanswered{};
      chosen.options.push_back(*option);
    }
    put_in_order(chosen.options);
    chosen.options.erase(std::unique(chosen.options.begin(), chosen.options.end()), chosen.options.end());
    return chosen;
  }

  Answer read_topics(const JsonValue& json) {
    const auto* object = json.as<JsonObject>();
    if (object == nullptr) return wrong_type(json, "an object of topics");
    PickedTopics topics;
    for (const JsonMember& member : object->members) {
      topic_ = member.key;
      const auto found = model_.topic_index.find(member.key);
      if (found == model_.topic_index.end()) {
        report_unknown_topic(member);
        continue;
      }
      if (auto ratings = read_ratings(member.value)) topics.picked.push_back({found->second, std::move(*ratings)});
    }
    topic_ = {};
    put_in_order(topics.picked, [](const PickedTopic& a, const PickedTopic& b) { return a.topic < b.topic; });
    while (topics.picked.size() > question_->most_topics) {
      const std::string& left_out = model_.topics[topics.picked.back().topic].id;
      report(DiagnosticCode::answer_out_of_range, json.place,
             {"\"", question_->id, "\" takes ", std::to_string(question_->most_topics), " topics at most; \"", left_out,
              "\", the last of them by the pack's order, is left out"});
      reporter_.last().topic = left_out;
      topics.picked.pop_back();
    }
    return topics;
  }

  void report_unknown_topic(const JsonMember& member) {
    std::vector<std::string_view> known;
    for (const Topic& topic : model_.topics) known.push_back(topic.id);
    report(DiagnosticCode::answer_unknown_option, member.place,
           {"there is no topic \"", member.key, "\"; it is left out"}, did_you_mean(member.key, known));
  }

  std::optional<std::vector<Rating>> read_ratings(const JsonValue& json) {
    const auto* object = json.as<JsonObject>();
    if (object == nullptr) {
      (void)wrong_type(json, "an object of ratings");
      return std::nullopt;
    }
    std::vector<Rating> ratings(question_->aspects.size());
    for (const JsonMember& member : object->members) read_rating(member, ratings);
    return ratings;
  }

  void read_rating(const JsonMember& member, std::vector<Rating>& ratings) {
    for (std::size_t i = 0; i < question_->aspects.size(); ++i) {
      if (question_->aspects[i].id != member.key) continue;
      if (member.value.as<JsonNull>() != nullptr) {
        ratings[i].state = Rating::State::declined;
        return;
      }
      const Answer point = read_integer(member.value, 1, question_->aspects[i].points);
      if (const auto* value = std::get_if<std::int64_t>(&point))
        ratings[i] = {Rating::State::rated, static_cast<std::uint32_t>(*value - 1)};
      return;
    }
    std::vector<std::string_view> known;
    for (const Aspect& aspect : question_->aspects) known.push_back(aspect.id);
    report(DiagnosticCode::answer_unknown_option, member.place,
           {"\"", question_->id, "\" has no aspect \"", member.key, "\"; it is left out"},
           did_you_mean(member.key, known));
  }

  const Model& model_;
  const Date& today_;
  Reporter& reporter_;
  const Question* question_ = nullptr;
  std::string_view topic_;  ///< that is being read; empty outside of picked topics
};

}  // namespace

Answers read_answers(const JsonValue& json, const Model& model, const Date& today, Reporter& reporter) {
  return AnswersReader(model, today, reporter).run(json);
}

}  // namespace waymark
