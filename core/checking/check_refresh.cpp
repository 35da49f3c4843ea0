#include "checking/check_refresh.h"

#include <string>
#include <string_view>

#include "checking/answer_table.h"
#include "checking/question_lookup.h"

namespace waymark {
namespace {

constexpr TableWords points = {"points", "a number of points"};

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
        part.by_pace[pace] = check_table(authored.points[own], *answers, points, reporter_);
      else part.by_pace[pace] = part.by_pace[0];
    }
    made_.parts.push_back(std::move(part));
  }

  std::optional<Answerable> answers_to(const AuthoredText& id, RefreshPart& part) {
    const std::uint32_t* index = find_question(questions_, model_, id, reporter_);
    if (index == nullptr) return std::nullopt;
    const Question& question = model_.questions[*index];
    part.question = *index;
    used_[*index] = true;
    if (question.kind != QuestionKind::many && question.kind != QuestionKind::topics) return answerable(question);
    error(DiagnosticCode::wrong_type, id.place,
          "only questions of kind one, scale, yes_no, number and since can be parts of a refresh");
    return std::nullopt;
  }

  std::optional<Answerable> ratings_of(const AuthoredRefreshPart& authored, RefreshPart& part) {
    if (!authored.aspect || topics_ == nullptr) return std::nullopt;
    part.question = static_cast<std::uint32_t>(topics_ - model_.questions.data());
    used_[part.question] = true;
    const auto aspect = find_aspect(*topics_, *authored.aspect, reporter_);
    if (!aspect) return std::nullopt;
    part.aspect = *aspect;
    return Answerable{topics_->aspects[*aspect].points, {}, false, 0};
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
