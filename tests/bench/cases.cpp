#include "cases.h"

#include <iostream>
#include <utility>

#include "big_pack.h"
#include "compiling/model_writer.h"
#include "open.h"
#include "people.h"

namespace waymark::bench {
namespace {

constexpr Date today = {2026, 11, 22};

Model open_soundly(const std::string& bundle) {
  OpenedPack opened = open_bundle({"bundle.json", bundle});
  if (opened.model) return std::move(*opened.model);
  std::cerr << to_line(opened.diagnostics.front()) << "\n";
  std::abort();
}

std::vector<Interviewed> draw_people(const Model& model, std::size_t count) {
  std::vector<Interviewed> people;
  Random random(count);
  while (people.size() < count) people.push_back(draw_interview(model, today, random));
  return people;
}

enum class Share { nothing, half, all };

std::vector<std::string> requests(const Model& model, const std::vector<Interviewed>& people, Share share,
                                  const std::string& detail, const std::string& interview = "full") {
  std::vector<std::string> texts;
  for (const Interviewed& person : people) {
    const std::size_t asked = person.asked.size();
    const std::size_t count = share == Share::nothing ? 0 : share == Share::half ? asked / 2 : asked;
    texts.push_back(R"({"today":")" + to_text(today) + R"(","interview":")" + interview + R"(","detail":)" + detail +
                    R"(,"answers":)" + first_answers(person, model, count) + "}");
  }
  return texts;
}

}  // namespace

Cases make_cases(const std::string& shipped, bool brief) {
  Cases cases;
  const std::string everything = R"("all")";
  const std::string first_ten = "10";
  const auto add_pack = [&](const std::string& name, std::string bundle) {
    cases.models.push_back(write_model(open_soundly(bundle)));
    cases.bundles.push_back(std::move(bundle));
    cases.all.push_back({"load/" + name, cases.bundles.size() - 1, {}});
  };
  const auto add = [&](const std::string& name, std::vector<std::string> texts) {
    cases.all.push_back({name, cases.bundles.size() - 1, std::move(texts)});
  };

  const Model shipped_model = open_soundly(shipped);
  const std::vector<Interviewed> people = draw_people(shipped_model, brief ? 5 : 200);
  add_pack("shipped", shipped);
  add("assess/shipped/nothing", requests(shipped_model, people, Share::nothing, everything));
  add("assess/shipped/half", requests(shipped_model, people, Share::half, everything));
  add("assess/shipped/all", requests(shipped_model, people, Share::all, everything));
  // As the page asks at every answer: nothing explained.
  add("answer/shipped/half", requests(shipped_model, people, Share::half, "0"));
  // The same, and what the quick check asks next.
  add("next-question/shipped/half", requests(shipped_model, people, Share::half, "0", "quick"));

  using Size = std::pair<std::size_t, std::size_t>;
  const std::vector<Size> sizes =
      brief ? std::vector<Size>{{50, 50}}
            : std::vector<Size>{{100, 1'000}, {1'000, 1'000}, {1'000, 3'000}, {1'000, 10'000}};
  for (const auto& [questions, programmes] : sizes) {
    const std::string name = std::to_string(questions) + "x" + std::to_string(programmes);
    // People are asked the same whatever programmes there are, and few make it quick to ask them.
    const Model big_model = open_soundly(big_bundle(questions, 1));
    const std::vector<Interviewed> some = draw_people(big_model, brief ? 1 : 5);
    add_pack(name, big_bundle(questions, programmes));
    add("assess/" + name + "/half", requests(big_model, some, Share::half, first_ten));
    if (programmes > 1'000) continue;
    add("assess/" + name + "/nothing", requests(big_model, some, Share::nothing, first_ten));
    add("assess/" + name + "/all", requests(big_model, some, Share::all, first_ten));
    // With everything explained, nearly all is looking for what would settle or change verdicts.
    add("explain-all/" + name + "/half", requests(big_model, some, Share::half, everything));
    add("next-question/" + name + "/half", requests(big_model, some, Share::half, "0", "quick"));
  }
  return cases;
}

}  // namespace waymark::bench
