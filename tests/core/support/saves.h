#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "saving/decode.h"
#include "saving/encode.h"
#include "support/packs.h"
#include "text/checksum.h"
#include "writing/answers_writer.h"

namespace waymark::testing {

/// The text of a save file that must be written without a word.
inline std::string encoded(const Answers& answers, const Model& model, const Date& saved = midsummer) {
  const std::vector<SourceText> none;
  Reporter reporter(none);
  auto text = encode(answers, model, saved, reporter);
  if (!text) throw std::runtime_error(to_line(reporter.so_far().front()));
  return std::move(*text);
}

inline std::string encoded(const std::string& answers, const Model& model, const Date& saved = midsummer) {
  return encoded(answers_of(model, answers, saved), model, saved);
}

struct Decoded {
  std::optional<SavedAnswers> saved;
  Diagnostics diagnostics;
};

inline Decoded decoded(const std::string& text, const Model& model, const std::optional<Date>& today = std::nullopt) {
  const std::vector<SourceText> sources = {{"save.json", text}};
  Reporter reporter(sources);
  Decoded result;
  result.saved = decode(0, model, today, reporter);
  result.diagnostics = reporter.take();
  return result;
}

/// What a file restores to, as an answers file; it must not be refused.
inline std::string restored(const std::string& text, const Model& model,
                            const std::optional<Date>& today = std::nullopt) {
  const Decoded result = decoded(text, model, today);
  if (!result.saved) throw std::runtime_error(to_line(result.diagnostics.front()));
  return write_answers(result.saved->answers, model, today.value_or(result.saved->saved));
}

/// A save file of anything: its first members, as JSON text, with their checksum.
inline std::string sealed(const std::string& members) {
  const std::string text = "{" + members + ",";
  return text + "\"checksum\":\"" + checksum_of(text) + "\"}";
}

/// The questions and topics alone, which is all that a save file hangs on: rules would not let them be changed freely.
/// Each question begins with its id and the section "all"; something that says nothing uses it.
inline Model bare_model(const std::string& questions, const std::string& version = "1",
                        const std::string& topics = "") {
  std::string derived;
  std::string items;
  const std::string section = R"(","section":"all",)";
  for (std::size_t end = questions.find(section); end != std::string::npos; end = questions.find(section, end + 1)) {
    const std::size_t begin = questions.rfind('"', end - 1) + 1;
    const std::string id = questions.substr(begin, end - begin);
    if (questions.find(R"("kind":"topics")", end) != end + section.size()) {
      derived += (derived.empty() ? "" : ",") + (R"({"id":"use_)" + id) + R"(","rule":")" + id + "\"}";
      continue;
    }
    const std::string points = R"("current","points":)";
    const std::size_t at = questions.find(points) + points.size();
    const std::string zeros = questions.substr(at, 1) == "3" ? "0,0,0" : "0,0,0,0,0";
    items = R"({"question":")" + id + R"(","aspect":"current","weight":1,"need":[)" + zeros + "]}";
  }
  const std::string needs =
      items.empty() ? "" : R"({"id":"n","source":"editorial","bands":[{"id":"b","from":0}],"items":[)" + items + "]}";
  OpenedPack opened = open_bundle(
      {"bundle.json",
       R"({"pack":{"id":"bare","version":)" + version +
           R"(,"published":"2026-01-15","languages":["en"],"settings":{"stale_after":18},"sections":[{"id":"all"}],)"
           R"("notices":[]},"questions":[)" +
           questions + R"(],"derived":[)" + derived + R"(],"needs":[)" + needs +
           R"(],"supports":{"source":"editorial","supports":[]},"topics":[)" + topics + R"(],"programmes":[]})"});
  for (const Diagnostic& diagnostic : opened.diagnostics)
    if (diagnostic.severity == Severity::error) throw std::runtime_error(to_line(diagnostic));
  return std::move(*opened.model);
}

/// A text that is no save file of the small pack, and all that reading it says.
struct SaveFault {
  std::string text;
  std::vector<std::string> lines;
};

inline std::vector<SaveFault> save_faults() {
  const std::string whole = sealed(R"("waymark":1,"pack":"small","version":1,"saved":"2026-06-15","answers":{})");
  const std::string hint = "; the file is no save file, or was cut short or damaged: choose another copy [json_syntax]";
  const std::string changed =
      "the file was changed or damaged after it was saved: its checksum is another; choose a copy that nobody changed, "
      "or answer the questions again [save_damaged]";
  const std::string not_ours =
      "save.json:1:1: error: the file holds something else than saved answers; choose a file that this tool saved "
      "[save_not_ours]";
  return {
      {"",
       {"save.json:1:1: error: not JSON: syntax error while parsing value - unexpected end of input; expected '[', "
        "'{', or a literal" +
        hint}},
      {"BEGIN:VCALENDAR",
       {"save.json:1:1: error: not JSON: syntax error while parsing value - invalid literal; last read: 'B'" + hint}},
      {whole.substr(0, 30),
       {"save.json:1:30: error: not JSON: syntax error while parsing object key - invalid string: missing closing "
        "quote; "
        "last read: '\"v'; expected string literal" +
        hint}},
      {"[1]", {not_ours}},
      {"{}", {not_ours}},
      {R"({"role":"returner"})", {not_ours}},
      {R"({"waymark":1,"waymark":1})",
       {"save.json:1:14: error: the key \"waymark\" is given twice; the file is no save file, or was cut short or "
        "damaged: choose another copy [json_duplicate_key]"}},
      {R"({"waymark":2,"anything":{}})",
       {"save.json:1:12: error: a newer copy of this tool saved the file; open it with a newer copy of this tool "
        "[save_newer_format]"}},
      {R"({"waymark":1,"pack":"small"})",
       {"save.json:1:14: error: the file does not end with its checksum, so a part is missing; choose a copy that "
        "nobody changed, or answer the questions again [save_damaged]"}},
      {R"({"checksum":"00000000","waymark":1})",
       {"save.json:1:24: error: the file does not end with its checksum, so a part is missing; choose a copy that "
        "nobody changed, or answer the questions again [save_damaged]"}},
      {R"({"waymark":1,"checksum":7})",
       {"save.json:1:14: error: the file does not end with its checksum, so a part is missing; choose a copy that "
        "nobody changed, or answer the questions again [save_damaged]"}},
      {replaced(whole, "06-15", "06-16"), {"save.json:1:86: error: " + changed}},
      {replaced(whole, "small", "large"), {"save.json:1:86: error: " + changed}},
      {sealed(R"("waymark":1,"pack":"large","version":1,"saved":"2026-06-15","answers":{})"),
       {"save.json:1:21: error: the answers were saved for the questionnaire \"large\", and this is \"small\"; open "
        "the "
        "questionnaire \"large\" and choose the file there [save_other_pack]"}},
      // with a right checksum, so by no copy of this tool
      {sealed(R"("waymark":0,"pack":"small","version":1,"saved":"2026-06-15","answers":{})"),
       {"save.json:1:12: error: 0 is not within 1 to 1 [out_of_range]"}},
      {sealed(R"("waymark":1,"pack":"small","version":0,"saved":"2026-02-30","answers":[],"more":1)"),
       {"save.json:1:39: error: 0 is not within 1 to 1000000000 [out_of_range]",
        "save.json:1:49: error: \"2026-02-30\" is no day [date_malformed]",
        "save.json:1:75: error: a save file has no member \"more\" [member_unknown]",
        "save.json:1:72: error: this is a list, but an object is needed [wrong_type]"}},
      {sealed(R"("waymark":1,"pack":"small","version":1,"saved":"2026-06-15")"),
       {"save.json:1:1: error: a save file needs the member \"answers\" [member_missing]"}},
  };
}

}  // namespace waymark::testing
