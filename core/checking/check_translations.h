#pragma once

#include <map>
#include <string>
#include <string_view>

#include "reading/pack.h"

namespace waymark {

/// By part and by the thing's id, a checksum of what the texts of a language say.
using TextChecksums = std::map<std::string, std::map<std::string, std::string>>;

[[nodiscard]] TextChecksums checksums_of(const AuthoredTexts& texts);

/// The texts of a pack in a language; null where there are none.
[[nodiscard]] const AuthoredTexts* texts_in(const Pack& pack, std::string_view language);

/// Warns of texts that may be older than those of the pack's first language, which all others are made from.
void check_translations(const Pack& pack, Reporter& reporter);

}  // namespace waymark
