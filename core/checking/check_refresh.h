#pragma once

#include <optional>
#include <vector>

#include "checking/id_index.h"
#include "model/model.h"
#include "reading/pack.h"

namespace waymark {

/// Checks how a pack works out refreshes against its questions and topics, which `model` has already. Marks the
/// questions that it uses. The result is of use only if nothing was reported.
[[nodiscard]] RefreshModel check_refresh(const Pack& pack, const Model& model, const IdIndex& questions,
                                         std::vector<bool>& used, Reporter& reporter);

}  // namespace waymark
