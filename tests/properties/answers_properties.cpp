#include <catch2/catch_test_macros.hpp>

#include "opened_case.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// Everything of an assessment that must not hang on whether a question was declined or is still open.
void expect_as_known(const OpenedCase& opened, const Assessment& open, const Assessment& declined) {
  expect_nested(opened, open, declined);
  expect_nested(opened, declined, open);
  for (std::size_t i = 0; i < opened.model.needs.size(); ++i)
    expect(open.needs[i].range.likely == declined.needs[i].range.likely, "need ", opened.model.needs[i].id,
           ": declining changed what is likely, from ", text_of(open.needs[i].range), " to ",
           text_of(declined.needs[i].range));
  const auto before = by_index(open);
  const auto after = by_index(declined);
  for (std::size_t i = 0; i < opened.model.programmes.size(); ++i)
    expect(before[i]->fit.likely == after[i]->fit.likely, "programme ", opened.model.programmes[i].id,
           ": declining changed its likely fit");
}

}  // namespace

TEST_CASE("more answers never widen a range, nor flip what is settled", "[properties]") {
  check_property(200, [] {
    const OpenedCase opened = any_case();
    SaidAnswers said = opened.generated.said;
    const Assessment first = opened.assess(said);
    Assessment before = first;
    for (const auto& answer : opened.generated.later) {
      said.push_back(answer);
      Assessment after = opened.assess(said);
      expect_nested(opened, before, after);
      before = std::move(after);
    }
    expect_nested(opened, opened.assess(SaidAnswers{}), first);
    expect_nested(opened, first, before);
  });
}

TEST_CASE("declining says no more than silence", "[properties]") {
  check_property(150, [] {
    const OpenedCase opened = any_case();
    SaidAnswers open;
    const SaidAnswers& declined = opened.generated.said;
    for (const auto& answer : opened.generated.said)
      if (answer.second != "null") open.push_back(answer);
    expect_as_known(opened, opened.assess(open), opened.assess(declined));
    for (const GeneratedQuestion& question : opened.generated.pack.questions) {
      const auto is_this = [&](const auto& answer) { return answer.first == question.id; };
      if (std::any_of(declined.begin(), declined.end(), is_this)) continue;
      SaidAnswers also = open;
      also.emplace_back(question.id, "null");
      expect_as_known(opened, opened.assess(open), opened.assess(also));
    }
  });
}

TEST_CASE("an answer to a question that is not asked changes nothing but what would open when it is", "[properties]") {
  check_property(150, [] {
    const OpenedCase opened = any_case();
    const Assessment assessment = opened.assess(opened.generated.said);
    SaidAnswers counting;
    for (const auto& answer : opened.generated.said)
      if (!holds(assessment.not_asked, index_of(opened.model.questions, answer.first))) counting.push_back(answer);
    const auto bytes = [&](const SaidAnswers& said) {
      Assessment told = opened.assess(said);
      for (ProgrammeAssessment& programme : told.programmes) {
        programme.opened_by.clear();
        if (programme.verdict == Verdict::not_eligible) programme.over_budget = false;  // of the search for it
      }
      return write_assessment(told, opened.model, {});
    };
    expect(bytes(counting) == bytes(opened.generated.said), "it changes the assessment to ",
           bytes(opened.generated.said), " from ", bytes(counting));
  });
}

TEST_CASE("the order of keys does not matter, and the same call twice gives the same bytes", "[properties]") {
  check_property(120, [] {
    const OpenedCase opened = any_case();
    SaidAnswers said = opened.generated.said;
    said.insert(said.end(), opened.generated.later.begin(), opened.generated.later.end());
    const std::string once = opened.bytes(said);
    expect(opened.bytes(said) == once, "the second call gives other bytes");
    std::sort(said.begin(), said.end());
    expect(opened.bytes(said) == once, "the keys in order give other bytes");
    std::reverse(said.begin(), said.end());
    expect(opened.bytes(said) == once, "the keys in reverse order give other bytes");
    const OpenedCase again = open_case(opened.generated);
    expect(again.bytes(said) == once, "the pack opened anew gives other bytes");
  });
}
