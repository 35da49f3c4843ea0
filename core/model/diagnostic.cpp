#include "model/diagnostic.h"

#include <algorithm>

namespace waymark {

std::string_view name_of(DiagnosticCode code) {
  switch (code) {
    case DiagnosticCode::json_syntax: return "json_syntax";
    case DiagnosticCode::json_duplicate_key: return "json_duplicate_key";
    case DiagnosticCode::json_too_deep: return "json_too_deep";
    case DiagnosticCode::too_large: return "too_large";
    case DiagnosticCode::file_missing: return "file_missing";
    case DiagnosticCode::file_unreadable: return "file_unreadable";
    case DiagnosticCode::file_unknown: return "file_unknown";
    case DiagnosticCode::member_missing: return "member_missing";
    case DiagnosticCode::member_unknown: return "member_unknown";
    case DiagnosticCode::wrong_type: return "wrong_type";
    case DiagnosticCode::out_of_range: return "out_of_range";
    case DiagnosticCode::id_malformed: return "id_malformed";
    case DiagnosticCode::id_duplicate: return "id_duplicate";
    case DiagnosticCode::id_unknown: return "id_unknown";
    case DiagnosticCode::date_malformed: return "date_malformed";
    case DiagnosticCode::date_order: return "date_order";
    case DiagnosticCode::link_not_https: return "link_not_https";
    case DiagnosticCode::option_missing: return "option_missing";
    case DiagnosticCode::if_not_asked_missing: return "if_not_asked_missing";
    case DiagnosticCode::if_not_asked_unused: return "if_not_asked_unused";
    case DiagnosticCode::section_split: return "section_split";
    case DiagnosticCode::section_empty: return "section_empty";
    case DiagnosticCode::bands_uncovered: return "bands_uncovered";
    case DiagnosticCode::table_uncovered: return "table_uncovered";
    case DiagnosticCode::question_unused: return "question_unused";
    case DiagnosticCode::criterion_form: return "criterion_form";
    case DiagnosticCode::intake_form: return "intake_form";
    case DiagnosticCode::refresh_form: return "refresh_form";
    case DiagnosticCode::shares_form: return "shares_form";
    case DiagnosticCode::shares_missing: return "shares_missing";
    case DiagnosticCode::plan_form: return "plan_form";
    case DiagnosticCode::need_unserved: return "need_unserved";
    case DiagnosticCode::text_missing: return "text_missing";
    case DiagnosticCode::check_due: return "check_due";
    case DiagnosticCode::cohorts_over: return "cohorts_over";
    case DiagnosticCode::translation_unstamped: return "translation_unstamped";
    case DiagnosticCode::translation_outdated: return "translation_outdated";
    case DiagnosticCode::rule_syntax: return "rule_syntax";
    case DiagnosticCode::rule_outside_subset: return "rule_outside_subset";
    case DiagnosticCode::rule_undeclared_name: return "rule_undeclared_name";
    case DiagnosticCode::rule_reads_later: return "rule_reads_later";
    case DiagnosticCode::rule_wrong_type: return "rule_wrong_type";
    case DiagnosticCode::rule_unknown_option: return "rule_unknown_option";
    case DiagnosticCode::rule_may_fail: return "rule_may_fail";
    case DiagnosticCode::rule_too_large: return "rule_too_large";
    case DiagnosticCode::rule_stays_open: return "rule_stays_open";
    case DiagnosticCode::unreachable: return "unreachable";
    case DiagnosticCode::answer_unknown_question: return "answer_unknown_question";
    case DiagnosticCode::answer_unknown_option: return "answer_unknown_option";
    case DiagnosticCode::answer_wrong_type: return "answer_wrong_type";
    case DiagnosticCode::answer_out_of_range: return "answer_out_of_range";
    case DiagnosticCode::model_unusable: return "model_unusable";
    case DiagnosticCode::request_malformed: return "request_malformed";
    case DiagnosticCode::answer_question_changed: return "answer_question_changed";
    case DiagnosticCode::save_not_ours: return "save_not_ours";
    case DiagnosticCode::save_newer_format: return "save_newer_format";
    case DiagnosticCode::save_damaged: return "save_damaged";
    case DiagnosticCode::save_other_pack: return "save_other_pack";
  }
  return "";
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
}

std::string to_line(const Diagnostic& diagnostic) {
  std::string line;
  if (!diagnostic.file.empty()) line += diagnostic.file + ":";
  if (diagnostic.line != 0) line += std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column) + ":";
  if (!line.empty()) line += ' ';
  line += diagnostic.severity == Severity::error ? "error: " : "warning: ";
  line += diagnostic.message;
  if (!diagnostic.suggestion.empty()) line += "; " + diagnostic.suggestion;
  line += " [";
  line += name_of(diagnostic.code);
  line += ']';
  return line;
}

}  // namespace waymark
