// The text of a save file for the small pack: as it is, and with its checksum put right, so that what a checksum would
// keep out is read too.

#include "assess.h"
#include "json_mutator.h"
#include "support.h"
#include "support/saves.h"

using namespace waymark;
using namespace waymark::fuzzing;

namespace {

/// The small pack at a version that has changed what it asks.
const Model& model() {
  static const Model small = testing::model_of(testing::edited(
      testing::edited(testing::edited(testing::small_pack(), "pack.json", R"("version": 1)", R"("version": 3)"),
                      "questions.json", R"("id": "mentor",)", R"("id": "mentor", "meaning_since": 2,)"),
      "topics/coding.json", R"("id": "web",)", R"("id": "web", "meaning_since": 3,)"));
  return small;
}

void look_at(const std::string& text) {
  const std::vector<SourceText> sources = {{"save.json", text}};
  Reporter reporter(sources);
  const auto saved = decode(0, model(), testing::midsummer, reporter);
  const Diagnostics diagnostics = reporter.take();
  require_places(diagnostics, sources);
  if (!saved) {
    require(has_errors(diagnostics), "a file that is refused is told why");
    return;
  }
  require_sound(assess(model(), saved->answers, testing::midsummer));
  const std::string answers = write_answers(saved->answers, model(), testing::midsummer);
  require_json(answers);
  const std::string again = testing::encoded(saved->answers, model());
  const testing::Decoded back = testing::decoded(again, model());
  require(back.saved && back.diagnostics.empty(), "what was taken out of a file can be saved again");
  require(write_answers(back.saved->answers, model(), testing::midsummer) == answers, "and comes back the same");
}

/// Nothing if the text is no JSON object.
std::optional<std::string> with_right_checksum(std::string_view text) {
  auto json = nlohmann::ordered_json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  json.erase("checksum");
  const std::string members = json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  return json.empty() ? std::nullopt : std::optional(testing::sealed(members.substr(1, members.size() - 2)));
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned int seed) {
  return mutate_json(data, size, most, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  look_at(std::string(text));
  if (const auto sealed = with_right_checksum(text)) look_at(*sealed);
  return 0;
}
