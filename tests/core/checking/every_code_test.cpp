#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>
#include <vector>

#include "model/diagnostic.h"
#include "support/answer_faults.h"
#include "support/pack_faults.h"
#include "support/packs.h"
#include "support/reaching.h"
#include "support/saves.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

void add_codes(const Diagnostics& diagnostics, std::set<std::string_view>& codes) {
  for (const Diagnostic& diagnostic : diagnostics) codes.insert(name_of(diagnostic.code));
}

}  // namespace

TEST_CASE("every code that packs and answers can have is produced by some case") {
  // These come from folders on disk and from what the page opens and asks: the tests of the command line and of the
  // module have them.
  std::set<std::string_view> produced = {"file_unreadable", "file_unknown", "model_unusable", "request_malformed"};
  for (const PackFault& fault : pack_faults())
    add_codes(open_texts(edited(small_pack(), fault.file, fault.from, fault.to)).diagnostics, produced);
  for (const AnswerFault& fault : answer_faults())
    add_codes(read_answers_text(small_model(), fault.answers).diagnostics, produced);
  for (const SaveFault& fault : save_faults()) add_codes(decoded(fault.text, small_model()).diagnostics, produced);
  // an answer that its question no longer means
  add_codes(decoded(encoded(R"({"sure": 4})", small_model()),
                    model_of(edited(edited(small_pack(), "pack.json", R"("version": 1)", R"("version": 2)"),
                                    "questions.json", R"("id": "sure",)", R"("id": "sure", "meaning_since": 2,)")))
                .diagnostics,
            produced);
  for (const ReachFault& fault : reach_faults())
    add_codes(unreachable_of(edited(small_pack(), fault.file, fault.from, fault.to)), produced);
  // the codes of what has grown old
  add_codes(open_texts(small_pack(), Date{2028, 1, 1}).diagnostics, produced);
  PackTexts bilingual = bilingual_pack();
  add_codes(open_texts(bilingual).diagnostics, produced);
  bilingual["texts/cy/made-from.json"] = R"({"made_from": {}})";
  add_codes(open_texts(bilingual).diagnostics, produced);

  std::vector<std::string> never;
  for (int i = 0; !name_of(static_cast<DiagnosticCode>(i)).empty(); ++i)
    if (const auto name = name_of(static_cast<DiagnosticCode>(i)); !produced.contains(name)) never.emplace_back(name);
  CHECK(never == std::vector<std::string>{});
}
