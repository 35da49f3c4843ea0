// The bytes of a compiled model: as they are, and as the fields of one whose head and checksum are right, so that what
// a checksum would keep out is read too.

#include "model/limits.h"
#include "support.h"
#include "support/compiled.h"

using namespace waymark;
using namespace waymark::fuzzing;

namespace {

constexpr Date today = {2026, 11, 22};

void look_at(const std::string& compiled) {
  const auto model = read_model(compiled);
  if (!model) return;
  for (const testing::Way way : testing::ways) {
    const Answers answers = testing::answers_to(*model, way);
    for (const Interview interview : {Interview::full, Interview::quick}) {
      const Assessment assessment = assess(*model, answers, today, {interview, {}});
      require_sound(assessment);
      require_json(write_assessment(assessment, *model, {}));
    }
  }
  const std::string written = write_model(*model);
  const auto again = read_model(written);
  require(again.has_value(), "what was read is written so that it can be read");
  require(write_model(*again) == written, "and comes back the same");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = text_of(data, size);
  look_at(std::string(bytes));
  look_at(testing::compiled_of(bytes));
  return 0;
}
