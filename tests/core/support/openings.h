#pragma once

#include <string>
#include <vector>

#include "model/assessment.h"
#include "model/model.h"

namespace waymark::testing {

/// A change as a short text such as `hours >= 16`; of decimals with their hundredths.
inline std::string shown(const Change& change, const Model& model) {
  const Question& question = model.questions[change.question];
  std::string text = question.id;
  switch (change.form) {
    case Change::Form::at_least: return text + " >= " + std::to_string(change.number);
    case Change::Form::at_most: return text + " <= " + std::to_string(change.number);
    case Change::Form::options:
      for (const std::uint32_t option : change.add) text += " + " + question.options[option];
      for (const std::uint32_t option : change.remove) text += " - " + question.options[option];
      return text;
    case Change::Form::choose:
      if (question.kind == QuestionKind::yes_no) return text + " = " + (change.option == 1 ? "yes" : "no");
      return text + " = " + question.options[change.option];
  }
  return text;
}

/// A line a set.
inline std::vector<std::string> shown(const std::vector<Opening>& openings, const Model& model) {
  std::vector<std::string> lines;
  for (const Opening& opening : openings) {
    lines.emplace_back();
    for (const Change& change : opening) lines.back() += (lines.back().empty() ? "" : ", ") + shown(change, model);
  }
  return lines;
}

}  // namespace waymark::testing
