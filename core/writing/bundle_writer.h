#pragma once

#include <map>
#include <string>

#include "reading/pack_reader.h"

namespace waymark {

/// A pack as it is shipped.
struct Bundle {
  std::string pack;                          ///< bundle.json: every part but the texts
  std::map<std::string, std::string> texts;  ///< texts.<language>.json, by language
};

/// Joins the files of a sound pack into what the page fetches: compact, and the same bytes for the same files.
/// Topics and programmes come in the order of `files`. A pack that is a bundle already stays as it is.
[[nodiscard]] Bundle write_bundle(const std::vector<PackFile>& files, Reporter& reporter);

}  // namespace waymark
