#include "abi.h"

#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "assess.h"
#include "open.h"
#include "reading/answers_reader.h"
#include "reading/json_reader.h"
#include "reading/object_reader.h"
#include "writing/assessment_writer.h"

struct WaymarkPack {
  waymark::Model model;
};

namespace {

using namespace waymark;

std::string result;

std::string assess_request(const Model& model, std::string_view request) {
  const std::vector<SourceText> sources = {{"request", std::string(request)}};
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

WaymarkPack* waymark_open(const char* bundle, std::size_t size) {
  OpenedPack opened = open_bundle({"bundle.json", std::string(bundle, size)});
  result = write_diagnostics(opened.diagnostics);
  if (!opened.model) return nullptr;
  return std::make_unique<WaymarkPack>(WaymarkPack{std::move(*opened.model)}).release();
}

void waymark_close(WaymarkPack* pack) { std::unique_ptr<WaymarkPack>(pack).reset(); }

void waymark_assess(const WaymarkPack* pack, const char* request, std::size_t size) {
  result = assess_request(pack->model, {request, size});
}

const char* waymark_result() { return result.data(); }

std::size_t waymark_result_size() { return result.size(); }
}
