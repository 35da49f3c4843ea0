#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/answers.h"
#include "model/date.h"
#include "rules/expression.h"
#include "rules/value.h"

namespace waymark {

enum class QuestionKind : std::uint8_t { one, many, scale, number, since, yes_no, topics };

/// Whether answers are numbers of any size, which classes split at points; a scale's are few and each its own.
[[nodiscard]] inline bool is_number(QuestionKind kind) {
  return kind == QuestionKind::number || kind == QuestionKind::since;
}

/// A value that stands for a question, with room for the items of a list.
struct StoredValue {
  Value value;
  std::vector<Value> items;
};

/// A rule that decides something, with the steps that it depends on.
struct Rule {
  Expression expression;
  std::vector<std::uint32_t> cone;  ///< into Model::steps, ascending: through derived values and gates
};

struct Section {
  std::string id;
  std::optional<Expression> ask_if;
};

struct Aspect {
  std::string id;
  std::uint32_t points = 0;
};

/// One question, as assessment needs it. Its index in Model::questions is also its slot in rules.
struct Question {
  std::string id;
  QuestionKind kind = QuestionKind::one;
  std::uint32_t section = 0;
  std::vector<std::string> options;  ///< one and many; never grows after `check`, rules' values view it
  std::uint32_t points = 0;          ///< scale: answers are 1..points
  double lowest = 0;                 ///< number and since
  double highest = 0;
  bool decimals = false;
  std::vector<Aspect> aspects;  ///< topics
  std::uint32_t most_topics = 0;
  std::optional<Expression> ask_if;      ///< besides the section's
  std::vector<std::uint32_t> gate_cone;  ///< steps that both gates depend on, ascending
  StoredValue if_not_asked;              ///< its value in rules while it is not asked
  bool changeable = false;
  std::int64_t meaning_since = 1;  ///< the version of the pack since which it asks what it asks now
  std::uint32_t step = 0;          ///< its place in Model::steps
};

struct Derived {
  std::string id;
  Expression rule;
};

/// One value to work out, in the order in which nothing reads what comes later.
struct Step {
  enum class Kind : std::uint8_t { question, derived } kind = Kind::question;
  std::uint32_t index = 0;
  std::vector<std::uint32_t> followers;  ///< later steps that depend on it, ascending: through derived values and gates
};

struct TopicGroup {
  std::string id;
  Rule offered_if;
};

/// How fast a topic's working knowledge changes.
enum class Pace : std::uint8_t { slow, medium, fast };
inline constexpr std::size_t pace_count = 3;

struct Topic {
  std::string id;
  std::uint32_t group = 0;
  Pace pace = Pace::slow;
  std::int32_t hours = 0;          ///< that a full refresh takes
  std::int64_t meaning_since = 1;  ///< the version of the pack since which it covers what it covers now
};

/// From this answer on, up to the next row's, these points.
struct PointsRow {
  double from = 0;
  std::int32_t points = 0;
};

/// The points that an answer gives.
struct PointsTable {
  std::vector<std::int32_t> by_answer;  ///< by option, by point from the first, or {no, yes}
  std::vector<PointsRow> rows;          ///< of a number or since: ascending, the first at or below its lowest answer
};

/// One reason for refreshing a topic more, or less.
struct RefreshPart {
  std::string id;
  std::uint32_t question = 0;  ///< the topics question, or any other with points
  std::uint32_t aspect = 0;    ///< of the topics question
  std::array<PointsTable, pace_count> by_pace;
};

/// How a topic's refresh is worked out: a capped sum of points, and the hours that people plan with.
struct RefreshModel {
  std::int32_t cap = 0;
  std::vector<RefreshPart> parts;
  std::vector<std::int32_t> plan_hours;  ///< ascending
};

/// What shares are of: they are in ten-thousandths.
inline constexpr std::int32_t everyone = 10'000;

/// How many of those who are asked give each answer, relative to each other.
struct Shares {
  std::vector<std::int32_t> by_answer;               ///< by option, by point from the first, or {no, yes}; of `many`,
                                                     ///< out of `everyone` and each on its own
  std::vector<PointsRow> rows;                       ///< of a number or since, spread evenly up to the next row
  std::vector<std::int32_t> picked;                  ///< of topics: by how many are picked, from none
  std::vector<std::vector<std::int32_t>> by_aspect;  ///< of topics: by point
};

/// One answer that stands for all that come to the same, and how many of `everyone` give one of them.
struct LikelyAnswer {
  Answer answer;  ///< of topics: one topic with its ratings, standing for each that is picked
  StoredValue value;
  std::int32_t share = 0;
};

/// What the answer to one question can move.
struct Prospect {
  std::vector<LikelyAnswer> answers;  ///< their shares add up to `everyone`; none where nothing is moved
  std::uint32_t topics_picked = 0;    ///< of topics: how many people pick
  std::vector<std::uint32_t> groups;
  std::vector<std::uint32_t> areas;
  std::vector<std::uint32_t> programmes;
};

/// What the quick check expects of people, by question.
struct QuickCheckModel {
  std::int32_t stop_below = 0;  ///< expected change, in ten-thousandths of a band or a place, that is worth a question
  std::vector<Shares> shares;
  std::vector<Prospect> prospects;
};

/// What an answer to an item's question shows: 0..10000, or nothing where it takes the item out.
using NeedPoints = std::optional<std::int32_t>;

/// One part of a need area: a question and what its answers show.
struct NeedItem {
  std::uint32_t question = 0;
  std::uint32_t aspect = 0;      ///< of a topics question
  std::int32_t weight = 1;       ///< 1..10000
  std::vector<NeedPoints> need;  ///< by option, by point from the first, or {no, yes}
};

struct Band {
  std::string id;
  std::int32_t from = 0;  ///< up to the next band's `from`, or 10000
};

struct NeedArea {
  std::string id;
  std::vector<NeedItem> items;
  std::vector<Band> bands;  ///< ascending, the first from 0
};

enum class CriterionForm : std::uint8_t { rule, provider_checks, unstated };

struct Criterion {
  std::string id;
  CriterionForm form = CriterionForm::rule;
  Rule rule;  ///< with form `rule`
};

struct Preference {
  std::string id;
  Rule rule;
  std::int32_t points = 0;
};

struct Cohort {
  std::string id;
  std::optional<Date> opens;
  Date closes;  ///< the last day to apply; the start where the source states none
  Date starts;
};

enum class Intake : std::uint8_t { rolling, cohorts, ended, unknown };

/// How strongly a programme helps one need area, 1..10000.
struct Help {
  std::uint32_t area = 0;
  std::int32_t strength = 0;
};

struct Programme {
  std::string id;
  std::vector<Criterion> must;
  std::vector<Preference> prefer;
  std::vector<Help> helps;  ///< by ascending area
  Intake intake = Intake::unknown;
  std::optional<Date> last_seen;
  std::vector<Cohort> cohorts;  ///< by ascending start
  std::vector<std::uint32_t> instead;
  std::vector<std::uint32_t> cone;  ///< steps that the musts depend on, ascending
};

struct Notice {
  std::string id;
  Rule when;
  bool ends = false;
};

/// Something to do for one need area, in a sitting or two.
struct PlanAction {
  std::string id;
  std::uint32_t need = 0;
  std::int32_t hours = 1;
  bool for_anyone = false;       ///< it suits people whose need is not known yet
  bool before_applying = false;  ///< nobody should apply anywhere before it is done
  std::optional<Rule> when;      ///< only for people of whom this is true
};

/// What a plan is made of, and how much of it a week may hold.
struct PlanModel {
  std::optional<Rule> when;  ///< whom a plan is for
  std::uint32_t hours_question = 0;
  std::int32_t percent = 100;     ///< of the hours that the person has, which go to the plan
  std::int32_t least_hours = 1;   ///< a week
  std::int32_t usual_hours = 1;   ///< a week, of a person who has not said
  std::int32_t most_hours = 1;    ///< a week
  std::int32_t first_hours = 1;   ///< of the first week, at most
  std::int32_t weeks = 1;         ///< 1..most_plan_weeks
  std::int32_t steps_a_week = 1;  ///< 1..most_week_steps
  std::uint32_t most_programmes = 0;
  std::int32_t apply_hours = 1;
  std::int32_t ask_hours = 1;
  std::int32_t check_hours = 1;
  std::vector<std::uint32_t> refreshes_serve;  ///< need areas
  std::vector<PlanAction> actions;             ///< of an area, those to begin with first
};

/// The rules that must all be true for a question to be asked: its section's and its own, where there are any.
struct Gates {
  std::array<const Expression*, 2> rules = {};
  std::size_t count = 0;

  [[nodiscard]] const Expression* const* begin() const { return rules.data(); }
  [[nodiscard]] const Expression* const* end() const { return rules.data() + count; }
  [[nodiscard]] std::span<const Expression* const> all() const { return {rules.data(), count}; }
};

/// A checked questionnaire: immutable, made of indices, ready to assess anyone. Move-only, as its rules are.
struct Model {
  std::string id;
  std::int64_t version = 0;
  Date published;
  std::int32_t stale_after = 0;         ///< months for which a sighting counts as open
  std::uint32_t completion_budget = 0;  ///< sets of answers tried to settle one rule
  std::vector<Section> sections;
  std::vector<Question> questions;
  std::vector<Derived> derived;
  std::vector<Step> steps;
  std::vector<TopicGroup> groups;
  std::vector<Topic> topics;
  std::optional<RefreshModel> refresh;
  QuickCheckModel quick_check;
  std::vector<NeedArea> needs;
  std::vector<Programme> programmes;  ///< by ascending id
  std::vector<Notice> notices;
  std::optional<PlanModel> plan;
  std::vector<std::uint32_t> causes;  ///< 0, 1, 2 ...: what an unknown views that hangs on one question alone
  std::map<std::string_view, std::uint32_t> question_index;  ///< by id
  std::map<std::string_view, std::uint32_t> topic_index;     ///< by id

  [[nodiscard]] Gates gates_of(const Question& question) const {
    Gates gates;
    if (const auto& gate = sections[question.section].ask_if) gates.rules[gates.count++] = &*gate;
    if (question.ask_if) gates.rules[gates.count++] = &*question.ask_if;
    return gates;
  }

  /// Slots of rules: the questions, then the derived values, then months_to_start.
  [[nodiscard]] std::uint32_t derived_slot(std::uint32_t derived_index) const {
    return static_cast<std::uint32_t>(questions.size()) + derived_index;
  }
  [[nodiscard]] std::uint32_t months_to_start_slot() const {
    return static_cast<std::uint32_t>(questions.size() + derived.size());
  }
  [[nodiscard]] std::uint32_t slot_count() const { return months_to_start_slot() + 1; }
};

/// Most months that a `since` answer or months_to_start can be: sixty years.
inline constexpr std::int32_t most_months = 720;

/// The last version that a pack can have.
inline constexpr std::int64_t latest_version = 1'000'000'000;

}  // namespace waymark
