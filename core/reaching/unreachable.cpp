#include "reaching/unreachable.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "model/limits.h"
#include "reaching/answer_search.h"
#include "reaching/quests.h"
#include "reading/json_reader.h"
#include "scoring/needs.h"
#include "settling/completion.h"
#include "settling/work_out.h"
#include "writing/names.h"

namespace waymark {
namespace {

using Kind = Claim::Kind;

std::string quoted(std::string_view id) { return "\"" + std::string(id) + "\""; }

/// `"a"`, `"a" and "b"`, `"a", "b" and "c"`.
std::string list_of(const std::vector<std::string>& ids) {
  std::string list;
  for (std::size_t i = 0; i < ids.size(); ++i)
    list += (i == 0 ? "" : i + 1 == ids.size() ? " and " : ", ") + quoted(ids[i]);
  return list;
}

class Unreachable {
 public:
  Unreachable(const Pack& pack, const Model& model, const Findings& findings, Reporter& reporter)
      : pack_(pack),
        model_(model),
        findings_(findings),
        reporter_(reporter),
        blank_(blank_of(model)),
        ending_(ending_rules(model)),
        never_asked_(model.questions.size(), false),
        told_sections_(model.sections.size(), false) {
    for (const Finding& finding : findings.all)
      if (finding.claim.kind == Kind::question && finding.proof == Proof::unreachable)
        never_asked_[finding.claim.of] = true;
  }

  void run() {
    for (const Finding& finding : findings_.all) {
      if (finding.proof != Proof::unreachable) continue;
      const Claim& claim = finding.claim;
      switch (claim.kind) {
        case Kind::question: question(claim.of); break;
        case Kind::answer: break;  // told of its question
        case Kind::group: group(claim.of); break;
        case Kind::notice: notice(claim.of); break;
        case Kind::band: band(claim.of, claim.part); break;
        case Kind::verdict: verdict(claim.of, static_cast<Verdict>(claim.part)); break;
        case Kind::must:
        case Kind::preference: criterion(claim); break;
      }
    }
  }

 private:
  /// Where a rule excludes something, and how it is worded.
  struct Reason {
    Place place;
    std::string text;
  };

  void error(const Place& place, std::string message, std::string suggestion) {
    reporter_.error(DiagnosticCode::unreachable, place, std::move(message), std::move(suggestion));
  }

  bool is_ruled_out(const Quest& quest) { return find_answers(model_, quest, blank_).proof == Proof::unreachable; }

  /// Why a rule is never true beside `quest`: because of one of its operands, where it is a conjunction.
  Reason why_never(Quest quest, const AuthoredText& authored, const Expression& rule,
                   const std::vector<std::uint32_t>& cone) {
    widen(quest.cone, cone);
    const ExpressionNode& root = rule.nodes[rule.root];
    if (root.operation == Operation::logical_and)
      for (const std::uint32_t operand : rule.operands_of(root)) {
        quest.wishes.push_back({&rule, operand, Truth::yes});
        if (!is_ruled_out(quest)) continue;
        const RuleSpan span = rule.nodes[operand].span;
        const std::string text = quoted(std::string_view(authored.value).substr(span.begin, span.end - span.begin));
        const bool is_first = operand == rule.operands_of(root).front();
        return {place_in_string(reporter_.text_of(authored.place.file), authored.place, span.begin),
                is_first ? text + " is never true" : text + " is never true together with what stands before it"};
      }
    return {authored.place, "its rule is never true"};
  }

  /// What to mend first, or else what there is to do.
  std::string mend(const std::vector<std::uint32_t>& cone, std::string_view otherwise) const {
    for (const std::uint32_t index : cone) {
      const Step& step = model_.steps[index];
      if (step.kind == Step::Kind::question && never_asked_[step.index])
        return "it hangs on " + quoted(model_.questions[step.index].id) + ", which is never asked: mend that first";
    }
    return std::string(otherwise);
  }

  // --- what is asked and shown ---

  void question(std::uint32_t index) {
    const Question& question = model_.questions[index];
    const Section& section = model_.sections[question.section];
    Quest of_section;
    if (section.ask_if) {
      const AuthoredText& authored = *pack_.sections[question.section].ask_if;
      Quest quest;
      quest.cone = question.gate_cone;
      const auto wish = wish_for(*section.ask_if, Truth::yes);
      of_section.wishes.push_back(wish);
      of_section.cone = question.gate_cone;
      if (is_ruled_out(of_section)) {
        if (told_sections_[question.section]) return;
        told_sections_[question.section] = true;
        const Reason reason = why_never(quest, authored, *section.ask_if, question.gate_cone);
        return error(reason.place, "nothing of the section " + quoted(section.id) + " can be asked: " + reason.text,
                     mend(question.gate_cone, "change the rule, or take the section out"));
      }
    }
    if (question.ask_if) {
      const AuthoredText& authored = *pack_.questions[index].ask_if;
      Quest own;
      own.wishes.push_back(wish_for(*question.ask_if, Truth::yes));
      own.cone = question.gate_cone;
      const std::string what = quoted(question.id) + " can never be asked: ";
      const std::string otherwise = "change the rule, or take the question out";
      if (is_ruled_out(own)) {
        const Reason reason = why_never({}, authored, *question.ask_if, question.gate_cone);
        return error(reason.place, what + reason.text, mend(question.gate_cone, otherwise));
      }
      ask_for_gates(own, model_, question);
      if (is_ruled_out(own)) {
        const Reason reason = why_never(of_section, authored, *question.ask_if, question.gate_cone);
        const std::string where = " where the rule of its section " + quoted(section.id) + " is";
        return error(reason.place, what + reason.text + where, mend(question.gate_cone, otherwise));
      }
    }
    error(ending_place(quest_for_question(model_, question, {}), pack_.questions[index].place),
          quoted(question.id) + " can never be asked: the interview has ended wherever its turn could come",
          "change the rule of the notice, or take the question out");
  }

  /// Where the notice stands that alone ends the interview wherever the quest is met, if one does.
  Place ending_place(const Quest& quest, const Place& otherwise) {
    for (std::size_t i = 0; i < model_.notices.size(); ++i) {
      if (!model_.notices[i].ends) continue;
      Quest alone = quest;
      ask_for_more(alone, {&model_.notices[i].when});
      if (is_ruled_out(alone)) return pack_.notices[i].when.place;
    }
    return otherwise;
  }

  void group(std::uint32_t index) {
    const TopicGroup& group = model_.groups[index];
    const AuthoredText& authored = pack_.groups[index].offered_if;
    const std::string what = "the topics of " + quoted(group.id) + " can never be offered: ";
    const std::string suggestion = mend(group.offered_if.cone, "change the rule, or take the topics out");
    if (is_ruled_out(quest_for(group.offered_if, Truth::yes))) {
      const Reason reason = why_never({}, authored, group.offered_if.expression, group.offered_if.cone);
      return error(reason.place, what + reason.text, suggestion);
    }
    const Question* topics = topics_question(model_);
    if (topics != nullptr && never_asked_[static_cast<std::size_t>(topics - model_.questions.data())])
      return error(authored.place, what + quoted(topics->id) + " is never asked", "mend that first");
    Quest asked;
    if (topics != nullptr) ask_for_gates(asked, model_, *topics);
    Quest both = asked;
    ask_for(both, group.offered_if, Truth::yes);
    if (topics != nullptr && is_ruled_out(both)) {
      const Reason reason = why_never(asked, authored, group.offered_if.expression, group.offered_if.cone);
      return error(reason.place, what + reason.text + " where " + quoted(topics->id) + " is asked", suggestion);
    }
    error(ending_place(both, authored.place), what + "the interview has ended wherever they could be",
          "change the rule of the notice, or take the topics out");
  }

  void notice(std::uint32_t index) {
    const Notice& notice = model_.notices[index];
    const Reason reason = why_never({}, pack_.notices[index].when, notice.when.expression, notice.when.cone);
    error(reason.place, "the notice " + quoted(notice.id) + " can never be shown: " + reason.text,
          mend(notice.when.cone, "change the rule, or take the notice out"));
  }

  // --- needs ---

  void band(std::uint32_t index, std::uint32_t part) {
    const NeedArea& area = model_.needs[index];
    const AuthoredBand& authored = pack_.needs[index].bands[part];
    const std::string what =
        "nobody can come to the band " + quoted(area.bands[part].id) + " of " + quoted(area.id) + ": ";
    const std::int32_t from = area.bands[part].from;
    const std::int32_t to = part + 1 < area.bands.size() ? area.bands[part + 1].from - 1 : 10'000;
    Answers none;
    none.of_question.resize(model_.questions.size());
    const Range range = assess_needs(model_, none, blank_.circumstances)[index].range;
    if (!range.low || !range.high)
      return error(authored.from.place, what + "none of its items is ever asked", "mend the questions first");
    if (from > *range.high)
      return error(authored.from.place, what + "its items come to " + std::to_string(*range.high) + " at most",
                   "start it lower, or have its items show more need");
    if (to < *range.low)
      return error(authored.from.place, what + "its items come to " + std::to_string(*range.low) + " at least",
                   "have the next band start higher, or its items show less need");
    error(authored.from.place,
          what + "no answers come to a need from " + std::to_string(from) + " to " + std::to_string(to),
          "make the band wider, or change what answers to its items show");
  }

  // --- programmes ---

  const AuthoredProgramme& made_into(const Programme& programme) const {
    return *std::find_if(pack_.programmes.begin(), pack_.programmes.end(),
                         [&](const AuthoredProgramme& authored) { return authored.id.value == programme.id; });
  }

  void criterion(const Claim& claim) {
    const Programme& programme = model_.programmes[claim.of];
    const AuthoredProgramme& authored = made_into(programme);
    const bool is_must = claim.kind == Kind::must;
    const AuthoredText& text = is_must ? *authored.must[claim.part].rule : *authored.prefer[claim.part].rule;
    const Rule& rule = is_must ? programme.must[claim.part].rule : programme.prefer[claim.part].rule;
    const std::string& id = is_must ? programme.must[claim.part].id : programme.prefer[claim.part].id;
    const std::string what =
        std::string(is_must ? "the must " : "the preference ") + quoted(id) + " of " + quoted(programme.id);
    const std::string otherwise =
        is_must ? "change the rule, or take the must out" : "change the rule, or take the preference out";
    if (claim.truth == Truth::no)
      return error(
          text.place,
          what + " is met whatever is answered, so it " + (is_must ? "keeps nobody out" : "tells nobody apart"),
          mend(rule.cone, otherwise));
    Quest quest;
    quest.months_to_start = months_to_start(model_, programme, findings_.today);
    const Reason reason = why_never(quest, text, rule.expression, rule.cone);
    error(reason.place, what + " can never be met" + (is_must ? ", so nobody can join: " : ": ") + reason.text,
          mend(rule.cone, otherwise));
  }

  /// What follows from a must that is always met, or never, is told of that must.
  void verdict(std::uint32_t index, Verdict verdict) {
    const bool follows = std::any_of(findings_.all.begin(), findings_.all.end(), [&](const Finding& finding) {
      const bool counts = verdict != Verdict::eligible || finding.claim.truth == Truth::yes;
      return finding.claim.kind == Kind::must && finding.claim.of == index && counts &&
             finding.proof == Proof::unreachable;
    });
    if (follows) return;
    if (verdict == Verdict::eligible) return never_eligible(model_.programmes[index]);
    error(made_into(model_.programmes[index]).id.place,
          "nobody can have the verdict " + quoted(name_of(verdict)) + " on " + quoted(model_.programmes[index].id),
          "look at the rules of its musts");
  }

  /// Nobody meets all musts, though somebody meets each.
  void never_eligible(const Programme& programme) {
    const AuthoredProgramme& authored = made_into(programme);
    std::vector<std::uint32_t> rules;
    for (std::uint32_t i = 0; i < programme.must.size(); ++i)
      if (programme.must[i].form == CriterionForm::rule) rules.push_back(i);
    const auto excluding = fewest_excluding(programme, rules);
    const std::vector<std::uint32_t>& musts = excluding.empty() ? rules : excluding;
    std::vector<std::string> ids;
    ids.reserve(musts.size());
    for (const std::uint32_t must : musts) ids.push_back(programme.must[must].id);
    error(authored.must[musts.back()].rule->place,
          "nobody can be eligible for " + quoted(programme.id) + ": its musts " + list_of(ids) +
              " are never met together",
          mend(programme.cone, "change one of them"));
  }

  /// The smallest set of musts that nobody meets together, first in the pack's order; empty where it takes more than
  /// are named.
  std::vector<std::uint32_t> fewest_excluding(const Programme& programme, const std::vector<std::uint32_t>& rules) {
    const std::uint64_t started_at = blank_.workspace.steps();
    std::vector<std::uint32_t> chosen;
    const auto extend = [&](const auto& self, std::size_t from, std::size_t size) -> bool {
      if (chosen.size() == size) {
        Quest quest;
        quest.months_to_start = months_to_start(model_, programme, findings_.today);
        for (const std::uint32_t must : chosen) ask_for(quest, programme.must[must].rule, Truth::yes);
        return is_ruled_out(quest);
      }
      for (std::size_t i = from; i < rules.size(); ++i) {
        if (blank_.workspace.steps() - started_at >= most_reaching_steps) return false;
        chosen.push_back(rules[i]);
        if (self(self, i + 1, size)) return true;
        chosen.pop_back();
      }
      return false;
    };
    for (std::size_t size = 2; size <= std::min(most_excluding_musts, rules.size()); ++size)
      if (extend(extend, 0, size)) return chosen;
    return {};
  }

  const Pack& pack_;
  const Model& model_;
  const Findings& findings_;
  Reporter& reporter_;
  Blank blank_;
  std::vector<const Rule*> ending_;
  std::vector<bool> never_asked_;    ///< by question
  std::vector<bool> told_sections_;  ///< of which nothing can be asked
};

}  // namespace

void report_unreachable(const Pack& pack, const Model& model, const Findings& findings, Reporter& reporter) {
  Unreachable(pack, model, findings, reporter).run();
}

}  // namespace waymark
