#pragma once

#include <optional>

#include "reading/json_value.h"

namespace waymark {

/// Reads the JSON text of one source. Faults (syntax, bad UTF-8, a key given twice, too deep, too large) are
/// reported, and then there is no value.
[[nodiscard]] std::optional<JsonValue> read_json(std::uint32_t file, Reporter& reporter);

/// The byte of the source at which the decoded byte `decoded` of a JSON string stands; `string_at` is the place of
/// its opening quote. Escapes make the two differ.
[[nodiscard]] Place place_in_string(std::string_view source, Place string_at, std::uint32_t decoded);

}  // namespace waymark
