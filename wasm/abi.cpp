#include "abi.h"

#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

#include "assess.h"
#include "comparing/compare.h"
#include "compiling/model_reader.h"
#include "model/limits.h"
#include "reading/answers_reader.h"
#include "reading/detail_reader.h"
#include "reading/json_reader.h"
#include "reading/object_reader.h"
#include "saving/decode.h"
#include "saving/encode.h"
#include "writing/answers_writer.h"
#include "writing/assessment_writer.h"
#include "writing/comparison_writer.h"
#include "writing/diagnostics_writer.h"

namespace {

using namespace waymark;

std::string result;
std::map<std::uint32_t, Model> packs;
std::uint32_t last_handle = 0;

std::string refusal(DiagnosticCode code, std::string message) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.message = std::move(message);
  return write_diagnostics({diagnostic});
}

Interview read_interview(const AuthoredText& text, Reporter& reporter) {
  if (text.value == "quick") return Interview::quick;
  if (text.value != "full")
    reporter.error(DiagnosticCode::request_malformed, text.place, "\"" + text.value + "\" is no kind of interview",
                   "use \"full\" or \"quick\"");
  return Interview::full;
}

/// The day that a text names; nothing, and reported, if it names none.
std::optional<Date> read_day(const AuthoredText& day, Reporter& reporter) {
  const auto date = parse_date(day.value);
  if (!date && !has_errors(reporter.so_far()))
    reporter.error(DiagnosticCode::request_malformed, day.place, "\"" + day.value + "\" is no day",
                   "write it as 2026-11-22");
  return date;
}

std::string assess_request(const Model& model, std::string_view request) {
  const std::vector<SourceText> sources = {{{}, std::string(request)}};
  Reporter reporter(sources);
  const auto json = read_json(0, reporter);
  if (!json) return write_diagnostics(reporter.take());
  std::optional<Date> today;
  const JsonValue* answers = nullptr;
  AssessmentOptions options;
  {
    ObjectReader object(*json, "a request", reporter);
    today = read_day(object.text("today"), reporter);
    answers = object.required("answers");
    if (const auto interview = object.optional_text("interview"))
      options.interview = read_interview(*interview, reporter);
    if (const JsonValue* detail = object.optional("detail")) options.detail = read_detail(*detail, model, reporter);
  }
  if (!today || answers == nullptr || has_errors(reporter.so_far())) return write_diagnostics(reporter.take());
  const Answers read = read_answers(*answers, model, *today, reporter);
  return write_assessment(assess(model, read, *today, options), model, reporter.take());
}

/// A day and what had been said then; what cannot be used of the answers is reported and left out.
std::optional<Occasion> read_occasion(const JsonValue& json, const Model& model, Reporter& reporter) {
  ObjectReader object(json, "a request", reporter);
  const auto today = read_day(object.text("today"), reporter);
  const JsonValue* answers = object.required("answers");
  if (!today || answers == nullptr) return std::nullopt;
  return Occasion{read_answers(*answers, model, *today, reporter), *today};
}

std::string encode_request(const Model& model, std::string_view request) {
  const std::vector<SourceText> sources = {{{}, std::string(request)}};
  Reporter reporter(sources);
  const auto json = read_json(0, reporter);
  const auto occasion = json ? read_occasion(*json, model, reporter) : std::nullopt;
  if (!occasion || has_errors(reporter.so_far())) return write_diagnostics(reporter.take());
  const auto file = encode(occasion->answers, model, occasion->today, reporter);
  JsonWriter answer;
  answer.open_object();
  if (file) answer.key("file").text(*file);
  write_diagnostics(answer, reporter.take());
  return answer.close_object().take();
}

std::string decode_request(const Model& model, std::string_view request) {
  std::vector<SourceText> sources = {{{}, std::string(request)}, {"save file", {}}};
  Reporter reporter(sources);
  const auto json = read_json(0, reporter);
  if (!json) return write_diagnostics(reporter.take());
  std::optional<Date> today;
  {
    ObjectReader object(*json, "a request", reporter);
    if (const auto day = object.optional_text("today")) today = read_day(*day, reporter);
    sources[1].text = object.text("file").value;
  }
  if (has_errors(reporter.so_far())) return write_diagnostics(reporter.take());
  const auto saved = decode(1, model, today, reporter);
  if (!saved) return write_diagnostics(reporter.take());
  JsonWriter answer;
  answer.open_object();
  answer.key("answers").raw(write_answers(saved->answers, model, today.value_or(saved->saved)));
  answer.key("saved").text(to_text(saved->saved));
  answer.key("version").integer(saved->version);
  write_diagnostics(answer, reporter.take(), "dropped");
  write_diagnostics(answer, {});
  return answer.close_object().take();
}

std::string compare_request(const Model& model, std::string_view request) {
  const std::vector<SourceText> sources = {{{}, std::string(request)}};
  Reporter reporter(sources);
  const auto json = read_json(0, reporter);
  if (!json) return write_diagnostics(reporter.take());
  std::optional<Occasion> before;
  std::optional<Occasion> after;
  {
    ObjectReader object(*json, "a request", reporter);
    if (const JsonValue* value = object.required("before")) before = read_occasion(*value, model, reporter);
    if (const JsonValue* value = object.required("after")) after = read_occasion(*value, model, reporter);
  }
  if (!before || !after || has_errors(reporter.so_far())) return write_diagnostics(reporter.take());
  return write_comparison(compare(model, *before, *after), model, reporter.take());
}

/// The result of a request about a pack that must be open.
void respond(std::uint32_t handle, const char* request, std::size_t size,
             std::string (*response)(const Model&, std::string_view),
             const char* if_too_large = "the request is larger than 1 MiB") {
  const auto pack = packs.find(handle);
  if (pack == packs.end()) result = refusal(DiagnosticCode::request_malformed, "no pack is open under this handle");
  else if (size > largest_request) result = refusal(DiagnosticCode::too_large, if_too_large);
  else result = response(pack->second, {request, size});
}

}  // namespace

extern "C" {

unsigned char* waymark_allocate(std::size_t size) { return static_cast<unsigned char*>(std::malloc(size)); }

void waymark_release(unsigned char* room) { std::free(room); }

std::uint32_t waymark_open(const char* model, std::size_t size) {
  if (size > largest_model) {
    result = refusal(DiagnosticCode::too_large, "the questionnaire's file is larger than 8 MiB");
    return 0;
  }
  auto opened = read_model({model, size});
  if (!opened) {
    result = refusal(DiagnosticCode::model_unusable,
                     "the questionnaire's file is damaged or of another version; build the site again");
    return 0;
  }
  result = write_diagnostics({});
  packs.emplace(++last_handle, std::move(*opened));
  return last_handle;
}

void waymark_close(std::uint32_t handle) { packs.erase(handle); }

void waymark_assess(std::uint32_t handle, const char* request, std::size_t size) {
  respond(handle, request, size, assess_request);
}

void waymark_encode(std::uint32_t handle, const char* request, std::size_t size) {
  respond(handle, request, size, encode_request);
}

void waymark_decode(std::uint32_t handle, const char* request, std::size_t size) {
  respond(handle, request, size, decode_request, "the file is larger than 256 KiB, as no save file is");
}

void waymark_compare(std::uint32_t handle, const char* request, std::size_t size) {
  respond(handle, request, size, compare_request);
}

const char* waymark_result() { return result.data(); }

std::size_t waymark_result_size() { return result.size(); }
}
