#include "open.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/packs.h"
#include "support/people.h"
#include "writing/assessment_writer.h"
#include "writing/bundle_writer.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Lines = std::vector<std::string>;

std::string bundle_of(const PackTexts& texts) {
  const PackSources pack = sources_of(texts);
  Reporter reporter(pack.sources);
  return write_bundle(pack.files, reporter).pack;
}

}  // namespace

TEST_CASE("a bundle opens to the same assessments as the pack that it was made of") {
  const OpenedPack opened = open_bundle({"bundle.json", bundle_of(small_pack())});
  CHECK(lines_of(opened.diagnostics) == Lines{});
  REQUIRE(opened.model.has_value());
  SmallPeople people(7);
  for (int i = 0; i < 20; ++i) {
    const std::string json = to_json(people.something());
    INFO(json);
    CHECK(write_assessment(assess_text(*opened.model, json), *opened.model, {}) ==
          write_assessment(assess_text(small_model(), json), small_model(), {}));
  }
}

TEST_CASE("a bundle that is faulty gives diagnostics and no model") {
  CHECK(lines_of(open_bundle({"b", ""}).diagnostics).size() == 1);
  CHECK_FALSE(open_bundle({"b", ""}).model.has_value());
  CHECK(lines_of(open_bundle({"b", "[]"}).diagnostics) ==
        Lines{"b:1:1: error: this is a list, but an object is needed [wrong_type]"});
  const OpenedPack empty = open_bundle({"b", "{}"});
  CHECK_FALSE(empty.model.has_value());
  CHECK(empty.diagnostics.size() == 7);
  const std::string sound = bundle_of(small_pack());
  const OpenedPack wrong = open_bundle({"b", replaced(sound, R"("stale_after":18)", R"("stale_after":0)")});
  CHECK_FALSE(wrong.model.has_value());
  REQUIRE(wrong.diagnostics.size() == 1);
  CHECK(wrong.diagnostics[0].code == DiagnosticCode::out_of_range);
  const OpenedPack meaning = open_bundle({"b", replaced(sound, "care_help\"}", "care_hepl\"}")});
  CHECK_FALSE(meaning.model.has_value());
}

TEST_CASE("a bundle cut short anywhere is refused, and never more than refused") {
  const std::string sound = bundle_of(small_pack());
  for (std::size_t length = 0; length < sound.size(); length += 61) {
    const OpenedPack cut = open_bundle({"b", sound.substr(0, length)});
    CHECK_FALSE(cut.model.has_value());
    CHECK(has_errors(cut.diagnostics));
  }
}

TEST_CASE("meaning is not checked where the form is faulty, so one fault is said once") {
  const OpenedPack opened = open_texts(
      edited(small_pack(), "needs.json", R"("question": "sure", "weight": 2)", R"("question": "sur", "weight": 0)"));
  CHECK(lines_of(opened.diagnostics) == Lines{"needs.json:6:38: error: 0 is not within 1 to 10000 [out_of_range]"});
}

TEST_CASE("a pack of nothing names what is missing") {
  CHECK(lines_of(open_pack({}, {}).diagnostics) == Lines{"error: the pack has no pack.json [file_missing]",
                                                         "error: the pack has no questions.json [file_missing]",
                                                         "error: the pack has no needs.json [file_missing]",
                                                         "error: the pack has no supports.json [file_missing]"});
}

TEST_CASE("warnings leave the model in place") {
  const OpenedPack opened = open_texts(small_pack(), Date{2028, 1, 1});
  CHECK_FALSE(opened.diagnostics.empty());
  CHECK_FALSE(has_errors(opened.diagnostics));
  CHECK(opened.model.has_value());
}
