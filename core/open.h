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

/// Reads and checks a pack. `files` says which part each of `sources` is. With `today`, entries that nobody has looked
/// at for long are warned of too.
[[nodiscard]] OpenedPack open_pack(const std::vector<SourceText>& sources, const std::vector<PackFile>& files,
                                   const std::optional<Date>& today = std::nullopt);

}  // namespace waymark
