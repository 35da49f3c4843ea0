#include "model/limits.h"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <sstream>
#include <string>

#include "rules/type_check.h"
#include "settling/completion.h"
#include "support/packs.h"
#include "support/rules.h"
#include "support/saves.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Lines = std::vector<std::string>;

/// The partial pack with another budget.
Model partial_with(const std::string& budget) {
  return model_of(edited(read_pack_texts("partial"), "pack.json", R"("completion_budget": 20)", budget));
}

const Reason& reason_of(const Model& model, const Assessment& assessment, std::string_view programme) {
  return programme_of(model, assessment, programme).must_reasons[0];
}

std::string trimmed(const std::string& cell) {
  const std::size_t first = cell.find_first_not_of(' ');
  return first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1);
}

/// The numbers of the tables for authors, by what they limit.
std::map<std::string, std::string> documented() {
  std::istringstream text(read_text(WAYMARK_QUESTIONNAIRES "/LIMITS.md"));
  std::map<std::string, std::string> numbers;
  for (std::string line; std::getline(text, line);) {
    std::istringstream cells(line);
    std::string before, what, number;
    std::getline(cells, before, '|');
    if (!std::getline(cells, what, '|') || !std::getline(cells, number, '|')) continue;
    std::erase(number, ',');
    if (trimmed(number).find_first_not_of("0123456789") == std::string::npos) numbers[trimmed(what)] = trimmed(number);
  }
  return numbers;
}

}  // namespace

TEST_CASE("the table for authors gives the numbers that are enforced") {
  const auto numbers = documented();
  const std::map<std::string, std::size_t> enforced = {
      {"A file", largest_json >> 20},
      {"A questionnaire on the page", largest_model >> 20},
      {"Answers on the page", largest_request >> 20},
      {"A line of answers, on the command line", longest_line >> 20},
      {"A save file", largest_save >> 10},
      {"Lists and objects inside each other", deepest_json},
      {"Members of an object", most_members},
      {"Elements of a list", most_elements},
      {"Messages at once", most_diagnostics},
      {"Lines of answers worked on at once", most_jobs},
      {"Text of a rule", longest_rule},
      {"Operations inside each other", deepest_rule},
      {"Derived values that hang on each other", deepest_derived},
      {"Elements of a list that a rule makes", most_list_elements},
      {"Steps of a rule", most_steps},
      {"Steps of all rules of a pack together", most_pack_steps},
      {"Sets of answers tried to settle a rule", usual_completion_budget},
      {"The same, where a pack sets it", most_completion_budget},
      {"Steps to settle all truths of a person", most_settling_steps},
      {"Steps to find what would settle verdicts", most_advice_steps},
      {"Questions named as settling a verdict", most_settled_by},
      {"Kinds of answers of one question tried for that", most_settling_classes},
      {"Programmes that the quick check looks at", most_contenders},
      {"Answers that the quick check supposes", most_look_ahead_work},
      {"Steps of the quick check", most_look_ahead_steps},
      {"Sets of answers tried for that", most_settling_trials},
      {"Sets of questions looked at for that", most_settling_sets},
      {"Weeks of a plan", most_plan_weeks},
      {"Steps of a week", most_week_steps},
      {"Hours of a week", most_week_hours},
      {"Hours of a step", most_step_hours},
      {"Programmes of a plan", most_plan_programmes},
      {"Actions of a pack", most_actions},
      {"Sets of changes named for a programme", most_openings},
      {"Changes in one of them", most_changes},
      {"Steps to find them", most_opening_steps},
      {"Other answers to one question tried for them", most_other_answers},
      {"Changes tried for them", most_opening_trials},
      {"Steps to prove one thing", most_reaching_steps},
      {"Kinds of answers of one question tried for it", most_reaching_classes},
      {"Sums of needs tried for bands", most_reaching_sums},
      {"Musts named as never met together", most_excluding_musts},
      {"Questions of a pack", most_questions},
      {"Ways in which rules hang on each other", most_dependencies},
      {"Questions asked because of others, in a row", deepest_gates},
  };
  for (const auto& [what, number] : enforced) {
    INFO(what);
    REQUIRE(numbers.contains(what));
    CHECK(numbers.at(what) == std::to_string(number));
  }
  CHECK(numbers.size() == enforced.size());
}

TEST_CASE("a save file has 256 KiB at most, and none that is larger is written") {
  const std::string whole = encoded(R"({"role": "returner"})", small_model());
  const std::string largest = whole + std::string(largest_save - whole.size(), ' ');
  CHECK(decoded(largest, small_model()).saved);
  const Decoded refused = decoded(largest + " ", small_model());
  CHECK_FALSE(refused.saved);
  CHECK(lines_of(refused.diagnostics) ==
        Lines{"save.json:1:1: error: the file is larger than 256 KiB, as no save file is; choose a file that this tool "
              "saved [too_large]"});

  const auto written_with = [](std::size_t length) {
    std::string options = R"(["a")";
    for (std::size_t i = 0; i < length / 64; ++i)
      options += ",\"" + std::string(58, 'o') + std::to_string(100'000 + i) + "\"";
    const Model model = bare_model(R"({"id":"q","section":"all","kind":"many","options":)" + options + "]}");
    const std::vector<SourceText> none;
    Reporter reporter(none);
    const auto text = encode(answers_of(model, R"({"q": ["a"]})"), model, midsummer, reporter);
    if (text) return Lines{decoded(*text, model).saved ? "written and read" : "written and refused"};
    return lines_of(reporter.so_far());
  };
  CHECK(written_with(largest_save - 16'384) == Lines{"written and read"});
  CHECK(written_with(largest_save) ==
        Lines{"error: these answers take more than 256 KiB, too much for a save file; ask less, or use shorter ids "
              "[too_large]"});
}

TEST_CASE("derived values hang on each other 32 deep at most") {
  const auto chain = [](std::uint32_t depth) {
    std::string derived = R"([{ "id": "going_to", "rule": "target == 'new' ? target_field : field" })";
    for (std::uint32_t i = 1; i < depth; ++i)
      derived += ", { \"id\": \"d" + std::to_string(i) + "\", \"rule\": \"" +
                 (i == 1 ? "going_to" : "d" + std::to_string(i - 1)) + "\" }";
    return lines_of(open_texts(edited(small_pack(), "derived.json", "", derived + "]")).diagnostics);
  };
  CHECK(chain(deepest_derived) == Lines{});
  REQUIRE(chain(deepest_derived + 1).size() == 1);
  CHECK(chain(deepest_derived + 1)[0].ends_with(
      "error: derived values hang on each other more than 32 deep [rule_too_large]"));
}

TEST_CASE("a pack asks no more than a thousand questions, and a hundred in a row because of others") {
  const auto chain = [](std::uint32_t count, bool gated) {
    std::string questions;
    for (std::uint32_t i = 0; i < count; ++i)
      questions += ",\n{ \"id\": \"z" + std::to_string(i) + "\", \"section\": \"skills\", \"kind\": \"yes_no\"" +
                   (gated && i > 0 ? ", \"ask_if\": \"z" + std::to_string(i - 1) + "\"" : "") +
                   ", \"if_not_asked\": false }";
    std::string rule = "z0";
    for (std::uint32_t i = 1; i < count; ++i)
      rule = i % 50 == 0 ? "(" + rule + ") || z" + std::to_string(i) : rule + " || z" + std::to_string(i);
    PackTexts texts = edited(small_pack(), "questions.json", "\n]", questions + "]");
    texts.erase("interview.json");
    texts = edited(texts, "programmes/hotel-either.json", "region == 'north' || role == 'employer'", rule);
    Lines lines;
    for (const std::string& line : lines_of(open_texts(texts).diagnostics))
      if (line.find("needs the member") == std::string::npos) lines.push_back(line.substr(line.find("error")));
    return lines;
  };
  const auto own = static_cast<std::uint32_t>(small_model().questions.size());
  CHECK(chain(most_questions - own, false) == Lines{});
  CHECK(chain(most_questions - own + 1, false) == Lines{"error: the pack asks more than 1000 questions [too_large]"});
  CHECK(chain(deepest_gates, true) == Lines{});  // the section's gate is the first
  CHECK(chain(deepest_gates + 1, true) ==
        Lines{"error: more than 100 questions in a row are asked because of others [rule_too_large]"});
}

TEST_CASE("a rule of a pack makes no list of more than ten thousand elements") {
  const auto faults_with = [](std::uint32_t elements) {
    RuleType slot = RuleType::of(TypeKind::list);
    slot.element = TypeKind::integer;
    slot.most = elements;
    NameTable names;
    names.declare("many", 0);
    std::vector<RuleFault> faults;
    const Expression expression = parse_rule("size(many + many) > 0", names, faults);
    (void)check_types(expression, {&slot, 1}, faults);
    return show(faults);
  };
  CHECK(faults_with(most_list_elements / 2) == Lines{});
  CHECK(faults_with(most_list_elements / 2 + 1) == Lines{"5-16 rule_may_fail: the joined list may grow too long"});
}

TEST_CASE("all rules of a pack together take no more than two million steps") {
  const PackTexts texts = [] {
    PackTexts made = small_pack();
    const std::string rule =
        "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].all(a, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].all(b, "
        "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].exists(c, c == b || a == b) && hours < 90))";
    std::string musts;
    std::string words;
    for (int i = 0; i < 600; ++i) {
      const std::string id = "m" + std::to_string(i);
      musts += (i > 0 ? ", " : "") + std::string(R"({ "id": ")") + id + R"(", "rule": ")" + rule + "\" }";
      words += (i > 0 ? ", " : "") + ("\"" + id + "\": \"Words\"");
    }
    made = edited(made, "programmes/hotel-either.json",
                  R"({ "id": "either", "rule": "region == 'north' || role == 'employer'" })", musts);
    return edited(made, "texts/en/programmes.json", R"("either": "Either")", words);
  }();
  CHECK(
      lines_of(open_texts(texts).diagnostics) ==
      Lines{"pack.json:1:1: error: evaluating all rules once could take more than 2000000 steps, too many for a cheap "
            "phone; use fewer rules, shorter lists, or fewer macros [too_large]"});
}

TEST_CASE("unchecked evaluation stops where texts or lists grow too large, or it takes too long") {
  Bindings bindings;
  const std::string text(60'000, 'x');
  bindings.bind("text", Value::of(std::string_view(text)));
  const std::vector<Value> items(60'000, Value::of(std::int64_t{1}));
  bindings.bind("items", Value::of(std::span<const Value>(items)));
  CHECK(bindings("size(text) == 60000") == "true");
  CHECK(bindings("text + text") == R"({"error":"the evaluation grows too large"})");
  CHECK(bindings("items + items") == R"({"error":"the evaluation grows too large"})");
  CHECK(bindings("items.all(x, items.all(y, y == 1))") == R"({"error":"the evaluation grows too large"})");
}

TEST_CASE("a pack sets its budget for completion within bounds") {
  CHECK(lines_of(open_texts(edited(small_pack(), "pack.json", R"("stale_after": 18)",
                                   R"("stale_after": 18, "completion_budget": 100001)"))
                     .diagnostics) == Lines{"pack.json:6:57: error: 100001 is not within 0 to 100000 [out_of_range]"});
  CHECK(small_model().completion_budget == usual_completion_budget);
}

TEST_CASE("a pack lists no more than two hundred actions") {
  const auto faults_with = [](std::size_t count) {
    std::string actions;
    std::string words;
    for (std::size_t i = 4; i < count; ++i) {
      const std::string id = "a" + std::to_string(i);
      actions += R"({ "id": ")" + id + R"(", "need": "skills", "hours": 1, "source": "editorial" }, )";
      words += "\"" + id + R"(": {"title": "Do", "how": "It."}, )";
    }
    PackTexts texts = edited(small_pack(), "plan.json", R"("actions": [)", R"("actions": [)" + actions);
    texts = edited(texts, "texts/en/plan.json", R"("actions": {)", R"("actions": {)" + words);
    return lines_of(open_texts(texts).diagnostics);
  };
  CHECK(faults_with(most_actions) == Lines{});
  REQUIRE(faults_with(most_actions + 1).size() == 1);
  CHECK(faults_with(most_actions + 1)[0].ends_with("error: a plan has more than 200 actions [too_large]"));
}

TEST_CASE("a truth that takes more sets of answers than the budget stays unknown and says so") {
  // size(ways) over five ways has 32 classes, all of them at least 0
  for (const auto& [budget, how] : {std::pair{31, SettledHow::over_budget}, std::pair{32, SettledHow::by_completion}}) {
    INFO(budget);
    const Model model = partial_with("\"completion_budget\": " + std::to_string(budget));
    const Assessment assessment = assess_text(model, R"({"role": "returner"})");
    CHECK(reason_of(model, assessment, "too-many-ways").how == how);
    CHECK(programme_of(model, assessment, "too-many-ways").over_budget == (how == SettledHow::over_budget));
    CHECK(programme_of(model, assessment, "too-many-ways").by_completion == (how == SettledHow::by_completion));
  }
  const Model none = partial_with("\"completion_budget\": 0");
  CHECK(reason_of(none, assess_text(none, R"({"role": "returner", "hours": 20})"), "enough-time").how ==
        SettledHow::over_budget);
}

TEST_CASE("settling draws on what one person may take, and stops when that is spent") {
  const Model model = partial_with("\"completion_budget\": 1000");
  const Answers answers = answers_of(model, R"({"role": "returner", "hours": 20})");
  const Programme& programme = model.programmes[index_of(model.programmes, "enough-time")];
  const Rule& rule = programme.must[0].rule;
  const auto settled_with = [&](Effort effort) {
    Workspace workspace;
    Circumstances circumstances = worked_out(model, answers, workspace);
    const Value kept = evaluate(rule.expression, circumstances.slots, workspace);
    const Settlement settlement = settle(model, rule, kept, circumstances, workspace, effort);
    return std::pair{settlement.how, effort.left};
  };
  CHECK(settled_with({0}) == std::pair{SettledHow::over_budget, std::uint64_t{0}});
  const auto [how, left] = settled_with({1'000});
  CHECK(how == SettledHow::by_completion);
  CHECK(left < 1'000);
  CHECK(left > 900);
}
