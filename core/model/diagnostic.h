#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

enum class Severity : std::uint8_t { error, warning };

/// What is wrong, as a stable name for tools and tests.
enum class DiagnosticCode : std::uint8_t {
  // the text is not the JSON that is read
  json_syntax,
  json_duplicate_key,
  json_too_deep,
  too_large,
  // the shape of a file
  file_missing,
  file_unreadable,
  file_unknown,
  member_missing,
  member_unknown,
  wrong_type,
  out_of_range,
  id_malformed,
  id_duplicate,
  id_unknown,
  date_malformed,
  date_order,
  link_not_https,
  // meaning across files
  option_missing,
  if_not_asked_missing,
  if_not_asked_unused,
  section_split,
  section_empty,
  bands_uncovered,
  table_uncovered,
  question_unused,
  criterion_form,
  intake_form,
  refresh_form,
  shares_form,
  shares_missing,
  plan_form,
  need_unserved,
  text_missing,
  check_due,
  cohorts_over,
  translation_unstamped,
  translation_outdated,
  // rules
  rule_syntax,
  rule_outside_subset,
  rule_undeclared_name,
  rule_reads_later,
  rule_wrong_type,
  rule_unknown_option,
  rule_may_fail,
  rule_too_large,
  rule_stays_open,
  unreachable,
  // the form that the page opens
  model_unusable,
  // answers and requests
  answer_unknown_question,
  answer_unknown_option,
  answer_wrong_type,
  answer_out_of_range,
  request_malformed,
  // save files
  answer_question_changed,
  save_not_ours,
  save_newer_format,
  save_damaged,
  save_other_pack,
};

/// The stable name of a code, such as `member_missing`.
[[nodiscard]] std::string_view name_of(DiagnosticCode code);

/// One fault or doubt, where it is and what would mend it.
struct Diagnostic {
  Severity severity = Severity::error;
  DiagnosticCode code = DiagnosticCode::json_syntax;
  std::string file;          ///< as it was named by the caller; empty where the text had no name
  std::uint32_t line = 0;    ///< from 1; 0 where no place is known
  std::uint32_t column = 0;  ///< from 1, in characters (code points)
  std::string message;
  std::string suggestion;  ///< what to write instead; may be empty
  std::string question;    ///< for answers: the question they were given to; may be empty
  std::string topic;       ///< for one picked topic of an answer: that topic; may be empty

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);

/// `file:line:column: error: message [code]`, and the suggestion if there is one.
[[nodiscard]] std::string to_line(const Diagnostic& diagnostic);

}  // namespace waymark
