#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/date.h"
#include "reading/pack.h"

namespace waymark {

/// What a file of a pack holds.
enum class PackPart : std::uint8_t {
  bundle,  ///< every other part but the texts, in one object
  pack,
  questions,
  derived,
  needs,
  supports,
  topics,
  refresh,
  interview,
  plan,
  programme,
  texts,
};

/// One file of a pack: which part it is, and for texts of which language.
struct PackFile {
  PackPart part = PackPart::pack;
  std::string language;
  std::uint32_t source = 0;  ///< index into the texts that the reporter knows
};

/// The part that a file is by its path inside the pack's folder, such as `programmes/x.json`; nothing for a path that
/// a pack does not have. `source` is left to the caller.
[[nodiscard]] std::optional<PackFile> pack_file_at(std::string_view path);

/// Reads the files of a pack. Every fault of form is reported; a pack with errors must not be checked further.
[[nodiscard]] Pack read_pack(const std::vector<PackFile>& files, Reporter& reporter);

/// The date that an author wrote, or nothing, and a report of its form.
[[nodiscard]] std::optional<Date> read_date(const AuthoredText& text, Reporter& reporter);

}  // namespace waymark
