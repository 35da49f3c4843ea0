#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "model/model.h"
#include "reading/json_value.h"

namespace waymark {

/// A value as an author wrote it, and where, so that `check` can point at it.
template <typename T>
struct Authored {
  T value{};
  Place place;
};

using AuthoredText = Authored<std::string>;

struct AuthoredSection {
  AuthoredText id;
  std::optional<AuthoredText> ask_if;
};

struct AuthoredNotice {
  AuthoredText id;
  AuthoredText when;
  bool ends = false;  ///< the interview stops here
  std::optional<AuthoredText> section;
};

struct AuthoredAspect {
  AuthoredText id;
  std::uint32_t points = 0;
};

struct AuthoredQuestion {
  AuthoredText id;
  AuthoredText section;
  QuestionKind kind = QuestionKind::one;
  Place place;
  std::vector<AuthoredText> options;
  std::uint32_t points = 0;  ///< of a scale
  Authored<double> lowest;   ///< of a number
  Authored<double> highest;
  bool decimals = false;
  std::vector<AuthoredAspect> aspects;  ///< of topics
  std::uint32_t most_topics = 0;
  std::optional<AuthoredText> ask_if;
  const JsonValue* if_not_asked = nullptr;  ///< read against the question's kind by `check`
  bool changeable = false;
  Authored<std::int64_t> meaning_since;
};

struct AuthoredDerived {
  AuthoredText id;
  AuthoredText rule;
};

/// The need that each answer to an item's question shows; nothing where that answer takes the item out.
struct AuthoredNeedMap {
  std::vector<std::optional<std::int32_t>> by_point;                            ///< scale and topics
  std::vector<std::pair<AuthoredText, std::optional<std::int32_t>>> by_option;  ///< one and yes_no
};

struct AuthoredItem {
  AuthoredText question;
  std::optional<AuthoredText> aspect;
  std::int32_t weight = 1;
  AuthoredNeedMap need;
  Place place;
};

struct AuthoredBand {
  AuthoredText id;
  Authored<std::int32_t> from;
};

struct AuthoredNeed {
  AuthoredText id;
  std::vector<AuthoredItem> items;
  std::vector<AuthoredBand> bands;
  Place place;
};

struct AuthoredSupport {
  AuthoredText id;
  std::vector<std::pair<AuthoredText, std::int32_t>> helps;  ///< need area, 0..10000
};

struct AuthoredTopic {
  AuthoredText id;
  Place place;
  Pace pace = Pace::slow;
  std::int32_t hours = 0;  ///< of a full refresh; 0 where the author gives none
  Authored<std::int64_t> meaning_since;
  std::uint32_t changes = 0;
  std::uint32_t first_steps = 0;
};

struct AuthoredGroup {
  AuthoredText id;
  AuthoredText offered_if;
  std::vector<AuthoredTopic> topics;
};

/// One row of a table over numbers: from this answer on, these points.
struct AuthoredRow {
  Authored<double> from;
  std::int32_t points = 0;
};

/// The points that each answer gives: by point from the first, by option, or by rows.
struct AuthoredPoints {
  Place place;
  std::vector<std::int32_t> by_point;
  std::vector<std::pair<AuthoredText, std::int32_t>> by_option;
  std::vector<AuthoredRow> rows;
};

struct AuthoredRefreshPart {
  AuthoredText id;
  Place place;
  std::optional<AuthoredText> question;
  std::optional<AuthoredText> aspect;
  std::vector<AuthoredPoints> points;  ///< one table for every pace, or one a pace, the slow first
};

struct AuthoredRefresh {
  Place place;
  std::int32_t cap = 0;
  std::vector<AuthoredRefreshPart> parts;
  std::vector<Authored<std::int32_t>> plan_hours;
};

struct AuthoredAction {
  AuthoredText id;
  AuthoredText need;
  std::int32_t hours = 1;
  bool for_anyone = false;
  bool before_applying = false;
  std::optional<AuthoredText> when;
  bool has_link = false;
};

struct AuthoredPlan {
  Place place;
  std::optional<AuthoredText> when;
  AuthoredText hours_question;
  std::int32_t percent = 100;
  std::int32_t least_hours = 1;
  Authored<std::int32_t> usual_hours;
  Authored<std::int32_t> most_hours;
  std::int32_t first_hours = 1;
  std::int32_t weeks = 1;
  std::int32_t steps_a_week = 1;
  std::uint32_t most_programmes = 0;
  std::int32_t apply_hours = 1;
  std::int32_t ask_hours = 1;
  std::int32_t check_hours = 1;
  std::vector<AuthoredText> refreshes_serve;
  std::vector<AuthoredAction> actions;
};

struct AuthoredCriterion {
  AuthoredText id;
  std::optional<AuthoredText> rule;
  bool provider_checks = false;
  bool unstated = false;
  std::int32_t points = 0;  ///< of a preference
};

struct AuthoredCohort {
  AuthoredText id;
  std::optional<AuthoredText> opens;
  std::optional<AuthoredText> closes;
  AuthoredText starts;
};

struct AuthoredProgramme {
  AuthoredText id;
  Place place;
  std::vector<std::pair<AuthoredText, std::int32_t>> supports;  ///< kind of support, strength 1..10000
  std::vector<AuthoredCriterion> must;
  std::vector<AuthoredCriterion> prefer;
  Authored<Intake> intake;
  std::optional<AuthoredText> last_seen;
  std::vector<AuthoredCohort> cohorts;
  std::optional<AuthoredText> ended;
  std::vector<AuthoredText> instead;
  AuthoredText checked;
};

/// One language's wording, in as many files as the author likes.
struct AuthoredTexts {
  std::string language;
  std::vector<const JsonValue*> files;
};

/// How many of those who are asked give each answer; sizes are relative to each other.
struct AuthoredShares {
  AuthoredText question;
  Place place;
  bool uniform = false;                                          ///< every answer alike; nothing else is given
  std::optional<AuthoredPoints> shares;                          ///< of any kind but topics
  std::vector<std::int32_t> picked;                              ///< topics: how many pick none, one, two ...
  std::vector<std::pair<AuthoredText, AuthoredPoints>> ratings;  ///< topics: by aspect
};

/// What the quick check expects of people, and when it stops.
struct AuthoredInterview {
  Place place;
  std::int32_t stop_below = 0;
  std::vector<AuthoredShares> shares;
};

/// A questionnaire as its author wrote it: shapes are sound, references and rules are not yet looked at.
struct Pack {
  AuthoredText id;
  std::int64_t version = 0;
  AuthoredText published;
  std::vector<AuthoredText> languages;
  std::int32_t stale_after = 0;
  std::uint32_t completion_budget = 0;
  std::vector<AuthoredSection> sections;
  std::vector<AuthoredNotice> notices;
  std::vector<AuthoredQuestion> questions;
  std::vector<AuthoredDerived> derived;
  std::vector<AuthoredNeed> needs;
  std::vector<AuthoredSupport> supports;
  std::vector<AuthoredGroup> groups;
  std::optional<AuthoredRefresh> refresh;
  std::optional<AuthoredInterview> interview;
  std::optional<AuthoredPlan> plan;
  std::vector<AuthoredProgramme> programmes;
  std::vector<AuthoredTexts> texts;
  Place place;              ///< of the file that names the pack
  bool incomplete = false;  ///< a file could not be read at all

  /// What the authored values above point into.
  std::vector<std::unique_ptr<const JsonValue>> documents;
};

}  // namespace waymark
