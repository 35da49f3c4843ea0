#pragma once

#include <string>
#include <vector>

#include "model/diagnostic.h"
#include "model/model.h"
#include "reaching/claim.h"

namespace waymark {

/// What was proved, for tools: one object of JSON, on one line.
[[nodiscard]] std::string write_findings(const Findings& findings, const Model& model, const Diagnostics& diagnostics);

/// The same for people: a line a kind of claim, and under it what could not be reached, or with `examples` all of it.
[[nodiscard]] std::vector<std::string> tell_findings(const Findings& findings, const Model& model, bool examples);

/// A claim in a few words, such as `role = returner`.
[[nodiscard]] std::string words_of(const Claim& claim, const Model& model);

}  // namespace waymark
