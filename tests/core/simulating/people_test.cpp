#include "simulating/people.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <vector>

#include "simulating/simulate.h"
#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

constexpr int many = 20'000;

template <typename Counts>
double share_of(const char* question, Counts counts) {
  const Model& model = small_model();
  Random random(1);
  const std::uint32_t index = index_of(model.questions, question);
  int count = 0;
  for (int i = 0; i < many; ++i) count += counts(draw_person(model, random).of_question[index]) ? 1 : 0;
  return static_cast<double>(count) / many;
}

bool is_near(double share, double expected) { return std::abs(share - expected) < 0.015; }

}  // namespace

TEST_CASE("the generator gives the published numbers of SplitMix64") {
  // The reference's first outputs for the seed 1234567.
  Random random(1234567);
  CHECK(random.next() == 6457827717110365317U);
  CHECK(random.next() == 3203168211198807973U);
  CHECK(random.next() == 9817491932198370423U);
}

TEST_CASE("people answer as often as the pack says") {
  CHECK(is_near(share_of("work", [](const Answer& a) { return std::get<ChosenOption>(a).option == 1; }), 0.75));
  CHECK(is_near(share_of("care_help", [](const Answer& a) { return std::get<bool>(a); }), 0.4));
  CHECK(is_near(share_of("hours", [](const Answer& a) { return std::get<std::int64_t>(a) >= 20; }), 0.75));
  CHECK(is_near(share_of("hours", [](const Answer& a) { return std::get<std::int64_t>(a) == 40; }), 0.75 / 21));
  const auto chose = [](std::uint32_t option) {
    return [option](const Answer& a) {
      const auto& options = std::get<ChosenOptions>(a).options;
      return std::find(options.begin(), options.end(), option) != options.end();
    };
  };
  CHECK(is_near(share_of("reasons", chose(0)), 0.7));
  CHECK(is_near(share_of("reasons", chose(2)), 0.05));
  CHECK(is_near(share_of("sure", [](const Answer& a) { return std::get<std::int64_t>(a) == 5; }), 0.2));
}

TEST_CASE("the same seed draws the same people, within each question's answers") {
  const Model& model = small_model();
  Random one(99);
  Random other(99);
  for (int i = 0; i < 200; ++i) {
    const Answers person = draw_person(model, one);
    const Answers same = draw_person(model, other);
    const std::size_t pay = index_of(model.questions, "pay");
    CHECK(std::get<double>(person.of_question[pay]) == std::get<double>(same.of_question[pay]));
    CHECK(std::get<double>(person.of_question[pay]) >= 0);
    CHECK(std::get<double>(person.of_question[pay]) <= 99.5);
    const auto& topics = std::get<PickedTopics>(person.of_question[index_of(model.questions, "topics")]).picked;
    CHECK(topics.size() <= 3);
    for (std::size_t t = 1; t < topics.size(); ++t) CHECK(topics[t - 1].topic < topics[t].topic);
  }
}

TEST_CASE("a simulation is the same however it is shared out") {
  SimulationOptions options;
  options.today = midsummer;
  options.people = 25;
  options.seed = 5;
  const auto one = simulate(small_model(), options);
  options.jobs = 3;
  const auto three = simulate(small_model(), options);
  REQUIRE(one);
  REQUIRE(three);
  CHECK(one->quick.asked == three->quick.asked);
  CHECK(one->random_order.same_first_three == three->random_order.same_first_three);
  CHECK(one->none.same_band == three->none.same_band);
  CHECK(one->full.same_first_three == 25);
  CHECK(one->full.same_band == std::vector<std::uint64_t>(3, 25));
  for (std::size_t i = 0; i < 25; ++i) {
    CHECK(one->none.asked[i] == 0);
    CHECK(one->quick.asked[i] <= one->full.asked[i]);
    CHECK(one->quick_half.asked[i] <= one->full.asked[i] / 2);
    CHECK(one->random_order.asked[i] <= one->quick.asked[i]);
  }
  CHECK(one->quick.same_first_three > one->none.same_first_three);
}

TEST_CASE("where every interview ends at a notice there is nothing to simulate") {
  const Model model =
      model_of(edited(small_pack(), "pack.json", R"("when": "role == 'student'")", R"("when": "true")"));
  SimulationOptions options;
  options.today = midsummer;
  options.people = 2;
  CHECK(!simulate(model, options));
}
