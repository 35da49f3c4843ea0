#include "reaching/check_examples.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "reaching/findings_writer.h"
#include "support/reaching.h"

using namespace waymark;
using namespace waymark::testing;

TEST_CASE("an example that does not show its claim is noticed, whatever the claim") {
  const Model& model = small_model();
  Findings findings = reach(model, midsummer);
  // nobody of any of these shows what is claimed of the other
  const Answers student = answers_of(model, R"({"role": "student", "region": "east"})");
  const Answers nobody = answers_of(model, "{}");
  std::vector<std::string> always_shown;
  for (Finding& finding : findings.all) {
    if (finding.proof != Proof::reached) continue;
    INFO(words_of(finding.claim, model));
    CHECK(finding.is_checked);
    const auto shown_by = [&](const Answers& answers) {
      const Finding said = {finding.claim, Proof::reached, answers};
      return shows(model, assess(model, answers_to_assess(said), midsummer), said);
    };
    if (shown_by(student) && shown_by(nobody)) always_shown.push_back(words_of(finding.claim, model));
    finding.example = shown_by(student) ? nobody : student;
  }
  check_examples(model, findings);
  for (const Finding& finding : findings.all) {
    if (finding.proof != Proof::reached) continue;
    const std::string words = words_of(finding.claim, model);
    INFO(words);
    CHECK(finding.is_checked == (std::find(always_shown.begin(), always_shown.end(), words) != always_shown.end()));
  }
  CHECK(always_shown == std::vector<std::string>{"role", "echo-advice = eligible"});
}

TEST_CASE("a question is shown where its turn comes, and an answer where it is given then") {
  const Model model = reachable_model(edited(small_pack(), "pack.json", R"("when": "away_since >= 60")",
                                             R"("when": "region == 'east'", "ends": true)"));
  const auto shown = [&](Claim claim, const std::string& answers) {
    const Finding said = {claim, Proof::reached, answers_of(model, answers)};
    return shows(model, assess(model, answers_to_assess(said), midsummer), said);
  };
  const std::uint32_t region = index_of(model.questions, "region");
  CHECK(shown({Claim::Kind::question, region}, R"({"role": "returner"})"));
  CHECK(shown({Claim::Kind::question, region}, "{}"));
  CHECK(!shown({Claim::Kind::question, region}, R"({"role": "student"})"));  // the interview has ended
  CHECK(shown({Claim::Kind::answer, region, 1}, R"({"region": "south"})"));
  CHECK(!shown({Claim::Kind::answer, region, 1}, R"({"region": "north"})"));
  CHECK(!shown({Claim::Kind::answer, region, 1}, "{}"));
  CHECK(shown({Claim::Kind::answer, region, 2}, R"({"region": "east"})"));  // which ends it only then
  const std::uint32_t work = index_of(model.questions, "work");
  CHECK(shown({Claim::Kind::answer, work, 1}, R"({"role": "returner", "work": "not-working"})"));
  CHECK(!shown({Claim::Kind::answer, work, 1}, R"({"role": "returner", "region": "east", "work": "not-working"})"));
  CHECK(!shown({Claim::Kind::answer, work, 1}, R"({"work": "not-working"})"));
}
