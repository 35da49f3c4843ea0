// What Waymark takes, natively, for what its peers are asked to do in JavaScript.
//
// waymark_peers_bench score MODEL LINES RUNS: scores answers, one object a line, through assess() and through the
// module's own function over JSON. waymark_peers_bench rules MODEL LINES RUNS FOLDER: judges people by rules, by
// three-valued logic and with completion, and writes the truths to FOLDER. Both print what each run took as JSON.
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "abi.h"
#include "assess.h"
#include "rule_judge.h"
#include "writing/json_writer.h"

namespace {

using namespace waymark;
using namespace waymark::bench;

std::string read_file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::vector<std::string> read_lines(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// Processor time so far, in microseconds.
std::int64_t now() {
  timespec time = {};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return std::int64_t{time.tv_sec} * 1'000'000 + time.tv_nsec / 1'000;
}

/// Writes what each run takes, after one that is not counted.
template <typename Work>
void write_runs(JsonWriter& json, const char* name, int runs, Work work) {
  work();
  json.key(name).open_array();
  for (int run = 0; run < runs; ++run) {
    const std::int64_t start = now();
    work();
    json.integer(now() - start);
  }
  json.close_array();
}

void measure_scores(const std::string& compiled, const std::vector<std::string>& lines, int runs, JsonWriter& json) {
  const Model model = open_or_stop(compiled);
  std::vector<Answers> sets;
  std::vector<std::string> requests;
  for (const std::string& line : lines) {
    sets.push_back(read_or_stop(line, model));
    requests.push_back(R"({"today":")" + to_text(judging_day) + R"(","answers":)" + line + "}");
  }
  std::vector<NeedAssessment> scores;
  write_runs(json, "assess", runs, [&] {
    scores.clear();
    for (const Answers& answers : sets) scores.push_back(assess(model, answers, judging_day).needs.front());
  });
  const std::uint32_t pack = waymark_open(compiled.data(), compiled.size());
  write_runs(json, "json", runs, [&] {
    for (const std::string& request : requests) waymark_assess(pack, request.data(), request.size());
  });
  json.key("scores").open_array();
  for (const NeedAssessment& score : scores) {
    json.open_array().integer(score.range.likely.value_or(0));
    json.integer(static_cast<std::int64_t>(score.shares.size())).close_array();
  }
  json.close_array();
}

void measure_rules(const std::string& compiled, const std::vector<std::string>& lines, int runs,
                   const std::string& folder, JsonWriter& json) {
  const RuleJudge judge(open_or_stop(compiled));
  std::vector<Answers> people;
  for (const std::string& line : lines) people.push_back(read_or_stop(line, judge.model()));
  const std::size_t rules = judge.model().programmes.size();
  std::vector<std::uint8_t> truths(people.size() * rules);
  const auto measure = [&](const char* name, RuleJudge::Level level) {
    write_runs(json, name, runs, [&] {
      std::uint8_t* next = truths.data();
      for (const Answers& person : people) {
        judge.judge(person, level, next);
        next += rules;
      }
    });
    std::ofstream(folder + "/" + name + ".truths", std::ios::binary)
        .write(reinterpret_cast<const char*>(truths.data()), static_cast<std::streamsize>(truths.size()));
  };
  measure("three_valued", RuleJudge::Level::three_valued);
  measure("completed", RuleJudge::Level::completed);
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> given(arguments + 1, arguments + count);
  JsonWriter json;
  json.open_object();
  if (given.size() == 4 && given[0] == "score") {
    measure_scores(read_file(given[1]), read_lines(given[2]), std::stoi(given[3]), json);
  } else if (given.size() == 5 && given[0] == "rules") {
    measure_rules(read_file(given[1]), read_lines(given[2]), std::stoi(given[3]), given[4], json);
  } else {
    std::cerr << "usage: waymark_peers_bench score MODEL LINES RUNS | rules MODEL LINES RUNS FOLDER\n";
    return 2;
  }
  std::cout << json.close_object().take() << "\n";
  return 0;
}
