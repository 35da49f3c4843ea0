#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace waymark::testing {

/// Answers as JSON texts by question id, in the order in which they were said.
using SaidAnswers = std::vector<std::pair<std::string, std::string>>;

inline std::string to_json(const SaidAnswers& answers) {
  std::string json = "{";
  for (const auto& [question, value] : answers) {
    if (json.size() > 1) json += ", ";
    json += "\"" + question + "\": " + value;
  }
  return json + "}";
}

/// Makes up people of the small pack.
class SmallPeople {
 public:
  explicit SmallPeople(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }
  bool one_in(std::size_t count) { return below(count) == 0; }

  template <typename T>
  void shuffle(std::vector<T>& items) {
    std::shuffle(items.begin(), items.end(), random_);
  }

  /// An answer to every question, gates or not, some declined, in random order.
  SaidAnswers everything() {
    SaidAnswers all = {
        {"role", one_in(6)   ? "\"student\""
                 : one_in(6) ? "\"employer\""
                             : "\"returner\""},
        {"region", pick({"\"north\"", "\"south\"", "\"east\""})},
        {"work", pick({"\"working\"", "\"not-working\"", "\"not-working\""})},
        {"reasons",
         pick({"[]", "[\"caring\"]", "[\"health\"]", "[\"move\", \"caring\"]", "[\"caring\", \"health\", \"move\"]"})},
        {"care_help", pick({"true", "false"})},
        {"away_since", pick({"0", "7", "8", "11", "12", "59", "60", "\"2019-03\"", "720"})},
        {"hours", pick({"0", "15", "16", "17", "40"})},
        {"pay", pick({"0", "12", "12.5", "99.5"})},
        {"sure", pick({"1", "2", "3", "4", "5"})},
        {"network", pick({"\"often\"", "\"never\"", "\"does-not-apply\""})},
        {"mentor", pick({"true", "false"})},
        {"target", pick({"\"same\"", "\"new\""})},
        {"field", pick({"\"building\"", "\"coding\""})},
        {"target_field", pick({"\"building\"", "\"coding\""})},
        {"topics", topics()},
    };
    for (auto& [question, value] : all)
      if (one_in(8)) value = "null";
    shuffle(all);
    return all;
  }

  /// Some of those answers.
  SaidAnswers something() {
    SaidAnswers some = everything();
    some.resize(below(some.size() + 1));
    return some;
  }

 private:
  std::string pick(const std::vector<std::string>& values) { return values[below(values.size())]; }

  std::string topics() {
    std::vector<std::string> ids = {"bricks", "roofs", "data", "web"};
    shuffle(ids);
    ids.resize(below(4));
    std::string json = "{";
    for (const std::string& id : ids) {
      if (json.size() > 1) json += ", ";
      json += "\"" + id + "\": {";
      std::string ratings;
      if (!one_in(4)) ratings += "\"able\": " + pick({"1", "2", "3", "4", "5", "null"});
      if (!one_in(4))
        ratings += std::string(ratings.empty() ? "" : ", ") + "\"current\": " + pick({"1", "2", "3", "null"});
      json += ratings + "}";
    }
    return json + "}";
  }

  std::mt19937 random_;
};

}  // namespace waymark::testing
