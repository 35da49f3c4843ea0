#pragma once

#include <optional>
#include <vector>

#include "model/diagnostic.h"
#include "model/model.h"
#include "reading/pack_reader.h"

namespace waymark {

/// A pack ready to assess people with, or the reasons why it is not.
struct OpenedPack {
  std::optional<Model> model;  ///< absent if there is any error
  Diagnostics diagnostics;
};

/// Reads and checks an authored pack, its texts too. `files` says which part each of `sources` is. With `today`,
/// entries that nobody has looked at for long are warned of.
[[nodiscard]] OpenedPack open_pack(const std::vector<SourceText>& sources, const std::vector<PackFile>& files,
                                   const std::optional<Date>& today = std::nullopt);

/// Reads and checks a bundle, which holds all of a pack but its texts.
[[nodiscard]] OpenedPack open_bundle(SourceText bundle);

}  // namespace waymark
