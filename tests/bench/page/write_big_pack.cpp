// Writes the bundle of a made-up pack, for a page to be opened with: waymark_big_pack QUESTIONS PROGRAMMES
#include <cstdlib>
#include <iostream>

#include "big_pack.h"

namespace {

constexpr int fewest_questions = 9;

}  // namespace

int main(int count, char** arguments) {
  const int questions = count == 3 ? std::atoi(arguments[1]) : 0;
  const int programmes = count == 3 ? std::atoi(arguments[2]) : 0;
  if (questions < fewest_questions || programmes < 1) {
    std::cerr << "usage: waymark_big_pack QUESTIONS PROGRAMMES (" << fewest_questions << " and 1 at least)\n";
    return 2;
  }
  std::cout << waymark::bench::big_bundle(static_cast<std::size_t>(questions), static_cast<std::size_t>(programmes));
  return std::cout.flush() ? 0 : 2;
}
