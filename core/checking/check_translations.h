#pragma once

#include <map>
#include <string>

#include "reading/pack.h"

namespace waymark {

/// The part of a translation's texts that records what each text was made from.
inline constexpr std::string_view made_from_part = "made_from";

/// By part and by the thing's id, a checksum of what the texts of a language say.
using TextChecksums = std::map<std::string, std::map<std::string, std::string>>;

[[nodiscard]] TextChecksums checksums_of(const AuthoredTexts& texts);

/// Warns of texts that may be older than those of the pack's first language, which all others are made from.
void check_translations(const Pack& pack, Reporter& reporter);

}  // namespace waymark
