#include "generated_pack.h"

#include <algorithm>

#include "writing/json_writer.h"

namespace waymark::testing {
namespace {

// --- rules ---

enum class NameKind : std::uint8_t { truth, text, list, whole, real, months };

/// Something that rules can read.
struct Name {
  std::string id;
  NameKind kind = NameKind::truth;
  std::vector<std::string> options;  ///< of a text and of a list
  int lowest = 0;                    ///< of a whole number; of a real in halves
  int highest = 0;
  int offset = 0;  ///< of months: what was added to the answer
};

Rule name_rule(const Name& name) { return {name.id, {}, name.kind == NameKind::truth, name.id}; }

std::string quoted(const std::string& text) { return "'" + text + "'"; }

std::string halves(int count) {
  const std::string sign = count < 0 ? "-" : "";
  const int magnitude = count < 0 ? -count : count;
  return sign + std::to_string(magnitude / 2) + (magnitude % 2 == 0 ? ".0" : ".5");
}

class RuleMaker {
 public:
  RuleMaker(Draw& draw, const std::vector<int>& since_points, Numbers numbers)
      : draw_(draw), since_points_(since_points), numbers_(numbers) {}

  std::vector<Name> names;
  bool has_months_to_start = false;

  Rule truth(int depth) {
    if (names.empty()) return {};
    if (depth == 0 || draw_.one_in(3)) return leaf(draw_.pick(names));
    switch (draw_.below(6)) {
      case 0: return {"!(@)", {truth(depth - 1)}, true, {}};
      case 1: return {"(@ ? @ : @)", {truth(depth - 1), truth(depth - 1), truth(depth - 1)}, true, {}};
      case 2: return {"((@) == (@))", {truth(depth - 1), truth(depth - 1)}, true, {}};
      case 3: return {"(@ || @ || @)", {truth(0), truth(depth - 1), truth(0)}, true, {}};
      case 4: return {"(@ || @)", {truth(depth - 1), truth(depth - 1)}, true, {}};
      default: return {"(@ && @)", {truth(depth - 1), truth(depth - 1)}, true, {}};
    }
  }

  /// A rule that tells the answers of one value apart.
  Rule leaf(const Name& name) {
    switch (name.kind) {
      case NameKind::truth: return truth_leaf(name);
      case NameKind::text: return text_leaf(name);
      case NameKind::list: return list_leaf(name);
      case NameKind::whole: return whole_leaf(name);
      case NameKind::real: return real_leaf(name);
      case NameKind::months: return months_leaf(name);
    }
    return {};
  }

  /// A value made of those before it, under the id `made.id`; its kind and bounds are filled in.
  Rule derive(Name& made) {
    const Name first = draw_.pick(names);
    const Name second = like(first);
    made.kind = first.kind;
    switch (first.kind) {
      case NameKind::text:
        made.options = first.options;
        if (draw_.one_in(3)) {
          made.options.push_back("x");
          return {"(@ ? 'x' : @)", {truth(1), name_rule(first)}, false, {}};
        }
        for (const std::string& option : second.options)
          if (std::find(made.options.begin(), made.options.end(), option) == made.options.end())
            made.options.push_back(option);
        return {"(@ ? @ : @)", {truth(1), name_rule(first), name_rule(second)}, false, {}};
      case NameKind::whole: return derive_whole(made, first, second);
      case NameKind::months: {
        const int step = draw_.pick<int>({-6, -1, 3});
        made.offset = first.offset + step;
        return shifted(first, step, std::to_string(step < 0 ? -step : step));
      }
      default: made.kind = NameKind::truth; return truth(2);
    }
  }

 private:
  std::string order() { return draw_.pick<std::string>({" < ", " <= ", " > ", " >= ", " == ", " != "}); }

  Name like(const Name& name) {
    std::vector<Name> same;
    for (const Name& other : names)
      if (other.kind == name.kind) same.push_back(other);
    return draw_.pick(same);
  }

  Rule truth_leaf(const Name& name) {
    if (draw_.one_in(3)) return {"!(@)", {name_rule(name)}, true, {}};
    if (draw_.one_in(4)) return {"(@ == false)", {name_rule(name)}, true, {}};
    return name_rule(name);
  }

  Rule text_leaf(const Name& name) {
    const std::string option = quoted(draw_.pick(name.options));
    if (draw_.one_in(8))
      return {draw_.one_in(2) ? "@ == @" : "@ != @", {name_rule(name), name_rule(like(name))}, true, {}};
    switch (draw_.below(4)) {
      case 0: return {"@ != " + option, {name_rule(name)}, true, {}};
      case 1: return {"@ in [" + option + ", " + quoted(draw_.pick(name.options)) + "]", {name_rule(name)}, true, {}};
      case 2: return {option + " == @", {name_rule(name)}, true, {}};
      default: return {"@ == " + option, {name_rule(name)}, true, {}};
    }
  }

  Rule list_leaf(const Name& name) {
    const std::string option = quoted(draw_.pick(name.options));
    switch (draw_.below(6)) {
      case 0: return {"size(@)" + order() + std::to_string(draw_.below(3)), {name_rule(name)}, true, {}};
      case 1: return {"@.exists(x, x == " + option + ")", {name_rule(name)}, true, {}};
      case 2: return {"@.all(x, x != " + option + ")", {name_rule(name)}, true, {}};
      case 3: return {"@ == []", {name_rule(name)}, true, {}};
      default: return {option + " in @", {name_rule(name)}, true, {}};
    }
  }

  static Rule shifted(const Name& name, int step, const std::string& magnitude) {
    return {(step < 0 ? "(@ - " : "(@ + ") + magnitude + ")", {name_rule(name)}, false, {}};
  }

  static Rule later(const Name& name) {
    Rule start = {"months_to_start", {}, false, "months_to_start"};
    return {"(@ + @)", {name_rule(name), std::move(start)}, false, {}};
  }

  Rule compared(Rule number, const std::string& with) {
    if (draw_.one_in(5)) return {with + order() + "@", {std::move(number)}, true, {}};
    return {"@" + order() + with, {std::move(number)}, true, {}};
  }

  Rule whole_leaf(const Name& name) {
    if (numbers_ == Numbers::any && draw_.one_in(4)) {
      const Name other = like(name);
      if (draw_.one_in(2)) return {"@" + order() + "@", {name_rule(name), name_rule(other)}, true, {}};
      Rule both = {draw_.one_in(2) ? "(@ + @)" : "(@ - @)", {name_rule(name), name_rule(other)}, false, {}};
      return compared(std::move(both), std::to_string(draw_.between(name.lowest, name.highest)));
    }
    const int point = draw_.between(name.lowest, name.highest);
    if (has_months_to_start && draw_.one_in(4))
      return compared(later(name), std::to_string(point + draw_.between(0, 4)));
    if (draw_.one_in(5)) {
      const int step = draw_.one_in(2) ? 2 : -1;
      return compared(shifted(name, step, step < 0 ? "1" : "2"), std::to_string(point + step));
    }
    if (numbers_ == Numbers::any && draw_.one_in(8)) return {"@ % 2 == 0", {name_rule(name)}, true, {}};
    return compared(name_rule(name), std::to_string(point));
  }

  Rule real_leaf(const Name& name) {
    if (numbers_ == Numbers::any && draw_.one_in(5))
      return {"@ <= @", {name_rule(name), name_rule(like(name))}, true, {}};
    const int point = draw_.between(name.lowest, name.highest);
    if (draw_.one_in(4)) return compared(shifted(name, 1, "0.5"), halves(point + 1));
    return compared(name_rule(name), halves(point));
  }

  Rule months_leaf(const Name& name) {
    const int point = draw_.pick(since_points_) + name.offset;
    if (has_months_to_start && draw_.one_in(2)) return compared(later(name), std::to_string(point));
    if (draw_.one_in(5)) return compared(shifted(name, -6, "6"), std::to_string(point - 6));
    return compared(name_rule(name), std::to_string(point));
  }

  Rule derive_whole(Name& made, const Name& first, const Name& second) {
    made.lowest = first.lowest;
    made.highest = first.highest;
    if (numbers_ == Numbers::plain || draw_.one_in(2)) {
      made.lowest += 2;
      made.highest += 2;
      return shifted(first, 2, "2");
    }
    if (draw_.one_in(2)) {
      made.lowest += second.lowest;
      made.highest += second.highest;
      return {"(@ + @)", {name_rule(first), name_rule(second)}, false, {}};
    }
    made.lowest = std::min(first.lowest, second.lowest);
    made.highest = std::max(first.highest, second.highest);
    return {"(@ ? @ : @)", {truth(0), name_rule(first), name_rule(second)}, false, {}};
  }

  Draw& draw_;
  const std::vector<int>& since_points_;
  Numbers numbers_;
};

// --- packs ---

constexpr int most_need = 10'000;

const std::vector<std::string>& letters() {
  static const std::vector<std::string> all = {"a", "b", "c"};
  return all;
}

class PackMaker {
 public:
  PackMaker(Draw& draw, int size, Numbers numbers)
      : draw_(draw), size_(size), rules_(draw, pack_.since_points, numbers) {}

  GeneratedPack run() {
    pack_.since_points = {draw_.pick<int>({6, 12}), draw_.pick<int>({24, 60})};
    questions();
    needs();
    groups();
    programmes();
    if (draw_.one_in(3)) pack_.notices.push_back({"n0", rules_.truth(1), draw_.one_in(2)});
    refresh();
    use_every_question();
    plan();
    return std::move(pack_);
  }

 private:
  std::size_t up_to(std::size_t most) {
    return draw_.below(1 + std::min(most, most * static_cast<std::size_t>(size_ + 25) / 75));
  }
  std::string id(const char* letter, std::size_t index) { return letter + std::to_string(index); }

  std::optional<Rule> gate() {
    if (rules_.names.empty() || draw_.one_in(2)) return std::nullopt;
    return rules_.truth(size_ > 40 ? 1 : 0);
  }

  // --- questions ---

  void questions() {
    const std::size_t count = 2 + up_to(4);
    for (std::size_t i = 0; i < count; ++i) {
      if (i == 0 || draw_.one_in(4)) pack_.sections.push_back({id("s", pack_.sections.size()), gate()});
      GeneratedQuestion question = draw_question(i);
      question.section = pack_.sections.size() - 1;
      question.ask_if = gate();
      declare(question);
      pack_.questions.push_back(std::move(question));
      if (!rules_.names.empty() && draw_.one_in(4)) derive();
    }
  }

  QuestionKind draw_kind() {
    const auto kind = draw_.pick<QuestionKind>(
        {QuestionKind::one, QuestionKind::one, QuestionKind::many, QuestionKind::scale, QuestionKind::number,
         QuestionKind::number, QuestionKind::since, QuestionKind::yes_no, QuestionKind::yes_no, QuestionKind::topics});
    // A pack asks about topics once, and two of these have too many answers to go through them all.
    const bool once = kind == QuestionKind::topics || kind == QuestionKind::since || kind == QuestionKind::many;
    const bool taken = std::any_of(pack_.questions.begin(), pack_.questions.end(),
                                   [&](const GeneratedQuestion& other) { return other.kind == kind; });
    return once && taken ? QuestionKind::yes_no : kind;
  }

  GeneratedQuestion draw_question(std::size_t index) {
    GeneratedQuestion question;
    question.id = id("q", index);
    question.kind = draw_kind();
    question.changeable = draw_.one_in(2);
    switch (question.kind) {
      case QuestionKind::one:
        question.options.assign(letters().begin(), letters().begin() + draw_.between(2, 3));
        question.if_not_asked = draw_.one_in(2) ? "\"\"" : "\"" + draw_.pick(question.options) + "\"";
        break;
      case QuestionKind::many:
        question.options.assign(letters().begin(), letters().begin() + draw_.between(2, 3));
        question.if_not_asked = draw_.one_in(2) ? "[]" : "[\"" + draw_.pick(question.options) + "\"]";
        break;
      case QuestionKind::scale:
        question.points = draw_.between(2, 4);
        question.if_not_asked = std::to_string(draw_.between(1, question.points));
        break;
      case QuestionKind::number: number(question); break;
      case QuestionKind::since:
        question.if_not_asked = std::to_string(draw_.pick<int>({0, pack_.since_points[0], 720}));
        break;
      case QuestionKind::yes_no: question.if_not_asked = draw_.one_in(2) ? "true" : "false"; break;
      case QuestionKind::topics:
        question.aspects.resize(draw_.one_in(3) ? 2 : 1);
        for (int& points : question.aspects) points = draw_.between(2, 3);
        question.most_topics = draw_.between(1, 2);
        break;
    }
    return question;
  }

  void number(GeneratedQuestion& question) {
    question.decimals = draw_.one_in(3);
    const int lowest = draw_.between(-1, 1);
    const int highest = lowest + draw_.between(0, 3);
    question.lowest = question.decimals ? halves(lowest) : std::to_string(lowest);
    question.highest = question.decimals ? halves(highest) : std::to_string(highest);
    const int absent = draw_.between(lowest, highest);
    question.if_not_asked = question.decimals ? halves(absent) : std::to_string(absent);
    bounds_ = {lowest, highest};
  }

  void declare(const GeneratedQuestion& question) {
    Name name;
    name.id = question.id;
    name.options = question.options;
    switch (question.kind) {
      case QuestionKind::one: name.kind = NameKind::text; break;
      case QuestionKind::many: name.kind = NameKind::list; break;
      case QuestionKind::scale:
        name.kind = NameKind::whole;
        name.lowest = 1;
        name.highest = question.points;
        break;
      case QuestionKind::number:
        name.kind = question.decimals ? NameKind::real : NameKind::whole;
        name.lowest = bounds_.first;
        name.highest = bounds_.second;
        break;
      case QuestionKind::since: name.kind = NameKind::months; break;
      case QuestionKind::yes_no: name.kind = NameKind::truth; break;
      case QuestionKind::topics: return;  // rules do not read them
    }
    rules_.names.push_back(std::move(name));
  }

  void derive() {
    Name made;
    made.id = id("d", pack_.derived.size());
    Rule rule = rules_.derive(made);
    pack_.derived.push_back({made.id, std::move(rule)});
    rules_.names.push_back(std::move(made));
  }

  // --- needs and what helps with them ---

  int draw_need() {
    return draw_.one_in(3) ? draw_.between(0, most_need)
                           : draw_.pick<int>({0, 1, 2500, 3333, 5000, 6667, 9999, most_need});
  }

  static bool can_be_item(const GeneratedQuestion& question) {
    return question.kind == QuestionKind::one || question.kind == QuestionKind::scale ||
           question.kind == QuestionKind::yes_no || question.kind == QuestionKind::topics;
  }

  GeneratedItem item(const GeneratedQuestion& question) {
    GeneratedItem item;
    item.question = question.id;
    item.weight = draw_.pick<int>({1, 1, 1, 2, 3, 7, 1000, 10'000});
    std::size_t count = 2;
    if (question.kind == QuestionKind::one) count = question.options.size();
    if (question.kind == QuestionKind::scale) count = static_cast<std::size_t>(question.points);
    if (question.kind == QuestionKind::topics) {
      item.aspect = draw_.below(question.aspects.size());
      count = static_cast<std::size_t>(question.aspects[item.aspect]);
    }
    for (std::size_t i = 0; i < count; ++i)
      item.need.push_back(draw_.one_in(4) ? NeedPoints{} : NeedPoints{draw_need()});
    NeedPoints& sure = item.need[draw_.below(count)];
    if (!sure) sure = draw_need();
    return item;
  }

  void add_need() {
    GeneratedNeed need;
    need.id = id("need", pack_.needs.size());
    need.bands = {0};
    for (std::size_t i = up_to(2); i > 0; --i) need.bands.push_back(need.bands.back() + draw_.between(1, 4000));
    pack_.needs.push_back(std::move(need));
  }

  void needs() {
    std::vector<GeneratedQuestion> askable;
    for (const GeneratedQuestion& question : pack_.questions)
      if (can_be_item(question)) askable.push_back(question);
    if (!askable.empty()) {
      const std::size_t count = std::max(up_to(3), up_to(3));
      for (std::size_t i = 0; i < count; ++i) {
        add_need();
        for (std::size_t items = 1 + up_to(3); items > 0; --items)
          pack_.needs.back().items.push_back(item(draw_.pick(askable)));
      }
    }
    const std::size_t supports = 1 + up_to(2);
    for (std::size_t i = 0; i < supports; ++i) {
      GeneratedSupport support = {id("support", i), {}};
      for (const GeneratedNeed& need : pack_.needs)
        if (!draw_.one_in(4))
          support.helps.emplace_back(need.id, draw_.one_in(2) ? most_need : draw_.between(0, most_need));
      pack_.supports.push_back(std::move(support));
    }
  }

  void groups() {
    const bool asks =
        std::any_of(pack_.questions.begin(), pack_.questions.end(),
                    [](const GeneratedQuestion& question) { return question.kind == QuestionKind::topics; });
    if (!asks) return;
    std::size_t topic = 0;
    for (std::size_t group = 0; group < 2; ++group) {
      pack_.groups.push_back({id("group", group), draw_.one_in(3) ? Rule{} : rules_.truth(1), {}});
      for (std::size_t count = 1 + draw_.below(2); count > 0 && topic < 3; --count)
        pack_.groups.back().topics.push_back(id("topic", topic++));
      if (draw_.one_in(2)) return;
    }
  }

  // --- programmes ---

  void programmes() {
    rules_.has_months_to_start = true;
    const std::size_t count = 1 + up_to(3);
    for (std::size_t i = 0; i < count; ++i) pack_.programmes.push_back(programme(i));
    rules_.has_months_to_start = false;
    for (GeneratedProgramme& programme : pack_.programmes)
      for (std::size_t i = draw_.below(3); i > 0; --i) programme.instead.push_back(id("p", draw_.below(count)));
  }

  GeneratedProgramme programme(std::size_t index) {
    GeneratedProgramme programme;
    programme.id = id("p", index);
    for (const GeneratedSupport& support : pack_.supports)
      if (!draw_.one_in(3))
        programme.supports.emplace_back(support.id, draw_.one_in(2) ? most_need : draw_.between(1, most_need));
    for (std::size_t i = 1 + up_to(2); i > 0; --i) {
      GeneratedCriterion must = {id("m", programme.must.size()), CriterionForm::rule, {}, 0};
      if (draw_.one_in(8)) must.form = CriterionForm::provider_checks;
      else if (draw_.one_in(12)) must.form = CriterionForm::unstated;
      else must.rule = rules_.truth(size_ > 20 ? 2 : 1);
      programme.must.push_back(std::move(must));
    }
    for (std::size_t i = up_to(2); i > 0; --i)
      programme.prefer.push_back({id("w", programme.prefer.size()), CriterionForm::rule, rules_.truth(1),
                                  draw_.one_in(2) ? draw_.between(1, 500) : draw_.between(1, most_need)});
    programme.intake = draw_.pick<std::string>({"rolling", "cohorts", "cohorts", "ended", "unknown"});
    if (programme.intake == "rolling" && !draw_.one_in(4))
      programme.last_seen = draw_.pick<std::string>({"2025-10", "2024-12-31", "2024-11", "2026"});
    if (programme.intake == "cohorts") cohorts(programme);
    return programme;
  }

  void cohorts(GeneratedProgramme& programme) {
    const std::vector<GeneratedCohort> all = {{"spring", "2026-01-05", "2026-02", "2026-04"},
                                              {"autumn", "", "", "2026-09-07"},
                                              {"winter", "2026-08", "2026-10-31", "2027-03-01"}};
    for (const GeneratedCohort& cohort : all)
      if (draw_.one_in(2)) programme.cohorts.push_back(cohort);
    if (programme.cohorts.empty()) programme.cohorts.push_back(draw_.pick(all));
  }

  // --- refreshes and plans ---

  void refresh() {
    if (pack_.groups.empty() || draw_.one_in(4)) return;
    GeneratedRefresh refresh;
    refresh.cap = draw_.pick<int>({10'000, 10'000, 6000});
    refresh.topic_hours = draw_.between(1, 60);
    for (const GeneratedQuestion& question : pack_.questions) {
      if (!can_be_item(question) || draw_.one_in(3)) continue;
      GeneratedPart part;
      std::size_t count = 2;
      if (question.kind == QuestionKind::one) count = question.options.size();
      if (question.kind == QuestionKind::scale) count = static_cast<std::size_t>(question.points);
      if (question.kind == QuestionKind::topics) {
        part.aspect = draw_.below(question.aspects.size());
        count = static_cast<std::size_t>(question.aspects[part.aspect]);
      } else {
        part.question = question.id;
      }
      while (part.points.size() < count) part.points.push_back(draw_.between(-1000, 5000));
      refresh.parts.push_back(std::move(part));
    }
    if (!refresh.parts.empty()) pack_.refresh = std::move(refresh);
  }

  void plan() {
    std::vector<std::string> numbers;
    for (const GeneratedQuestion& question : pack_.questions)
      if (question.kind == QuestionKind::number) numbers.push_back(question.id);
    if (numbers.empty() || draw_.one_in(6) || (pack_.refresh && pack_.needs.empty())) return;
    GeneratedPlan plan;
    if (draw_.one_in(4)) plan.when = rules_.truth(1);
    plan.question = draw_.pick(numbers);
    plan.percent = draw_.pick<int>({100, 100, 50});
    plan.least = draw_.between(1, 2);
    plan.usual = plan.least + draw_.between(0, 5);
    plan.most = plan.usual + draw_.between(0, 4);
    plan.first_week = draw_.between(1, 5);
    plan.weeks = draw_.one_in(2) ? 12 : draw_.between(1, 11);
    plan.steps_a_week = draw_.pick<int>({3, 3, 2, 1});
    plan.programmes = draw_.between(0, 4);
    plan.apply = draw_.between(1, 6);
    plan.ask = draw_.between(1, 2);
    plan.check = draw_.between(1, 2);
    for (const GeneratedNeed& need : pack_.needs)
      for (std::size_t count = 1 + up_to(3); count > 0; --count) {
        GeneratedAction action = {
            id("a", plan.actions.size()), need.id, draw_.pick<int>({1, 1, 2, 5}), draw_.one_in(2), draw_.one_in(4), {}};
        if (draw_.one_in(3)) action.when = rules_.truth(1);
        plan.actions.push_back(std::move(action));
      }
    pack_.plan = std::move(plan);
  }

  // --- every question has a use ---

  void use_every_question();

  Draw& draw_;
  int size_;
  GeneratedPack pack_;
  RuleMaker rules_;
  std::pair<int, int> bounds_;
};

// --- going through a pack ---

bool reads(const Rule& rule, const std::string& name) {
  return rule.reads == name ||
         std::any_of(rule.parts.begin(), rule.parts.end(), [&](const Rule& part) { return reads(part, name); });
}

template <typename Pack, typename Visit>
void each_rule(Pack& pack, Visit visit) {
  for (auto& section : pack.sections)
    if (section.ask_if) visit(*section.ask_if);
  for (auto& question : pack.questions)
    if (question.ask_if) visit(*question.ask_if);
  for (auto& derived : pack.derived) visit(derived.rule);
  for (auto& group : pack.groups) visit(group.offered_if);
  for (auto& programme : pack.programmes) {
    for (auto& must : programme.must)
      if (must.form == CriterionForm::rule) visit(must.rule);
    for (auto& prefer : programme.prefer) visit(prefer.rule);
  }
  for (auto& notice : pack.notices) visit(notice.when);
  if (!pack.plan) return;
  if (pack.plan->when) visit(*pack.plan->when);
  for (auto& action : pack.plan->actions)
    if (action.when) visit(*action.when);
}

bool is_used(const GeneratedPack& pack, const std::string& question) {
  bool used = false;
  each_rule(pack, [&](const Rule& rule) { used = used || reads(rule, question); });
  for (const GeneratedNeed& need : pack.needs)
    for (const GeneratedItem& item : need.items) used = used || item.question == question;
  if (pack.refresh)
    for (const GeneratedPart& part : pack.refresh->parts) used = used || part.question == question;
  return used || (pack.plan && pack.plan->question == question);
}

void PackMaker::use_every_question() {
  for (const GeneratedQuestion& question : pack_.questions) {
    if (is_used(pack_, question.id)) continue;
    if (can_be_item(question)) {
      if (pack_.needs.empty()) add_need();
      pack_.needs[draw_.below(pack_.needs.size())].items.push_back(item(question));
      continue;
    }
    const auto name = std::find_if(rules_.names.begin(), rules_.names.end(),
                                   [&](const Name& each) { return each.id == question.id; });
    GeneratedProgramme& programme = pack_.programmes[draw_.below(pack_.programmes.size())];
    programme.must.push_back({id("m", programme.must.size()), CriterionForm::rule, rules_.leaf(*name), 0});
  }
}

// --- less of a pack ---

template <typename Items, typename Condition>
void erase_if(Items& items, Condition condition) {
  items.erase(std::remove_if(items.begin(), items.end(), condition), items.end());
}

/// Puts a constant where a rule reads the name. False where the rule is no truth and so cannot do without it.
bool forget(Rule& rule, const std::string& name) {
  bool whole = rule.reads != name;
  for (Rule& part : rule.parts) whole = forget(part, name) && whole;
  if (whole) return true;
  if (!rule.truth) return false;
  rule = {};
  return true;
}

void forget(GeneratedPack& pack, const std::string& name) {
  std::vector<std::string> lost;
  for (GeneratedDerived& derived : pack.derived)
    if (derived.id == name || !forget(derived.rule, name)) lost.push_back(derived.id);
  erase_if(pack.derived, [&](const GeneratedDerived& derived) {
    return std::find(lost.begin(), lost.end(), derived.id) != lost.end();
  });
  each_rule(pack, [&](Rule& rule) { (void)forget(rule, name); });
  for (const std::string& derived : lost)
    if (derived != name) forget(pack, derived);
}

void drop_question(GeneratedPack& pack, std::size_t index) {
  const GeneratedQuestion question = pack.questions[index];
  pack.questions.erase(pack.questions.begin() + static_cast<std::ptrdiff_t>(index));
  if (question.kind == QuestionKind::topics) pack.groups.clear();
  forget(pack, question.id);
  for (GeneratedNeed& need : pack.needs)
    erase_if(need.items, [&](const GeneratedItem& item) { return item.question == question.id; });
  if (pack.plan && pack.plan->question == question.id) pack.plan.reset();
  if (pack.refresh)
    erase_if(pack.refresh->parts, [&](const GeneratedPart& part) { return part.question == question.id; });
}

void drop_empty_sections(GeneratedPack& pack) {
  for (std::size_t i = pack.sections.size(); i-- > 0;) {
    const auto is_in = [i](const GeneratedQuestion& question) { return question.section == i; };
    if (std::any_of(pack.questions.begin(), pack.questions.end(), is_in)) continue;
    pack.sections.erase(pack.sections.begin() + static_cast<std::ptrdiff_t>(i));
    for (GeneratedQuestion& question : pack.questions)
      if (question.section > i) --question.section;
  }
}

/// Takes out what the rest no longer uses or allows.
void tidy(GeneratedPack& pack) {
  drop_empty_sections(pack);
  for (std::size_t i = 0; i < pack.questions.size();) {
    if (is_used(pack, pack.questions[i].id)) {
      ++i;
    } else {
      drop_question(pack, i);
      drop_empty_sections(pack);
      i = 0;
    }
  }
  erase_if(pack.needs, [](const GeneratedNeed& need) { return need.items.empty(); });
  if (pack.groups.empty() || (pack.refresh && pack.refresh->parts.empty())) pack.refresh.reset();
  if (pack.refresh && pack.needs.empty()) pack.plan.reset();
  const auto exists = [](const auto& things, const std::string& id) {
    return std::any_of(things.begin(), things.end(), [&](const auto& thing) { return thing.id == id; });
  };
  if (pack.plan)
    erase_if(pack.plan->actions, [&](const GeneratedAction& action) { return !exists(pack.needs, action.need); });
  for (GeneratedSupport& support : pack.supports)
    erase_if(support.helps, [&](const auto& help) { return !exists(pack.needs, help.first); });
  for (GeneratedProgramme& programme : pack.programmes) {
    erase_if(programme.supports, [&](const auto& support) { return !exists(pack.supports, support.first); });
    erase_if(programme.instead, [&](const std::string& other) { return !exists(pack.programmes, other); });
  }
  // What went may have been all that used a question.
  const auto is_unused = [&](const GeneratedQuestion& question) { return !is_used(pack, question.id); };
  if (std::any_of(pack.questions.begin(), pack.questions.end(), is_unused)) tidy(pack);
}

/// What can stand for a rule and is simpler.
std::vector<Rule> simpler_rules(const Rule& rule) {
  std::vector<Rule> simpler;
  if (rule.truth && (rule.text != "true" && rule.text != "false")) {
    simpler.push_back({"true", {}, true, {}});
    simpler.push_back({"false", {}, true, {}});
    for (const Rule& part : rule.parts)
      if (part.truth) simpler.push_back(part);
  }
  for (std::size_t i = 0; i < rule.parts.size(); ++i)
    for (Rule& part : simpler_rules(rule.parts[i])) {
      Rule changed = rule;
      changed.parts[i] = std::move(part);
      simpler.push_back(std::move(changed));
    }
  return simpler;
}

class Simplifier {
 public:
  explicit Simplifier(const GeneratedPack& pack) : pack_(pack) {}

  std::vector<GeneratedPack> run() {
    without_each([](auto& pack) -> auto& { return pack.programmes; });
    for (std::size_t i = 0; i < pack_.questions.size(); ++i) with([&](GeneratedPack& pack) { drop_question(pack, i); });
    without_each([](auto& pack) -> auto& { return pack.needs; });
    for (const GeneratedDerived& derived : pack_.derived) with([&](GeneratedPack& pack) { forget(pack, derived.id); });
    without_each([](auto& pack) -> auto& { return pack.notices; });
    without_each([](auto& pack) -> auto& { return pack.supports; });
    programmes();
    gates();
    refresh_and_plan();
    for (std::size_t need = 0; need < pack_.needs.size(); ++need) {
      without_each([=](auto& pack) -> auto& { return pack.needs[need].items; });
      while_more_than_one([=](auto& pack) -> auto& { return pack.needs[need].bands; });
    }
    rules();
    return std::move(simpler_);
  }

 private:
  template <typename Change>
  void with(Change change) {
    GeneratedPack changed = pack_;
    change(changed);
    tidy(changed);
    if (!changed.questions.empty()) simpler_.push_back(std::move(changed));
  }

  template <typename List>
  void without_each(List list) {
    for (std::size_t i = 0; i < list(pack_).size(); ++i)
      with([&](GeneratedPack& pack) { list(pack).erase(list(pack).begin() + static_cast<std::ptrdiff_t>(i)); });
  }

  template <typename List>
  void while_more_than_one(List list) {
    if (list(pack_).size() > 1) with([&](GeneratedPack& pack) { list(pack).pop_back(); });
  }

  void programmes() {
    for (std::size_t i = 0; i < pack_.programmes.size(); ++i) {
      without_each([=](auto& pack) -> auto& { return pack.programmes[i].must; });
      without_each([=](auto& pack) -> auto& { return pack.programmes[i].prefer; });
      without_each([=](auto& pack) -> auto& { return pack.programmes[i].instead; });
      without_each([=](auto& pack) -> auto& { return pack.programmes[i].supports; });
      while_more_than_one([=](auto& pack) -> auto& { return pack.programmes[i].cohorts; });
      if (pack_.programmes[i].intake != "unknown")
        with([=](GeneratedPack& pack) {
          pack.programmes[i].intake = "unknown";
          pack.programmes[i].last_seen.clear();
          pack.programmes[i].cohorts.clear();
        });
    }
  }

  void gates() {
    for (std::size_t i = 0; i < pack_.sections.size(); ++i)
      if (pack_.sections[i].ask_if) with([=](GeneratedPack& pack) { pack.sections[i].ask_if.reset(); });
    for (std::size_t i = 0; i < pack_.questions.size(); ++i)
      if (pack_.questions[i].ask_if) with([=](GeneratedPack& pack) { pack.questions[i].ask_if.reset(); });
  }

  void refresh_and_plan() {
    if (pack_.refresh) {
      with([](GeneratedPack& pack) { pack.refresh.reset(); });
      while_more_than_one([](auto& pack) -> auto& { return pack.refresh->parts; });
    }
    if (!pack_.plan) return;
    with([](GeneratedPack& pack) { pack.plan.reset(); });
    if (pack_.plan->when) with([](GeneratedPack& pack) { pack.plan->when.reset(); });
    const auto& actions = pack_.plan->actions;
    for (std::size_t i = 0; i < actions.size(); ++i) {
      if (actions[i].when) with([=](GeneratedPack& pack) { pack.plan->actions[i].when.reset(); });
      const auto others = std::count_if(actions.begin(), actions.end(),
                                        [&](const GeneratedAction& action) { return action.need == actions[i].need; });
      if (others > 1)
        with([=](GeneratedPack& pack) {
          pack.plan->actions.erase(pack.plan->actions.begin() + static_cast<std::ptrdiff_t>(i));
        });
    }
  }

  void rules() {
    std::vector<Rule> all;
    each_rule(pack_, [&](const Rule& rule) { all.push_back(rule); });
    for (std::size_t i = 0; i < all.size(); ++i)
      for (const Rule& simpler : simpler_rules(all[i]))
        with([&](GeneratedPack& pack) {
          std::size_t at = 0;
          each_rule(pack, [&](Rule& rule) {
            if (at++ == i) rule = simpler;
          });
        });
  }

  const GeneratedPack& pack_;
  std::vector<GeneratedPack> simpler_;
};

// --- JSON ---

class BundleText {
 public:
  explicit BundleText(const GeneratedPack& pack) : pack_(pack) {}

  std::string run() {
    json_.open_object();
    head();
    list("questions", pack_.questions, [&](const GeneratedQuestion& question) { write(question); });
    list("derived", pack_.derived, [&](const GeneratedDerived& derived) {
      json_.key("id").text(derived.id).key("rule").text(to_text(derived.rule));
    });
    list("needs", pack_.needs, [&](const GeneratedNeed& need) { write(need); });
    json_.key("supports").open_object().key("source").text("editorial");
    list("supports", pack_.supports, [&](const GeneratedSupport& support) {
      json_.key("id").text(support.id);
      strengths("helps", support.helps);
    });
    json_.close_object();
    list("topics", pack_.groups, [&](const GeneratedGroup& group) { write(group); });
    if (pack_.refresh) write(*pack_.refresh);
    if (pack_.plan) write(*pack_.plan);
    list("programmes", pack_.programmes, [&](const GeneratedProgramme& programme) { write(programme); });
    json_.close_object();
    return json_.take();
  }

 private:
  template <typename Things, typename Write>
  void list(const char* key, const Things& things, Write write) {
    json_.key(key).open_array();
    for (const auto& thing : things) {
      json_.open_object();
      write(thing);
      json_.close_object();
    }
    json_.close_array();
  }

  void head() {
    json_.key("pack").open_object();
    json_.key("id").text("generated").key("version").integer(pack_.version).key("published").text("2026-01-15");
    json_.key("languages").open_array().text("en").close_array();
    json_.key("settings").open_object().key("stale_after").integer(18).close_object();
    list("sections", pack_.sections, [&](const GeneratedSection& section) {
      json_.key("id").text(section.id);
      gate(section.ask_if);
    });
    list("notices", pack_.notices, [&](const GeneratedNotice& notice) {
      json_.key("id").text(notice.id).key("when").text(to_text(notice.when)).key("ends").boolean(notice.ends);
    });
    json_.close_object();
  }

  void gate(const std::optional<Rule>& ask_if) {
    if (ask_if) json_.key("ask_if").text(to_text(*ask_if));
  }

  void strengths(const char* key, const std::vector<std::pair<std::string, int>>& all) {
    json_.key(key).open_object();
    for (const auto& [id, strength] : all) json_.key(id).integer(strength);
    json_.close_object();
  }

  void write(const GeneratedQuestion& question) {
    json_.key("id").text(question.id).key("section").text(pack_.sections[question.section].id);
    switch (question.kind) {
      case QuestionKind::one:
      case QuestionKind::many:
        json_.key("kind").text(question.kind == QuestionKind::one ? "one" : "many").key("options").open_array();
        for (const std::string& option : question.options) json_.text(option);
        json_.close_array();
        break;
      case QuestionKind::scale: json_.key("kind").text("scale").key("points").integer(question.points); break;
      case QuestionKind::number:
        json_.key("kind").text("number").key("min").raw(question.lowest).key("max").raw(question.highest);
        if (question.decimals) json_.key("decimals").boolean(true);
        break;
      case QuestionKind::since: json_.key("kind").text("since"); break;
      case QuestionKind::yes_no: json_.key("kind").text("yes_no"); break;
      case QuestionKind::topics:
        json_.key("kind").text("topics").key("most").integer(question.most_topics).key("aspects").open_array();
        for (std::size_t i = 0; i < question.aspects.size(); ++i)
          json_.open_object()
              .key("id")
              .text("a" + std::to_string(i))
              .key("points")
              .integer(question.aspects[i])
              .close_object();
        json_.close_array();
        break;
    }
    gate(question.ask_if);
    const bool gated = question.ask_if || pack_.sections[question.section].ask_if;
    if (gated && question.kind != QuestionKind::topics) json_.key("if_not_asked").raw(question.if_not_asked);
    if (question.changeable) json_.key("changeable").boolean(true);
    if (question.meaning_since > 1) json_.key("meaning_since").integer(question.meaning_since);
  }

  void points(const NeedPoints& need) {
    if (need) json_.integer(*need);
    else json_.text("excluded");
  }

  void write(const GeneratedNeed& need) {
    json_.key("id").text(need.id).key("source").text("editorial");
    list("items", need.items, [&](const GeneratedItem& item) {
      const auto question = std::find_if(pack_.questions.begin(), pack_.questions.end(),
                                         [&](const GeneratedQuestion& each) { return each.id == item.question; });
      json_.key("question").text(item.question);
      if (question->kind == QuestionKind::topics) json_.key("aspect").text("a" + std::to_string(item.aspect));
      json_.key("weight").integer(item.weight).key("need");
      std::vector<std::string> options = question->options;
      if (question->kind == QuestionKind::yes_no) options = {"no", "yes"};
      if (options.empty()) {
        json_.open_array();
        for (const NeedPoints& each : item.need) points(each);
        json_.close_array();
        return;
      }
      json_.open_object();
      for (std::size_t i = 0; i < options.size(); ++i) {
        json_.key(options[i]);
        points(item.need[i]);
      }
      json_.close_object();
    });
    std::size_t band = 0;
    list("bands", need.bands,
         [&](int from) { json_.key("id").text("b" + std::to_string(band++)).key("from").integer(from); });
  }

  void write(const GeneratedGroup& group) {
    json_.key("group").text(group.id).key("offered_if").text(to_text(group.offered_if));
    list("topics", group.topics, [&](const std::string& topic) {
      json_.key("id").text(topic).key("pace").text("slow").key("pace_source").text("editorial");
      if (pack_.refresh) json_.key("hours").integer(pack_.refresh->topic_hours).key("hours_source").text("editorial");
      if (pack_.topic_meanings.contains(topic)) json_.key("meaning_since").integer(pack_.topic_meanings.at(topic));
      json_.key("changed").open_array().close_array().key("first_steps").open_array().close_array();
    });
  }

  /// What tables call the answers to a question; nothing where they go by point.
  std::vector<std::string> names_of_answers(const std::string& id) const {
    for (const GeneratedQuestion& question : pack_.questions)
      if (question.id == id)
        return question.kind == QuestionKind::yes_no ? std::vector<std::string>{"no", "yes"} : question.options;
    return {};
  }

  void write(const GeneratedRefresh& refresh) {
    json_.key("refresh").open_object().key("cap").integer(refresh.cap);
    std::size_t number = 0;
    list("parts", refresh.parts, [&](const GeneratedPart& part) {
      json_.key("id").text("part" + std::to_string(number++)).key("source").text("editorial");
      if (part.question.empty()) json_.key("aspect").text("a" + std::to_string(part.aspect));
      else json_.key("question").text(part.question);
      json_.key("points");
      const std::vector<std::string> names = names_of_answers(part.question);
      if (names.empty()) {
        json_.open_array();
        for (const int points : part.points) json_.integer(points);
        json_.close_array();
        return;
      }
      json_.open_object();
      for (std::size_t i = 0; i < names.size(); ++i) json_.key(names[i]).integer(part.points[i]);
      json_.close_object();
    });
    json_.key("plan_hours_source").text("editorial").key("plan_hours").open_array();
    for (const int hours : {0, 1, 2, 4, 8, 16, 40}) json_.integer(hours);
    json_.close_array().close_object();
  }

  void write(const GeneratedPlan& plan) {
    json_.key("plan").open_object().key("source").text("editorial");
    if (plan.when) json_.key("when").text(to_text(*plan.when));
    json_.key("hours").open_object().key("question").text(plan.question).key("percent").integer(plan.percent);
    json_.key("least").integer(plan.least).key("usual").integer(plan.usual).key("most").integer(plan.most);
    json_.key("first_week").integer(plan.first_week).close_object();
    json_.key("weeks").integer(plan.weeks).key("steps_a_week").integer(plan.steps_a_week);
    json_.key("programmes").open_object().key("most").integer(plan.programmes).key("apply").integer(plan.apply);
    json_.key("ask").integer(plan.ask).key("check").integer(plan.check).close_object();
    if (pack_.refresh) {
      json_.key("refreshes_serve").open_array();
      for (const GeneratedNeed& need : pack_.needs) json_.text(need.id);
      json_.close_array();
    }
    list("actions", plan.actions, [&](const GeneratedAction& action) {
      json_.key("id").text(action.id).key("need").text(action.need).key("hours").integer(action.hours);
      if (action.for_anyone) json_.key("for_anyone").boolean(true);
      if (action.before_applying) json_.key("before_applying").boolean(true);
      if (action.when) json_.key("when").text(to_text(*action.when));
      json_.key("source").text("editorial");
    });
    json_.close_object();
  }

  void write(const GeneratedProgramme& programme) {
    json_.key("id").text(programme.id);
    strengths("supports", programme.supports);
    list("must", programme.must, [&](const GeneratedCriterion& must) {
      json_.key("id").text(must.id);
      switch (must.form) {
        case CriterionForm::rule: json_.key("rule").text(to_text(must.rule)); break;
        case CriterionForm::provider_checks: json_.key("provider_checks").boolean(true); break;
        case CriterionForm::unstated: json_.key("unstated").boolean(true); break;
      }
    });
    list("prefer", programme.prefer, [&](const GeneratedCriterion& prefer) {
      json_.key("id").text(prefer.id).key("rule").text(to_text(prefer.rule)).key("points").integer(prefer.points);
    });
    json_.key("intake").text(programme.intake);
    if (!programme.last_seen.empty()) json_.key("last_seen").text(programme.last_seen);
    if (!programme.cohorts.empty())
      list("cohorts", programme.cohorts, [&](const GeneratedCohort& cohort) {
        json_.key("id").text(cohort.id);
        if (!cohort.opens.empty()) json_.key("opens").text(cohort.opens);
        if (!cohort.closes.empty()) json_.key("closes").text(cohort.closes);
        json_.key("starts").text(cohort.starts);
      });
    json_.key("instead").open_array();
    for (const std::string& other : programme.instead) json_.text(other);
    json_.close_array().key("checked").text("2026-01-10").key("sources").open_array().open_object();
    json_.key("link").text("https://example.org/").key("kind").text("provider").close_object().close_array();
  }

  const GeneratedPack& pack_;
  JsonWriter json_;
};

}  // namespace

std::string to_text(const Rule& rule) {
  std::string text;
  std::size_t part = 0;
  for (const char c : rule.text) {
    if (c == '@') text += to_text(rule.parts[part++]);
    else text += c;
  }
  return text;
}

GeneratedPack draw_pack(Draw& draw, int size, Numbers numbers) { return PackMaker(draw, size, numbers).run(); }

std::vector<GeneratedPack> simpler_packs(const GeneratedPack& pack) { return Simplifier(pack).run(); }

std::string to_bundle(const GeneratedPack& pack) { return BundleText(pack).run(); }

}  // namespace waymark::testing
