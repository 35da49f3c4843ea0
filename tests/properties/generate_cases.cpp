// Writes generated cases, one a line, with what this build says of them: {"bundle", "today", "answers", "assessment"}.
#include <cstdint>
#include <iostream>
#include <string>

#include "assess.h"
#include "generated_case.h"
#include "support/packs.h"
#include "writing/assessment_writer.h"

using namespace waymark;
using namespace waymark::testing;

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: generate_cases COUNT SEED\n";
    return 2;
  }
  rc::Random seeds(std::stoull(arguments[2]));
  for (int left = std::stoi(arguments[1]); left > 0; --left) {
    Draw draw(seeds.split());
    const GeneratedCase generated = draw_case(draw, draw.between(0, 100), {});
    const std::string bundle = to_bundle(generated.pack);
    const OpenedPack opened = open_bundle({"bundle.json", bundle});
    if (!opened.model) {
      std::cerr << to_line(opened.diagnostics.front()) << "\n" << bundle << "\n";
      return 1;
    }
    const std::string answers = to_json(generated.said);
    const Assessment assessment =
        assess(*opened.model, answers_of(*opened.model, answers, generated.today), generated.today);
    std::cout << "{\"bundle\":" << bundle << ",\"today\":\"" << to_text(generated.today) << "\",\"answers\":" << answers
              << ",\"assessment\":" << write_assessment(assessment, *opened.model, {}) << "}\n";
  }
  return std::cout.flush() ? 0 : 2;
}
