#pragma once

#include <string>
#include <vector>

#include "reaching/reach.h"
#include "reaching/unreachable.h"
#include "support/packs.h"

namespace waymark::testing {

/// A pack that opens, perhaps with warnings.
inline Model reachable_model(const PackTexts& texts) {
  OpenedPack opened = open_texts(texts);
  if (!opened.model) throw std::runtime_error(to_line(opened.diagnostics.front()));
  return std::move(*opened.model);
}

/// What is said of what cannot be reached.
inline Diagnostics unreachable_of(const PackTexts& texts, const std::optional<Date>& today = std::nullopt) {
  const PackSources sources = sources_of(texts);
  const Model model = reachable_model(texts);
  Reporter reporter(sources.sources);
  const Pack pack = read_pack(sources.files, reporter);
  report_unreachable(pack, model, reach(model, today.value_or(model.published)), reporter);
  return reporter.take();
}

/// A change to the small pack that puts something out of reach, and all that is said of it.
struct ReachFault {
  std::string file;
  std::string from;
  std::string to;
  std::vector<std::string> lines;
};

std::vector<ReachFault> reach_faults();

}  // namespace waymark::testing
