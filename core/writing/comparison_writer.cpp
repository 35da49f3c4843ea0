#include "writing/comparison_writer.h"

#include "writing/diagnostics_writer.h"
#include "writing/json_writer.h"
#include "writing/names.h"

namespace waymark {
namespace {

class ComparisonWriter {
 public:
  ComparisonWriter(const Comparison& comparison, const Model& model) : comparison_(comparison), model_(model) {}

  std::string run(const Diagnostics& diagnostics) {
    json_.open_object();
    json_.key("before").text(to_text(comparison_.before));
    json_.key("after").text(to_text(comparison_.after));
    json_.key("answers");
    ids(comparison_.answers, model_.questions);
    changes("needs", comparison_.needs, [&](const NeedChange& change) {
      const NeedArea& area = model_.needs[change.area];
      json_.key("id").text(area.id);
      before_and_after(change, [&](const NeedAssessment& need) { write(need, area); });
    });
    changes("refreshes", comparison_.refreshes, [&](const RefreshChange& change) {
      json_.key("topic").text(model_.topics[change.topic].id);
      before_and_after(change, [&](const std::optional<RefreshAssessment>& refresh) { write(refresh); });
    });
    changes("programmes", comparison_.programmes, [&](const ProgrammeChange& change) {
      json_.key("id").text(model_.programmes[change.programme].id);
      before_and_after(change, [&](const ProgrammeStanding& standing) { write(standing); });
    });
    turnover("eligible", comparison_.eligible);
    turnover("joinable", comparison_.joinable);
    turnover("top", comparison_.top);
    write_diagnostics(json_, diagnostics);
    json_.close_object();
    return json_.take();
  }

 private:
  template <typename Things>
  void ids(const std::vector<std::uint32_t>& indices, const Things& things) {
    json_.open_array();
    for (const std::uint32_t index : indices) json_.text(things[index].id);
    json_.close_array();
  }

  template <typename Changes, typename Write>
  void changes(std::string_view key, const Changes& all, Write write_one) {
    json_.key(key).open_array();
    for (const auto& change : all) {
      json_.open_object();
      write_one(change);
      json_.close_object();
    }
    json_.close_array();
  }

  template <typename Change, typename Write>
  void before_and_after(const Change& change, Write write_side) {
    json_.key("before");
    write_side(change.before);
    json_.key("after");
    write_side(change.after);
  }

  void write(const NeedAssessment& need, const NeedArea& area) {
    json_.open_object();
    json_.key("likely").integer_or_null(need.range.likely);
    json_.key("band");
    if (need.likely_band) json_.text(area.bands[*need.likely_band].id);
    else json_.null();
    json_.key("bands");
    ids(need.bands, area.bands);
    json_.close_object();
  }

  void write(const std::optional<RefreshAssessment>& refresh) {
    if (!refresh) {
      json_.null();
      return;
    }
    json_.open_object();
    json_.key("low").integer(refresh->points.low);
    json_.key("high").integer(refresh->points.high);
    json_.key("may_be_null").boolean(refresh->may_be_null);
    json_.key("hours").integer(refresh->hours);
    json_.key("hours_low").integer(refresh->hours_low);
    json_.key("hours_high").integer(refresh->hours_high);
    json_.close_object();
  }

  void write(const ProgrammeStanding& standing) {
    json_.open_object();
    json_.key("verdict").text(name_of(standing.verdict));
    json_.key("status").text(name_of(standing.status));
    json_.close_object();
  }

  void turnover(std::string_view key, const Turnover& turnover) {
    json_.key(key).open_object();
    json_.key("entered");
    ids(turnover.entered, model_.programmes);
    json_.key("left");
    ids(turnover.left, model_.programmes);
    json_.close_object();
  }

  const Comparison& comparison_;
  const Model& model_;
  JsonWriter json_;
};

}  // namespace

std::string write_comparison(const Comparison& comparison, const Model& model, const Diagnostics& diagnostics) {
  return ComparisonWriter(comparison, model).run(diagnostics);
}

}  // namespace waymark
