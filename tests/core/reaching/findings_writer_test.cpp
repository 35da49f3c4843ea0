#include "reaching/findings_writer.h"

#include <catch2/catch_test_macros.hpp>

#include "support/reaching.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

Finding finding(Claim claim, Proof proof) {
  Finding made = {claim, proof, {}};
  made.example.of_question.resize(small_model().questions.size());
  return made;
}

}  // namespace

TEST_CASE("findings are told a kind a line, and under it what was not reached") {
  using Kind = Claim::Kind;
  const std::uint32_t sure = index_of(small_model().questions, "sure");
  Findings findings;
  findings.today = {2026, 1, 15};
  findings.all = {finding({Kind::question, 0}, Proof::reached),
                  finding({Kind::question, 1}, Proof::unreachable),
                  finding({Kind::answer, sure, 4}, Proof::reached),
                  finding({Kind::band, 0, 2}, Proof::not_proved),
                  finding({Kind::verdict, 0, static_cast<std::uint32_t>(Verdict::may_be_eligible)}, Proof::by_form),
                  finding({Kind::must, 0, 0, Truth::no}, Proof::unreachable),
                  finding({Kind::preference, 0, 0}, Proof::reached)};
  findings.all[2].example.of_question[sure] = std::int64_t{5};
  using Lines = std::vector<std::string>;
  CHECK(tell_findings(findings, small_model(), false) ==
        Lines{"small at 2026-01-15, the day it was published", "2 questions: 1 can be asked, 1 cannot be",
              "  region: cannot be", "1 answer to choose: it can be chosen",
              "1 band of a need: 0 can be reached, 1 not proved either way",
              "  confidence = priority: not proved either way, there is too much to try",
              "1 verdict on a programme: 0 can be reached, 1 ruled out by form",
              "  alpha-placement = may be eligible: ruled out by the form of the criteria",
              "1 outcome of a must: 0 can be reached, 1 cannot be", "  alpha-placement, returner = no: cannot be",
              "1 outcome of a preference: it can be reached", "2 things cannot be reached; 1 not proved either way"});
  findings.all.resize(4);
  findings.all.erase(findings.all.begin() + 1);
  findings.today = {2026, 6, 15};
  CHECK(tell_findings(findings, small_model(), true) ==
        Lines{"small at 2026-06-15", "1 question: it can be asked", "  role: {}",
              "1 answer to choose: it can be chosen", R"(  sure = 5: {"sure":5})",
              "1 band of a need: 0 can be reached, 1 not proved either way",
              "  confidence = priority: not proved either way, there is too much to try",
              "nothing is out of reach; 1 not proved either way"});
}

TEST_CASE("findings are written for tools with ids, examples and diagnostics") {
  using Kind = Claim::Kind;
  const Model& model = small_model();
  Findings findings;
  findings.today = {2026, 1, 15};
  findings.all = {finding({Kind::question, 0}, Proof::reached),
                  finding({Kind::answer, index_of(model.questions, "sure"), 4}, Proof::not_proved),
                  finding({Kind::answer, index_of(model.questions, "mentor"), 0}, Proof::not_proved),
                  finding({Kind::answer, 1, 2}, Proof::not_proved),
                  finding({Kind::group, 1}, Proof::not_proved),
                  finding({Kind::notice, 0}, Proof::not_proved),
                  finding({Kind::band, 0, 2}, Proof::not_proved),
                  finding({Kind::verdict, 0, static_cast<std::uint32_t>(Verdict::not_eligible)}, Proof::by_form),
                  finding({Kind::must, 0, 1, Truth::no}, Proof::unreachable),
                  finding({Kind::preference, 0, 0}, Proof::unreachable)};
  Diagnostic diagnostic;
  diagnostic.code = DiagnosticCode::unreachable;
  diagnostic.message = "it is";
  CHECK(
      write_findings(findings, model, {diagnostic}) ==
      R"({"pack":"small","today":"2026-01-15","reached":1,"by_form":1,"unreachable":2,"not_proved":6,"claims":[)"
      R"({"claim":"question","question":"role","proof":"reached","example":{}},)"
      R"({"claim":"answer","question":"sure","answer":5,"proof":"not_proved"},)"
      R"({"claim":"answer","question":"mentor","answer":false,"proof":"not_proved"},)"
      R"({"claim":"answer","question":"region","answer":"east","proof":"not_proved"},)"
      R"({"claim":"group","group":"coding","proof":"not_proved"},)"
      R"({"claim":"notice","notice":"for-students","proof":"not_proved"},)"
      R"({"claim":"band","need":"confidence","band":"priority","proof":"not_proved"},)"
      R"({"claim":"verdict","programme":"alpha-placement","verdict":"not_eligible","proof":"by_form"},)"
      R"({"claim":"must","programme":"alpha-placement","criterion":"area","truth":"no","proof":"unreachable"},)"
      R"({"claim":"preference","programme":"alpha-placement","criterion":"near","truth":"yes","proof":"unreachable"}],)"
      R"("diagnostics":[{"severity":"error","code":"unreachable","message":"it is"}]})");
}
