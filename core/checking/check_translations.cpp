#include "checking/check_translations.h"

#include <algorithm>

#include "reading/made_from.h"
#include "text/checksum.h"

namespace waymark {
namespace {

// Zero bytes part the words: no text of a file that was read holds one.
void append(std::string& spelling, const JsonValue& value) {
  if (const auto* text = value.as<std::string>()) {
    spelling += *text;
  } else if (const auto* array = value.as<JsonArray>()) {
    for (const JsonValue& item : array->items) append(spelling, item);
  } else if (const auto* object = value.as<JsonObject>()) {
    for (const JsonMember& member : object->members) {
      spelling += member.key;
      spelling += '\0';
      append(spelling, member.value);
    }
  }
  spelling += '\0';
}

const JsonMember* find_part(const AuthoredTexts& texts, std::string_view part) {
  for (const JsonValue* file : texts.files)
    if (const auto* object = file->as<JsonObject>())
      for (const JsonMember& member : object->members)
        if (member.key == part) return &member;
  return nullptr;
}

std::string_view recorded(const JsonValue& made_from, const std::string& part, const std::string& id) {
  const auto* parts = made_from.as<JsonObject>();
  const JsonValue* things = parts == nullptr ? nullptr : parts->find(part);
  const auto* by_id = things == nullptr ? nullptr : things->as<JsonObject>();
  const JsonValue* checksum = by_id == nullptr ? nullptr : by_id->find(id);
  const auto* text = checksum == nullptr ? nullptr : checksum->as<std::string>();
  return text == nullptr ? std::string_view() : std::string_view(*text);
}

/// Where a thing's words stand in a translation; the part's place where they are missing, which is reported elsewhere.
Place place_of(const AuthoredTexts& texts, const std::string& part, const std::string& id) {
  const JsonMember* things = find_part(texts, part);
  if (things == nullptr) return texts.files.front()->place;
  if (const auto* by_id = things->value.as<JsonObject>())
    for (const JsonMember& member : by_id->members)
      if (member.key == id) return member.place;
  return things->place;
}

}  // namespace

TextChecksums checksums_of(const AuthoredTexts& texts) {
  TextChecksums checksums;
  for (const JsonValue* file : texts.files) {
    const auto* parts = file->as<JsonObject>();
    if (parts == nullptr) continue;
    for (const JsonMember& part : parts->members) {
      const auto* things = part.value.as<JsonObject>();
      if (things == nullptr || part.key == made_from_part) continue;
      for (const JsonMember& thing : things->members) {
        std::string spelling;
        append(spelling, thing.value);
        // In quotes, so that the blanks of a text count.
        checksums[part.key][thing.key] = checksum_of('"' + spelling + '"');
      }
    }
  }
  return checksums;
}

const AuthoredTexts* texts_in(const Pack& pack, std::string_view language) {
  const auto found = std::find_if(pack.texts.begin(), pack.texts.end(),
                                  [&](const AuthoredTexts& texts) { return texts.language == language; });
  return found == pack.texts.end() ? nullptr : &*found;
}

void check_translations(const Pack& pack, Reporter& reporter) {
  if (pack.languages.size() < 2) return;
  const AuthoredTexts* first = texts_in(pack, pack.languages.front().value);
  if (first == nullptr) return;
  const TextChecksums checksums = checksums_of(*first);
  for (std::size_t i = 1; i < pack.languages.size(); ++i) {
    const std::string& language = pack.languages[i].value;
    const AuthoredTexts* texts = texts_in(pack, language);
    if (texts == nullptr) continue;
    const std::string mend = "look at both, and when they say the same, run: waymark stamp FOLDER " + language;
    const JsonMember* made_from = find_part(*texts, made_from_part);
    if (made_from == nullptr) {
      reporter.warning(DiagnosticCode::translation_unstamped, texts->files.front()->place,
                       {"nothing records what the texts in \"", language, "\" were made from"}, mend);
      continue;
    }
    for (const auto& [part, things] : checksums)
      for (const auto& [id, checksum] : things)
        if (recorded(made_from->value, part, id) != checksum)
          reporter.warning(
              DiagnosticCode::translation_outdated, place_of(*texts, part, id),
              {"\"", id, "\" (", part, ") in \"", language, "\" may be older than in \"", first->language, "\""}, mend);
  }
}

}  // namespace waymark
