#pragma once

#include <optional>

#include "model/model.h"
#include "reading/pack.h"

namespace waymark {

/// Resolves a pack's references, compiles its rules and checks their meaning. Every fault is reported; with any error
/// there is no model. The model does not need the pack any more.
[[nodiscard]] std::optional<Model> check_pack(const Pack& pack, Reporter& reporter);

}  // namespace waymark
