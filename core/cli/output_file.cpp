#include "cli/output_file.h"

#include <fstream>

#include "cli/terminal.h"

namespace waymark {

bool write_file(const std::filesystem::path& path, const std::string& text) {
  std::ofstream stream(path, std::ios::binary);
  stream << text;
  stream.close();
  if (!stream) print_failure("cannot write " + path.string());
  return static_cast<bool>(stream);
}

bool write_and_tell(const std::filesystem::path& path, const std::string& text) {
  if (!write_file(path, text)) return false;
  print_line(path.string() + ": " + std::to_string(text.size()) + " bytes");
  return true;
}

}  // namespace waymark
