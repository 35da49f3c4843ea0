// The text of an answers file for the small pack.

#include "assess.h"
#include "json_mutator.h"
#include "reading/answers_reader.h"
#include "reading/json_reader.h"
#include "support.h"
#include "support/packs.h"
#include "writing/assessment_writer.h"
#include "writing/diagnostics_writer.h"

using namespace waymark;
using namespace waymark::fuzzing;

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned int seed) {
  return mutate_json(data, size, most, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Model& model = testing::small_model();
  const std::vector<SourceText> sources = {{"answers.json", std::string(text_of(data, size))}};
  Reporter reporter(sources);
  const auto json = read_json(0, reporter);
  if (!json) {
    require(has_errors(reporter.so_far()), "a text that is not read has an error");
    require_places(reporter.so_far(), sources);
    require_json(write_diagnostics(reporter.so_far()));
    return 0;
  }
  const Answers answers = read_answers(*json, model, testing::midsummer, reporter);
  const Diagnostics diagnostics = reporter.take();
  require_places(diagnostics, sources);
  const Assessment assessment = assess(model, answers, testing::midsummer);
  require_sound(assessment);
  const std::string written = write_assessment(assessment, model, diagnostics);
  require_json(written);
  require(write_assessment(assess(model, answers, testing::midsummer), model, diagnostics) == written,
          "the same answers give the same bytes");
  return 0;
}
