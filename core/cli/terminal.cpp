#include "cli/terminal.h"

#include <iostream>
#include <iterator>

namespace waymark {

void print_diagnostics(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) std::cerr << to_line(diagnostic) << '\n';
}

void print_failure(std::string_view message) { std::cerr << "waymark: " << message << '\n'; }

void print_line(std::string_view line) { std::cout << line << '\n'; }

void print_text(std::string_view text) { std::cout << text; }

std::optional<std::string> read_line() {
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

std::string read_input() { return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()}; }

bool output_is_whole() {
  std::cout.flush();
  if (std::cout) return true;
  print_failure("could not write all of the output");
  return false;
}

}  // namespace waymark
