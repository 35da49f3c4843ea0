#include "compiling/model_reader.h"
#include "compiling/model_writer.h"
#include "opened_case.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

void expect_opens(const GeneratedPack& pack) {
  const OpenedPack opened = open_bundle({"bundle.json", to_bundle(pack)});
  for (const Diagnostic& diagnostic : opened.diagnostics) expect(false, to_line(diagnostic));
  expect(opened.model.has_value(), "there is no model");
}

}  // namespace

TEST_CASE("a generated pack opens without a word, and so do the simpler ones made of it", "[properties]") {
  check_property(200, [] {
    const GeneratedCase generated = *generated_case();
    expect_opens(generated.pack);
    const std::vector<GeneratedPack> simpler = simpler_packs(generated.pack);
    if (!simpler.empty()) expect_opens(simpler[*rc::gen::inRange<std::size_t>(0, simpler.size())]);
  });
}

TEST_CASE("generated answers are read without a word", "[properties]") {
  check_property(120, [] {
    const OpenedCase opened = any_case();
    for (const SaidAnswers& said : {opened.generated.said, opened.generated.later})
      for (const Diagnostic& diagnostic :
           read_answers_text(opened.model, to_json(said), opened.generated.today).diagnostics)
        expect(false, to_line(diagnostic));
  });
}

TEST_CASE("a generated pack that was compiled says the same", "[properties]") {
  check_property(120, [] {
    const OpenedCase opened = any_case();
    const std::string compiled = write_model(opened.model);
    auto read = read_model(compiled);
    expect(read.has_value(), "what was written cannot be read");
    expect(write_model(*read) == compiled, "what was read is written otherwise");
    const OpenedCase again = {opened.generated, std::move(*read)};
    for (const SaidAnswers& said : {opened.generated.said, opened.generated.later}) {
      expect(again.bytes(said) == opened.bytes(said), "the assessment is another");
      const auto next = [&](const OpenedCase& one) {
        return waymark::assess(one.model, one.answers(said), one.generated.today, {Interview::quick, {}}).next_question;
      };
      expect(next(again) == next(opened), "the next question is another");
    }
  });
}
