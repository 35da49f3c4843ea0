#include "checking/check_shares.h"

#include <algorithm>
#include <optional>
#include <string>

#include "checking/answer_table.h"
#include "checking/question_lookup.h"

namespace waymark {
namespace {

constexpr std::uint32_t usually_picked = 3;
constexpr TableWords words = {"share", "a share"};

/// Every answer alike; of topics, as many picked as people usually do.
Shares uniform(const Question& question) {
  Shares shares;
  switch (question.kind) {
    case QuestionKind::one: shares.by_answer.assign(question.options.size(), 1); break;
    case QuestionKind::many: shares.by_answer.assign(question.options.size(), everyone / 2); break;
    case QuestionKind::scale: shares.by_answer.assign(question.points, 1); break;
    case QuestionKind::yes_no: shares.by_answer = {1, 1}; break;
    case QuestionKind::number:
    case QuestionKind::since: shares.rows = {{question.lowest, 1}}; break;
    case QuestionKind::topics:
      shares.picked.assign(std::min(usually_picked, question.most_topics), 0);
      shares.picked.push_back(1);
      for (const Aspect& aspect : question.aspects) shares.by_aspect.emplace_back(aspect.points, 1);
      break;
  }
  return shares;
}

class SharesChecker {
 public:
  SharesChecker(const Pack& pack, const Model& model, const IdIndex& questions, Reporter& reporter)
      : pack_(pack), model_(model), questions_(questions), reporter_(reporter) {}

  std::vector<Shares> run() {
    std::vector<std::optional<Shares>> given(model_.questions.size());
    if (pack_.interview)
      for (const AuthoredShares& authored : pack_.interview->shares) {
        const std::uint32_t* index = find_question(questions_, model_, authored.question, reporter_);
        if (index == nullptr) continue;
        if (given[*index])
          error(DiagnosticCode::id_duplicate, authored.question.place,
                {"the shares of \"", authored.question.value, "\" are given twice"});
        const Question& question = model_.questions[*index];
        given[*index] = authored.uniform ? uniform(question) : shares(authored, question);
      }
    std::vector<Shares> all;
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (pack_.interview && !given[i])
        error(DiagnosticCode::shares_missing, pack_.interview->place,
              {"nothing is said of how often each answer to \"", model_.questions[i].id, "\" is given"},
              {"add { \"question\": \"", model_.questions[i].id, "\", \"source\": \"uniform\" }"});
      all.push_back(given[i] ? std::move(*given[i]) : uniform(model_.questions[i]));
    }
    return all;
  }

 private:
  void error(DiagnosticCode code, Place place, Message message, Message suggestion = {}) {
    reporter_.error(code, place, std::move(message), std::move(suggestion));
  }

  Shares shares(const AuthoredShares& authored, const Question& question) {
    Shares shares;
    if (question.kind == QuestionKind::topics) {
      topics(authored, question, shares);
    } else if (!authored.shares) {
      error(DiagnosticCode::shares_form, authored.place, "the shares of this question are given by \"shares\"");
    } else {
      PointsTable table = check_table(*authored.shares, answerable(question), words, reporter_);
      if (question.kind == QuestionKind::many) out_of_everyone(table.by_answer, authored.shares->place);
      else some(table.by_answer.empty() ? points_of(table.rows) : table.by_answer, authored.shares->place);
      shares.by_answer = std::move(table.by_answer);
      shares.rows = std::move(table.rows);
    }
    return shares;
  }

  void topics(const AuthoredShares& authored, const Question& question, Shares& shares) {
    if (authored.shares || authored.picked.empty())
      return error(DiagnosticCode::shares_form, authored.place,
                   "the shares of topics are given by \"picked\" and \"ratings\"");
    if (authored.picked.size() > question.most_topics + 1)
      error(DiagnosticCode::out_of_range, authored.place,
            {"at most ", std::to_string(question.most_topics), " topics are picked"});
    some(authored.picked, authored.place);
    shares.picked = authored.picked;
    shares.by_aspect.resize(question.aspects.size());
    for (const auto& [id, ratings] : authored.ratings)
      if (const auto aspect = find_aspect(question, id, reporter_)) {
        const Answerable points = {question.aspects[*aspect].points, {}, false, 0};
        shares.by_aspect[*aspect] = check_table(ratings, points, words, reporter_).by_answer;
        some(shares.by_aspect[*aspect], ratings.place);
      }
    for (std::size_t i = 0; i < question.aspects.size(); ++i)
      if (shares.by_aspect[i].empty())
        error(DiagnosticCode::option_missing, authored.place,
              {"\"ratings\" says nothing of the aspect \"", question.aspects[i].id, "\""});
  }

  static std::vector<std::int32_t> points_of(const std::vector<PointsRow>& rows) {
    std::vector<std::int32_t> points;
    points.reserve(rows.size());
    for (const PointsRow& row : rows) points.push_back(row.points);
    return points;
  }

  void some(const std::vector<std::int32_t>& shares, Place place) {
    if (std::all_of(shares.begin(), shares.end(), [](std::int32_t share) { return share == 0; }) && !shares.empty())
      error(DiagnosticCode::out_of_range, place, "some share must be above 0");
  }

  void out_of_everyone(const std::vector<std::int32_t>& shares, Place place) {
    if (std::any_of(shares.begin(), shares.end(), [](std::int32_t share) { return share > everyone; }))
      error(DiagnosticCode::out_of_range, place, "where several can be chosen, each share is out of 10000");
  }

  const Pack& pack_;
  const Model& model_;
  const IdIndex& questions_;
  Reporter& reporter_;
};

}  // namespace

std::vector<Shares> check_shares(const Pack& pack, const Model& model, const IdIndex& questions, Reporter& reporter) {
  return SharesChecker(pack, model, questions, reporter).run();
}

}  // namespace waymark
