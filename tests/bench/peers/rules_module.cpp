// The evaluator of rules as a module of its own, for the bench alone: the module that is shipped has no function for
// rules without an assessment around them. Built with the same options for the same files.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <vector>

#include "rule_judge.h"

namespace {

using namespace waymark;
using namespace waymark::bench;

std::unique_ptr<RuleJudge> judge;
std::vector<Answers> people;
std::vector<std::uint8_t> truths;

RuleJudge::Level level_of(std::uint32_t completed) {
  return completed == 0 ? RuleJudge::Level::three_valued : RuleJudge::Level::completed;
}

}  // namespace

extern "C" {

unsigned char* rules_allocate(std::size_t size) { return static_cast<unsigned char*>(std::malloc(size)); }

void rules_release(unsigned char* room) { std::free(room); }

void rules_open(const char* compiled, std::size_t size) {
  judge = std::make_unique<RuleJudge>(open_or_stop({compiled, size}));
}

void rules_add_person(const char* answers, std::size_t size) {
  people.push_back(read_or_stop({answers, size}, judge->model()));
  truths.resize(people.size() * judge->model().programmes.size());
}

/// Judges all who were added.
void rules_judge_all(std::uint32_t completed) {
  std::uint8_t* next = truths.data();
  for (const Answers& person : people) {
    judge->judge(person, level_of(completed), next);
    next += judge->model().programmes.size();
  }
}

/// Judges one person by their answers as JSON; the truths stand first.
void rules_judge_one(const char* answers, std::size_t size, std::uint32_t completed) {
  judge->judge(read_or_stop({answers, size}, judge->model()), level_of(completed), truths.data());
}

const std::uint8_t* rules_truths() { return truths.data(); }
}
