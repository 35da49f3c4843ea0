#include "writing/diagnostics_writer.h"

namespace waymark {

void write_diagnostics(JsonWriter& json, const Diagnostics& diagnostics, std::string_view key) {
  json.key(key).open_array();
  for (const Diagnostic& diagnostic : diagnostics) {
    json.open_object();
    json.key("severity").text(diagnostic.severity == Severity::error ? "error" : "warning");
    json.key("code").text(name_of(diagnostic.code));
    if (!diagnostic.file.empty()) json.key("file").text(diagnostic.file);
    if (diagnostic.line != 0) json.key("line").integer(diagnostic.line).key("column").integer(diagnostic.column);
    json.key("message").text(diagnostic.message);
    if (!diagnostic.suggestion.empty()) json.key("suggestion").text(diagnostic.suggestion);
    if (!diagnostic.question.empty()) json.key("question").text(diagnostic.question);
    if (!diagnostic.topic.empty()) json.key("topic").text(diagnostic.topic);
    json.close_object();
  }
  json.close_array();
}

std::string write_diagnostics(const Diagnostics& diagnostics) {
  JsonWriter json;
  json.open_object();
  write_diagnostics(json, diagnostics);
  json.close_object();
  return json.take();
}

}  // namespace waymark
