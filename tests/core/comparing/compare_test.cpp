#include "comparing/compare.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/packs.h"
#include "writing/comparison_writer.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Ids = std::vector<std::string>;

Comparison compared(const std::string& before, const std::string& after, const Date& then = midsummer,
                    const Date& now = midsummer) {
  const Model& model = small_model();
  return compare(model, {answers_of(model, before, then), then}, {answers_of(model, after, now), now});
}

Ids programmes(const std::vector<std::uint32_t>& indices) { return ids_of(indices, small_model().programmes); }

}  // namespace

TEST_CASE("nothing changed between a person and the same person") {
  const std::string said = R"({"role":"returner","sure":2,"away_since":30,"topics":{"web":{"able":2}}})";
  CHECK(write_comparison(compared(said, said), small_model(), {}) ==
        R"({"before":"2026-06-15","after":"2026-06-15","answers":[],"needs":[],"refreshes":[],"programmes":[],)"
        R"("eligible":{"entered":[],"left":[]},"joinable":{"entered":[],"left":[]},"top":{"entered":[],"left":[]},)"
        R"("diagnostics":[]})");
}

TEST_CASE("answers that differ are named, months that only grew are not") {
  const auto answers = [](const std::string& before, const std::string& after, const Date& now = midsummer) {
    return ids_of(compared(before, after, midsummer, now).answers, small_model().questions);
  };
  CHECK(answers(R"({"role":"returner"})", R"({"role":"student","sure":2})") == Ids{"role", "sure"});
  CHECK(answers(R"({"sure":2,"mentor":null})", R"({"mentor":true})") == Ids{"sure", "mentor"});
  CHECK(answers(R"({"topics":{"web":{"able":2}}})", R"({"topics":{"web":{"able":2,"current":null}}})") ==
        Ids{"topics"});
  CHECK(answers(R"({"reasons":["move","caring"]})", R"({"reasons":["caring","move"]})") == Ids{});
  CHECK(answers(R"({"away_since":"2024-01"})", R"({"away_since":"2024-01"})", {2027, 2, 1}) == Ids{});
  CHECK(answers(R"({"away_since":30})", R"({"away_since":30})", {2027, 2, 1}) == Ids{"away_since"});
  CHECK(answers(R"({"away_since":30})", R"({"away_since":null})", {2027, 2, 1}) == Ids{"away_since"});
}

TEST_CASE("a need is told where what is likely or still possible changed") {
  const Comparison comparison = compared(R"({"role":"returner"})", R"({"role":"returner","sure":1,"network":"never"})");
  const Model& model = small_model();
  REQUIRE_FALSE(comparison.needs.empty());
  for (const NeedChange& change : comparison.needs) {
    INFO(model.needs[change.area].id);
    CHECK_FALSE(change.before.range.likely);
    CHECK(change.after.bands.size() <= change.before.bands.size());
  }
  const NeedChange& confidence = comparison.needs[0];
  CHECK(model.needs[confidence.area].id == "confidence");
  CHECK(confidence.after.range.likely == 8'750);
}

TEST_CASE("refreshes are changed, new or gone") {
  const Comparison comparison =
      compared(R"({"role":"returner","field":"coding","target":"same","topics":{"web":{"able":2},"data":{"able":2}}})",
               R"({"role":"returner","field":"coding","target":"same","topics":{"web":{"able":5},"bricks":{}}})");
  Ids told;
  for (const RefreshChange& change : comparison.refreshes)
    told.push_back(small_model().topics[change.topic].id + (change.before ? " before" : "") +
                   (change.after ? " after" : ""));
  CHECK(told == Ids{"web before after", "data before"});  // bricks are not offered to coders
}

TEST_CASE("programmes move by verdict and by status, and in and out of the first three") {
  const std::string said =
      R"({"role":"returner","region":"north","work":"not-working","reasons":["caring"],"away_since":"2025-01",)"
      R"("hours":20,"mentor":true,"target":"same","field":"coding"})";
  const Comparison later = compared(said, said, midsummer, {2029, 1, 10});
  CHECK(later.answers.empty());
  CHECK(programmes(later.joinable.left) == Ids{"bravo-cohorts"});
  CHECK(programmes(later.joinable.entered) == Ids{});
  for (const ProgrammeChange& change : later.programmes) CHECK_FALSE(change.before == change.after);

  const Comparison student = compared(said, R"({"role":"student"})");
  CHECK(programmes(student.eligible.left) == Ids{"alpha-placement", "hotel-either", "bravo-cohorts", "golf-coding"});
  CHECK(programmes(student.eligible.entered) == Ids{});
  CHECK_FALSE(student.top.left.empty());
  const Comparison back = compared(R"({"role":"student"})", said);
  CHECK(back.eligible.entered == student.eligible.left);
  CHECK(back.top.entered == student.top.left);
  CHECK(back.top.left == student.top.entered);
}
