#pragma once

#include <string>
#include <vector>

namespace waymark::testing {

/// Answers to the small pack with faults, and all that reading them says.
struct AnswerFault {
  std::string answers;
  std::vector<std::string> lines;
  std::string question;  ///< that the first line is about
};

inline std::vector<AnswerFault> answer_faults() {
  return {
      {"[]",
       {"answers.json:1:1: warning: answers are an object, {\"question-id\": value}, but this is a list "
        "[answer_wrong_type]"},
       ""},
      {"null",
       {"answers.json:1:1: warning: answers are an object, {\"question-id\": value}, but this is null "
        "[answer_wrong_type]"},
       ""},
      {R"({"regoin": "north"})",
       {"answers.json:1:2: warning: there is no question \"regoin\"; its answer is left out; did you mean \"region\"? "
        "[answer_unknown_question]"},
       "regoin"},
      {R"({"zebra": "north"})",
       {"answers.json:1:2: warning: there is no question \"zebra\"; its answer is left out [answer_unknown_question]"},
       "zebra"},
      {R"({"going_to": "coding"})",
       {"answers.json:1:2: warning: there is no question \"going_to\"; its answer is left out "
        "[answer_unknown_question]"},
       "going_to"},
      // one
      {R"({"region": "nroth"})",
       {"answers.json:1:12: warning: \"region\" has no option \"nroth\"; it is left out; did you mean \"north\"? "
        "[answer_unknown_option]"},
       "region"},
      {R"({"region": ""})",
       {"answers.json:1:12: warning: \"region\" has no option \"\"; it is left out [answer_unknown_option]"},
       "region"},
      {R"({"region": ["north"]})",
       {"answers.json:1:12: warning: the answer to \"region\" is a list, but an option is needed; it is left out "
        "[answer_wrong_type]"},
       "region"},
      // many
      {R"({"reasons": "caring"})",
       {"answers.json:1:13: warning: the answer to \"reasons\" is a text, but a list of options is needed; it is left "
        "out [answer_wrong_type]"},
       "reasons"},
      {R"({"reasons": ["caring", "moove"]})",
       {"answers.json:1:24: warning: \"reasons\" has no option \"moove\"; it is left out; did you mean \"move\"? "
        "[answer_unknown_option]"},
       "reasons"},
      {R"({"reasons": ["caring", 1]})",
       {"answers.json:1:24: warning: the answer to \"reasons\" is a whole number, but an option is needed; it is left "
        "out [answer_wrong_type]"},
       "reasons"},
      // yes_no
      {R"({"mentor": "yes"})",
       {"answers.json:1:12: warning: the answer to \"mentor\" is a text, but true or false is needed; it is left out "
        "[answer_wrong_type]"},
       "mentor"},
      {R"({"mentor": 1})",
       {"answers.json:1:12: warning: the answer to \"mentor\" is a whole number, but true or false is needed; it is "
        "left "
        "out [answer_wrong_type]"},
       "mentor"},
      // scale
      {R"({"sure": 0})",
       {"answers.json:1:10: warning: the answer to \"sure\" is not within 1 to 5; it is left out "
        "[answer_out_of_range]"},
       "sure"},
      {R"({"sure": 6})",
       {"answers.json:1:10: warning: the answer to \"sure\" is not within 1 to 5; it is left out "
        "[answer_out_of_range]"},
       "sure"},
      {R"({"sure": 2.0})",
       {"answers.json:1:10: warning: the answer to \"sure\" is a decimal number, but a whole number is needed; it is "
        "left "
        "out [answer_wrong_type]"},
       "sure"},
      // number
      {R"({"hours": 41})",
       {"answers.json:1:11: warning: the answer to \"hours\" is not within 0 to 40; it is left out "
        "[answer_out_of_range]"},
       "hours"},
      {R"({"hours": 16.5})",
       {"answers.json:1:11: warning: the answer to \"hours\" is a decimal number, but a whole number is needed; it is "
        "left out [answer_wrong_type]"},
       "hours"},
      {R"({"pay": 99.6})",
       {"answers.json:1:9: warning: the answer to \"pay\" is not within the question's bounds; it is left out "
        "[answer_out_of_range]"},
       "pay"},
      {R"({"pay": -1})",
       {"answers.json:1:9: warning: the answer to \"pay\" is not within the question's bounds; it is left out "
        "[answer_out_of_range]"},
       "pay"},
      {R"({"pay": "12"})",
       {"answers.json:1:9: warning: the answer to \"pay\" is a text, but a number is needed; it is left out "
        "[answer_wrong_type]"},
       "pay"},
      // since
      {R"({"away_since": 721})",
       {"answers.json:1:16: warning: the answer to \"away_since\" is not within 0 to 720; it is left out "
        "[answer_out_of_range]"},
       "away_since"},
      {R"({"away_since": -1})",
       {"answers.json:1:16: warning: the answer to \"away_since\" is not within 0 to 720; it is left out "
        "[answer_out_of_range]"},
       "away_since"},
      {R"({"away_since": "2026-07"})",
       {"answers.json:1:16: warning: the answer to \"away_since\" is not a month that has begun; it is left out "
        "[answer_out_of_range]"},
       "away_since"},
      {R"({"away_since": "1966-05"})",
       {"answers.json:1:16: warning: the answer to \"away_since\" is not within the last 60 years; it is left out "
        "[answer_out_of_range]"},
       "away_since"},
      {R"({"away_since": "2020"})",
       {"answers.json:1:16: warning: the answer to \"away_since\" is a text, but a month such as \"2021-09\" is "
        "needed; "
        "it is left out [answer_wrong_type]"},
       "away_since"},
      {R"({"away_since": 1.5})",
       {"answers.json:1:16: warning: the answer to \"away_since\" is a decimal number, but a month such as "
        "\"2021-09\", "
        "or a number of months, is needed; it is left out [answer_wrong_type]"},
       "away_since"},
      // topics
      {R"({"topics": ["web"]})",
       {"answers.json:1:12: warning: the answer to \"topics\" is a list, but an object of topics is needed; it is left "
        "out [answer_wrong_type]"},
       "topics"},
      {R"({"topics": {"wbe": {}}})",
       {"answers.json:1:13: warning: there is no topic \"wbe\"; it is left out; did you mean \"web\"? "
        "[answer_unknown_option]"},
       "topics"},
      {R"({"topics": {"web": {"abel": 1}}})",
       {"answers.json:1:21: warning: \"topics\" has no aspect \"abel\"; it is left out; did you mean \"able\"? "
        "[answer_unknown_option]"},
       "topics"},
      {R"({"topics": {"web": {"able": 6}}})",
       {"answers.json:1:29: warning: the answer to \"topics\" is not within 1 to 5; it is left out "
        "[answer_out_of_range]"},
       "topics"},
      {R"({"topics": {"web": {"current": 4}}})",
       {"answers.json:1:32: warning: the answer to \"topics\" is not within 1 to 3; it is left out "
        "[answer_out_of_range]"},
       "topics"},
      {R"({"topics": {"web": {"able": "1"}}})",
       {"answers.json:1:29: warning: the answer to \"topics\" is a text, but a whole number is needed; it is left out "
        "[answer_wrong_type]"},
       "topics"},
      {R"({"topics": {"web": {}, "data": {}, "roofs": {}, "bricks": {}}})",
       {"answers.json:1:12: warning: \"topics\" takes 3 topics at most; \"web\", the last of them by the pack's order, "
        "is left out "
        "[answer_out_of_range]"},
       "topics"},
      // several at once, each at its place
      {"{\"r\xC3\xA9gion\": 1, \"sure\": 9,\n \"region\": \"north\", \"mentor\": 0}",
       {"answers.json:1:2: warning: there is no question \"r\xC3\xA9gion\"; its answer is left out; did you mean "
        "\"region\"? [answer_unknown_question]",
        "answers.json:1:23: warning: the answer to \"sure\" is not within 1 to 5; it is left out [answer_out_of_range]",
        "answers.json:2:31: warning: the answer to \"mentor\" is a whole number, but true or false is needed; it is "
        "left "
        "out [answer_wrong_type]"},
       "r\xC3\xA9gion"},
  };
}

}  // namespace waymark::testing
