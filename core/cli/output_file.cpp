#include "cli/output_file.h"

#include <fstream>

#include "cli/terminal.h"

namespace waymark {

bool write_file(const std::filesystem::path& path, const std::string& text) {
  std::ofstream stream(path, std::ios::binary);
  stream << text;
  stream.close();
  if (stream) {
    print_line(path.string() + ": " + std::to_string(text.size()) + " bytes");
    return true;
  }
  print_failure("cannot write " + path.string());
  return false;
}

}  // namespace waymark
