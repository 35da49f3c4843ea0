#include "reading/pack_reader.h"

#include <algorithm>
#include <array>

#include "model/limits.h"
#include "reading/json_reader.h"
#include "reading/object_reader.h"
#include "text/closest.h"

namespace waymark {
namespace {

constexpr std::int32_t largest_share = 1'000'000;
constexpr std::string_view excluded = "excluded";

template <typename Enum, std::size_t N>
using Names = std::array<std::pair<std::string_view, Enum>, N>;

constexpr Names<QuestionKind, 7> question_kinds = {{{"one", QuestionKind::one},
                                                    {"many", QuestionKind::many},
                                                    {"scale", QuestionKind::scale},
                                                    {"number", QuestionKind::number},
                                                    {"since", QuestionKind::since},
                                                    {"yes_no", QuestionKind::yes_no},
                                                    {"topics", QuestionKind::topics}}};

constexpr Names<Intake, 4> intakes = {{{"rolling", Intake::rolling},
                                       {"cohorts", Intake::cohorts},
                                       {"ended", Intake::ended},
                                       {"unknown", Intake::unknown}}};

constexpr Names<Pace, pace_count> paces = {{{"slow", Pace::slow}, {"medium", Pace::medium}, {"fast", Pace::fast}}};

/// The value that a member names; nothing, and reported, if it names none.
template <typename Enum, std::size_t N>
std::optional<Enum> read_name(ObjectReader& object, std::string_view key, const Names<Enum, N>& names,
                              std::string_view what, Reporter& reporter) {
  const auto text = object.required_text(key);
  if (!text) return std::nullopt;
  std::vector<std::string_view> known;
  for (const auto& [name, value] : names) {
    if (name == text->value) return value;
    known.push_back(name);
  }
  reporter.error(DiagnosticCode::id_unknown, text->place, {"\"", text->value, "\" is no ", what},
                 did_you_mean(text->value, known));
  return std::nullopt;
}

class PackReader {
 public:
  explicit PackReader(Reporter& reporter) : reporter_(reporter) {}

  Pack run(const std::vector<PackFile>& files) {
    std::array<bool, 12> present{};
    for (const PackFile& file : files) {
      present[static_cast<std::size_t>(file.part)] = true;
      auto json = read_json(file.source, reporter_);
      if (!json) {
        pack_.incomplete = true;
        continue;
      }
      pack_.documents.push_back(std::make_unique<const JsonValue>(std::move(*json)));
      read_part(file, *pack_.documents.back());
    }
    if (!present[static_cast<std::size_t>(PackPart::bundle)])
      for (const auto& [part, name] :
           {std::pair{PackPart::pack, "pack.json"}, std::pair{PackPart::questions, "questions.json"},
            std::pair{PackPart::needs, "needs.json"}, std::pair{PackPart::supports, "supports.json"}})
        if (!present[static_cast<std::size_t>(part)])
          reporter_.error(DiagnosticCode::file_missing, {UINT32_MAX, 0}, {"the pack has no ", name});
    return std::move(pack_);
  }

 private:
  void read_part(const PackFile& file, const JsonValue& json) {
    switch (file.part) {
      case PackPart::bundle: return read_bundle(json);
      case PackPart::pack: return read_head(json);
      case PackPart::questions: return each(json, [&](const JsonValue& item) { read_question(item); });
      case PackPart::derived: return each(json, [&](const JsonValue& item) { read_derived(item); });
      case PackPart::needs: return each(json, [&](const JsonValue& item) { read_need(item); });
      case PackPart::supports: return read_supports(json);
      case PackPart::topics: return read_group(json);
      case PackPart::refresh: return read_refresh(json);
      case PackPart::interview: return read_interview(json);
      case PackPart::plan: return read_plan(json);
      case PackPart::programme: return read_programme(json);
      case PackPart::texts: return add_texts(file.language, json);
    }
  }

  void read_bundle(const JsonValue& json) {
    ObjectReader object(json, "a bundle", reporter_);
    if (const JsonValue* head = object.required("pack")) read_head(*head);
    if (const JsonValue* part = object.required("questions")) read_part({PackPart::questions, {}, 0}, *part);
    if (const JsonValue* part = object.required("derived")) read_part({PackPart::derived, {}, 0}, *part);
    if (const JsonValue* part = object.required("needs")) read_part({PackPart::needs, {}, 0}, *part);
    if (const JsonValue* part = object.required("supports")) read_supports(*part);
    if (const JsonValue* part = object.required("topics"))
      each(*part, [&](const JsonValue& item) { read_group(item); });
    if (const JsonValue* part = object.optional("refresh")) read_refresh(*part);
    if (const JsonValue* part = object.optional("interview")) read_interview(*part);
    if (const JsonValue* part = object.optional("plan")) read_plan(*part);
    if (const JsonValue* part = object.required("programmes"))
      each(*part, [&](const JsonValue& item) { read_programme(item); });
  }

  template <typename Read>
  void each(const JsonValue& json, Read read) {
    const auto* array = json.as<JsonArray>();
    if (array == nullptr) return report_wrong_type(json, "a list", reporter_);
    each(array->items, json.place, read);
  }
  template <typename Items, typename Read>
  void each(const Items& items, Place place, Read read) {
    if (items.size() > most_elements)
      return reporter_.error(DiagnosticCode::too_large, place,
                             {"a list with more than ", std::to_string(most_elements), " elements"});
    for (const auto& item : items) read(item);
  }

  void read_head(const JsonValue& json) {
    ObjectReader object(json, "pack.json", reporter_);
    pack_.place = json.place;
    pack_.id = object.id("id");
    pack_.version = object.integer("version", 1, latest_version);
    pack_.published = object.text("published");
    each(object.list("languages"), object.place(),
         [&](const JsonValue& item) { pack_.languages.push_back(read_id(item, reporter_)); });
    if (const JsonValue* value = object.required("settings")) {
      ObjectReader settings(*value, "the settings", reporter_);
      pack_.stale_after = static_cast<std::int32_t>(settings.integer("stale_after", 1, most_stale_after));
      pack_.completion_budget = static_cast<std::uint32_t>(
          settings.optional_integer("completion_budget", 0, most_completion_budget, usual_completion_budget));
    }
    each(object.list("sections"), object.place(), [&](const JsonValue& item) {
      ObjectReader section(item, "a section", reporter_);
      pack_.sections.push_back({section.id("id"), section.optional_text("ask_if")});
    });
    each(object.optional_list("notices"), object.place(), [&](const JsonValue& item) {
      ObjectReader notice(item, "a notice", reporter_);
      AuthoredNotice read;
      read.id = notice.id("id");
      read.when = notice.text("when");
      read.ends = notice.flag("ends");
      read.section = notice.optional_text("section");
      pack_.notices.push_back(std::move(read));
    });
  }

  void read_question(const JsonValue& json) {
    ObjectReader object(json, "a question", reporter_);
    AuthoredQuestion question;
    question.place = json.place;
    question.id = object.rule_id("id");
    question.section = object.id("section");
    const auto kind = read_name(object, "kind", question_kinds, "kind of question", reporter_);
    question.ask_if = object.optional_text("ask_if");
    question.if_not_asked = object.optional("if_not_asked");
    question.changeable = object.flag("changeable");
    question.meaning_since = read_meaning_since(object);
    object.flag("declinable");
    object.flag("personal");
    object.flag("brings");
    if (!kind) {
      object.ignore_rest();  // which members it has is not known
      pack_.questions.push_back(std::move(question));
      return;
    }
    question.kind = *kind;
    switch (question.kind) {
      case QuestionKind::one:
      case QuestionKind::many:
        each(object.list("options"), json.place,
             [&](const JsonValue& item) { question.options.push_back(read_id(item, reporter_)); });
        break;
      case QuestionKind::scale:
        question.points = static_cast<std::uint32_t>(object.integer("points", 2, most_points));
        break;
      case QuestionKind::number:
        question.lowest = object.number("min");
        question.highest = object.number("max");
        question.decimals = object.flag("decimals");
        break;
      case QuestionKind::topics:
        question.most_topics = static_cast<std::uint32_t>(object.integer("most", 1, most_topics_asked));
        each(object.list("aspects"), json.place, [&](const JsonValue& item) {
          ObjectReader aspect(item, "an aspect", reporter_);
          question.aspects.push_back(
              {aspect.id("id"), static_cast<std::uint32_t>(aspect.integer("points", 2, most_points))});
        });
        break;
      case QuestionKind::since:
      case QuestionKind::yes_no: break;
    }
    pack_.questions.push_back(std::move(question));
  }

  /// Which version of the pack changed the meaning last; the first where the author names none.
  Authored<std::int64_t> read_meaning_since(ObjectReader& object) {
    const JsonValue* value = object.optional("meaning_since");
    if (value == nullptr) return {1, object.place()};
    return {read_integer(*value, 1, latest_version, reporter_), value->place};
  }

  void read_derived(const JsonValue& json) {
    ObjectReader object(json, "a derived value", reporter_);
    pack_.derived.push_back({object.rule_id("id"), object.text("rule")});
  }

  // --- needs ---

  std::optional<std::int32_t> read_need_points(const JsonValue& value) {
    if (const auto* text = value.as<std::string>(); text != nullptr && *text == excluded) return std::nullopt;
    if (value.as<std::int64_t>() == nullptr) {
      report_wrong_type(value, "a whole number, or \"excluded\",", reporter_);
      return 0;
    }
    return static_cast<std::int32_t>(read_integer(value, 0, largest_need, reporter_));
  }

  void read_need(const JsonValue& json) {
    ObjectReader object(json, "a need area", reporter_);
    AuthoredNeed need;
    need.place = json.place;
    need.id = object.id("id");
    object.text("source");
    each(object.list("items"), json.place, [&](const JsonValue& item) { need.items.push_back(read_item(item)); });
    each(object.list("bands"), json.place, [&](const JsonValue& item) {
      ObjectReader band(item, "a band", reporter_);
      AuthoredBand read;
      read.id = band.id("id");
      read.from = {static_cast<std::int32_t>(band.integer("from", 0, largest_need)), item.place};
      need.bands.push_back(std::move(read));
    });
    pack_.needs.push_back(std::move(need));
  }

  AuthoredItem read_item(const JsonValue& json) {
    ObjectReader object(json, "an item", reporter_);
    AuthoredItem item;
    item.place = json.place;
    item.question = object.text("question");
    if (const auto aspect = object.optional_text("aspect")) item.aspect = aspect;
    item.weight = static_cast<std::int32_t>(object.integer("weight", 1, largest_weight));
    const JsonValue* need = object.required("need");
    if (need == nullptr) return item;
    if (const auto* points = need->as<JsonArray>()) {
      for (const JsonValue& value : points->items) item.need.by_point.push_back(read_need_points(value));
    } else if (const auto* options = need->as<JsonObject>()) {
      for (const JsonMember& member : options->members)
        item.need.by_option.emplace_back(AuthoredText{member.key, member.place}, read_need_points(member.value));
    } else {
      report_wrong_type(*need, "a list or an object", reporter_);
    }
    return item;
  }

  void read_supports(const JsonValue& json) {
    ObjectReader object(json, "supports.json", reporter_);
    object.text("source");
    each(object.list("supports"), json.place, [&](const JsonValue& item) {
      ObjectReader support(item, "a kind of support", reporter_);
      AuthoredSupport read;
      read.id = support.id("id");
      for (const JsonMember& member : support.members("helps"))
        read.helps.emplace_back(AuthoredText{member.key, member.place},
                                static_cast<std::int32_t>(read_integer(member.value, 0, largest_weight, reporter_)));
      pack_.supports.push_back(std::move(read));
    });
  }

  // --- topics ---

  void check_link(const JsonValue* value) {
    if (value == nullptr) return;
    const auto* text = value->as<std::string>();
    if (text == nullptr) return report_wrong_type(*value, "a link", reporter_);
    if (!text->starts_with("https://"))
      reporter_.error(DiagnosticCode::link_not_https, value->place, "a link must start with https://");
  }

  void read_group(const JsonValue& json) {
    ObjectReader object(json, "a group of topics", reporter_);
    AuthoredGroup group;
    group.id = object.id("group");
    group.offered_if = object.text("offered_if");
    each(object.list("topics"), json.place, [&](const JsonValue& item) {
      ObjectReader topic(item, "a topic", reporter_);
      AuthoredTopic read;
      read.id = topic.id("id");
      read.place = item.place;
      read.pace = read_name(topic, "pace", paces, "pace", reporter_).value_or(Pace::slow);
      topic.text("pace_source");
      read.hours = static_cast<std::int32_t>(topic.optional_integer("hours", 1, most_topic_hours, 0));
      if (read.hours > 0) topic.text("hours_source");
      read.meaning_since = read_meaning_since(topic);
      for (const JsonValue& change : topic.list("changed")) {
        ObjectReader changed(change, "a change", reporter_);
        changed.text("when");
        check_link(changed.required("source"));
        ++read.changes;
      }
      for (const JsonValue& step : topic.list("first_steps")) {
        ObjectReader first(step, "a first step", reporter_);
        check_link(first.required("link"));
        check_link(first.required("source"));
        ++read.first_steps;
      }
      for (const JsonValue& tag : topic.optional_list("tags"))
        if (tag.as<std::string>() == nullptr) report_wrong_type(tag, "a text", reporter_);
      group.topics.push_back(std::move(read));
    });
    pack_.groups.push_back(std::move(group));
  }

  // --- refreshes ---

  void read_refresh(const JsonValue& json) {
    ObjectReader object(json, "refresh.json", reporter_);
    AuthoredRefresh refresh;
    refresh.place = json.place;
    refresh.cap = static_cast<std::int32_t>(object.integer("cap", 1, largest_need));
    each(object.list("parts"), json.place,
         [&](const JsonValue& item) { refresh.parts.push_back(read_refresh_part(item)); });
    object.text("plan_hours_source");
    each(object.list("plan_hours"), json.place, [&](const JsonValue& item) {
      refresh.plan_hours.push_back(
          {static_cast<std::int32_t>(read_integer(item, 0, most_topic_hours, reporter_)), item.place});
    });
    pack_.refresh = std::move(refresh);
  }

  AuthoredRefreshPart read_refresh_part(const JsonValue& json) {
    ObjectReader object(json, "a part of a refresh", reporter_);
    AuthoredRefreshPart part;
    part.place = json.place;
    part.id = object.id("id");
    object.text("source");
    part.question = object.optional_text("question");
    part.aspect = object.optional_text("aspect");
    if (part.question.has_value() == part.aspect.has_value())
      reporter_.error(DiagnosticCode::refresh_form, json.place,
                      "a part of a refresh has exactly one of \"question\" and \"aspect\"");
    constexpr Table table = {"points", -largest_need, largest_need};
    const JsonValue* points = object.optional("points");
    const JsonValue* by_pace = object.optional("by_pace");
    if ((points == nullptr) == (by_pace == nullptr))
      reporter_.error(DiagnosticCode::refresh_form, json.place,
                      "a part of a refresh has exactly one of \"points\" and \"by_pace\"");
    else if (points != nullptr) part.points.push_back(read_points(*points, table));
    else {
      ObjectReader tables(*by_pace, "\"by_pace\"", reporter_);
      for (const auto& [name, pace] : paces)
        if (const JsonValue* of_pace = tables.required(name)) part.points.push_back(read_points(*of_pace, table));
    }
    return part;
  }

  /// What the rows of a table call their value, and its bounds.
  struct Table {
    std::string_view member;
    std::int32_t lowest;
    std::int32_t highest;
  };

  AuthoredPoints read_points(const JsonValue& json, const Table& table) {
    const auto value_of = [&](const JsonValue& value) {
      return static_cast<std::int32_t>(read_integer(value, table.lowest, table.highest, reporter_));
    };
    AuthoredPoints points;
    points.place = json.place;
    if (const auto* options = json.as<JsonObject>()) {
      for (const JsonMember& member : options->members)
        points.by_option.emplace_back(AuthoredText{member.key, member.place}, value_of(member.value));
    } else if (const auto* list = json.as<JsonArray>()) {
      for (const JsonValue& item : list->items) {
        if (item.as<JsonObject>() == nullptr) {
          points.by_point.push_back(value_of(item));
          continue;
        }
        ObjectReader row(item, "a row", reporter_);
        AuthoredRow read;
        read.from = row.number("from");
        read.points = static_cast<std::int32_t>(row.integer(table.member, table.lowest, table.highest));
        points.rows.push_back(read);
      }
    } else {
      report_wrong_type(json, "a list or an object", reporter_);
    }
    return points;
  }

  // --- the quick check ---

  void read_interview(const JsonValue& json) {
    ObjectReader object(json, "interview.json", reporter_);
    AuthoredInterview interview;
    interview.place = json.place;
    interview.stop_below = static_cast<std::int32_t>(object.integer("stop_below", 1, most_stop_below));
    object.text("stop_below_source");
    each(object.list("shares"), json.place,
         [&](const JsonValue& item) { interview.shares.push_back(read_shares(item)); });
    pack_.interview = std::move(interview);
  }

  AuthoredShares read_shares(const JsonValue& json) {
    constexpr Table table = {"share", 0, largest_share};
    ObjectReader object(json, "the shares of a question", reporter_);
    AuthoredShares shares;
    shares.place = json.place;
    shares.question = object.text("question");
    shares.uniform = object.text("source").value == "uniform";
    const JsonValue* own = object.optional("shares");
    const JsonValue* ratings = object.optional("ratings");
    if ((own != nullptr || ratings != nullptr) == shares.uniform)
      reporter_.error(DiagnosticCode::shares_form, json.place,
                      "shares are given where they have a source; without, the source is \"uniform\"");
    if (own != nullptr) shares.shares.emplace(read_points(*own, table));
    if (ratings == nullptr) return shares;
    for (const JsonValue& count : object.list("picked"))
      shares.picked.push_back(static_cast<std::int32_t>(read_integer(count, 0, largest_share, reporter_)));
    if (const auto* aspects = ratings->as<JsonObject>())
      for (const JsonMember& member : aspects->members)
        shares.ratings.emplace_back(AuthoredText{member.key, member.place}, read_points(member.value, table));
    else report_wrong_type(*ratings, "an object", reporter_);
    return shares;
  }

  // --- plans ---

  void read_plan(const JsonValue& json) {
    ObjectReader object(json, "plan.json", reporter_);
    AuthoredPlan plan;
    plan.place = json.place;
    object.text("source");
    plan.when = object.optional_text("when");
    if (const JsonValue* hours = object.required("hours")) read_plan_hours(*hours, plan);
    plan.weeks = static_cast<std::int32_t>(object.integer("weeks", 1, most_plan_weeks));
    plan.steps_a_week = static_cast<std::int32_t>(object.integer("steps_a_week", 1, most_week_steps));
    if (const JsonValue* programmes = object.required("programmes")) read_plan_programmes(*programmes, plan);
    each(object.optional_list("refreshes_serve"), json.place,
         [&](const JsonValue& item) { plan.refreshes_serve.push_back(read_id(item, reporter_)); });
    each(object.list("actions"), json.place, [&](const JsonValue& item) { plan.actions.push_back(read_action(item)); });
    pack_.plan = std::move(plan);
  }

  void read_plan_hours(const JsonValue& json, AuthoredPlan& plan) {
    ObjectReader object(json, "the hours of a plan", reporter_);
    const auto hours = [&](std::string_view key) {
      Authored<std::int32_t> read = {1, json.place};
      if (const JsonValue* value = object.required(key))
        read = {static_cast<std::int32_t>(read_integer(*value, 1, most_week_hours, reporter_)), value->place};
      return read;
    };
    plan.hours_question = object.text("question");
    plan.percent = static_cast<std::int32_t>(object.integer("percent", 1, 100));
    plan.least_hours = hours("least").value;
    plan.usual_hours = hours("usual");
    plan.most_hours = hours("most");
    plan.first_hours = hours("first_week").value;
  }

  void read_plan_programmes(const JsonValue& json, AuthoredPlan& plan) {
    ObjectReader object(json, "the programmes of a plan", reporter_);
    const auto hours = [&](std::string_view key) {
      return static_cast<std::int32_t>(object.integer(key, 1, most_step_hours));
    };
    plan.most_programmes = static_cast<std::uint32_t>(object.integer("most", 0, most_plan_programmes));
    plan.apply_hours = hours("apply");
    plan.ask_hours = hours("ask");
    plan.check_hours = hours("check");
  }

  AuthoredAction read_action(const JsonValue& json) {
    ObjectReader object(json, "an action", reporter_);
    AuthoredAction action;
    action.id = object.id("id");
    action.need = object.text("need");
    action.hours = static_cast<std::int32_t>(object.integer("hours", 1, most_step_hours));
    action.for_anyone = object.flag("for_anyone");
    action.before_applying = object.flag("before_applying");
    action.when = object.optional_text("when");
    object.text("source");
    const JsonValue* link = object.optional("link");
    check_link(link);
    action.has_link = link != nullptr;
    return action;
  }

  // --- programmes ---

  AuthoredCriterion read_criterion(const JsonValue& json) {
    ObjectReader object(json, "a criterion", reporter_);
    AuthoredCriterion criterion;
    criterion.id = object.id("id");
    criterion.rule = object.optional_text("rule");
    criterion.provider_checks = object.flag("provider_checks");
    criterion.unstated = object.flag("unstated");
    const int forms = (criterion.rule ? 1 : 0) + (criterion.provider_checks ? 1 : 0) + (criterion.unstated ? 1 : 0);
    if (forms != 1)
      reporter_.error(DiagnosticCode::criterion_form, json.place,
                      "a must has exactly one of \"rule\", \"provider_checks\": true and \"unstated\": true");
    return criterion;
  }

  AuthoredCriterion read_preference(const JsonValue& json) {
    ObjectReader object(json, "a preference", reporter_);
    AuthoredCriterion preference;
    preference.id = object.id("id");
    preference.rule = object.text("rule");
    preference.points = static_cast<std::int32_t>(object.integer("points", 1, largest_need));
    return preference;
  }

  void read_programme(const JsonValue& json) {
    ObjectReader object(json, "a programme", reporter_);
    AuthoredProgramme programme;
    programme.place = json.place;
    programme.id = object.id("id");
    check_link(object.optional("link"));
    for (const JsonMember& member : object.members("supports"))
      programme.supports.emplace_back(
          AuthoredText{member.key, member.place},
          static_cast<std::int32_t>(read_integer(member.value, 1, largest_weight, reporter_)));
    each(object.list("must"), json.place,
         [&](const JsonValue& item) { programme.must.push_back(read_criterion(item)); });
    each(object.optional_list("prefer"), json.place,
         [&](const JsonValue& item) { programme.prefer.push_back(read_preference(item)); });
    const JsonValue* intake = object.optional("intake");
    programme.intake.place = intake != nullptr ? intake->place : json.place;
    programme.intake.value = read_name(object, "intake", intakes, "intake", reporter_).value_or(Intake::unknown);
    programme.last_seen = object.optional_text("last_seen");
    each(object.optional_list("cohorts"), json.place, [&](const JsonValue& item) {
      ObjectReader cohort(item, "a cohort", reporter_);
      programme.cohorts.push_back(
          {cohort.id("id"), cohort.optional_text("opens"), cohort.optional_text("closes"), cohort.text("starts")});
    });
    programme.ended = object.optional_text("ended");
    check_date(programme.ended);
    each(object.optional_list("instead"), json.place,
         [&](const JsonValue& item) { programme.instead.push_back(read_id(item, reporter_)); });
    const auto checked = object.required_text("checked");
    check_date(checked);
    if (checked) programme.checked = *checked;
    read_sources(object);
    pack_.programmes.push_back(std::move(programme));
  }

  void read_sources(ObjectReader& programme) {
    const auto sources = programme.list("sources");
    if (sources.empty())
      reporter_.error(DiagnosticCode::member_missing, programme.place(),
                      "a programme needs at least one source, or nobody can check what it says");
    for (const JsonValue& item : sources) {
      ObjectReader source(item, "a source", reporter_);
      check_link(source.required("link"));
      check_date(source.optional_text("date"));
      constexpr Names<int, 4> kinds = {{{"provider", 0}, {"official", 1}, {"press", 2}, {"copy", 3}}};
      (void)read_name(source, "kind", kinds, "kind of source", reporter_);
    }
  }

  void check_date(const std::optional<AuthoredText>& text) {
    if (text) (void)read_date(*text, reporter_);
  }

  void add_texts(const std::string& language, const JsonValue& json) {
    if (json.as<JsonObject>() == nullptr) return report_wrong_type(json, "an object", reporter_);
    auto found = std::find_if(pack_.texts.begin(), pack_.texts.end(),
                              [&](const AuthoredTexts& texts) { return texts.language == language; });
    if (found == pack_.texts.end()) found = pack_.texts.insert(found, {language, {}});
    found->files.push_back(&json);
  }

  Reporter& reporter_;
  Pack pack_;
};

}  // namespace

std::optional<PackFile> pack_file_at(std::string_view path) {
  constexpr Names<PackPart, 9> files = {{{"bundle.json", PackPart::bundle},
                                         {"pack.json", PackPart::pack},
                                         {"questions.json", PackPart::questions},
                                         {"derived.json", PackPart::derived},
                                         {"needs.json", PackPart::needs},
                                         {"supports.json", PackPart::supports},
                                         {"refresh.json", PackPart::refresh},
                                         {"interview.json", PackPart::interview},
                                         {"plan.json", PackPart::plan}}};
  for (const auto& [name, part] : files)
    if (path == name) return PackFile{part, {}, 0};
  if (!path.ends_with(".json")) return std::nullopt;
  constexpr Names<PackPart, 2> folders = {{{"topics/", PackPart::topics}, {"programmes/", PackPart::programme}}};
  for (const auto& [folder, part] : folders)
    if (path.starts_with(folder) && path.find('/', folder.size()) == std::string_view::npos)
      return PackFile{part, {}, 0};
  constexpr std::string_view texts = "texts/";
  const std::size_t slash = path.find('/', texts.size());
  if (path.starts_with(texts) && slash != std::string_view::npos && path.find('/', slash + 1) == std::string_view::npos)
    return PackFile{PackPart::texts, std::string(path.substr(texts.size(), slash - texts.size())), 0};
  return std::nullopt;
}

std::optional<Date> read_date(const AuthoredText& text, Reporter& reporter) {
  const auto date = parse_partial_date(text.value);
  if (!date)
    reporter.error(DiagnosticCode::date_malformed, text.place, {"\"", text.value, "\" is no date"},
                   "write 2026-11-22, 2026-11 or 2026");
  return date;
}

Pack read_pack(const std::vector<PackFile>& files, Reporter& reporter) { return PackReader(reporter).run(files); }

}  // namespace waymark
