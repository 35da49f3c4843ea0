#pragma once

#include "model/model.h"
#include "reading/pack.h"

namespace waymark {

/// Warns of rules that use a number otherwise than compared, alone or plus or minus a known value, with a known value:
/// while it has no answer such a rule stays open, even where every answer would come to the same.
void warn_of_open_numbers(const Pack& pack, const Model& model, Reporter& reporter);

}  // namespace waymark
