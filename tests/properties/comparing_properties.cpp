#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "comparing/compare.h"
#include "opened_case.h"
#include "writing/answers_writer.h"
#include "writing/comparison_writer.h"

using namespace waymark;
using namespace waymark::testing;
using nlohmann::json;

namespace {

/// The members of an object that are looked at.
json only(const json& object, const std::vector<std::string>& keys) {
  json some = json::object();
  for (const std::string& key : keys) some[key] = object.at(key);
  return some;
}

json by_key(const json& list, const std::string& key) {
  json map = json::object();
  for (const json& each : list) map[each.at(key).get<std::string>()] = each;
  return map;
}

json changed(const json& before, const json& after, const std::string& list, const std::string& key,
             const std::vector<std::string>& compared) {
  json changes = json::object();
  const json then = by_key(before.at(list), key);
  const json now = by_key(after.at(list), key);
  json all = then;
  all.update(now);
  for (const auto& [id, unused] : all.items()) {
    const json was = then.contains(id) ? only(then.at(id), compared) : json();
    const json is = now.contains(id) ? only(now.at(id), compared) : json();
    if (was != is) changes[id] = {{key, id}, {"before", was}, {"after", is}};
  }
  return changes;
}

template <typename Picks>
std::vector<std::string> picked(const json& assessment, std::size_t most, Picks picks) {
  std::vector<std::string> ids;
  for (const json& programme : assessment.at("programmes"))
    if (ids.size() < most && picks(programme)) ids.push_back(programme.at("id"));
  return ids;
}

json turnover(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  const auto without = [](const std::vector<std::string>& all, const std::vector<std::string>& others) {
    json rest = json::array();
    for (const std::string& id : all)
      if (std::find(others.begin(), others.end(), id) == others.end()) rest.push_back(id);
    return rest;
  };
  return {{"entered", without(after, before)}, {"left", without(before, after)}};
}

/// What differs between two assessments as they are written, with no thought.
void expect_as_written(const Model& model, const Occasion& before, const Occasion& after, const json& comparison) {
  const json then = json::parse(write_assessment(assess(model, before.answers, before.today), model, {}));
  const json now = json::parse(write_assessment(assess(model, after.answers, after.today), model, {}));
  const auto same = [&](const std::string& what, const json& told, const json& expected) {
    expect(told == expected, what, " are ", told.dump(), ", not ", expected.dump());
  };
  same("needs", by_key(comparison.at("needs"), "id"), changed(then, now, "needs", "id", {"likely", "band", "bands"}));
  same("refreshes", by_key(comparison.at("refreshes"), "topic"),
       changed(then, now, "refreshes", "topic", {"low", "high", "may_be_null", "hours", "hours_low", "hours_high"}));
  same("programmes", by_key(comparison.at("programmes"), "id"),
       changed(then, now, "programmes", "id", {"verdict", "status"}));
  const auto all_turn = [&](std::size_t most, const auto& picks) {
    return turnover(picked(then, most, picks), picked(now, most, picks));
  };
  const auto is_eligible = [](const json& programme) { return programme.at("verdict") == "eligible"; };
  const auto is_joinable = [](const json& programme) { return programme.at("status") != "closed"; };
  const auto is_first = [&](const json& programme) {
    return is_joinable(programme) && programme.at("verdict") != "not_eligible";
  };
  same("eligible ones", comparison.at("eligible"), all_turn(1'000, is_eligible));
  same("joinable ones", comparison.at("joinable"), all_turn(1'000, is_joinable));
  same("first ones", comparison.at("top"), all_turn(3, is_first));
  const json said_then = json::parse(write_answers(before.answers, model, before.today));
  const json said_now = json::parse(write_answers(after.answers, model, after.today));
  json differ = json::array();
  for (const Question& question : model.questions)
    if (said_then.contains(question.id) != said_now.contains(question.id) ||
        said_then.value(question.id, json()) != said_now.value(question.id, json()))
      differ.push_back(question.id);
  same("answers", comparison.at("answers"), differ);
}

}  // namespace

TEST_CASE("a comparison is what differs between the assessments as they are written", "[properties]") {
  check_property(200, [] {
    const OpenedCase opened = any_case();
    SaidAnswers more = opened.generated.later;
    const auto kept = *rc::gen::inRange<std::size_t>(0, opened.generated.said.size() + 1);
    more.insert(more.end(), opened.generated.said.begin(),
                opened.generated.said.begin() + static_cast<std::ptrdiff_t>(kept));
    const Date today = {2026 + *rc::gen::inRange(1, 4), *rc::gen::inRange(1, 13), 10};
    const Occasion before = {opened.answers(opened.generated.said), opened.generated.today};
    const Occasion after = {read_answers_text(opened.model, to_json(more), today).answers, today};
    for (const auto& [one, other] : {std::pair(&before, &after), std::pair(&after, &before)})
      expect_as_written(opened.model, *one, *other,
                        json::parse(write_comparison(compare(opened.model, *one, *other), opened.model, {})));
  });
}

TEST_CASE("between a person and the same person nothing changed", "[properties]") {
  check_property(100, [] {
    const OpenedCase opened = any_case();
    const Occasion occasion = {opened.answers(opened.generated.said), opened.generated.today};
    const Comparison comparison = compare(opened.model, occasion, occasion);
    expect(comparison.answers.empty() && comparison.needs.empty() && comparison.refreshes.empty() &&
               comparison.programmes.empty(),
           "something changed");
    for (const Turnover* turnover : {&comparison.eligible, &comparison.joinable, &comparison.top})
      expect(turnover->entered.empty() && turnover->left.empty(), "programmes came or went");
  });
}
