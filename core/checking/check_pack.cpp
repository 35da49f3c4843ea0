#include "checking/check_pack.h"

#include <algorithm>
#include <cmath>

#include "checking/check_plan.h"
#include "checking/check_refresh.h"
#include "checking/check_shares.h"
#include "checking/foresee.h"
#include "checking/id_index.h"
#include "checking/question_lookup.h"
#include "checking/question_type.h"
#include "checking/rule_compiler.h"
#include "model/dependencies.h"
#include "model/limits.h"
#include "reading/object_reader.h"
#include "reading/pack_reader.h"
#include "text/closest.h"

namespace waymark {
namespace {

constexpr std::string_view months_to_start = "months_to_start";
constexpr std::int32_t usual_stop_below = 1'000;
constexpr std::int32_t latest_month = 12 * 9999;

class PackChecker {
 public:
  PackChecker(const Pack& pack, Reporter& reporter) : pack_(pack), reporter_(reporter), compiler_(reporter) {}

  std::optional<Model> run() {
    head();
    sections();
    questions();
    derived_and_gates();
    needs();
    groups();
    model_.quick_check.stop_below = pack_.interview ? pack_.interview->stop_below : usual_stop_below;
    model_.quick_check.shares = check_shares(pack_, model_, question_ids_, reporter_);
    if (pack_.refresh) model_.refresh = check_refresh(pack_, model_, question_ids_, used_, reporter_);
    plan();
    notices();
    programmes();
    report_unused_questions();
    if (compiler_.steps() > most_pack_steps)
      error(DiagnosticCode::too_large, pack_.place,
            {"evaluating all rules once could take more than ", std::to_string(most_pack_steps),
             " steps, too many for a cheap phone"},
            "use fewer rules, shorter lists, or fewer macros");
    if (has_errors(reporter_.so_far())) return std::nullopt;
    index_ids(model_);
    if (!connect_rules(model_)) {
      error(DiagnosticCode::too_large, pack_.place,
            {"the rules hang on each other in more than ", std::to_string(most_dependencies), " ways"},
            "have fewer rules read values that hang on much");
      return std::nullopt;
    }
    model_.quick_check.prospects = foresee(model_);
    return std::move(model_);
  }

 private:
  void error(DiagnosticCode code, Place place, Message message, Message suggestion = {}) {
    reporter_.error(code, place, std::move(message), std::move(suggestion));
  }

  void head() {
    model_.id = pack_.id.value;
    model_.version = pack_.version;
    model_.stale_after = pack_.stale_after;
    model_.completion_budget = pack_.completion_budget;
    if (const auto published = parse_date(pack_.published.value)) model_.published = *published;
    else
      error(DiagnosticCode::date_malformed, pack_.published.place, {"\"", pack_.published.value, "\" is no day"},
            "write it as 2026-11-22");
    if (pack_.languages.empty()) error(DiagnosticCode::member_missing, pack_.place, "the pack names no language");
    IdIndex languages("language");
    for (const AuthoredText& language : pack_.languages) languages.add(language, reporter_);
  }

  void sections() {
    for (const AuthoredSection& section : pack_.sections) {
      section_ids_.add(section.id, reporter_);
      model_.sections.push_back({section.id.value, std::nullopt});
    }
  }

  // --- questions ---

  void questions() {
    if (pack_.questions.empty()) error(DiagnosticCode::member_missing, pack_.place, "the pack asks no question");
    if (pack_.questions.size() > most_questions)
      error(DiagnosticCode::too_large, pack_.questions[most_questions].place,
            {"the pack asks more than ", std::to_string(most_questions), " questions"});
    for (const AuthoredQuestion& authored : pack_.questions) {
      question_ids_.add(authored.id, reporter_);
      model_.questions.push_back(question(authored));
    }
    for (const AuthoredDerived& derived : pack_.derived) {
      question_ids_.add(derived.id, reporter_);
      refuse_taken_name(derived.id);
    }
    used_.assign(model_.questions.size(), false);
    check_sections_whole();
    for (std::size_t i = 0; i < model_.questions.size(); ++i) {
      read_if_not_asked(pack_.questions[i], model_.questions[i]);
      const bool readable = model_.questions[i].kind != QuestionKind::topics;
      compiler_.declare(model_.questions[i].id, type_of(model_.questions[i]), readable ? i + 1 : RuleCompiler::never);
    }
  }

  void refuse_taken_name(const AuthoredText& id) {
    if (id.value == months_to_start)
      error(DiagnosticCode::id_duplicate, id.place, "months_to_start is the name of a value that rules have");
  }

  Question question(const AuthoredQuestion& authored) {
    Question question;
    question.id = authored.id.value;
    question.kind = authored.kind;
    question.decimals = authored.decimals;
    question.changeable = authored.changeable;
    question.meaning_since = meaning_since(authored.meaning_since);
    question.points = authored.points;
    question.most_topics = authored.most_topics;
    refuse_taken_name(authored.id);
    if (const auto* section = section_ids_.find(authored.section, reporter_)) question.section = *section;
    options(authored, question);
    range(authored, question);
    IdIndex aspects("aspect");
    for (const AuthoredAspect& aspect : authored.aspects) {
      aspects.add(aspect.id, reporter_);
      question.aspects.push_back({aspect.id.value, aspect.points});
    }
    if (authored.kind == QuestionKind::topics) topics_question(authored);
    return question;
  }

  std::int64_t meaning_since(const Authored<std::int64_t>& version) {
    if (version.value > pack_.version)
      error(DiagnosticCode::out_of_range, version.place,
            {"the meaning changed in version ", std::to_string(version.value), ", but the pack is at version ",
             std::to_string(pack_.version)},
            "raise \"version\" in pack.json when you publish the change");
    return version.value;
  }

  void options(const AuthoredQuestion& authored, Question& question) {
    IdIndex ids("option");
    for (const AuthoredText& option : authored.options) {
      ids.add(option, reporter_);
      question.options.push_back(option.value);
    }
    const bool chooses = authored.kind == QuestionKind::one || authored.kind == QuestionKind::many;
    if (chooses && authored.options.size() < 2)
      error(DiagnosticCode::option_missing, authored.place, "a question with options needs at least two");
  }

  void range(const AuthoredQuestion& authored, Question& question) {
    if (authored.kind == QuestionKind::since) question.highest = most_months;
    if (authored.kind != QuestionKind::number) return;
    question.lowest = std::clamp(authored.lowest.value, -largest_number, largest_number);
    question.highest = std::clamp(authored.highest.value, -largest_number, largest_number);
    for (const Authored<double>& bound : {authored.lowest, authored.highest}) {
      if (std::abs(bound.value) > largest_number)
        error(DiagnosticCode::out_of_range, bound.place, "a number's bounds lie within one thousand million");
      else if (!authored.decimals && bound.value != std::trunc(bound.value))
        error(DiagnosticCode::wrong_type, bound.place, "the bound has decimals, but the question takes none",
              "write a whole number, or \"decimals\": true");
    }
    if (question.lowest > question.highest)
      error(DiagnosticCode::out_of_range, authored.highest.place, "\"max\" is below \"min\"");
  }

  void topics_question(const AuthoredQuestion& authored) {
    if (topics_question_)
      error(DiagnosticCode::id_duplicate, authored.place, "a pack has one question of kind topics at most");
    topics_question_ = true;
    if (authored.aspects.empty())
      error(DiagnosticCode::member_missing, authored.place, "a question about topics needs at least one aspect");
  }

  void check_sections_whole() {
    if (has_errors(reporter_.so_far())) return;  // an unknown section would look like a split one
    std::vector<bool> ended(model_.sections.size(), false);
    for (std::size_t i = 1; i < model_.questions.size(); ++i) {
      const std::uint32_t previous = model_.questions[i - 1].section;
      const std::uint32_t current = model_.questions[i].section;
      if (previous == current || ended.empty()) continue;
      ended[previous] = true;
      if (ended[current])
        error(DiagnosticCode::section_split, pack_.questions[i].section.place,
              {"the section \"", model_.sections[current].id, "\" has already ended"},
              "keep the questions of a section together");
    }
  }

  bool has_gate(const AuthoredQuestion& authored) const {
    if (authored.ask_if) return true;
    for (const AuthoredSection& section : pack_.sections)
      if (section.id.value == authored.section.value) return section.ask_if.has_value();
    return false;
  }

  // --- the value of a question that is not asked ---

  void read_if_not_asked(const AuthoredQuestion& authored, Question& question) {
    const bool wanted = has_gate(authored) && authored.kind != QuestionKind::topics;
    if (authored.if_not_asked == nullptr) {
      if (wanted)
        error(DiagnosticCode::if_not_asked_missing, authored.place,
              {"\"", question.id, "\" is not always asked, so rules need its value for then"}, "add \"if_not_asked\"");
      return;
    }
    if (!wanted) {
      reporter_.warning(DiagnosticCode::if_not_asked_unused, authored.if_not_asked->place,
                        {"\"", question.id, "\" is always asked, so this value is never used"});
      return;
    }
    value_of_kind(*authored.if_not_asked, question);
  }

  void value_of_kind(const JsonValue& json, Question& question) {
    StoredValue& stored = question.if_not_asked;
    switch (question.kind) {
      case QuestionKind::one: {
        const auto* text = json.as<std::string>();
        if (text == nullptr) return report_wrong_type(json, "an option, or \"\" for none,", reporter_);
        stored.value = text->empty() ? Value::of(std::string_view("")) : option_value({*text, json.place}, question);
        return;
      }
      case QuestionKind::many: {
        const auto* list = json.as<JsonArray>();
        if (list == nullptr) return report_wrong_type(json, "a list of options", reporter_);
        for (const JsonValue& item : list->items)
          stored.items.push_back(option_value(read_id(item, reporter_), question));
        stored.value = Value::of(std::span<const Value>(stored.items));
        return;
      }
      case QuestionKind::yes_no: {
        const auto* flag = json.as<bool>();
        if (flag == nullptr) return report_wrong_type(json, "true or false", reporter_);
        stored.value = Value::of(*flag);
        return;
      }
      case QuestionKind::scale: stored.value = Value::of(read_integer(json, 1, question.points, reporter_)); return;
      case QuestionKind::number:
        if (question.decimals) {
          const auto* real = json.as<JsonReal>();
          const auto* integer = json.as<std::int64_t>();
          if (real == nullptr && integer == nullptr) return report_wrong_type(json, "a number", reporter_);
          const double number = real != nullptr ? real->value : static_cast<double>(*integer);
          if (number < question.lowest || number > question.highest)
            error(DiagnosticCode::out_of_range, json.place, "this is not within \"min\" and \"max\"");
          stored.value = Value::of(number);
          return;
        }
        [[fallthrough]];
      case QuestionKind::since:
        stored.value = Value::of(read_integer(json, static_cast<std::int64_t>(question.lowest),
                                              static_cast<std::int64_t>(question.highest), reporter_));
        return;
      case QuestionKind::topics: return;
    }
  }

  Value option_value(const AuthoredText& option, const Question& question) {
    for (const std::string& known : question.options)
      if (known == option.value) return Value::of(std::string_view(known));
    const std::vector<std::string_view> known(question.options.begin(), question.options.end());
    error(DiagnosticCode::id_unknown, option.place, {"\"", question.id, "\" has no option \"", option.value, "\""},
          did_you_mean(option.value, known));
    return Value::of(std::string_view(""));
  }

  // --- derived values and gates ---

  /// A rule that decides something, after `settled` questions; or nothing, and reports.
  std::optional<Expression> truth_rule(const AuthoredText& rule, std::size_t settled = RuleCompiler::all_questions) {
    auto compiled = compiler_.compile(rule, settled);
    if (!compiled) return std::nullopt;
    mark_used(compiled->expression);
    if (compiled->type.kind == TypeKind::boolean) return std::move(compiled->expression);
    error(DiagnosticCode::rule_wrong_type, rule.place,
          {"the rule gives ", describe(compiled->type.kind), ", but must be true or false"});
    return std::nullopt;
  }

  void mark_used(const Expression& expression) {
    for (const std::uint32_t slot : slots_read(expression))
      if (slot < used_.size()) used_[slot] = true;
  }

  void derived_and_gates() {
    for (const AuthoredDerived& authored : pack_.derived) {
      auto compiled = compiler_.compile(authored.rule, RuleCompiler::all_questions);
      Derived derived;
      derived.id = authored.id.value;
      RuleType type;
      std::size_t ready = 0;
      depth_of_derived_.push_back(compiled ? depth_of(compiled->expression) : 0);
      if (depth_of_derived_.back() > deepest_derived)
        error(DiagnosticCode::rule_too_large, authored.rule.place,
              {"derived values hang on each other more than ", std::to_string(deepest_derived), " deep"});
      if (compiled) {
        ready = compiler_.settled_before(compiled->expression);
        mark_used(compiled->expression);
        derived.rule = std::move(compiled->expression);
        type = std::move(compiled->type);
      }
      compiler_.declare(authored.id.value, std::move(type), ready);
      model_.derived.push_back(std::move(derived));
    }
    std::vector<bool> section_seen(model_.sections.size(), false);
    for (std::size_t i = 0; i < model_.questions.size(); ++i) {
      Question& question = model_.questions[i];
      if (question.section < section_seen.size() && !section_seen[question.section]) {
        section_seen[question.section] = true;
        if (const auto& rule = pack_.sections[question.section].ask_if)
          model_.sections[question.section].ask_if = truth_rule(*rule, i);
      }
      if (const auto& rule = pack_.questions[i].ask_if) question.ask_if = truth_rule(*rule, i);
    }
    for (std::size_t i = 0; i < section_seen.size(); ++i)
      if (!section_seen[i] && !has_errors(reporter_.so_far()))
        error(DiagnosticCode::section_empty, pack_.sections[i].id.place,
              {"the section \"", model_.sections[i].id, "\" has no questions"}, "add some, or take it out");
    order_steps(model_);
    check_gate_depth();
  }

  void check_gate_depth() {
    if (has_errors(reporter_.so_far())) return;
    if (const auto question = question_too_deep(model_))
      error(DiagnosticCode::rule_too_large, pack_.questions[*question].place,
            {"more than ", std::to_string(deepest_gates), " questions in a row are asked because of others"});
  }

  /// How many derived values deep a rule looks.
  std::uint32_t depth_of(const Expression& expression) const {
    std::uint32_t depth = 0;
    for (const std::uint32_t slot : slots_read(expression))
      if (slot >= model_.questions.size()) depth = std::max(depth, depth_of_derived_[slot - model_.questions.size()]);
    return depth + 1;
  }

  // --- needs ---

  void needs() {
    for (const AuthoredNeed& authored : pack_.needs) {
      need_ids_.add(authored.id, reporter_);
      NeedArea area;
      area.id = authored.id.value;
      if (authored.items.empty())
        error(DiagnosticCode::member_missing, authored.place, {"the need area \"", area.id, "\" has no items"});
      for (const AuthoredItem& item : authored.items)
        if (auto checked = need_item(item)) area.items.push_back(std::move(*checked));
      bands(authored, area);
      model_.needs.push_back(std::move(area));
    }
  }

  std::optional<NeedItem> need_item(const AuthoredItem& authored) {
    const std::uint32_t* index = find_question(question_ids_, model_, authored.question, reporter_);
    if (index == nullptr) return std::nullopt;
    const Question& question = model_.questions[*index];
    used_[*index] = true;
    NeedItem item;
    item.question = *index;
    item.weight = authored.weight;
    if (authored.aspect && question.kind != QuestionKind::topics)
      error(DiagnosticCode::member_unknown, authored.aspect->place, "only an item over topics has an aspect");
    switch (question.kind) {
      case QuestionKind::scale: return by_point(authored, std::move(item), question.points);
      case QuestionKind::topics: return topic_item(authored, std::move(item), question);
      case QuestionKind::one:
      case QuestionKind::yes_no: return by_option(authored, std::move(item), answer_names(question));
      default:
        error(DiagnosticCode::wrong_type, authored.question.place,
              "only questions of kind one, scale, yes_no and topics can be items of a need area");
        return std::nullopt;
    }
  }

  std::optional<NeedItem> topic_item(const AuthoredItem& authored, NeedItem item, const Question& question) {
    if (!authored.aspect) {
      error(DiagnosticCode::member_missing, authored.place, "an item over topics needs the member \"aspect\"");
      return std::nullopt;
    }
    const auto aspect = find_aspect(question, *authored.aspect, reporter_);
    if (!aspect) return std::nullopt;
    item.aspect = *aspect;
    return by_point(authored, std::move(item), question.aspects[*aspect].points);
  }

  std::optional<NeedItem> by_point(const AuthoredItem& authored, NeedItem item, std::uint32_t points) {
    if (authored.need.by_point.size() != points) {
      error(DiagnosticCode::option_missing, authored.place,
            {"\"need\" must list ", std::to_string(points), " values, one a point, from the first"});
      return std::nullopt;
    }
    item.need = authored.need.by_point;
    return with_some_need(authored, std::move(item));
  }

  std::optional<NeedItem> by_option(const AuthoredItem& authored, NeedItem item,
                                    const std::vector<std::string_view>& options) {
    item.need = in_order_of(
        options, authored.need.by_option,
        [&](const AuthoredText& id) {
          error(DiagnosticCode::id_unknown, id.place,
                {"\"", authored.question.value, "\" has no option \"", id.value, "\""},
                did_you_mean(id.value, options));
        },
        [&](std::string_view option) {
          error(DiagnosticCode::option_missing, authored.place,
                {"\"need\" says nothing of the option \"", option, "\""},
                "give it a number from 0 to 10000, or \"excluded\"");
        });
    return with_some_need(authored, std::move(item));
  }

  std::optional<NeedItem> with_some_need(const AuthoredItem& authored, NeedItem item) {
    if (std::any_of(item.need.begin(), item.need.end(), [](const NeedPoints& need) { return need.has_value(); }))
      return item;
    error(DiagnosticCode::option_missing, authored.place, "every answer takes this item out, so it says nothing");
    return std::nullopt;
  }

  void bands(const AuthoredNeed& authored, NeedArea& area) {
    IdIndex ids("band");
    for (const AuthoredBand& band : authored.bands) {
      ids.add(band.id, reporter_);
      if (!area.bands.empty() && band.from.value <= area.bands.back().from)
        error(DiagnosticCode::bands_uncovered, band.from.place, "each band must start above the one before it");
      area.bands.push_back({band.id.value, band.from.value});
    }
    if (area.bands.empty() || area.bands.front().from != 0)
      error(DiagnosticCode::bands_uncovered, authored.bands.empty() ? authored.place : authored.bands[0].from.place,
            {"the first band of \"", area.id, "\" must start from 0"});
  }

  // --- topics ---

  void groups() {
    IdIndex group_ids("group of topics");
    IdIndex topic_ids("topic");
    for (const AuthoredGroup& authored : pack_.groups) {
      group_ids.add(authored.id, reporter_);
      for (const AuthoredTopic& topic : authored.topics) {
        topic_ids.add(topic.id, reporter_);
        model_.topics.push_back({topic.id.value, static_cast<std::uint32_t>(model_.groups.size()), topic.pace,
                                 topic.hours, meaning_since(topic.meaning_since)});
      }
      TopicGroup group;
      group.id = authored.id.value;
      if (auto rule = truth_rule(authored.offered_if)) group.offered_if.expression = std::move(*rule);
      model_.groups.push_back(std::move(group));
    }
    if (topics_question_ && model_.topics.empty())
      error(DiagnosticCode::member_missing, pack_.place, "the pack asks about topics but has none");
  }

  // --- programmes ---

  void programmes() {
    // Only programmes have a start, so only their rules can read how far off it is.
    compiler_.declare(months_to_start, RuleType::integers(0, latest_month), 0);
    IdIndex support_ids("kind of support");
    for (const AuthoredSupport& support : pack_.supports) {
      support_ids.add(support.id, reporter_);
      for (const auto& [area, strength] : support.helps) (void)need_ids_.find(area, reporter_);
    }
    std::vector<const AuthoredProgramme*> sorted;
    for (const AuthoredProgramme& programme : pack_.programmes) sorted.push_back(&programme);
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->id.value < b->id.value; });
    IdIndex ids("programme");
    for (const AuthoredProgramme* programme : sorted) ids.add(programme->id, reporter_);
    for (const AuthoredProgramme* authored : sorted) {
      Programme programme;
      programme.id = authored->id.value;
      criteria(*authored, programme);
      helps(*authored, support_ids, programme);
      intake(*authored, programme);
      for (const AuthoredText& other : authored->instead)
        if (const auto* index = ids.find(other, reporter_)) programme.instead.push_back(*index);
      model_.programmes.push_back(std::move(programme));
    }
  }

  void criteria(const AuthoredProgramme& authored, Programme& programme) {
    IdIndex ids("criterion");
    for (const AuthoredCriterion& must : authored.must) {
      ids.add(must.id, reporter_);
      Criterion criterion;
      criterion.id = must.id.value;
      criterion.form = must.rule       ? CriterionForm::rule
                       : must.unstated ? CriterionForm::unstated
                                       : CriterionForm::provider_checks;
      if (must.rule)
        if (auto rule = truth_rule(*must.rule)) criterion.rule.expression = std::move(*rule);
      programme.must.push_back(std::move(criterion));
    }
    for (const AuthoredCriterion& prefer : authored.prefer) {
      ids.add(prefer.id, reporter_);
      if (!prefer.rule) continue;
      if (auto rule = truth_rule(*prefer.rule))
        programme.prefer.push_back({prefer.id.value, {std::move(*rule), {}}, prefer.points});
    }
  }

  /// An area's help is that of the strongest support that reaches it: kinds of support do not add up past what one
  /// of them, at its best, can do.
  void helps(const AuthoredProgramme& authored, const IdIndex& support_ids, Programme& programme) {
    std::vector<std::int32_t> strengths(model_.needs.size(), 0);
    for (const auto& [id, strength] : authored.supports) {
      const std::uint32_t* support = support_ids.find(id, reporter_);
      if (support == nullptr) continue;
      for (const auto& [area, help] : pack_.supports[*support].helps)
        for (std::size_t i = 0; i < model_.needs.size(); ++i)
          if (model_.needs[i].id == area.value)
            strengths[i] = std::max(strengths[i], (strength * help + 5'000) / 10'000);
    }
    for (std::size_t i = 0; i < strengths.size(); ++i)
      if (strengths[i] > 0) programme.helps.push_back({static_cast<std::uint32_t>(i), strengths[i]});
  }

  void intake(const AuthoredProgramme& authored, Programme& programme) {
    programme.intake = authored.intake.value;
    const auto form = [&](Place place, Message message) {
      error(DiagnosticCode::intake_form, place, std::move(message));
    };
    if (authored.last_seen) {
      if (programme.intake != Intake::rolling)
        form(authored.last_seen->place, "only a rolling intake has \"last_seen\"");
      programme.last_seen = read_date(*authored.last_seen, reporter_);
    }
    if (authored.ended && (programme.intake == Intake::rolling || programme.intake == Intake::unknown))
      form(authored.ended->place, "what has \"ended\" has the intake \"ended\", or \"cohorts\" that are over");
    if (programme.intake == Intake::cohorts && authored.cohorts.empty())
      form(authored.intake.place, "an intake by cohorts needs \"cohorts\"");
    if (programme.intake != Intake::cohorts && !authored.cohorts.empty())
      form(authored.intake.place, "only an intake by cohorts has \"cohorts\"");
    IdIndex ids("cohort");
    for (const AuthoredCohort& cohort : authored.cohorts) {
      ids.add(cohort.id, reporter_);
      add_cohort(cohort, authored, programme);
    }
    std::sort(programme.cohorts.begin(), programme.cohorts.end(), [](const Cohort& a, const Cohort& b) {
      return a.starts != b.starts ? a.starts < b.starts : a.id < b.id;
    });
  }

  void add_cohort(const AuthoredCohort& authored, const AuthoredProgramme& programme_source, Programme& programme) {
    const auto starts = read_date(authored.starts, reporter_);
    const auto opens = authored.opens ? read_date(*authored.opens, reporter_) : std::nullopt;
    const auto closes = authored.closes ? read_date(*authored.closes, reporter_) : starts;
    if (!starts || !closes || (authored.opens && !opens)) return;
    // "2026-11" means that applications are taken to the end of November.
    const Date last_day = authored.closes ? last_day_of(authored.closes->value, *closes) : *closes;
    if ((opens && *opens > last_day) || last_day > last_day_of(authored.starts.value, *starts))
      error(DiagnosticCode::date_order, authored.id.place,
            {"the cohort \"", authored.id.value, "\" must open, close and start in this order"});
    if (const auto& ended = programme_source.ended)
      if (const auto end = parse_partial_date(ended->value); end && *starts > last_day_of(ended->value, *end))
        error(DiagnosticCode::date_order, authored.id.place,
              {"the cohort \"", authored.id.value, "\" starts after the programme ended"});
    programme.cohorts.push_back({authored.id.value, opens, last_day, *starts});
  }

  void notices() {
    IdIndex ids("notice");
    for (const AuthoredNotice& authored : pack_.notices) {
      ids.add(authored.id, reporter_);
      if (authored.section) (void)section_ids_.find(*authored.section, reporter_);
      if (auto rule = truth_rule(authored.when))
        model_.notices.push_back({authored.id.value, {std::move(*rule), {}}, authored.ends});
    }
  }

  // --- plans ---

  void plan() {
    if (!pack_.plan) return;
    model_.plan = check_plan(pack_, model_, question_ids_, need_ids_, used_, reporter_);
    const auto rule = [&](const std::optional<AuthoredText>& authored, std::optional<Rule>& checked) {
      if (!authored) return;
      if (auto expression = truth_rule(*authored)) checked = Rule{std::move(*expression), {}};
    };
    rule(pack_.plan->when, model_.plan->when);
    for (std::size_t i = 0; i < model_.plan->actions.size(); ++i)
      rule(pack_.plan->actions[i].when, model_.plan->actions[i].when);
  }

  void report_unused_questions() {
    // A rule with a fault may have been the one that uses it.
    if (has_errors(reporter_.so_far())) return;
    for (std::size_t i = 0; i < used_.size(); ++i)
      if (!used_[i])
        error(DiagnosticCode::question_unused, pack_.questions[i].id.place,
              {"nothing uses the answer to \"", model_.questions[i].id, "\""},
              "use it in a rule or a need area, or do not ask it");
  }

  const Pack& pack_;
  Reporter& reporter_;
  RuleCompiler compiler_;
  Model model_;
  IdIndex section_ids_{"section"};
  IdIndex question_ids_{"question or derived value"};
  IdIndex need_ids_{"need area"};
  std::vector<bool> used_;
  std::vector<std::uint32_t> depth_of_derived_;
  bool topics_question_ = false;
};

}  // namespace

std::optional<Model> check_pack(const Pack& pack, Reporter& reporter) { return PackChecker(pack, reporter).run(); }

}  // namespace waymark
