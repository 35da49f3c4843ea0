#include "checking/check_refresh.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "text/closest.h"

namespace waymark {
namespace {

/// The answers that a table has points for.
struct Answerable {
  std::size_t points = 0;                 ///< of a scale or an aspect
  std::vector<std::string_view> options;  ///< of one or yes_no
  bool is_number = false;
  double lowest = 0;
};

class RefreshChecker {
 public:
  RefreshChecker(const Pack& pack, const Model& model, const IdIndex& questions, std::vector<bool>& used,
                 Reporter& reporter)
      : pack_(pack), model_(model), questions_(questions), used_(used), reporter_(reporter) {}

  RefreshModel run() {
    const AuthoredRefresh& refresh = *pack_.refresh;
    made_.cap = refresh.cap;
    topics_question();
    if (refresh.parts.empty()) error(DiagnosticCode::member_missing, refresh.place, "a refresh has no parts");
    IdIndex ids("part of a refresh");
    for (const AuthoredRefreshPart& part : refresh.parts) {
      ids.add(part.id, reporter_);
      add_part(part);
    }
    plan_hours(refresh);
    topic_hours();
    return std::move(made_);
  }

 private:
  void error(DiagnosticCode code, Place place, Message message, Message suggestion = {}) {
    reporter_.error(code, place, std::move(message), std::move(suggestion));
  }

  void topics_question() {
    for (const Question& question : model_.questions)
      if (question.kind == QuestionKind::topics) topics_ = &question;
    if (topics_ == nullptr)
      error(DiagnosticCode::refresh_form, pack_.refresh->place,
            "without a question of kind topics nothing is refreshed");
  }

  void plan_hours(const AuthoredRefresh& refresh) {
    if (refresh.plan_hours.empty())
      error(DiagnosticCode::member_missing, refresh.place, "\"plan_hours\" lists no hours to round to");
    for (const Authored<std::int32_t>& hours : refresh.plan_hours) {
      if (!made_.plan_hours.empty() && hours.value <= made_.plan_hours.back())
        error(DiagnosticCode::table_uncovered, hours.place, "each number of hours must be above the one before it");
      made_.plan_hours.push_back(hours.value);
    }
  }

  void topic_hours() {
    for (const AuthoredGroup& group : pack_.groups)
      for (const AuthoredTopic& topic : group.topics)
        if (topic.hours == 0)
          error(DiagnosticCode::member_missing, topic.place,
                {"\"", topic.id.value, "\" needs the member \"hours\", those of a full refresh"});
  }

  void add_part(const AuthoredRefreshPart& authored) {
    RefreshPart part;
    part.id = authored.id.value;
    const auto answers = authored.question ? answers_to(*authored.question, part) : ratings_of(authored, part);
    if (!answers || authored.points.empty()) return;
    for (std::size_t pace = 0; pace < pace_count; ++pace) {
      const std::size_t own = authored.points.size() == 1 ? 0 : pace;
      if (own < authored.points.size() && (pace == 0 || own > 0))
        part.by_pace[pace] = table(authored.points[own], *answers);
      else part.by_pace[pace] = part.by_pace[0];
    }
    made_.parts.push_back(std::move(part));
  }

  std::optional<Answerable> answers_to(const AuthoredText& id, RefreshPart& part) {
    const std::uint32_t* index = questions_.find(id, reporter_);
    if (index == nullptr) return std::nullopt;
    if (*index >= model_.questions.size()) {
      error(DiagnosticCode::id_unknown, id.place,
            {"\"", id.value, "\" is a derived value, but a question is needed here"});
      return std::nullopt;
    }
    const Question& question = model_.questions[*index];
    part.question = *index;
    used_[*index] = true;
    Answerable answers;
    switch (question.kind) {
      case QuestionKind::scale: answers.points = question.points; break;
      case QuestionKind::one: answers.options = {question.options.begin(), question.options.end()}; break;
      case QuestionKind::yes_no: answers.options = {"no", "yes"}; break;
      case QuestionKind::number:
      case QuestionKind::since:
        answers.is_number = true;
        answers.lowest = question.lowest;
        break;
      case QuestionKind::many:
      case QuestionKind::topics:
        error(DiagnosticCode::wrong_type, id.place,
              "only questions of kind one, scale, yes_no, number and since can be parts of a refresh");
        return std::nullopt;
    }
    return answers;
  }

  std::optional<Answerable> ratings_of(const AuthoredRefreshPart& authored, RefreshPart& part) {
    if (!authored.aspect || topics_ == nullptr) return std::nullopt;
    part.question = static_cast<std::uint32_t>(topics_ - model_.questions.data());
    used_[part.question] = true;
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < topics_->aspects.size(); ++i) {
      known.push_back(topics_->aspects[i].id);
      if (topics_->aspects[i].id != authored.aspect->value) continue;
      part.aspect = static_cast<std::uint32_t>(i);
      return Answerable{topics_->aspects[i].points, {}, false, 0};
    }
    error(DiagnosticCode::id_unknown, authored.aspect->place,
          {"\"", topics_->id, "\" has no aspect \"", authored.aspect->value, "\""},
          did_you_mean(authored.aspect->value, known));
    return std::nullopt;
  }

  PointsTable table(const AuthoredPoints& authored, const Answerable& answers) {
    PointsTable made;
    if (answers.is_number) rows(authored, answers, made);
    else if (!answers.options.empty()) options(authored, answers, made);
    else if (authored.by_point.size() == answers.points && authored.rows.empty()) made.by_answer = authored.by_point;
    else
      error(DiagnosticCode::option_missing, authored.place,
            {"this must list ", std::to_string(answers.points), " values, one a point, from the first"});
    return made;
  }

  void rows(const AuthoredPoints& authored, const Answerable& answers, PointsTable& made) {
    if (authored.rows.empty() || !authored.by_point.empty())
      return error(DiagnosticCode::option_missing, authored.place,
                   "a number needs rows, each with \"from\" and \"points\"");
    if (authored.rows.front().from.value > answers.lowest)
      error(DiagnosticCode::table_uncovered, authored.rows.front().from.place,
            "the first row must start at or below the lowest answer");
    for (const AuthoredRow& row : authored.rows) {
      if (!made.rows.empty() && row.from.value <= made.rows.back().from)
        error(DiagnosticCode::table_uncovered, row.from.place, "each row must start above the one before it");
      made.rows.push_back({row.from.value, row.points});
    }
  }

  void options(const AuthoredPoints& authored, const Answerable& answers, PointsTable& made) {
    std::vector<bool> given(answers.options.size(), false);
    made.by_answer.assign(answers.options.size(), 0);
    for (const auto& [id, points] : authored.by_option) {
      const auto found = std::find(answers.options.begin(), answers.options.end(), id.value);
      if (found == answers.options.end()) {
        error(DiagnosticCode::id_unknown, id.place, {"the question has no option \"", id.value, "\""},
              did_you_mean(id.value, answers.options));
        continue;
      }
      const auto index = static_cast<std::size_t>(found - answers.options.begin());
      given[index] = true;
      made.by_answer[index] = points;
    }
    for (std::size_t i = 0; i < answers.options.size(); ++i)
      if (!given[i])
        error(DiagnosticCode::option_missing, authored.place,
              {"this says nothing of the option \"", answers.options[i], "\""}, "give it a number of points");
  }

  const Pack& pack_;
  const Model& model_;
  const IdIndex& questions_;
  std::vector<bool>& used_;
  Reporter& reporter_;
  const Question* topics_ = nullptr;
  RefreshModel made_;
};

}  // namespace

RefreshModel check_refresh(const Pack& pack, const Model& model, const IdIndex& questions, std::vector<bool>& used,
                           Reporter& reporter) {
  return RefreshChecker(pack, model, questions, used, reporter).run();
}

}  // namespace waymark
