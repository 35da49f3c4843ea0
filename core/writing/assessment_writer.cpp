#include "writing/assessment_writer.h"

#include <algorithm>
#include <span>

#include "sorting/order.h"
#include "writing/diagnostics_writer.h"
#include "writing/json_writer.h"
#include "writing/names.h"

namespace waymark {
namespace {

std::string_view name_of(Truth truth) {
  switch (truth) {
    case Truth::yes: return "yes";
    case Truth::no: return "no";
    case Truth::unknown: return "unknown";
  }
  return "";
}

std::string_view name_of(SettledHow how) {
  switch (how) {
    case SettledHow::by_answers: return "answers";
    case SettledHow::by_completion: return "completion";
    case SettledHow::open: return "open";
    case SettledHow::over_budget: return "over_budget";
  }
  return "";
}

std::string_view name_of(ProgrammeStep step) {
  switch (step) {
    case ProgrammeStep::apply: return "apply";
    case ProgrammeStep::ask: return "ask";
    case ProgrammeStep::check: return "check";
  }
  return "";
}

std::string_view name_of(HoursFrom from) {
  switch (from) {
    case HoursFrom::answer: return "answer";
    case HoursFrom::usual: return "usual";
    case HoursFrom::least: return "least";
  }
  return "";
}

/// A number of hundredths as JSON writes it, such as `-0.5`.
std::string hundredths(std::int64_t count) {
  const std::int64_t magnitude = count < 0 ? -count : count;
  std::string text = (count < 0 ? "-" : "") + std::to_string(magnitude / 100);
  if (magnitude % 100 == 0) return text;
  text += '.';
  text += static_cast<char>('0' + magnitude / 10 % 10);
  if (magnitude % 10 != 0) text += static_cast<char>('0' + magnitude % 10);
  return text;
}

class AssessmentWriter {
 public:
  AssessmentWriter(const Assessment& assessment, const Model& model) : assessment_(assessment), model_(model) {}

  std::string run(const Diagnostics& diagnostics) {
    json_.open_object();
    json_.key("today").word(to_text(assessment_.today));
    json_.key("needs").open_array();
    for (std::size_t i = 0; i < assessment_.needs.size(); ++i) need(model_.needs[i], assessment_.needs[i]);
    json_.close_array();
    json_.key("refreshes").open_array();
    for (const RefreshAssessment& refresh : assessment_.refreshes) write_refresh(refresh);
    json_.close_array();
    json_.key("programmes").open_array();
    for (const ProgrammeAssessment& programme : assessment_.programmes) write_programme(programme);
    json_.close_array();
    ids("not_asked", assessment_.not_asked, model_.questions);
    ids("undecided", assessment_.undecided, model_.questions);
    json_.key("next_question");
    if (assessment_.next_question) json_.word(model_.questions[*assessment_.next_question].id);
    else json_.null();
    progress();
    ids("topics_offered", assessment_.topics_offered, model_.topics);
    ids("notices", assessment_.notices, model_.notices);
    json_.key("plan");
    if (assessment_.plan) write_plan(*assessment_.plan);
    else json_.null();
    write_diagnostics(json_, diagnostics);
    json_.close_object();
    return json_.take();
  }

 private:
  template <typename Things>
  void ids(std::string_view key, const std::vector<std::uint32_t>& indices, const Things& things) {
    json_.key(key).open_array();
    for (const std::uint32_t index : indices) json_.word(things[index].id);
    json_.close_array();
  }

  void bounds(const Range& range) {
    json_.key("low").integer_or_null(range.low);
    json_.key("high").integer_or_null(range.high);
    json_.key("likely").integer_or_null(range.likely);
  }

  void need(const NeedArea& area, const NeedAssessment& assessed) {
    json_.open_object();
    json_.key("id").word(area.id);
    bounds(assessed.range);
    json_.key("may_be_null").boolean(assessed.range.may_be_null);
    json_.key("exact").boolean(assessed.exact);
    ids("bands", assessed.bands, area.bands);
    json_.key("band");
    if (assessed.likely_band) json_.word(area.bands[*assessed.likely_band].id);
    else json_.null();
    json_.key("parts").open_array();
    for (const Share& share : assessed.shares) write_share(share, {});
    json_.close_array();
    json_.close_object();
  }

  void write_share(const Share& share, std::span<const Preference> preferences) {
    json_.open_object();
    switch (share.source) {
      case Share::Source::question: json_.key("question").word(model_.questions[share.index].id); break;
      case Share::Source::topic: json_.key("topic").word(model_.topics[share.index].id); break;
      case Share::Source::need: json_.key("need").word(model_.needs[share.index].id); break;
      case Share::Source::preference: json_.key("preference").word(preferences[share.index].id); break;
      case Share::Source::bound: json_.key("bound").boolean(true); break;
    }
    json_.key("points").integer(share.points);
    json_.close_object();
  }

  void write_refresh(const RefreshAssessment& assessed) {
    json_.open_object();
    json_.key("topic").word(model_.topics[assessed.topic].id);
    points(assessed.points);
    json_.key("may_be_null").boolean(assessed.may_be_null);
    json_.key("hours").integer(assessed.hours);
    json_.key("hours_low").integer(assessed.hours_low);
    json_.key("hours_high").integer(assessed.hours_high);
    json_.key("parts").open_array();
    for (std::size_t i = 0; i < assessed.parts.size(); ++i) {
      json_.open_object().key("part").word(model_.refresh->parts[i].id);
      points(assessed.parts[i]);
      json_.close_object();
    }
    limit("floor", assessed.floor);
    limit("cap", assessed.cap);
    json_.close_array().close_object();
  }

  void points(const PointsRange& range) {
    json_.key("low").integer(range.low);
    json_.key("high").integer(range.high);
  }

  void limit(std::string_view name, const PointsRange& moved) {
    if (moved.low == 0 && moved.high == 0) return;
    json_.open_object().key(name).boolean(true);
    points(moved);
    json_.close_object();
  }

  void write_programme(const ProgrammeAssessment& assessed) {
    const Programme& programme = model_.programmes[assessed.programme];
    json_.open_object();
    json_.key("id").word(programme.id);
    json_.key("verdict").word(name_of(assessed.verdict));
    json_.key("status").word(name_of(assessed.status));
    json_.key("fit").open_object();
    bounds(assessed.fit);
    json_.key("may_be_null").boolean(assessed.fit.may_be_null);
    if (assessed.explained) explain(programme, assessed);
    else json_.close_object();
    json_.close_object();
  }

  void explain(const Programme& programme, const ProgrammeAssessment& assessed) {
    json_.key("parts").open_array();
    for (const Share& share : assessed.shares) write_share(share, programme.prefer);
    json_.close_array().close_object();
    criteria(assessed.must, programme.must);
    provider_checks(programme);
    json_.key("preferences").open_object();
    criteria(assessed.prefer, programme.prefer);
    json_.close_object();
    reasons(programme, assessed);
    json_.key("settled_by_completion").boolean(assessed.by_completion);
    json_.key("over_budget").boolean(assessed.over_budget);
    settled_by(assessed.settled_by);
    opened_by(assessed.opened_by);
    ids("ask_provider", assessed.ask_provider, model_.questions);
    json_.key("cohort");
    if (assessed.cohort) cohort(programme.cohorts[*assessed.cohort]);
    else json_.null();
    serves(programme, assessed);
    json_.key("instead");
    if (assessed.instead) json_.word(model_.programmes[*assessed.instead].id);
    else json_.null();
  }

  template <typename Criteria>
  void criteria(const CriteriaByTruth& by_truth, const Criteria& all) {
    ids("met", by_truth.met, all);
    ids("unmet", by_truth.unmet, all);
    ids("unknown", by_truth.unknown, all);
  }

  void provider_checks(const Programme& programme) {
    json_.key("provider_checks").open_array();
    for (const Criterion& must : programme.must)
      if (must.form == CriterionForm::provider_checks) json_.word(must.id);
    json_.close_array();
  }

  void reasons(const Programme& programme, const ProgrammeAssessment& assessed) {
    json_.key("reasons").open_array();
    for (std::size_t i = 0; i < programme.must.size(); ++i)
      if (programme.must[i].form == CriterionForm::rule)
        reason(programme.must[i].id, truth_in(assessed.must, i), assessed.must_reasons[i]);
    for (std::size_t i = 0; i < programme.prefer.size(); ++i)
      reason(programme.prefer[i].id, truth_in(assessed.prefer, i), assessed.prefer_reasons[i]);
    json_.close_array();
  }

  static Truth truth_in(const CriteriaByTruth& criteria, std::size_t index) {
    const auto among = [&](const std::vector<std::uint32_t>& some) {
      return std::find(some.begin(), some.end(), index) != some.end();
    };
    return among(criteria.met) ? Truth::yes : among(criteria.unmet) ? Truth::no : Truth::unknown;
  }

  void reason(std::string_view criterion, Truth truth, const Reason& reason) {
    json_.open_object();
    json_.key("criterion").word(criterion);
    json_.key("truth").word(name_of(truth));
    json_.key("how").word(name_of(reason.how));
    ids("questions", reason.questions, model_.questions);
    json_.close_object();
  }

  void settled_by(const SettledBy& settled) {
    if (!settled.several) return ids("settled_by", settled.questions, model_.questions);
    json_.key("settled_by").open_array().word("several").close_array();
  }

  void opened_by(const std::vector<Opening>& openings) {
    json_.key("opened_by").open_array();
    for (const Opening& opening : openings) {
      json_.open_array();
      for (const Change& each : opening) change(each, model_.questions[each.question]);
      json_.close_array();
    }
    json_.close_array();
  }

  void change(const Change& change, const Question& question) {
    json_.open_object();
    json_.key("question").text(question.id);
    switch (change.form) {
      case Change::Form::at_least:
      case Change::Form::at_most:
        json_.key(change.form == Change::Form::at_least ? "at_least" : "at_most");
        if (question.decimals) json_.raw(hundredths(change.number));
        else json_.integer(change.number);
        break;
      case Change::Form::options:
        if (!change.add.empty()) ids_of_options("add", change.add, question);
        if (!change.remove.empty()) ids_of_options("remove", change.remove, question);
        break;
      case Change::Form::choose:
        json_.key("choose");
        if (question.kind == QuestionKind::yes_no) json_.boolean(change.option == 1);
        else json_.text(question.options[change.option]);
        break;
    }
    json_.close_object();
  }

  void ids_of_options(std::string_view key, const std::vector<std::uint32_t>& options, const Question& question) {
    json_.key(key).open_array();
    for (const std::uint32_t option : options) json_.text(question.options[option]);
    json_.close_array();
  }

  void cohort(const Cohort& cohort) {
    json_.open_object();
    json_.key("id").word(cohort.id);
    json_.key("opens");
    if (cohort.opens) json_.word(to_text(*cohort.opens));
    else json_.null();
    json_.key("closes").word(to_text(cohort.closes));
    json_.key("starts").word(to_text(cohort.starts));
    json_.close_object();
  }

  /// The need areas that a programme helps with, those that weigh most for this person first.
  void serves(const Programme& programme, const ProgrammeAssessment& assessed) {
    struct Served {
      Help help;
      std::optional<std::int32_t> points;
    };
    std::vector<Served> served;
    for (const Help& help : programme.helps) {
      std::optional<std::int32_t> points;
      for (const Share& share : assessed.shares)
        if (share.source == Share::Source::need && share.index == help.area) points = share.points;
      served.push_back({help, points});
    }
    put_in_order(served, [](const Served& a, const Served& b) {
      const std::int32_t left = a.points.value_or(-1);
      const std::int32_t right = b.points.value_or(-1);
      if (left != right) return left > right;
      return a.help.strength != b.help.strength ? a.help.strength > b.help.strength : a.help.area < b.help.area;
    });
    json_.key("serves").open_array();
    for (const Served& one : served) {
      json_.open_object();
      json_.key("need").word(model_.needs[one.help.area].id);
      json_.key("strength").integer(one.help.strength);
      json_.key("points").integer_or_null(one.points);
      json_.close_object();
    }
    json_.close_array();
  }

  void progress() {
    std::uint32_t settled = 0;
    std::uint32_t open = 0;
    for (const SectionProgress& section : assessment_.progress) {
      settled += section.settled;
      open += section.open;
    }
    json_.key("progress").open_object();
    json_.key("settled").integer(settled);
    json_.key("open").integer(open);
    json_.key("sections").open_array();
    for (std::size_t i = 0; i < assessment_.progress.size(); ++i) {
      json_.open_object();
      json_.key("id").word(model_.sections[i].id);
      json_.key("settled").integer(assessment_.progress[i].settled);
      json_.key("open").integer(assessment_.progress[i].open);
      json_.close_object();
    }
    json_.close_array().close_object();
  }

  // --- the plan ---

  void write_plan(const Plan& plan) {
    json_.open_object();
    json_.key("applies").text(name_of(plan.applies));
    json_.key("hours_a_week").integer(plan.hours_a_week);
    json_.key("hours_from").text(name_of(plan.hours_from));
    json_.key("weeks").open_array();
    for (const PlanWeek& week : plan.weeks) write_week(week);
    json_.close_array();
    json_.key("later").open_array();
    for (const LaterStep& later : plan.later) {
      json_.open_object();
      write_step(later.step);
      json_.key("because").text(later.because == LaterStep::Because::opens_later ? "opens_later" : "no_room");
      json_.close_object();
    }
    json_.close_array().close_object();
  }

  void write_week(const PlanWeek& week) {
    std::int32_t hours = 0;
    for (const PlanStep& step : week.steps) hours += step.hours;
    json_.open_object();
    json_.key("week").integer(week.week);
    json_.key("starts").text(to_text(week.starts));
    json_.key("hours").integer(hours);
    json_.key("steps").open_array();
    for (const PlanStep& step : week.steps) {
      json_.open_object();
      write_step(step);
      json_.close_object();
    }
    json_.close_array().close_object();
  }

  void write_step(const PlanStep& step) {
    switch (step.kind) {
      case PlanStep::Kind::action:
        json_.key("kind").text("action").key("action").text(model_.plan->actions[step.index].id);
        break;
      case PlanStep::Kind::refresh:
        json_.key("kind").text("refresh").key("topic").text(model_.topics[step.index].id);
        break;
      case PlanStep::Kind::programme:
        json_.key("kind").text("programme").key("programme").text(model_.programmes[step.index].id);
        json_.key("do").text(name_of(step.programme_step));
        break;
    }
    json_.key("need").text(model_.needs[step.need].id);
    json_.key("hours").integer(step.hours);
    json_.key("part").integer(step.part);
    json_.key("of").integer(step.of);
    if (step.opens) json_.key("opens").text(to_text(*step.opens));
    if (step.by) json_.key("by").text(to_text(*step.by));
  }

  const Assessment& assessment_;
  const Model& model_;
  JsonWriter json_;
};

}  // namespace

std::string write_assessment(const Assessment& assessment, const Model& model, const Diagnostics& diagnostics) {
  return AssessmentWriter(assessment, model).run(diagnostics);
}

}  // namespace waymark
