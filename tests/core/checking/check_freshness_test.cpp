#include "checking/check_freshness.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Lines = std::vector<std::string>;

Lines lines(const PackTexts& texts, const std::optional<Date>& today) {
  const OpenedPack opened = open_texts(texts, today);
  CHECK(opened.model.has_value());
  return lines_of(opened.diagnostics);
}

/// The small pack with only two programmes.
PackTexts two_programmes() {
  PackTexts texts = small_pack();
  for (const std::string& id :
       Lines{"charlie-ended", "delta-unstated", "echo-advice", "foxtrot-several", "golf-coding"})
    texts.erase("programmes/" + id + ".json");
  std::erase_if(texts, [](const auto& file) { return file.first.starts_with("texts/"); });
  // what the others used stays used
  texts["pack.json"] =
      replaced(texts.at("pack.json"), "away_since >= 60", "away_since >= 60 || pay > 99.0 || care_help");
  texts["programmes/hotel-either.json"] =
      replaced(texts.at("programmes/hotel-either.json"), "2026-01-10", "2027-01-01");
  texts["programmes/alpha-placement.json"] =
      replaced(texts.at("programmes/alpha-placement.json"), "2026-01-10", "2027-01-01");
  return texts;
}

const std::string due =
    "programmes/bravo-cohorts.json:15:14: warning: \"bravo-cohorts\" was last checked on 2026-01-10; look at its "
    "sources "
    "again and write the new date [check_due]";
const std::string over =
    "programmes/bravo-cohorts.json:8:13: warning: all cohorts of \"bravo-cohorts\" are over; add the next one, or say "
    "when it \"ended\" [cohorts_over]";

}  // namespace

TEST_CASE("an entry is due for checking after twelve calendar months") {
  CHECK(lines(two_programmes(), Date{2026, 12, 31}) == Lines{});
  CHECK(lines(two_programmes(), Date{2027, 1, 1}) == Lines{due});
}

TEST_CASE("cohorts are over on the day after the last one closes") {
  CHECK(lines(two_programmes(), Date{2027, 3, 1}) == Lines{due});
  CHECK(lines(two_programmes(), Date{2027, 3, 2}) == Lines{due, over});
}

TEST_CASE("cohorts that ended are not asked for again") {
  const PackTexts ended =
      edited(two_programmes(), "programmes/bravo-cohorts.json", R"("checked": )", R"("ended": "2027-03", "checked": )");
  const Lines found = lines(ended, Date{2027, 3, 2});
  REQUIRE(found.size() == 1);
  CHECK(found[0].ends_with("[check_due]"));
}

TEST_CASE("without a date nothing is old") { CHECK(lines(two_programmes(), std::nullopt) == Lines{}); }
