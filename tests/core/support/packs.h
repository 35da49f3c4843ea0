#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "assess.h"
#include "open.h"
#include "reading/answers_reader.h"
#include "reading/json_reader.h"
#include "settling/work_out.h"

namespace waymark::testing {

/// A pack's files by their path inside its folder.
using PackTexts = std::map<std::string, std::string>;

inline std::string read_text(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

inline PackTexts read_pack_texts(const std::string& name) {
  const std::filesystem::path root = std::filesystem::path(WAYMARK_TEST_PACKS) / name;
  PackTexts texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
    if (entry.is_regular_file())
      texts[entry.path().lexically_relative(root).generic_string()] = read_text(entry.path());
  return texts;
}

inline const PackTexts& small_pack() {
  static const PackTexts texts = read_pack_texts("small");
  return texts;
}

/// The text with `from` replaced by `to`; `from` must stand in it exactly once, so that a case edits what it means to.
inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error("there is no text to replace: " + std::string(from));
  if (text.find(from, at + 1) != std::string::npos)
    throw std::runtime_error("the text to replace is there twice: " + std::string(from));
  return text.replace(at, from.size(), to);
}

/// The small pack with one file edited. An empty `from` takes `to` as the whole file; with an empty `to` as well, the
/// file goes.
inline PackTexts edited(PackTexts texts, const std::string& path, std::string_view from, std::string_view to) {
  if (!from.empty()) texts.at(path) = replaced(texts.at(path), from, to);
  else if (to.empty()) texts.erase(path);
  else texts[path] = to;
  return texts;
}

/// The small pack with a second language, whose texts are the first's.
inline PackTexts bilingual_pack() {
  PackTexts texts = edited(small_pack(), "pack.json", R"("languages": ["en"])", R"("languages": ["en", "cy"])");
  for (const auto& [path, text] : small_pack())
    if (path.starts_with("texts/en/")) texts["texts/cy/" + path.substr(9)] = text;
  return texts;
}

struct PackSources {
  std::vector<SourceText> sources;
  std::vector<PackFile> files;
};

inline PackSources sources_of(const PackTexts& texts) {
  PackSources pack;
  for (const auto& [path, text] : texts) {
    auto file = pack_file_at(path);
    if (!file) throw std::runtime_error("a pack has no such file: " + path);
    file->source = static_cast<std::uint32_t>(pack.sources.size());
    pack.sources.push_back({path, text});
    pack.files.push_back(*file);
  }
  return pack;
}

inline OpenedPack open_texts(const PackTexts& texts, const std::optional<Date>& today = std::nullopt) {
  const PackSources pack = sources_of(texts);
  return open_pack(pack.sources, pack.files, today);
}

inline std::vector<std::string> lines_of(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : diagnostics) lines.push_back(to_line(diagnostic));
  return lines;
}

/// A model that must open without a word.
inline Model model_of(const PackTexts& texts) {
  OpenedPack opened = open_texts(texts);
  if (!opened.diagnostics.empty()) throw std::runtime_error(to_line(opened.diagnostics.front()));
  return std::move(*opened.model);
}

inline const Model& small_model() {
  static const Model model = model_of(small_pack());
  return model;
}

/// The index of the thing that has this id.
template <typename Things>
std::uint32_t index_of(const Things& things, std::string_view id) {
  for (std::uint32_t i = 0; i < things.size(); ++i)
    if (things[i].id == id) return i;
  throw std::runtime_error("nothing has the id " + std::string(id));
}

/// The ids of things by their indices.
template <typename Things>
std::vector<std::string> ids_of(const std::vector<std::uint32_t>& indices, const Things& things) {
  std::vector<std::string> ids;
  for (const std::uint32_t index : indices) ids.push_back(things[index].id);
  return ids;
}

/// The day of the tests that need one.
inline constexpr Date midsummer = {2026, 6, 15};

struct ReadAnswers {
  Answers answers;
  Diagnostics diagnostics;
};

/// Answers from JSON text, and what there was to say of them.
inline ReadAnswers read_answers_text(const Model& model, const std::string& json, const Date& today = midsummer) {
  const std::vector<SourceText> sources = {{"answers.json", json}};
  Reporter reporter(sources);
  ReadAnswers read;
  const auto value = read_json(0, reporter);
  if (value) read.answers = read_answers(*value, model, today, reporter);
  read.diagnostics = reporter.take();
  if (!value) throw std::runtime_error(to_line(read.diagnostics.front()));
  return read;
}

/// Answers from JSON text that must be sound.
inline Answers answers_of(const Model& model, const std::string& json, const Date& today = midsummer) {
  ReadAnswers read = read_answers_text(model, json, today);
  if (!read.diagnostics.empty()) throw std::runtime_error(to_line(read.diagnostics.front()));
  return std::move(read.answers);
}

/// What can be worked out, with all the effort that one person may take.
inline Circumstances worked_out(const Model& model, const Answers& answers, Workspace& workspace) {
  Effort effort;
  return work_out(model, answers, workspace, effort);
}

inline Assessment assess_text(const Model& model, const std::string& json, const Date& today = midsummer) {
  return assess(model, answers_of(model, json, today), today);
}

inline const ProgrammeAssessment& programme_of(const Model& model, const Assessment& assessment, std::string_view id) {
  for (const ProgrammeAssessment& programme : assessment.programmes)
    if (model.programmes[programme.programme].id == id) return programme;
  throw std::runtime_error("no programme " + std::string(id));
}

}  // namespace waymark::testing
