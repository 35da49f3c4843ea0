#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/diagnostic.h"

namespace waymark {

/// Prints each diagnostic on a line of standard error.
void print_diagnostics(const Diagnostics& diagnostics);

/// Prints `waymark: message` on standard error.
void print_failure(std::string_view message);

/// Prints a line on standard output.
void print_line(std::string_view line);

/// Prints a text that ends its lines itself on standard output.
void print_text(std::string_view text);

/// The next line of standard input without its end, or nothing.
[[nodiscard]] std::optional<std::string> read_line();

/// All of standard input.
[[nodiscard]] std::string read_input();

/// False, and says so, if standard output could not take all that was printed.
[[nodiscard]] bool output_is_whole();

}  // namespace waymark
