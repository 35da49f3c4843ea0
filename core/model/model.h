#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/date.h"
#include "rules/expression.h"
#include "rules/value.h"

namespace waymark {

enum class QuestionKind : std::uint8_t { one, many, scale, number, since, yes_no, topics };

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
  std::uint32_t step = 0;  ///< its place in Model::steps
};

struct Derived {
  std::string id;
  Expression rule;
};

/// One value to work out, in the order in which nothing reads what comes later.
struct Step {
  enum class Kind : std::uint8_t { question, derived } kind = Kind::question;
  std::uint32_t index = 0;
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
  std::int32_t hours = 0;  ///< that a full refresh takes
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
  std::vector<NeedArea> needs;
  std::vector<Programme> programmes;  ///< by ascending id
  std::vector<Notice> notices;
  std::vector<std::uint32_t> causes;  ///< 0, 1, 2 ...: what an unknown views that hangs on one question alone
  std::unordered_map<std::string_view, std::uint32_t> question_index;  ///< by id
  std::unordered_map<std::string_view, std::uint32_t> topic_index;     ///< by id

  /// The rules that must all be true for a question to be asked.
  [[nodiscard]] std::vector<const Expression*> gates_of(const Question& question) const {
    std::vector<const Expression*> gates;
    if (const auto& gate = sections[question.section].ask_if) gates.push_back(&*gate);
    if (question.ask_if) gates.push_back(&*question.ask_if);
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

}  // namespace waymark
