#include "checking/answer_table.h"

#include <string>

#include "checking/question_lookup.h"
#include "text/closest.h"

namespace waymark {
namespace {

std::vector<std::int32_t> by_option(const AuthoredPoints& authored, const Answerable& answers, const TableWords& words,
                                    Reporter& reporter) {
  return in_order_of(
      answers.options, authored.by_option,
      [&](const AuthoredText& id) {
        reporter.error(DiagnosticCode::id_unknown, id.place, {"the question has no option \"", id.value, "\""},
                       did_you_mean(id.value, answers.options));
      },
      [&](std::string_view option) {
        reporter.error(DiagnosticCode::option_missing, authored.place,
                       {"this says nothing of the option \"", option, "\""}, {"give it ", words.value});
      });
}

std::vector<PointsRow> by_rows(const AuthoredPoints& authored, const Answerable& answers, const TableWords& words,
                               Reporter& reporter) {
  std::vector<PointsRow> rows;
  if (authored.rows.empty() || !authored.by_point.empty()) {
    reporter.error(DiagnosticCode::option_missing, authored.place,
                   {"a number needs rows, each with \"from\" and \"", words.member, "\""});
    return rows;
  }
  if (authored.rows.front().from.value > answers.lowest)
    reporter.error(DiagnosticCode::table_uncovered, authored.rows.front().from.place,
                   "the first row must start at or below the lowest answer");
  for (const AuthoredRow& row : authored.rows) {
    if (!rows.empty() && row.from.value <= rows.back().from)
      reporter.error(DiagnosticCode::table_uncovered, row.from.place, "each row must start above the one before it");
    rows.push_back({row.from.value, row.points});
  }
  return rows;
}

}  // namespace

Answerable answerable(const Question& question) {
  switch (question.kind) {
    case QuestionKind::scale: return {question.points, {}, false, 0};
    case QuestionKind::one:
    case QuestionKind::many:
    case QuestionKind::yes_no: return {0, answer_names(question), false, 0};
    case QuestionKind::number:
    case QuestionKind::since: return {0, {}, true, question.lowest};
    case QuestionKind::topics: break;
  }
  return {};
}

PointsTable check_table(const AuthoredPoints& authored, const Answerable& answers, const TableWords& words,
                        Reporter& reporter) {
  PointsTable table;
  if (answers.is_number) {
    table.rows = by_rows(authored, answers, words, reporter);
  } else if (!answers.options.empty()) {
    table.by_answer = by_option(authored, answers, words, reporter);
  } else if (authored.by_point.size() == answers.points && authored.rows.empty()) {
    table.by_answer = authored.by_point;
  } else {
    reporter.error(DiagnosticCode::option_missing, authored.place,
                   {"this must list ", std::to_string(answers.points), " values, one a point, from the first"});
  }
  return table;
}

}  // namespace waymark
