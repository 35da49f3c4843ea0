#pragma once

#include <vector>

#include "checking/id_index.h"
#include "model/model.h"
#include "reading/pack.h"

namespace waymark {

/// The shares of a pack's answers by question, checked against its questions, which `model` has already. Without an
/// interview.json every answer is as likely as any other. The result is of use only if nothing was reported.
[[nodiscard]] std::vector<Shares> check_shares(const Pack& pack, const Model& model, const IdIndex& questions,
                                               Reporter& reporter);

}  // namespace waymark
