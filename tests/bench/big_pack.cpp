#include "big_pack.h"

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "simulating/people.h"

namespace waymark::bench {
namespace {

constexpr std::size_t places = 12;
constexpr std::size_t fields = 6;
constexpr std::size_t reasons = 6;
constexpr std::size_t areas = 6;

std::string numbered(std::string_view name, std::size_t number) {
  return std::string(name) + "_" + std::to_string(number);
}

/// `["p0","p1", ...]`, or with single quotes as rules have them.
std::string options(char letter, std::size_t count, char quote = '"', std::size_t from = 0) {
  std::string list;
  for (std::size_t i = from; i < from + count; ++i)
    list += (list.empty() ? "" : ",") + std::string(1, quote) + letter + std::to_string(i) + quote;
  return "[" + list + "]";
}

/// Things of a list with commas between them.
class List {
 public:
  void add(std::initializer_list<std::string_view> parts) {
    if (!text_.empty()) text_ += ",";
    for (const std::string_view part : parts) text_ += part;
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// Eight questions that belong together, told apart by a number. Each block is a section.
constexpr std::size_t block_size = 8;

void add_block(std::size_t block, List& questions, List& derived) {
  const std::string n = "_" + std::to_string(block);
  const std::string in = R"(","section":"s)" + std::to_string(block) + R"(","kind":")";
  questions.add({R"({"id":"place)", n, in, R"(one","options":)", options('p', places), R"(,"if_not_asked":""})"});
  questions.add({R"({"id":"left)", n, in, R"(since","if_not_asked":0})"});
  questions.add({R"({"id":"why)", n, in, R"(many","options":)", options('w', reasons), R"(,"if_not_asked":[]})"});
  questions.add({R"({"id":"field)", n, in, R"(one","options":)", options('f', fields), R"(,"if_not_asked":""})"});
  questions.add({R"({"id":"moves)", n, in, R"(yes_no","if_not_asked":false})"});
  questions.add({R"({"id":"next)", n, in, R"(one","options":)", options('f', fields), R"(,"ask_if":"moves)", n,
                 R"(","if_not_asked":""})"});
  questions.add({R"({"id":"hours)", n, in, R"(number","min":0,"max":60,"if_not_asked":0,"changeable":true})"});
  questions.add({R"({"id":"sure)", n, in, R"(scale","points":5,"if_not_asked":5})"});
  derived.add({R"({"id":"cares)", n, R"(","rule":"'w0' in why)", n, R"( || 'w1' in why)", n, R"("})"});
  derived.add({R"({"id":"going_to)", n, R"(","rule":"moves)", n, R"( ? next)", n, R"( : field)", n, R"("})"});
}

std::string needs(std::size_t blocks) {
  List all;
  for (std::size_t area = 0; area < areas; ++area) {
    List items;
    for (std::size_t block = 0; block < blocks; ++block)
      if (block % areas == area || blocks < areas)
        items.add({R"({"question":"sure_)", std::to_string(block), R"(","weight":1,"need":[10000,7500,5000,2500,0]})"});
    all.add({R"({"id":"area-)", std::to_string(area), R"(","source":"editorial","items":[)", items.text(),
             R"(],"bands":[{"id":"strong","from":0},{"id":"some","from":3334},{"id":"priority","from":6667}]})"});
  }
  return all.text();
}

std::string supports() {
  List all;
  for (std::size_t area = 0; area < areas; ++area)
    all.add({R"({"id":"help-)", std::to_string(area), R"(","helps":{"area-)", std::to_string(area), R"(":8000,"area-)",
             std::to_string((area + 1) % areas), R"(":4000}})"});
  return all.text();
}

std::string programme(std::size_t number, std::size_t blocks, Random& draws) {
  const std::size_t one = draws.below(blocks);
  const std::size_t other = draws.below(blocks);
  List must;
  must.add({R"({"id":"returner","rule":"role == 'returner'"})"});
  if (draws.below(3) != 0)
    must.add({R"({"id":"area","rule":")", numbered("place", one), " in ",
              options('p', 2 + draws.below(5), '\'', draws.below(6)), R"("})"});
  if (draws.below(3) != 0)
    must.add({R"({"id":"away","rule":")", numbered("left", one),
              " + months_to_start >= ", std::to_string(12 * (1 + draws.below(3))), R"("})"});
  if (draws.below(3) == 0)
    must.add({R"({"id":"cares","rule":")", numbered("cares", one), " || 'w3' in ", numbered("why", one), R"("})"});
  if (draws.below(2) == 0)
    must.add({R"({"id":"field","rule":")", numbered("going_to", other), " in ",
              options('f', 1 + draws.below(3), '\'', draws.below(3)), R"("})"});
  if (draws.below(4) == 0) must.add({R"({"id":"terms","provider_checks":true})"});
  if (draws.below(10) == 0) must.add({R"({"id":"not-said","unstated":true})"});
  List prefer;
  prefer.add({R"({"id":"hours","rule":")", numbered("hours", other), R"( >= 16","points":500})"});
  const std::string digits = std::to_string(100'000 + number);
  const std::string intake =
      draws.below(4) == 0
          ? R"("cohorts","cohorts":[{"id":"spring","opens":"2026-10","closes":"2027-01","starts":"2027-03"}])"
          : R"("rolling","last_seen":"2026-03-01")";
  const std::string help = std::to_string(draws.below(areas));
  return R"({"id":"programme-)" + digits + R"(","link":"https://example.org/","supports":{"help-)" + help +
         R"(":8000},"must":[)" + must.text() + R"(],"prefer":[)" + prefer.text() + R"(],"intake":)" + intake +
         R"(,"checked":"2026-11-22","sources":[{"link":"https://example.org/","date":"2026","kind":"provider"}]})";
}

}  // namespace

std::string big_bundle(std::size_t questions, std::size_t programmes) {
  const std::size_t blocks = (questions - 1) / block_size;
  const std::size_t left_over = questions - 1 - blocks * block_size;
  List sections;
  List asked;
  List derived;
  List notices;
  sections.add({R"({"id":"start"})"});
  asked.add({R"({"id":"role","section":"start","kind":"one","options":["returner","student"],"declinable":false})"});
  for (std::size_t i = 0; i < left_over; ++i) {
    asked.add({R"({"id":"extra_)", std::to_string(i), R"(","section":"start","kind":"yes_no"})"});
    notices.add({R"({"id":"extra-)", std::to_string(i), R"(","when":"extra_)", std::to_string(i), R"("})"});
  }
  for (std::size_t block = 0; block < blocks; ++block) {
    const std::string n = std::to_string(block);
    sections.add({R"({"id":"s)", n, R"(","ask_if":"role == 'returner'"})"});
    add_block(block, asked, derived);
    // So that every answer is of use, whichever programmes there are.
    notices.add({R"({"id":"about-)", n, R"(","when":"place_)", n, " == 'p0' && left_", n, " >= 24 && cares_", n,
                 " && going_to_", n, " == 'f0' && hours_", n, R"( < 10"})"});
  }
  List all;
  Random draws(programmes);
  for (std::size_t number = 0; number < programmes; ++number) all.add({programme(number, blocks, draws)});
  return R"({"pack":{"id":"big","version":1,"published":"2026-11-22","languages":["en"],"settings":{"stale_after":18},)"
         R"("sections":[)" +
         sections.text() + R"(],"notices":[)" + notices.text() + R"(]},"questions":[)" + asked.text() +
         R"(],"derived":[)" + derived.text() + R"(],"needs":[)" + needs(blocks) +
         R"(],"supports":{"source":"editorial","supports":[)" + supports() + R"(]},"topics":[],"programmes":[)" +
         all.text() + "]}";
}

}  // namespace waymark::bench
