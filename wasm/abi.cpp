#include "abi.h"

#include <cstdlib>
#include <map>
#include <string>
#include <string_view>

#include "assess.h"
#include "model/limits.h"
#include "open.h"
#include "reading/answers_reader.h"
#include "reading/json_reader.h"
#include "reading/object_reader.h"
#include "writing/assessment_writer.h"

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

std::string assess_request(const Model& model, std::string_view request) {
  const std::vector<SourceText> sources = {{{}, std::string(request)}};
  Reporter reporter(sources);
  const auto json = read_json(0, reporter);
  if (!json) return write_diagnostics(reporter.take());
  std::optional<Date> today;
  const JsonValue* answers = nullptr;
  {
    ObjectReader object(*json, "a request", reporter);
    const AuthoredText day = object.text("today");
    today = parse_date(day.value);
    if (!today && !has_errors(reporter.so_far()))
      reporter.error(DiagnosticCode::request_malformed, day.place, "\"" + day.value + "\" is no day",
                     "write it as 2026-11-22");
    answers = object.required("answers");
  }
  if (!today || answers == nullptr || has_errors(reporter.so_far())) return write_diagnostics(reporter.take());
  const Answers read = read_answers(*answers, model, *today, reporter);
  return write_assessment(assess(model, read, *today), model, reporter.take());
}

}  // namespace

extern "C" {

unsigned char* waymark_allocate(std::size_t size) { return static_cast<unsigned char*>(std::malloc(size)); }

void waymark_release(unsigned char* room) { std::free(room); }

std::uint32_t waymark_open(const char* bundle, std::size_t size) {
  if (size > largest_bundle) {
    result = refusal(DiagnosticCode::too_large, "the bundle is larger than 8 MiB");
    return 0;
  }
  OpenedPack opened = open_bundle({"bundle.json", std::string(bundle, size)});
  result = write_diagnostics(opened.diagnostics);
  if (!opened.model) return 0;
  packs.emplace(++last_handle, std::move(*opened.model));
  return last_handle;
}

void waymark_close(std::uint32_t handle) { packs.erase(handle); }

void waymark_assess(std::uint32_t handle, const char* request, std::size_t size) {
  const auto pack = packs.find(handle);
  if (pack == packs.end()) result = refusal(DiagnosticCode::request_malformed, "no pack is open under this handle");
  else if (size > largest_request) result = refusal(DiagnosticCode::too_large, "the request is larger than 1 MiB");
  else result = assess_request(pack->second, {request, size});
}

const char* waymark_result() { return result.data(); }

std::size_t waymark_result_size() { return result.size(); }
}
