#pragma once

#include <cstddef>
#include <cstdint>

namespace waymark {

// Every limit on sizes, depths, counts and work. Beyond them input is refused with the reason, or, for the last group,
// what could not be settled stays unknown and says so. questionnaires/LIMITS.md tells authors of them.

// texts
inline constexpr std::size_t largest_json = 32U << 20;    ///< bytes of one JSON text
inline constexpr std::size_t largest_model = 8U << 20;    ///< bytes of a compiled questionnaire
inline constexpr std::size_t largest_request = 1U << 20;  ///< bytes of a request to the module
inline constexpr std::size_t longest_line = 1U << 20;     ///< bytes of a line of answers, on the command line
inline constexpr std::size_t largest_save = 256U << 10;   ///< bytes of a save file
inline constexpr std::size_t deepest_json = 32;           ///< arrays and objects inside each other
inline constexpr std::size_t most_members = 10'000;       ///< of one object
inline constexpr std::size_t most_elements = 20'000;      ///< of one list of a pack
inline constexpr std::size_t most_diagnostics = 1'000;    ///< told at once
inline constexpr unsigned most_jobs = 256;                ///< lines of answers worked on at once

// rules
inline constexpr std::size_t longest_rule = 10'000;                 ///< bytes of its text
inline constexpr std::uint32_t deepest_rule = 100;                  ///< operations inside each other
inline constexpr std::uint32_t most_questions = 1'000;              ///< of a pack
inline constexpr std::uint32_t deepest_gates = 100;                 ///< questions asked because of others, in a row
inline constexpr std::uint32_t deepest_derived = 32;                ///< derived values that hang on each other
inline constexpr std::uint64_t most_dependencies = 20'000'000;      ///< of rules on rules and questions, through others
inline constexpr std::uint32_t most_list_elements = 10'000;         ///< of a list that a pack's rule makes
inline constexpr std::uint64_t most_steps = 10'000;                 ///< nodes that evaluating a pack's rule may visit
inline constexpr std::uint64_t most_pack_steps = 2'000'000;         ///< the same for all rules of a pack together
inline constexpr std::uint64_t most_joined = 100'000;               ///< bytes or elements that any evaluation may make
inline constexpr std::uint64_t most_evaluation_steps = 10'000'000;  ///< nodes that any evaluation may visit

// ranges of what a pack says
inline constexpr std::int32_t largest_need = 10'000;  ///< points of a need, a refresh or a preference
inline constexpr std::int32_t largest_weight = 10'000;
inline constexpr std::int32_t most_topic_hours = 1'000;
inline constexpr std::int32_t most_stop_below = 100'000;
inline constexpr std::int32_t most_stale_after = 120;  ///< months
inline constexpr std::uint32_t most_points = 11;       ///< of a scale or an aspect
inline constexpr std::uint32_t most_topics_asked = 50;
inline constexpr double largest_number = 1e9;

// plans
inline constexpr std::int32_t most_plan_weeks = 12;
inline constexpr std::int32_t most_week_steps = 3;
inline constexpr std::int32_t most_week_hours = 40;
inline constexpr std::int32_t most_step_hours = 100;  ///< of an action, or of a step towards a programme
inline constexpr std::int32_t most_plan_programmes = 10;
inline constexpr std::size_t most_actions = 200;

// settling
inline constexpr std::uint32_t usual_completion_budget = 1'000;   ///< sets of answers tried to settle one rule
inline constexpr std::uint32_t most_completion_budget = 100'000;  ///< that a pack may set
inline constexpr std::uint64_t most_settling_steps = 5'000'000;   ///< nodes visited to settle all truths of a person
inline constexpr std::uint64_t most_advice_steps = 5'000'000;     ///< nodes visited to find what would settle them
inline constexpr std::size_t most_settled_by = 3;                 ///< questions that are named as settling a verdict
inline constexpr std::size_t most_settling_classes = 1'000;       ///< of one question, in that search
inline constexpr std::size_t most_settling_sets = 20'000;         ///< of questions looked at for one programme
inline constexpr std::size_t most_settling_trials = 5'000;        ///< answers tried for one programme, in that search
inline constexpr std::size_t most_openings = 3;                   ///< ways named that would open one programme
inline constexpr std::size_t most_changes = 3;                    ///< of answers in one such way
inline constexpr std::uint64_t most_opening_steps = 2'000'000;    ///< nodes visited to find them for a person
inline constexpr std::size_t most_other_answers = 1'000;          ///< to one question, in that search
inline constexpr std::size_t most_opening_trials = 5'000;         ///< sets tried for one programme, in that search

// the quick check
inline constexpr std::size_t most_contenders = 100;  ///< programmes that are looked at as coming among the first
inline constexpr std::size_t most_look_ahead_work = 200'000;       ///< supposed answers, and programmes judged for them
inline constexpr std::uint64_t most_look_ahead_steps = 5'000'000;  ///< nodes visited for it

// reaching: what is cut here is told as not proved either way
inline constexpr std::uint64_t most_reaching_steps = 5'000'000;  ///< nodes visited to prove one claim
inline constexpr std::size_t most_reaching_classes = 1'000;      ///< of one question, in that search
inline constexpr std::size_t most_reaching_sums = 200'000;       ///< of items' needs tried for the bands of one area
inline constexpr std::size_t most_excluding_musts = 3;           ///< that are named as never met together

}  // namespace waymark
