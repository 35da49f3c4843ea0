#include "reaching/reach.h"

#include <catch2/catch_test_macros.hpp>

#include "reaching/findings_writer.h"
#include "support/reaching.h"
#include "writing/answers_writer.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

struct Proved {
  Proof proof;
  std::string example;

  friend bool operator==(const Proved&, const Proved&) = default;
};

/// What became of a claim, by the words for it.
Proved proved(const Model& model, const Findings& findings, std::string_view claim) {
  for (const Finding& finding : findings.all)
    if (words_of(finding.claim, model) == claim)
      return {finding.proof, finding.proof == Proof::reached ? write_answers(finding.example, model) : ""};
  throw std::runtime_error("no claim " + std::string(claim));
}

PackTexts with_must(const std::string& rule) {
  return edited(small_pack(), "programmes/hotel-either.json", "region == 'north' || role == 'employer'", rule);
}

}  // namespace

TEST_CASE("everything of the shipped pack can be reached, and every example shows it") {
  PackTexts texts;
  const std::filesystem::path root = std::filesystem::path(WAYMARK_QUESTIONNAIRES) / "stem-return";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
    if (entry.path().extension() == ".json")
      texts[entry.path().lexically_relative(root).generic_string()] = read_text(entry.path());
  const Model model = model_of(texts);
  for (const Finding& finding : reach(model, model.published).all) {
    INFO(words_of(finding.claim, model));
    CHECK((finding.proof == Proof::by_form || (finding.proof == Proof::reached && finding.is_checked)));
  }
}

TEST_CASE("examples say no more than it takes") {
  const Model& model = small_model();
  const Findings findings = reach(model, midsummer);
  const auto reached = [](const char* example) { return Proved{Proof::reached, example}; };
  CHECK(proved(model, findings, "role") == reached("{}"));
  CHECK(proved(model, findings, "target_field") == reached(R"({"role":"returner","target":"new"})"));
  CHECK(proved(model, findings, "reasons = health") ==
        reached(R"({"role":"returner","work":"not-working","reasons":["health"]})"));
  CHECK(proved(model, findings, "care_help = no") ==
        reached(R"({"role":"returner","work":"not-working","reasons":["caring"],"care_help":false})"));
  CHECK(proved(model, findings, "sure = 5") == reached(R"({"role":"returner","sure":5})"));
  CHECK(proved(model, findings, "long-break") == reached(R"({"role":"returner","away_since":60})"));
  CHECK(proved(model, findings, "knowledge = priority") ==
        reached(R"({"role":"returner","target":"same","field":"building","topics":{"bricks":{"current":1}}})"));
  CHECK(proved(model, findings, "hotel-either = eligible") == reached(R"({"region":"north"})"));
  CHECK(proved(model, findings, "foxtrot-several, broad = yes") ==
        reached(R"({"role":"returner","work":"not-working","reasons":["caring","health"]})"));
}

TEST_CASE("the start of a programme counts from the day named") {
  const Model& model = small_model();
  CHECK(proved(model, reach(model, {2026, 1, 15}), "bravo-cohorts, away = yes").example ==
        R"({"role":"returner","away_since":9})");
  CHECK(proved(model, reach(model, {2026, 6, 15}), "bravo-cohorts, away = yes").example ==
        R"({"role":"returner","away_since":8})");
}

TEST_CASE("the form of the criteria rules verdicts out, and guarantees others") {
  const Model& model = small_model();
  const Findings findings = reach(model, midsummer);
  CHECK(proved(model, findings, "echo-advice = eligible") == Proved{Proof::reached, "{}"});
  CHECK(proved(model, findings, "echo-advice = may be eligible") == Proved{Proof::by_form, ""});
  CHECK(proved(model, findings, "echo-advice = not eligible") == Proved{Proof::by_form, ""});
  CHECK(proved(model, findings, "delta-unstated = eligible") == Proved{Proof::by_form, ""});
  CHECK(proved(model, findings, "delta-unstated = may be eligible") == Proved{Proof::reached, "{}"});
  CHECK(proved(model, findings, "delta-unstated = not eligible").proof == Proof::reached);
  const Model unstated =
      model_of(edited(with_must("care_help"), "programmes/delta-unstated.json",
                      R"({ "id": "care", "rule": "care_help" })", R"({ "id": "care", "provider_checks": true })"));
  const Findings of_unstated = reach(unstated, midsummer);
  CHECK(proved(unstated, of_unstated, "delta-unstated = eligible") == Proved{Proof::by_form, ""});
  CHECK(proved(unstated, of_unstated, "delta-unstated = may be eligible") == Proved{Proof::reached, "{}"});
  CHECK(proved(unstated, of_unstated, "delta-unstated = not eligible") == Proved{Proof::by_form, ""});
}

TEST_CASE("a verdict that no answers lead to is out of reach") {
  const auto verdicts = [](const std::string& rule) {
    const Model model = model_of(with_must(rule));
    const Findings findings = reach(model, midsummer);
    return std::vector<Proof>{proved(model, findings, "hotel-either = eligible").proof,
                              proved(model, findings, "hotel-either = may be eligible").proof,
                              proved(model, findings, "hotel-either = not eligible").proof};
  };
  using enum Proof;
  CHECK(verdicts("region == 'north' || role == 'employer'") == std::vector{reached, reached, reached});
  CHECK(verdicts("region == 'north' || region != 'north'") == std::vector{reached, unreachable, unreachable});
  CHECK(verdicts("region == 'north' && region != 'north'") == std::vector{unreachable, unreachable, reached});
  CHECK(verdicts("true") == std::vector{reached, unreachable, unreachable});
}

TEST_CASE("where answers are too many to try, what is found counts and the rest is not proved") {
  const auto outcomes = [](const std::string& rule) {
    const Model model = reachable_model(with_must(rule));
    const Findings findings = reach(model, midsummer);
    return std::vector<Proof>{proved(model, findings, "hotel-either, either = yes").proof,
                              proved(model, findings, "hotel-either, either = no").proof};
  };
  using enum Proof;
  CHECK(outcomes("pay * 2.0 > 500.0") == std::vector{not_proved, reached});
  CHECK(outcomes("pay * 2.0 >= 0.0") == std::vector{reached, not_proved});
  CHECK(outcomes("pay * 2.0 > 150.0") == std::vector{reached, reached});
  // a whole number is tried one by one, on its own and beside another
  CHECK(outcomes("hours * hours == 1521") == std::vector{reached, reached});
  CHECK(outcomes("hours + away_since == 760") == std::vector{reached, reached});
  CHECK(outcomes("hours + away_since == 761") == std::vector{unreachable, reached});
}

TEST_CASE("a question can be asked only before a notice ends the interview") {
  const Model model = reachable_model(edited(small_pack(), "pack.json", R"("when": "away_since >= 60")",
                                             R"("when": "away_since >= 60 || hours > 1", "ends": true)"));
  const Findings findings = reach(model, midsummer);
  CHECK(proved(model, findings, "hours") == Proved{Proof::reached, R"({"role":"returner"})"});
  CHECK(proved(model, findings, "target_field") == Proved{Proof::reached, R"({"role":"returner","target":"new"})"});
}

TEST_CASE("what a claim about a question is told apart by beside a notice that ends the interview") {
  // students and employers are the same to the gate, but not to the notice
  const PackTexts texts =
      edited(edited(small_pack(), "questions.json", R"("ask_if": "'caring' in reasons")",
                    R"("ask_if": "'caring' in reasons && role == 'returner'")"),
             "questions.json", R"("id": "region", "section": "start",)",
             R"("id": "region", "section": "start", "ask_if": "role != 'returner'", "if_not_asked": "east",)");
  const Model model = reachable_model(texts);
  CHECK(proved(model, reach(model, midsummer), "region") == Proved{Proof::reached, R"({"role":"employer"})"});
}
