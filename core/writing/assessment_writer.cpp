#include "writing/assessment_writer.h"

#include <algorithm>
#include <span>

#include "writing/json_writer.h"

namespace waymark {
namespace {

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::eligible: return "eligible";
    case Verdict::may_be_eligible: return "may_be_eligible";
    case Verdict::not_eligible: return "not_eligible";
  }
  return "";
}

std::string_view name_of(Status status) {
  switch (status) {
    case Status::open: return "open";
    case Status::upcoming: return "upcoming";
    case Status::closed: return "closed";
    case Status::unknown: return "unknown";
  }
  return "";
}

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

void write(JsonWriter& json, const Diagnostics& diagnostics) {
  json.key("diagnostics").open_array();
  for (const Diagnostic& diagnostic : diagnostics) {
    json.open_object();
    json.key("severity").text(diagnostic.severity == Severity::error ? "error" : "warning");
    json.key("code").text(name_of(diagnostic.code));
    if (!diagnostic.file.empty()) json.key("file").text(diagnostic.file);
    if (diagnostic.line != 0) json.key("line").integer(diagnostic.line).key("column").integer(diagnostic.column);
    json.key("message").text(diagnostic.message);
    if (!diagnostic.suggestion.empty()) json.key("suggestion").text(diagnostic.suggestion);
    if (!diagnostic.question.empty()) json.key("question").text(diagnostic.question);
    json.close_object();
  }
  json.close_array();
}

class AssessmentWriter {
 public:
  AssessmentWriter(const Assessment& assessment, const Model& model) : assessment_(assessment), model_(model) {}

  std::string run(const Diagnostics& diagnostics) {
    json_.open_object();
    json_.key("today").text(to_text(assessment_.today));
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
    if (assessment_.next_question) json_.text(model_.questions[*assessment_.next_question].id);
    else json_.null();
    progress();
    ids("topics_offered", assessment_.topics_offered, model_.topics);
    ids("notices", assessment_.notices, model_.notices);
    write(json_, diagnostics);
    json_.close_object();
    return json_.take();
  }

 private:
  template <typename Things>
  void ids(std::string_view key, const std::vector<std::uint32_t>& indices, const Things& things) {
    json_.key(key).open_array();
    for (const std::uint32_t index : indices) json_.text(things[index].id);
    json_.close_array();
  }

  void bounds(const Range& range) {
    json_.key("low").integer_or_null(range.low);
    json_.key("high").integer_or_null(range.high);
    json_.key("likely").integer_or_null(range.likely);
  }

  void need(const NeedArea& area, const NeedAssessment& assessed) {
    json_.open_object();
    json_.key("id").text(area.id);
    bounds(assessed.range);
    json_.key("may_be_null").boolean(assessed.range.may_be_null);
    json_.key("exact").boolean(assessed.exact);
    ids("bands", assessed.bands, area.bands);
    json_.key("band");
    if (assessed.likely_band) json_.text(area.bands[*assessed.likely_band].id);
    else json_.null();
    json_.key("parts").open_array();
    for (const Share& share : assessed.shares) write_share(share, {});
    json_.close_array();
    json_.close_object();
  }

  void write_share(const Share& share, std::span<const Preference> preferences) {
    json_.open_object();
    switch (share.source) {
      case Share::Source::question: json_.key("question").text(model_.questions[share.index].id); break;
      case Share::Source::topic: json_.key("topic").text(model_.topics[share.index].id); break;
      case Share::Source::need: json_.key("need").text(model_.needs[share.index].id); break;
      case Share::Source::preference: json_.key("preference").text(preferences[share.index].id); break;
      case Share::Source::bound: json_.key("bound").boolean(true); break;
    }
    json_.key("points").integer(share.points);
    json_.close_object();
  }

  void write_refresh(const RefreshAssessment& assessed) {
    json_.open_object();
    json_.key("topic").text(model_.topics[assessed.topic].id);
    points(assessed.points);
    json_.key("may_be_null").boolean(assessed.may_be_null);
    json_.key("hours").integer(assessed.hours);
    json_.key("hours_low").integer(assessed.hours_low);
    json_.key("hours_high").integer(assessed.hours_high);
    json_.key("parts").open_array();
    for (std::size_t i = 0; i < assessed.parts.size(); ++i) {
      json_.open_object().key("part").text(model_.refresh->parts[i].id);
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
    json_.key("id").text(programme.id);
    json_.key("verdict").text(name_of(assessed.verdict));
    json_.key("status").text(name_of(assessed.status));
    json_.key("fit").open_object();
    bounds(assessed.fit);
    json_.key("may_be_null").boolean(assessed.fit.may_be_null);
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
    ids("ask_provider", assessed.ask_provider, model_.questions);
    json_.key("cohort");
    if (assessed.cohort) cohort(programme.cohorts[*assessed.cohort]);
    else json_.null();
    serves(programme, assessed);
    json_.key("instead");
    if (assessed.instead) json_.text(model_.programmes[*assessed.instead].id);
    else json_.null();
    json_.close_object();
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
      if (must.form == CriterionForm::provider_checks) json_.text(must.id);
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
    json_.key("criterion").text(criterion);
    json_.key("truth").text(name_of(truth));
    json_.key("how").text(name_of(reason.how));
    ids("questions", reason.questions, model_.questions);
    json_.close_object();
  }

  void settled_by(const SettledBy& settled) {
    if (!settled.several) return ids("settled_by", settled.questions, model_.questions);
    json_.key("settled_by").open_array().text("several").close_array();
  }

  void cohort(const Cohort& cohort) {
    json_.open_object();
    json_.key("id").text(cohort.id);
    json_.key("opens");
    if (cohort.opens) json_.text(to_text(*cohort.opens));
    else json_.null();
    json_.key("closes").text(to_text(cohort.closes));
    json_.key("starts").text(to_text(cohort.starts));
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
    std::sort(served.begin(), served.end(), [](const Served& a, const Served& b) {
      const std::int32_t left = a.points.value_or(-1);
      const std::int32_t right = b.points.value_or(-1);
      if (left != right) return left > right;
      return a.help.strength != b.help.strength ? a.help.strength > b.help.strength : a.help.area < b.help.area;
    });
    json_.key("serves").open_array();
    for (const Served& one : served) {
      json_.open_object();
      json_.key("need").text(model_.needs[one.help.area].id);
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
      json_.key("id").text(model_.sections[i].id);
      json_.key("settled").integer(assessment_.progress[i].settled);
      json_.key("open").integer(assessment_.progress[i].open);
      json_.close_object();
    }
    json_.close_array().close_object();
  }

  const Assessment& assessment_;
  const Model& model_;
  JsonWriter json_;
};

}  // namespace

std::string write_assessment(const Assessment& assessment, const Model& model, const Diagnostics& diagnostics) {
  return AssessmentWriter(assessment, model).run(diagnostics);
}

std::string write_diagnostics(const Diagnostics& diagnostics) {
  JsonWriter json;
  json.open_object();
  write(json, diagnostics);
  json.close_object();
  return json.take();
}

}  // namespace waymark
