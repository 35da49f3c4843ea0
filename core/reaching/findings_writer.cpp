#include "reaching/findings_writer.h"

#include <algorithm>
#include <array>

#include "reaching/told_answers.h"
#include "writing/answers_writer.h"
#include "writing/diagnostics_writer.h"
#include "writing/json_writer.h"
#include "writing/names.h"

namespace waymark {
namespace {

using Kind = Claim::Kind;

/// How each kind of claim is named: for tools, for people, and what is said of it where it is reached.
struct KindName {
  Kind kind;
  std::string_view id;
  std::string_view one;
  std::string_view many;
  std::string_view can_be;
};

constexpr std::array<KindName, 8> kinds = {{
    {Kind::question, "question", "question", "questions", "can be asked"},
    {Kind::answer, "answer", "answer to choose", "answers to choose", "can be chosen"},
    {Kind::group, "group", "group of topics", "groups of topics", "can be offered"},
    {Kind::notice, "notice", "notice", "notices", "can be shown"},
    {Kind::band, "band", "band of a need", "bands of needs", "can be reached"},
    {Kind::verdict, "verdict", "verdict on a programme", "verdicts on programmes", "can be reached"},
    {Kind::must, "must", "outcome of a must", "outcomes of musts, yes and no", "can be reached"},
    {Kind::preference, "preference", "outcome of a preference", "outcomes of preferences, yes and no",
     "can be reached"},
}};

std::string_view name_of(Proof proof) {
  switch (proof) {
    case Proof::reached: return "reached";
    case Proof::by_form: return "by_form";
    case Proof::unreachable: return "unreachable";
    case Proof::not_proved: return "not_proved";
  }
  return "";
}

constexpr std::array<Proof, 4> proofs = {Proof::reached, Proof::by_form, Proof::unreachable, Proof::not_proved};

std::size_t count(const Findings& findings, Proof proof) {
  return static_cast<std::size_t>(std::count_if(findings.all.begin(), findings.all.end(),
                                                [&](const Finding& finding) { return finding.proof == proof; }));
}

/// What programmes have a criterion's id, by the kind of claim.
const std::string& criterion_id(const Claim& claim, const Model& model) {
  const Programme& programme = model.programmes[claim.of];
  return claim.kind == Kind::must ? programme.must[claim.part].id : programme.prefer[claim.part].id;
}

void write_claim(JsonWriter& json, const Claim& claim, const Model& model) {
  json.key("claim").text(kinds[static_cast<std::size_t>(claim.kind)].id);
  switch (claim.kind) {
    case Kind::question: json.key("question").text(model.questions[claim.of].id); break;
    case Kind::answer: {
      const Question& question = model.questions[claim.of];
      json.key("question").text(question.id).key("answer");
      if (question.kind == QuestionKind::yes_no) json.boolean(claim.part == 1);
      else if (question.kind == QuestionKind::scale) json.integer(std::int64_t{claim.part} + 1);
      else json.text(question.options[claim.part]);
      break;
    }
    case Kind::group: json.key("group").text(model.groups[claim.of].id); break;
    case Kind::notice: json.key("notice").text(model.notices[claim.of].id); break;
    case Kind::band:
      json.key("need").text(model.needs[claim.of].id).key("band").text(model.needs[claim.of].bands[claim.part].id);
      break;
    case Kind::verdict:
      json.key("programme").text(model.programmes[claim.of].id);
      json.key("verdict").text(name_of(static_cast<Verdict>(claim.part)));
      break;
    case Kind::must:
    case Kind::preference:
      json.key("programme").text(model.programmes[claim.of].id);
      json.key("criterion").text(criterion_id(claim, model));
      json.key("truth").text(claim.truth == Truth::yes ? "yes" : "no");
      break;
  }
}

std::string words_of(Verdict verdict) {
  std::string words(name_of(verdict));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

/// How many claims of one kind came to what, on one line.
std::string summary(const KindName& kind, const std::vector<const Finding*>& findings) {
  std::array<std::size_t, proofs.size()> counts = {};
  for (const Finding* finding : findings) ++counts[static_cast<std::size_t>(finding->proof)];
  const std::size_t total = findings.size();
  std::string line = std::to_string(total) + " " + std::string(total == 1 ? kind.one : kind.many) + ": ";
  if (counts[0] == total) return line + (total == 1 ? "it " : "all ") + std::string(kind.can_be);
  line += std::to_string(counts[0]) + " " + std::string(kind.can_be);
  constexpr std::array<std::string_view, proofs.size()> others = {"", "ruled out by form", "cannot be",
                                                                  "not proved either way"};
  for (std::size_t i = 1; i < counts.size(); ++i)
    if (counts[i] > 0) line += ", " + std::to_string(counts[i]) + " " + std::string(others[i]);
  return line;
}

std::string told(const Finding& finding, const Model& model) {
  const std::string what = words_of(finding.claim, model);
  switch (finding.proof) {
    case Proof::reached: return "  " + what + ": " + write_answers(finding.example, model);
    case Proof::by_form: return "  " + what + ": ruled out by the form of the criteria";
    case Proof::unreachable: return "  " + what + ": cannot be";
    case Proof::not_proved: return "  " + what + ": not proved either way, there is too much to try";
  }
  return {};
}

std::string conclusion(const Findings& findings) {
  const std::size_t unreachable = count(findings, Proof::unreachable);
  const std::size_t not_proved = count(findings, Proof::not_proved);
  std::string text = unreachable == 0   ? "nothing is out of reach"
                     : unreachable == 1 ? "1 thing cannot be reached"
                                        : std::to_string(unreachable) + " things cannot be reached";
  if (not_proved > 0) text += "; " + std::to_string(not_proved) + " not proved either way";
  return text;
}

}  // namespace

std::string words_of(const Claim& claim, const Model& model) {
  switch (claim.kind) {
    case Kind::question: return model.questions[claim.of].id;
    case Kind::answer:
      return model.questions[claim.of].id + " = " + name_of_told_answer(model.questions[claim.of], claim.part);
    case Kind::group: return model.groups[claim.of].id;
    case Kind::notice: return model.notices[claim.of].id;
    case Kind::band: return model.needs[claim.of].id + " = " + model.needs[claim.of].bands[claim.part].id;
    case Kind::verdict: return model.programmes[claim.of].id + " = " + words_of(static_cast<Verdict>(claim.part));
    case Kind::must:
    case Kind::preference:
      return model.programmes[claim.of].id + ", " + criterion_id(claim, model) +
             (claim.truth == Truth::yes ? " = yes" : " = no");
  }
  return {};
}

std::string write_findings(const Findings& findings, const Model& model, const Diagnostics& diagnostics) {
  JsonWriter json;
  json.open_object().key("pack").text(model.id).key("today").text(to_text(findings.today));
  for (const Proof proof : proofs) json.key(name_of(proof)).integer(static_cast<std::int64_t>(count(findings, proof)));
  json.key("claims").open_array();
  for (const Finding& finding : findings.all) {
    json.open_object();
    write_claim(json, finding.claim, model);
    json.key("proof").text(name_of(finding.proof));
    if (finding.proof == Proof::reached) json.key("example").raw(write_answers(finding.example, model));
    json.close_object();
  }
  json.close_array();
  write_diagnostics(json, diagnostics);
  return json.close_object().take();
}

std::vector<std::string> tell_findings(const Findings& findings, const Model& model, bool examples) {
  std::vector<std::string> lines;
  lines.push_back(model.id + " at " + to_text(findings.today) +
                  (findings.today == model.published ? ", the day it was published" : ""));
  for (const KindName& kind : kinds) {
    std::vector<const Finding*> of_kind;
    for (const Finding& finding : findings.all)
      if (finding.claim.kind == kind.kind) of_kind.push_back(&finding);
    if (of_kind.empty()) continue;
    lines.push_back(summary(kind, of_kind));
    for (const Finding* finding : of_kind)
      if (examples || finding->proof != Proof::reached) lines.push_back(told(*finding, model));
  }
  lines.push_back(conclusion(findings));
  return lines;
}

}  // namespace waymark
