#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/diagnostic.h"
#include "text/message.h"

namespace waymark {

/// One file's name, as its caller knows it, and its bytes.
struct SourceText {
  std::string name;
  std::string text;
};

/// A byte of one of the texts that are being read.
struct Place {
  std::uint32_t file = 0;    ///< index into the list of texts
  std::uint32_t offset = 0;  ///< bytes from the text's beginning
};

/// Collects diagnostics about a list of texts, turning places into lines and columns.
class Reporter {
 public:
  explicit Reporter(const std::vector<SourceText>& sources) : sources_(sources) {}

  /// Adds a diagnostic; what is returned may be completed until the next report.
  Diagnostic& report(Severity severity, DiagnosticCode code, Place place, Message message, Message suggestion = {});
  void error(DiagnosticCode code, Place place, Message message, Message suggestion = {}) {
    report(Severity::error, code, place, std::move(message), std::move(suggestion));
  }
  void warning(DiagnosticCode code, Place place, Message message, Message suggestion = {}) {
    report(Severity::warning, code, place, std::move(message), std::move(suggestion));
  }

  [[nodiscard]] std::string_view text_of(std::uint32_t file) const { return sources_[file].text; }
  /// The newest diagnostic; there must be one.
  [[nodiscard]] Diagnostic& last() { return diagnostics_.back(); }
  [[nodiscard]] Diagnostics take() { return std::move(diagnostics_); }
  [[nodiscard]] const Diagnostics& so_far() const { return diagnostics_; }

 private:
  const std::vector<SourceText>& sources_;
  Diagnostics diagnostics_;
};

}  // namespace waymark
