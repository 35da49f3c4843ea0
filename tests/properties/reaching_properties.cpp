// What is proved of a pack, against the people that there can be.
#include <catch2/catch_test_macros.hpp>

#include "completions.h"
#include "opened_case.h"
#include "reaching/check_examples.h"
#include "reaching/findings_writer.h"
#include "reaching/reach.h"
#include "reaching/unreachable.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

constexpr std::size_t most_people = 600;

/// People who answer any of the questions in any way: all of them where they are few, else some all over the place.
class EveryPerson {
 public:
  explicit EveryPerson(const OpenedCase& opened) : opened_(opened) {
    for (std::uint32_t i = 0; i < opened.model.questions.size(); ++i) {
      ways_.push_back(representative_answers(opened.generated.pack, opened.model, i, opened.generated.today));
      ways_.back().emplace_back(Unanswered{});
      count_ = std::min<std::size_t>(std::size_t{1} << 40, count_ * ways_.back().size());
    }
  }

  template <typename Visit>
  void each(Visit visit) const {
    // A stride that has no factor in common with the count would do as well; a large odd one comes near enough.
    const std::size_t stride = count_ <= most_people ? 1 : count_ / most_people | 1U;
    Answers answers;
    answers.of_question.resize(ways_.size());
    for (std::size_t person = 0; person < count_; person += stride) {
      std::size_t left = person;
      for (std::size_t i = 0; i < ways_.size(); ++i) {
        answers.of_question[i] = ways_[i][left % ways_[i].size()];
        left /= ways_[i].size();
      }
      visit(answers);
    }
  }

 private:
  const OpenedCase& opened_;
  std::vector<std::vector<Answer>> ways_;  ///< by question, none at all the last
  std::size_t count_ = 1;
};

void expect_true_of_everybody(const OpenedCase& opened, const Findings& findings) {
  for (const Finding& finding : findings.all)
    expect(finding.proof != Proof::reached || finding.is_checked, words_of(finding.claim, opened.model),
           ": its example does not show it");
  EveryPerson(opened).each([&](const Answers& answers) {
    const Assessment whole = opened.assess(answers);
    for (const Finding& finding : findings.all) {
      if (finding.proof == Proof::reached || finding.proof == Proof::not_proved) continue;
      const Finding said = {finding.claim, finding.proof, answers};
      const bool is_whole = finding.claim.kind != Claim::Kind::question && finding.claim.kind != Claim::Kind::answer;
      const bool shown = shows(opened.model, is_whole ? whole : opened.assess(answers_to_assess(said)), said);
      expect(!shown, words_of(finding.claim, opened.model), ": somebody shows it, but it is said to be out of reach");
    }
  });
}

}  // namespace

TEST_CASE("every example shows its claim, and nobody shows what is said to be out of reach", "[properties]") {
  check_property(60, [] {
    const OpenedCase opened = any_case();
    expect_true_of_everybody(opened, reach(opened.model, opened.generated.today));
  });
}

TEST_CASE("where numbers are only compared every claim is proved one way or the other", "[properties]") {
  CaseNeeds needs;
  needs.numbers = Numbers::plain;
  check_property(60, [needs] {
    const OpenedCase opened = any_case(needs);
    const Findings findings = reach(opened.model, opened.generated.today);
    for (const Finding& finding : findings.all)
      expect(finding.proof != Proof::not_proved, words_of(finding.claim, opened.model), ": not proved");
    expect_true_of_everybody(opened, findings);
  });
}

TEST_CASE("what is out of reach is told at a place of the pack", "[properties]") {
  check_property(120, [] {
    const OpenedCase opened = any_case();
    const Findings findings = reach(opened.model, opened.generated.today);
    const std::vector<SourceText> sources = {{"bundle.json", to_bundle(opened.generated.pack)}};
    Reporter reporter(sources);
    const Pack pack = read_pack({{PackPart::bundle, {}, 0}}, reporter);
    report_unreachable(pack, opened.model, findings, reporter);
    const Diagnostics told = reporter.take();
    for (const Diagnostic& diagnostic : told)
      expect(diagnostic.line > 0 && !diagnostic.suggestion.empty(), to_line(diagnostic), ": no place or suggestion");
    const bool any = std::any_of(findings.all.begin(), findings.all.end(),
                                 [](const Finding& finding) { return finding.proof == Proof::unreachable; });
    expect(any == !told.empty(), "what is out of reach and what is told of it differ");
  });
}
