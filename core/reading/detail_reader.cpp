#include "reading/detail_reader.h"

#include <algorithm>

#include "model/limits.h"
#include "sorting/order.h"
#include "text/closest.h"

namespace waymark {
namespace {

Detail malformed(const JsonValue& json, Reporter& reporter) {
  reporter.error(
      DiagnosticCode::request_malformed, json.place,
      {"the detail is ", describe(json), ", but not one that says which programmes to explain"},
      {"use \"all\", a whole number from 0 to ", std::to_string(most_elements), ", or a list of programme ids"});
  return {};
}

void report_unknown(const std::string& id, Place place, const Model& model, Reporter& reporter) {
  std::vector<std::string_view> known;
  for (const Programme& programme : model.programmes) known.push_back(programme.id);
  reporter.warning(DiagnosticCode::id_unknown, place, {"there is no programme \"", id, "\" to explain"},
                   did_you_mean(id, known));
}

}  // namespace

Detail read_detail(const JsonValue& json, const Model& model, Reporter& reporter) {
  Detail detail;
  if (const auto* text = json.as<std::string>(); text != nullptr && *text == "all") return detail;
  if (const auto* count = json.as<std::int64_t>()) {
    if (*count < 0 || *count > static_cast<std::int64_t>(most_elements)) return malformed(json, reporter);
    detail.form = Detail::Form::first;
    detail.count = static_cast<std::uint32_t>(*count);
    return detail;
  }
  const auto* list = json.as<JsonArray>();
  if (list == nullptr) return malformed(json, reporter);
  detail.form = Detail::Form::listed;
  for (const JsonValue& item : list->items) {
    const auto* id = item.as<std::string>();
    if (id == nullptr) return malformed(item, reporter);
    const auto found =
        std::lower_bound(model.programmes.begin(), model.programmes.end(), *id,
                         [](const Programme& programme, const std::string& of) { return programme.id < of; });
    if (found == model.programmes.end() || found->id != *id) report_unknown(*id, item.place, model, reporter);
    else detail.programmes.push_back(static_cast<std::uint32_t>(found - model.programmes.begin()));
  }
  put_in_order(detail.programmes);
  return detail;
}

}  // namespace waymark
