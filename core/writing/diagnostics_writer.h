#pragma once

#include <string>
#include <string_view>

#include "model/diagnostic.h"
#include "writing/json_writer.h"

namespace waymark {

/// A member of the object that is open: a list of diagnostics.
void write_diagnostics(JsonWriter& json, const Diagnostics& diagnostics, std::string_view key = "diagnostics");

/// `{"diagnostics": [...]}`.
[[nodiscard]] std::string write_diagnostics(const Diagnostics& diagnostics);

}  // namespace waymark
