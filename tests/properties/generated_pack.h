#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "draw.h"
#include "model/model.h"

namespace waymark::testing {

/// A rule as a tree, so that it can be made simpler and still be a rule.
struct Rule {
  std::string text = "true";  ///< `@` stands for each of the parts in turn
  std::vector<Rule> parts;
  bool truth = true;  ///< it is true or false, so that a constant can stand for it
  std::string reads;  ///< of a name: itself
};

struct GeneratedSection {
  std::string id;
  std::optional<Rule> ask_if;
};

struct GeneratedQuestion {
  std::string id;
  QuestionKind kind = QuestionKind::yes_no;
  std::size_t section = 0;
  std::vector<std::string> options;
  int points = 0;
  std::string lowest;  ///< as JSON writes it
  std::string highest;
  bool decimals = false;
  std::vector<int> aspects;  ///< the points of each
  int most_topics = 0;
  std::optional<Rule> ask_if;
  std::string if_not_asked;  ///< as JSON writes it; left out while the question is always asked
  bool changeable = false;
  int meaning_since = 1;
};

struct GeneratedDerived {
  std::string id;
  Rule rule;
};

struct GeneratedItem {
  std::string question;
  std::size_t aspect = 0;
  int weight = 1;
  std::vector<NeedPoints> need;  ///< by option, by point from the first, or {no, yes}
};

struct GeneratedNeed {
  std::string id;
  std::vector<GeneratedItem> items;
  std::vector<int> bands;  ///< where each starts
};

struct GeneratedSupport {
  std::string id;
  std::vector<std::pair<std::string, int>> helps;  ///< need area and strength
};

struct GeneratedGroup {
  std::string id;
  Rule offered_if;
  std::vector<std::string> topics;
};

struct GeneratedCriterion {
  std::string id;
  CriterionForm form = CriterionForm::rule;
  Rule rule;
  int points = 0;  ///< of a preference
};

struct GeneratedCohort {
  std::string id;
  std::string opens;  ///< empty: none stated
  std::string closes;
  std::string starts;
};

struct GeneratedProgramme {
  std::string id;
  std::vector<std::pair<std::string, int>> supports;
  std::vector<GeneratedCriterion> must;
  std::vector<GeneratedCriterion> prefer;
  std::string intake = "unknown";
  std::string last_seen;  ///< empty: none
  std::vector<GeneratedCohort> cohorts;
  std::vector<std::string> instead;
};

struct GeneratedNotice {
  std::string id;
  Rule when;
  bool ends = false;
};

/// One reason for refreshing a topic: an aspect of it, or another question.
struct GeneratedPart {
  std::string question;  ///< empty: an aspect
  std::size_t aspect = 0;
  std::vector<int> points;  ///< by option, by point from the first, or {no, yes}
};

struct GeneratedRefresh {
  int cap = 10'000;
  int topic_hours = 10;  ///< of a full refresh, of every topic
  std::vector<GeneratedPart> parts;
};

struct GeneratedAction {
  std::string id;
  std::string need;
  int hours = 1;
  bool for_anyone = false;
  bool before_applying = false;
  std::optional<Rule> when;
};

struct GeneratedPlan {
  std::optional<Rule> when;
  std::string question;  ///< for the hours
  int percent = 100;
  int least = 1;
  int usual = 1;
  int most = 1;
  int first_week = 1;
  int weeks = 1;
  int steps_a_week = 1;
  int programmes = 0;
  int apply = 1;
  int ask = 1;
  int check = 1;
  std::vector<GeneratedAction> actions;  ///< at least one for every need
};

/// A pack that is sound by construction.
struct GeneratedPack {
  std::vector<GeneratedSection> sections;
  std::vector<GeneratedQuestion> questions;
  std::vector<GeneratedDerived> derived;
  std::vector<GeneratedNeed> needs;
  std::vector<GeneratedSupport> supports;
  std::vector<GeneratedGroup> groups;
  std::vector<GeneratedProgramme> programmes;
  std::vector<GeneratedNotice> notices;
  std::optional<GeneratedRefresh> refresh;
  std::optional<GeneratedPlan> plan;  ///< refreshes serve all needs
  int version = 1;
  std::map<std::string, int> topic_meanings;  ///< the version since which a topic covers what it does, where not always
  std::vector<int> since_points;              ///< months that rules tell apart, before months_to_start is taken off
};

/// What rules may do with numbers.
enum class Numbers : std::uint8_t {
  any,
  plain,  ///< compared with constants, alone or plus or minus what is known: then the core leaves nothing undecided
};

/// A pack of two to six questions; the larger `size` (0..100), the more of everything.
[[nodiscard]] GeneratedPack draw_pack(Draw& draw, int size, Numbers numbers);

/// Sound packs that have a little less in them, those that lack most first.
[[nodiscard]] std::vector<GeneratedPack> simpler_packs(const GeneratedPack& pack);

[[nodiscard]] std::string to_text(const Rule& rule);

/// The pack as a bundle.
[[nodiscard]] std::string to_bundle(const GeneratedPack& pack);

}  // namespace waymark::testing
