#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/date.h"
#include "rules/value.h"

namespace waymark {

/// A share of a number that explains it. All shares of a number add up to it exactly.
struct Share {
  enum class Source : std::uint8_t {
    question,    ///< an answer; `index` is the question
    topic,       ///< a rating of a topic; `index` is the topic
    need,        ///< a need area that a programme helps with
    preference,  ///< a preference of a programme that is met
    bound,       ///< what clamping into the possible range added or took
  } source = Source::question;
  std::uint32_t index = 0;
  std::int32_t points = 0;
};

/// What is known of a number between 0 and 10000 (ten-thousandths) from partial answers, each bound rounded half up.
///
/// low and high are sound outer bounds over every way in which the open questions could be answered. They are both
/// absent where nothing applies.
struct Range {
  std::optional<std::int32_t> low;
  std::optional<std::int32_t> high;
  std::optional<std::int32_t> likely;  ///< from the answers there are, where they carry at least half of the weight
  bool may_be_null = false;            ///< it could still come to nothing applying
};

struct NeedAssessment {
  Range range;
  bool exact = false;                        ///< both bounds are attained by some answers
  std::vector<std::uint32_t> bands;          ///< all that are still possible, ascending
  std::optional<std::uint32_t> likely_band;  ///< the band of range.likely
  std::vector<Share> shares;                 ///< of likely
};

/// What one reason adds to a refresh, or takes from it.
struct PointsRange {
  std::int32_t low = 0;
  std::int32_t high = 0;
};

/// What a picked topic asks of this person: a sum of points from 0 to the pack's cap.
///
/// The low ends of parts, floor and cap add up to low, and the high ends to high.
struct RefreshAssessment {
  std::uint32_t topic = 0;
  PointsRange points;
  bool may_be_null = false;        ///< the topic may turn out not to be offered
  std::vector<PointsRange> parts;  ///< by RefreshModel::parts
  PointsRange floor;               ///< what raising the sum to 0 added
  PointsRange cap;                 ///< what cutting the sum to the cap took, negative
  std::int32_t hours_low = 0;      ///< as people plan, of the ends and of the middle of the points
  std::int32_t hours = 0;
  std::int32_t hours_high = 0;
};

/// Can this person join it.
enum class Verdict : std::uint8_t { eligible, may_be_eligible, not_eligible };

/// Does it take people at this date.
enum class Status : std::uint8_t { open, upcoming, unknown, closed };

/// How a truth came about.
enum class SettledHow : std::uint8_t {
  by_answers,     ///< what was said decides it
  by_completion,  ///< every way in which the rest could be answered comes to the same
  open,
  over_budget,  ///< open, because not all ways could be tried
};

/// Why a criterion's truth is what it is.
struct Reason {
  SettledHow how = SettledHow::open;
  std::vector<std::uint32_t> questions;  ///< on which a settled truth rests, or an open one hangs; ascending
};

/// Criteria by their truth, as indices into Programme::must or Programme::prefer.
struct CriteriaByTruth {
  std::vector<std::uint32_t> met;
  std::vector<std::uint32_t> unmet;
  std::vector<std::uint32_t> unknown;
};

/// The fewest questions that could settle a verdict.
struct SettledBy {
  std::vector<std::uint32_t> questions;  ///< at most three; empty where nothing that can be asked settles it
  bool several = false;                  ///< it takes more than three
};

/// An answer given otherwise than it was.
struct Change {
  enum class Form : std::uint8_t {
    at_least,  ///< `number`, above the present answer
    at_most,   ///< `number`, below it
    options,   ///< `add` and `remove`
    choose,    ///< `option`
  } form = Form::choose;
  std::uint32_t question = 0;
  std::int64_t number = 0;            ///< months of `since`; of a number with decimals its hundredths
  std::uint32_t option = 0;           ///< by its index; of yes_no 0 for no, 1 for yes
  std::vector<std::uint32_t> add;     ///< options by their index, ascending
  std::vector<std::uint32_t> remove;  ///< likewise
};

/// Changes that would do together, by ascending question; at most three, none of which could be left out.
using Opening = std::vector<Change>;

struct ProgrammeAssessment {
  std::uint32_t programme = 0;
  Verdict verdict = Verdict::may_be_eligible;
  Status status = Status::unknown;
  Range fit;
  bool explained = true;      ///< Detail covers it; else no more than the above is told, and no reasons are found
  std::vector<Share> shares;  ///< of fit.likely
  CriteriaByTruth must;
  CriteriaByTruth prefer;
  std::uint32_t answerable = 0;        ///< unknown musts that hang on a question which can still be answered
  std::uint32_t declined = 0;          ///< unknown musts that hang on a declined answer
  std::vector<Reason> must_reasons;    ///< by Programme::must; only those of rules say anything
  std::vector<Reason> prefer_reasons;  ///< by Programme::prefer
  bool by_completion = false;          ///< the verdict needed completion
  bool over_budget = false;            ///< not all ways could be tried to settle the verdict, or to open what is shut
  SettledBy settled_by;
  std::vector<Opening> opened_by;           ///< of a joinable one that is not eligible: at most three, the least first
  std::vector<std::uint32_t> ask_provider;  ///< declined questions that the verdict hangs on
  std::optional<std::uint32_t> cohort;      ///< the next one, whose applications have not closed
  std::optional<std::uint32_t> instead;     ///< for a closed one: the first named other worth a look
};

struct SectionProgress {
  std::uint32_t settled = 0;  ///< answered or declined
  std::uint32_t open = 0;     ///< can still be asked
};

/// What a step towards a programme is.
enum class ProgrammeStep : std::uint8_t {
  apply,
  ask,    ///< whether this person can join
  check,  ///< whether it still runs
};

/// Something to do, or the part of it that one week holds. The hours of all its parts add up to those of the whole.
struct PlanStep {
  enum class Kind : std::uint8_t { action, refresh, programme } kind = Kind::action;
  std::uint32_t index = 0;  ///< into PlanModel::actions, Model::topics or Model::programmes
  ProgrammeStep programme_step = ProgrammeStep::apply;
  std::uint32_t need = 0;  ///< the need area that it serves most
  std::int32_t hours = 0;
  std::int32_t part = 1;  ///< from 1
  std::int32_t of = 1;
  std::optional<Date> opens;  ///< of a programme that takes nobody before
  std::optional<Date> by;     ///< the last day to apply
};

struct PlanWeek {
  std::int32_t week = 1;  ///< from 1, the week that starts today
  Date starts;
  std::vector<PlanStep> steps;
};

/// A step, or the rest of one, that no week holds.
struct LaterStep {
  PlanStep step;
  enum class Because : std::uint8_t { no_room, opens_later } because = Because::no_room;
};

enum class HoursFrom : std::uint8_t {
  answer,
  usual,  ///< the person has not said
  least,  ///< the person has fewer
};

/// What to do, week by week. Weeks without steps are left out.
struct Plan {
  Truth applies = Truth::unknown;  ///< whether the person is one whom a plan is for; it is empty unless they are
  std::int32_t hours_a_week = 0;   ///< that it takes at most
  HoursFrom hours_from = HoursFrom::usual;
  std::vector<PlanWeek> weeks;
  std::vector<LaterStep> later;
};

/// All that the core says about one person at one date.
struct Assessment {
  Date today;
  std::vector<NeedAssessment> needs;            ///< in the order of Model::needs
  std::vector<RefreshAssessment> refreshes;     ///< of the topics picked, those that ask most first
  std::vector<ProgrammeAssessment> programmes;  ///< in order of suggestion
  std::vector<std::uint32_t> not_asked;
  std::vector<std::uint32_t> undecided;  ///< whether they are asked is not known yet
  std::optional<std::uint32_t> next_question;
  std::vector<SectionProgress> progress;  ///< in the order of Model::sections
  std::vector<std::uint32_t> topics_offered;
  std::vector<std::uint32_t> notices;
  std::optional<Plan> plan;  ///< where the pack has plans
};

}  // namespace waymark
