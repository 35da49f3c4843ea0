#include <catch2/catch_test_macros.hpp>

#include "migrated_case.h"
#include "opened_case.h"
#include "support/saves.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

SaidAnswers all_said(const GeneratedCase& generated) {
  SaidAnswers all = generated.said;
  all.insert(all.end(), generated.later.begin(), generated.later.end());
  return all;
}

Date months_later(const Date& date, int months) {
  const int month = 12 * date.year + date.month - 1 + months;
  return {month / 12, month % 12 + 1, 28};
}

/// The text with one piece of it taken out, put in or written over.
std::string damaged(std::string text) {
  const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
  const auto cut = *rc::gen::inRange<std::size_t>(0, *rc::gen::inRange(1, 40));
  const auto put = *rc::gen::inRange<std::size_t>(0, 4);
  std::string piece;
  if (*rc::gen::inRange(0, 3) == 0) piece = text.substr(*rc::gen::inRange<std::size_t>(0, text.size()), 3 * put);
  else
    for (std::size_t i = 0; i < put; ++i) piece += static_cast<char>(*rc::gen::inRange(-128, 128));
  return text.replace(at, cut, piece);
}

Model opened(const GeneratedPack& pack) {
  OpenedPack result = open_bundle({"bundle.json", to_bundle(pack)});
  if (!result.model) RC_FAIL("the pack is not sound: " + to_line(result.diagnostics.front()));
  return std::move(*result.model);
}

}  // namespace

TEST_CASE("what is saved comes back and is assessed the same byte for byte", "[properties]") {
  check_property(200, [] {
    const OpenedCase opened_case = any_case();
    const SaidAnswers said = all_said(opened_case.generated);
    const Date& today = opened_case.generated.today;
    const std::string text = encoded(opened_case.answers(said), opened_case.model, today);
    for (const std::optional<Date>& day : {std::optional<Date>(today), std::optional<Date>()}) {
      const Decoded back = decoded(text, opened_case.model, day);
      expect(back.saved.has_value() && back.diagnostics.empty(), "it is not taken back whole: ", text);
      expect(
          write_assessment(opened_case.assess(back.saved->answers), opened_case.model, {}) == opened_case.bytes(said),
          "it is assessed otherwise: ", text);
      expect(encoded(back.saved->answers, opened_case.model, today) == text, "it is another file: ", text);
    }
  });
}

TEST_CASE("months of a saved answer grow with those that pass, and nothing else does", "[properties]") {
  check_property(200, [] {
    const OpenedCase opened_case = any_case();
    const Date& today = opened_case.generated.today;
    const int passed = *rc::gen::inRange(0, 60);
    const Answers answers = opened_case.answers(all_said(opened_case.generated));
    const Decoded back =
        decoded(encoded(answers, opened_case.model, today), opened_case.model, months_later(today, passed));
    RC_ASSERT(back.saved.has_value());
    std::size_t over = 0;
    for (std::size_t i = 0; i < answers.of_question.size(); ++i) {
      Answer expected = answers.of_question[i];
      auto* months = std::get_if<std::int64_t>(&expected);
      if (opened_case.model.questions[i].kind == QuestionKind::since && months != nullptr) {
        *months += passed;
        if (*months > most_months) {
          ++over;
          expected = Unanswered{};
        }
      }
      expect(back.saved->answers.of_question[i] == expected, opened_case.model.questions[i].id, " is another answer");
    }
    expect(back.diagnostics.size() == over, "not each one that is left out is told");
  });
}

TEST_CASE("a damaged file is refused or says the same", "[properties]") {
  check_property(100, [] {
    const OpenedCase opened_case = any_case();
    const Date& today = opened_case.generated.today;
    const Answers answers = opened_case.answers(all_said(opened_case.generated));
    const std::string text = encoded(answers, opened_case.model, today);
    for (int i = 0; i < 20; ++i) {
      const std::string changed = damaged(text);
      const Decoded back = decoded(changed, opened_case.model, today);
      if (!back.saved) expect(has_errors(back.diagnostics), "it is refused without a word: ", changed);
      else
        expect(back.saved->answers.of_question == answers.of_question && back.saved->saved == today,
               "it says something else: ", changed);
    }
  });
}

TEST_CASE("of a file for another version, what still means the same is kept and all else is told", "[properties]") {
  check_property(300, [] {
    const MigratedCase migrated = *migrated_case();
    const Model before = opened(migrated.before);
    const Model after = opened(migrated.after);
    const Answers answers = answers_of(before, to_json(migrated.said), migrated.today);
    const ExpectedMigration expected = expected_migration(migrated, before, answers);
    const Decoded back = decoded(encoded(answers, before, migrated.today), after, migrated.today);
    RC_ASSERT(back.saved.has_value());
    const std::string kept = write_answers(back.saved->answers, after, migrated.today);
    expect(kept == expected.answers, "kept ", kept, ", not ", expected.answers);
    std::vector<std::pair<std::string, std::string>> dropped;
    for (const Diagnostic& diagnostic : back.diagnostics) {
      expect(diagnostic.severity == Severity::warning && !diagnostic.message.empty(), "it is told otherwise");
      dropped.emplace_back(diagnostic.question, diagnostic.topic);
    }
    std::sort(dropped.begin(), dropped.end());
    std::string told;
    for (const std::string& line : lines_of(back.diagnostics)) told += line + "\n";
    expect(dropped == expected.dropped, "dropped ", dropped.size(), ", not ", expected.dropped.size(), ":\n", told);
  });
}
