#include "reading/source_text.h"

#include <algorithm>

#include "model/limits.h"
#include "text/utf8.h"

namespace waymark {

Diagnostic& Reporter::report(Severity severity, DiagnosticCode code, Place place, Message message, Message suggestion) {
  if (diagnostics_.size() > most_diagnostics) return diagnostics_.back();
  if (diagnostics_.size() == most_diagnostics) {
    severity = Severity::error;
    code = DiagnosticCode::too_large;
    message = "there are more faults than are told; mend these first";
    suggestion = {};
  }
  Diagnostic diagnostic;
  diagnostic.severity = severity;
  diagnostic.code = code;
  diagnostic.message = message.take();
  diagnostic.suggestion = suggestion.take();
  if (place.file < sources_.size()) {
    const SourceText& source = sources_[place.file];
    const std::string_view before =
        std::string_view(source.text).substr(0, std::min<std::size_t>(place.offset, source.text.size()));
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
    diagnostic.file = source.name;
    diagnostic.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    diagnostic.column = count_code_points(before.substr(line_start)) + 1;
  }
  return diagnostics_.emplace_back(std::move(diagnostic));
}

}  // namespace waymark
