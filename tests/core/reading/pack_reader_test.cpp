#include "reading/pack_reader.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/packs.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

struct Read {
  Pack pack;
  std::vector<std::string> lines;
};

Read read(const PackTexts& texts) {
  const PackSources sources = sources_of(texts);
  Reporter reporter(sources.sources);
  Read result;
  result.pack = read_pack(sources.files, reporter);
  result.lines = lines_of(reporter.take());
  return result;
}

}  // namespace

TEST_CASE("a file's place in the folder says which part it is") {
  struct Case {
    std::string_view path;
    PackPart part;
    std::string_view language;
  };
  for (const Case& one :
       {Case{"pack.json", PackPart::pack, ""}, Case{"questions.json", PackPart::questions, ""},
        Case{"derived.json", PackPart::derived, ""}, Case{"needs.json", PackPart::needs, ""},
        Case{"supports.json", PackPart::supports, ""}, Case{"bundle.json", PackPart::bundle, ""},
        Case{"topics/x.json", PackPart::topics, ""}, Case{"programmes/x.json", PackPart::programme, ""},
        Case{"texts/en/x.json", PackPart::texts, "en"}, Case{"texts/cy/y.json", PackPart::texts, "cy"}}) {
    INFO(one.path);
    const auto file = pack_file_at(one.path);
    REQUIRE(file.has_value());
    CHECK(file->part == one.part);
    CHECK(file->language == one.language);
  }
  for (const std::string_view none : {"", "other.json", "pack.txt", "topics/x.txt", "topics/a/x.json", "texts/x.json",
                                      "texts/en/a/x.json", "Pack.json", "x/pack.json", "programmes/x", "texts/"}) {
    INFO(none);
    CHECK_FALSE(pack_file_at(none).has_value());
  }
}

TEST_CASE("all of a pack is read as its author wrote it") {
  const Read result = read(small_pack());
  CHECK(result.lines.empty());
  const Pack& pack = result.pack;
  CHECK(pack.id.value == "small");
  CHECK(pack.version == 1);
  CHECK(pack.published.value == "2026-01-15");
  CHECK(pack.stale_after == 18);
  CHECK(pack.sections.size() == 3);
  CHECK(pack.sections[1].ask_if.value().value == "role == 'returner'");
  CHECK(pack.notices.size() == 2);
  CHECK(pack.notices[0].ends);
  CHECK(pack.notices[1].section.value().value == "you");
  REQUIRE(pack.questions.size() == 15);
  CHECK(pack.questions[6].lowest.value == 0);
  CHECK(pack.questions[6].highest.value == 40);
  CHECK(pack.questions[6].changeable);
  CHECK(pack.questions[7].decimals);
  CHECK(pack.questions[8].points == 5);
  CHECK(pack.questions[14].most_topics == 3);
  CHECK(pack.questions[14].aspects[1].points == 3);
  CHECK(pack.derived.size() == 1);
  REQUIRE(pack.needs.size() == 3);
  CHECK(pack.needs[0].items[0].need.by_point == std::vector<std::optional<std::int32_t>>{10000, 7500, 5000, 2500, 0});
  CHECK(pack.needs[0].items[1].need.by_option[2].second == std::nullopt);
  CHECK(pack.needs[2].items[0].need.by_point[1] == std::nullopt);
  CHECK(pack.supports.size() == 3);
  CHECK(pack.groups.size() == 2);
  CHECK(pack.groups[0].topics[0].changes == 1);
  REQUIRE(pack.programmes.size() == 8);
  CHECK(pack.programmes[0].must[3].provider_checks);
  CHECK(pack.programmes[1].cohorts.size() == 3);
  CHECK(pack.programmes[3].must[1].unstated);
  REQUIRE(pack.plan.has_value());
  CHECK(pack.plan->hours_question.value == "hours");
  CHECK(pack.plan->usual_hours.value == 4);
  CHECK(pack.plan->apply_hours == 3);
  CHECK(pack.plan->actions.size() == 4);
  CHECK(pack.plan->actions[2].has_link);
  CHECK(pack.texts.size() == 1);
  CHECK(pack.texts[0].files.size() == 7);
}

TEST_CASE("what is optional may be left out") {
  PackTexts texts = small_pack();
  texts.erase("derived.json");
  CHECK(read(texts).lines.empty());
  CHECK(
      read(edited(small_pack(), "programmes/alpha-placement.json", "  \"link\": \"https://example.org/alpha\",\n", ""))
          .lines.empty());
  CHECK(read(edited(small_pack(), "topics/building.json", ",\n      \"tags\": [\"ESCO: masonry\"]", "")).lines.empty());
}

TEST_CASE("a date may leave out its day and month") {
  const std::vector<SourceText> sources = {{"f", "\"x\""}};
  Reporter reporter(sources);
  CHECK(read_date({"2025-10", {0, 0}}, reporter) == Date{2025, 10, 1});
  CHECK(reporter.so_far().empty());
  CHECK_FALSE(read_date({"soon", {0, 0}}, reporter).has_value());
  CHECK(lines_of(reporter.take()) ==
        std::vector<std::string>{
            "f:1:1: error: \"soon\" is no date; write 2026-11-22, 2026-11 or 2026 [date_malformed]"});
}
