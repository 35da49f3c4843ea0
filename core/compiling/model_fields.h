#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/limits.h"
#include "model/model.h"

// What a compiled model consists of, type by type: the one description that both writing and reading follow, with the
// bounds that reading checks. Left out is what the rest tells: indexes, steps and what hangs on what, places in the
// texts of rules, ids of derived values, and the shares of answers, as prospects hold what came out of them.

namespace waymark::compiling {

/// What goes through the fields of a model and writes or reads them.
template <typename A>
concept Archive = requires(A& archive, bool holds, std::size_t slots) {
  { A::reads } -> std::convertible_to<bool>;
  { archive.model() } -> std::convertible_to<const Model&>;
  archive.require(holds);
  archive.let_rules_read(slots);
};

/// A field: to be filled when reading, as it is when writing.
template <typename A, typename T>
using Field = typename A::template Access<T>;

// --- rules ---

inline bool is_macro(Operation operation) { return operation >= Operation::macro_all; }

/// How many operands an operation has; nothing where it may have any number.
inline std::optional<std::uint32_t> operand_count_of(Operation operation) {
  switch (operation) {
    case Operation::list:
    case Operation::logical_and:
    case Operation::logical_or: return std::nullopt;
    case Operation::constant:
    case Operation::name:
    case Operation::local:
    case Operation::undeclared: return 0;
    case Operation::logical_not:
    case Operation::negate:
    case Operation::size:
    case Operation::to_integer:
    case Operation::to_real: return 1;
    case Operation::conditional:
    case Operation::macro_map_filter: return 3;
    default: return 2;
  }
}

template <Archive A>
void constant(A& archive, Field<A, Expression> rule, Field<A, Value> value) {
  archive.number(value.kind, static_cast<int>(ValueKind::boolean), static_cast<int>(ValueKind::string));
  switch (value.kind) {
    case ValueKind::boolean: return archive.number(value.boolean, 0, 1);
    case ValueKind::integer: return archive.integer(value.integer);
    case ValueKind::real: return archive.real(value.real);
    default: return archive.text_of(rule, value);
  }
}

/// The node at a place, and what lies under it. What was read stands at the place that is returned. A tree by its
/// form, so that every node has one place in it and none leads back. `macros`: those around it.
template <Archive A>
std::uint32_t subtree(A& archive, Field<A, Expression> rule, std::uint32_t at, std::uint32_t depth,
                      std::uint32_t macros) {
  ExpressionNode node;
  if constexpr (!A::reads) node = rule.nodes[at];
  archive.require(depth < deepest_rule);
  archive.number(node.operation, 0, static_cast<int>(Operation::macro_map_filter));
  switch (node.operation) {
    case Operation::constant:
      if constexpr (A::reads) {
        node.first = static_cast<std::uint32_t>(rule.constants.size());
        rule.constants.emplace_back();
      }
      constant(archive, rule, rule.constants[node.first]);
      break;
    case Operation::name: archive.index(node.first, archive.slots()); break;
    case Operation::local: archive.index(node.first, macros); break;
    case Operation::undeclared: archive.require(false); break;
    default:
      if (is_macro(node.operation)) node.first = macros;
  }
  const auto fixed = operand_count_of(node.operation);
  if (!fixed) archive.count(node.operand_count);
  else if (A::reads) node.operand_count = *fixed;
  std::vector<std::uint32_t> operands;
  for (std::uint32_t i = 0; i < node.operand_count && archive.is_sound(); ++i) {
    const std::uint32_t around = macros + (is_macro(node.operation) && i > 0 ? 1 : 0);
    const std::uint32_t operand = A::reads ? 0 : rule.operands_of(node)[i];
    operands.push_back(subtree(archive, rule, operand, depth + 1, around));
  }
  return archive.keep(rule, node, operands);
}

template <Archive A>
void fields(A& archive, Field<A, Expression> rule) {
  const std::uint32_t root = subtree(archive, rule, rule.root, 0, 0);
  if constexpr (A::reads) rule.root = root;
}

template <Archive A>
void fields(A& archive, Field<A, Rule> rule) {
  fields(archive, rule.expression);
}

template <Archive A>
void fields(A& archive, Field<A, Date> date) {
  archive.number(date.year, 1, 9999);
  archive.number(date.month, 1, 12);
  archive.number(date.day, 1, 31);
  archive.require(is_day(date));
}

// --- questions ---

template <Archive A>
void fields(A& archive, Field<A, Aspect> aspect) {
  archive.id(aspect.id);
  archive.number(aspect.points, 2, most_points);
}

template <typename T, Archive A>
auto& held(A&, Field<A, Answer> answer) {
  if constexpr (A::reads) answer.template emplace<T>();
  return *std::get_if<T>(&answer);
}

/// Every aspect of one topic, rated: it stands for each that is picked.
template <Archive A>
void fields(A& archive, Field<A, PickedTopics> topics, const Question& question) {
  if constexpr (A::reads) {
    topics.picked.resize(1);
    topics.picked[0].ratings.resize(question.aspects.size(), {Rating::State::rated, 0});
  }
  for (std::size_t i = 0; i < question.aspects.size(); ++i)
    archive.index(topics.picked[0].ratings[i].point, question.aspects[i].points);
}

/// An answer of the question's kind. `or_none`: of one option, the one after the last stands for none.
template <Archive A>
void fields(A& archive, Field<A, Answer> answer, const Question& question, bool or_none) {
  switch (question.kind) {
    case QuestionKind::yes_no: return archive.number(held<bool>(archive, answer), 0, 1);
    case QuestionKind::one:
      return archive.index(held<ChosenOption>(archive, answer).option, question.options.size() + (or_none ? 1 : 0));
    case QuestionKind::many:
      return archive.indices(held<ChosenOptions>(archive, answer).options, question.options.size());
    case QuestionKind::scale: return archive.number(held<std::int64_t>(archive, answer), 1, question.points);
    case QuestionKind::number:
    case QuestionKind::since:
      if (question.decimals) return archive.real(held<double>(archive, answer), question.lowest, question.highest);
      return archive.number(held<std::int64_t>(archive, answer), static_cast<std::int64_t>(question.lowest),
                            static_cast<std::int64_t>(question.highest));
    case QuestionKind::topics: return fields(archive, held<PickedTopics>(archive, answer), question);
  }
}

template <Archive A>
void fields(A& archive, Field<A, Question> question) {
  archive.id(question.id);
  archive.number(question.kind, 0, static_cast<int>(QuestionKind::topics));
  archive.index(question.section, archive.model().sections.size());
  archive.number(question.changeable, 0, 1);
  archive.number(question.meaning_since, 1, archive.model().version);
  switch (question.kind) {
    case QuestionKind::one:
    case QuestionKind::many: archive.ids(question.options); break;
    case QuestionKind::scale: archive.number(question.points, 2, most_points); break;
    case QuestionKind::number:
      archive.number(question.decimals, 0, 1);
      archive.real(question.lowest, -largest_number, largest_number);
      archive.real(question.highest, question.lowest, largest_number);
      archive.require(question.decimals || (std::trunc(question.lowest) == question.lowest &&
                                            std::trunc(question.highest) == question.highest));
      break;
    case QuestionKind::since:
      if constexpr (A::reads) question.highest = most_months;
      break;
    case QuestionKind::topics:
      archive.number(question.most_topics, 1, most_topics_asked);
      archive.list(question.aspects);
      archive.require(!question.aspects.empty());
      break;
    case QuestionKind::yes_no: break;
  }
  archive.value_if_not_asked(question);
}

// --- topics and refreshes ---

template <Archive A>
void fields(A& archive, Field<A, TopicGroup> group) {
  archive.id(group.id);
  fields(archive, group.offered_if);
}

template <Archive A>
void fields(A& archive, Field<A, Topic> topic) {
  archive.id(topic.id);
  archive.index(topic.group, archive.model().groups.size());
  archive.number(topic.pace, 0, pace_count - 1);
  archive.number(topic.hours, 0, most_topic_hours);
  archive.number(topic.meaning_since, 1, archive.model().version);
}

template <Archive A>
void fields(A& archive, Field<A, PointsRow> row) {
  archive.real(row.from);
  archive.number(row.points, -largest_need, largest_need);
}

/// The question that a table is about, and of topics the aspect.
template <Archive A>
const Question& question_of(A& archive, Field<A, std::uint32_t> question, Field<A, std::uint32_t> aspect) {
  archive.index(question, archive.model().questions.size());
  const Question& asked = archive.model().questions[question];
  if (asked.kind == QuestionKind::topics) archive.index(aspect, asked.aspects.size());
  return asked;
}

/// How many answers a table has a row for; 0 for those that it does not list.
inline std::size_t answers_to(const Question& question, std::uint32_t aspect) {
  switch (question.kind) {
    case QuestionKind::one: return question.options.size();
    case QuestionKind::yes_no: return 2;
    case QuestionKind::scale: return question.points;
    case QuestionKind::topics: return question.aspects[aspect].points;
    default: return 0;
  }
}

template <Archive A>
void fields(A& archive, Field<A, RefreshPart> part) {
  archive.id(part.id);
  const Question& question = question_of(archive, part.question, part.aspect);
  archive.require(question.kind != QuestionKind::many);
  for (auto& table : part.by_pace)
    if (is_number(question.kind)) {
      archive.list(table.rows);
      archive.require(!table.rows.empty());
    } else {
      archive.have(table.by_answer, answers_to(question, part.aspect));
      for (auto& points : table.by_answer) archive.number(points, -largest_need, largest_need);
    }
}

template <Archive A>
void fields(A& archive, Field<A, RefreshModel> refresh) {
  archive.number(refresh.cap, 1, largest_need);
  archive.list(refresh.parts);
  archive.count_of(refresh.plan_hours);
  archive.require(!refresh.plan_hours.empty());
  for (auto& hours : refresh.plan_hours) archive.number(hours, 0, most_topic_hours);
}

// --- needs ---

template <Archive A>
void fields(A& archive, Field<A, NeedItem> item) {
  const Question& question = question_of(archive, item.question, item.aspect);
  archive.number(item.weight, 1, largest_weight);
  archive.require(question.kind != QuestionKind::many && !is_number(question.kind));
  archive.have(item.need, answers_to(question, item.aspect));
  bool some = false;
  for (auto& need : item.need) {
    std::int32_t points = need.value_or(-1);
    archive.number(points, -1, largest_need);
    if constexpr (A::reads) need = points < 0 ? NeedPoints() : NeedPoints(points);
    some = some || points >= 0;
  }
  archive.require(some);
}

template <Archive A>
void fields(A& archive, Field<A, Band> band) {
  archive.id(band.id);
  archive.number(band.from, 0, largest_need);
}

template <Archive A>
void fields(A& archive, Field<A, NeedArea> area) {
  archive.id(area.id);
  archive.list(area.items);
  archive.list(area.bands);
  archive.require(!area.bands.empty());
  for (std::size_t i = 0; i < area.bands.size(); ++i)
    archive.require(i == 0 ? area.bands[i].from == 0 : area.bands[i - 1].from < area.bands[i].from);
}

// --- programmes ---

template <Archive A>
void fields(A& archive, Field<A, Criterion> must) {
  archive.id(must.id);
  archive.number(must.form, 0, static_cast<int>(CriterionForm::unstated));
  if (must.form == CriterionForm::rule) fields(archive, must.rule);
}

template <Archive A>
void fields(A& archive, Field<A, Preference> preference) {
  archive.id(preference.id);
  fields(archive, preference.rule);
  archive.number(preference.points, 1, largest_need);
}

template <Archive A>
void fields(A& archive, Field<A, Help> help) {
  archive.index(help.area, archive.model().needs.size());
  archive.number(help.strength, 1, largest_weight);
}

template <Archive A>
void fields(A& archive, Field<A, Cohort> cohort) {
  archive.id(cohort.id);
  archive.optional(cohort.opens);
  fields(archive, cohort.closes);
  fields(archive, cohort.starts);
}

template <Archive A>
void fields(A& archive, Field<A, Programme> programme) {
  archive.id(programme.id);
  archive.list(programme.must);
  archive.list(programme.prefer);
  archive.list(programme.helps);
  archive.number(programme.intake, 0, static_cast<int>(Intake::unknown));
  archive.optional(programme.last_seen);
  archive.list(programme.cohorts);
  archive.indices(programme.instead, archive.model().programmes.size());
}

// --- the rest ---

template <Archive A>
void fields(A& archive, Field<A, Section> section) {
  archive.id(section.id);
}

template <Archive A>
void fields(A& archive, Field<A, Derived> derived) {
  fields(archive, derived.rule);
}

template <Archive A>
void fields(A& archive, Field<A, Notice> notice) {
  archive.id(notice.id);
  fields(archive, notice.when);
  archive.number(notice.ends, 0, 1);
}

template <Archive A>
void fields(A& archive, Field<A, PlanAction> action) {
  archive.id(action.id);
  archive.index(action.need, archive.model().needs.size());
  archive.number(action.hours, 1, most_step_hours);
  archive.number(action.for_anyone, 0, 1);
  archive.number(action.before_applying, 0, 1);
  archive.optional(action.when);
}

template <Archive A>
void fields(A& archive, Field<A, PlanModel> plan) {
  archive.optional(plan.when);
  archive.index(plan.hours_question, archive.model().questions.size());
  archive.require(archive.model().questions[plan.hours_question].kind == QuestionKind::number);
  archive.number(plan.percent, 1, 100);
  archive.number(plan.least_hours, 1, most_week_hours);
  archive.number(plan.most_hours, plan.least_hours, most_week_hours);
  archive.number(plan.usual_hours, plan.least_hours, plan.most_hours);
  archive.number(plan.first_hours, 1, most_week_hours);
  archive.number(plan.weeks, 1, most_plan_weeks);
  archive.number(plan.steps_a_week, 1, most_week_steps);
  archive.number(plan.most_programmes, 0, most_plan_programmes);
  archive.number(plan.apply_hours, 1, most_step_hours);
  archive.number(plan.ask_hours, 1, most_step_hours);
  archive.number(plan.check_hours, 1, most_step_hours);
  archive.indices(plan.refreshes_serve, archive.model().needs.size());
  archive.require(!archive.model().refresh || !plan.refreshes_serve.empty());
  archive.list(plan.actions);
  archive.require(plan.actions.size() <= most_actions);
}

template <Archive A>
void fields(A& archive, Field<A, Prospect> prospect, const Question& question) {
  const Model& model = archive.model();
  archive.number(prospect.topics_picked, 0, most_topics_asked);
  archive.ascending(prospect.groups, model.groups.size());
  archive.ascending(prospect.areas, model.needs.size());
  archive.ascending(prospect.programmes, model.programmes.size());
  archive.count_of(prospect.answers);
  for (auto& likely : prospect.answers) {
    if (!archive.is_sound()) return;
    fields(archive, likely.answer, question, false);
    archive.number(likely.share, 0, everyone);
    archive.value_of(likely, question);
  }
}

/// What rules read stands before them, and so does what is named by its place.
template <Archive A>
void fields(A& archive, Field<A, Model> model) {
  archive.id(model.id);
  archive.number(model.version, 1, latest_version);
  fields(archive, model.published);
  archive.number(model.stale_after, 1, most_stale_after);
  archive.number(model.completion_budget, 0, most_completion_budget);
  archive.list(model.sections);
  archive.list(model.questions);
  archive.require(!model.questions.empty() && model.questions.size() <= most_questions);
  // What is said of picked topics is said of those of one question.
  archive.require(std::count_if(model.questions.begin(), model.questions.end(),
                                [](const Question& question) { return question.kind == QuestionKind::topics; }) <= 1);
  archive.count_of(model.derived);
  for (std::size_t i = 0; i < model.derived.size(); ++i) {
    archive.let_rules_read(model.questions.size() + i);
    fields(archive, model.derived[i]);
  }
  archive.let_rules_read(model.months_to_start_slot());
  for (auto& section : model.sections) archive.optional(section.ask_if);
  for (auto& question : model.questions) archive.optional(question.ask_if);
  archive.list(model.groups);
  archive.list(model.topics);
  archive.list(model.needs);
  archive.list(model.notices);
  archive.optional(model.refresh);
  archive.optional(model.plan);
  archive.let_rules_read(model.slot_count());
  archive.list(model.programmes);
  archive.number(model.quick_check.stop_below, 1, most_stop_below);
  archive.have(model.quick_check.prospects, model.questions.size());
  // None of these where what was read so far cannot be.
  for (std::size_t i = 0; i < model.quick_check.prospects.size(); ++i)
    fields(archive, model.quick_check.prospects[i], model.questions[i]);
}

}  // namespace waymark::compiling
