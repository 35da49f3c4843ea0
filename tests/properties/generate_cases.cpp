// Writes generated cases, one a line, with what this build says of them: {"bundle", "model", "today", "answers",
// "assessment", "next"}; "model" is the compiled pack in hexadecimal digits, "next" is what the quick check asks, ""
// where it is done.
#include <cstdint>
#include <iostream>
#include <string>

#include "assess.h"
#include "compiling/model_writer.h"
#include "generated_case.h"
#include "support/packs.h"
#include "writing/assessment_writer.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

std::string in_digits(const std::string& bytes) {
  std::string digits;
  for (const char byte : bytes)
    for (const int half : {byte >> 4 & 0xF, byte & 0xF}) digits += "0123456789abcdef"[half];
  return digits;
}

}  // namespace

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
    const Answers said = answers_of(*opened.model, answers, generated.today);
    const Assessment assessment = assess(*opened.model, said, generated.today);
    const auto next = assess(*opened.model, said, generated.today, {Interview::quick, {}}).next_question;
    std::cout << "{\"bundle\":" << bundle << ",\"model\":\"" << in_digits(write_model(*opened.model))
              << "\",\"today\":\"" << to_text(generated.today) << "\",\"answers\":" << answers
              << ",\"assessment\":" << write_assessment(assessment, *opened.model, {}) << ",\"next\":\""
              << (next ? opened.model->questions[*next].id : "") << "\"}\n";
  }
  return std::cout.flush() ? 0 : 2;
}
