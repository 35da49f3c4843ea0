#pragma once

#include "model/model.h"
#include "reaching/claim.h"
#include "reading/pack.h"

namespace waymark {

/// Reports what cannot be reached at the rule that prevents it: the first of its operands that is never true beside
/// those before it, or the fewest musts that are never met together. `pack` is what `model` was made of.
void report_unreachable(const Pack& pack, const Model& model, const Findings& findings, Reporter& reporter);

}  // namespace waymark
