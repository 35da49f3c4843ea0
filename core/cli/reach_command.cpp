#include "cli/commands.h"
#include "cli/open_folder.h"
#include "cli/terminal.h"
#include "reaching/findings_writer.h"
#include "reaching/reach.h"
#include "reaching/unreachable.h"

namespace waymark {
namespace {

/// False, and says so, where an example does not show what it was found for: then no proof of this run can be relied
/// on.
bool examples_hold(const Findings& findings, const Model& model) {
  bool hold = true;
  for (const Finding& finding : findings.all) {
    if (finding.proof != Proof::reached || finding.is_checked) continue;
    print_failure("a fault of this program, please report it: the example found for \"" +
                  words_of(finding.claim, model) + "\" does not show it");
    hold = false;
  }
  return hold;
}

}  // namespace

int run_reach(const ReachOptions& options) {
  const PackFolder folder = read_pack_folder(options.pack);
  int status = success;
  const auto opened = open_files(folder, status);
  if (!opened) return status;
  if (has_errors(folder.diagnostics)) return faulty_input;
  const Model& model = *opened;
  const Findings findings = reach(model, options.today.value_or(model.published));
  if (!examples_hold(findings, model)) return internal_fault;
  Reporter reporter(folder.sources);
  const Pack pack = read_pack(folder.files, reporter);
  report_unreachable(pack, model, findings, reporter);
  const Diagnostics unreachable = reporter.take();
  print_diagnostics(unreachable);
  if (options.json) print_line(write_findings(findings, model, unreachable));
  else
    for (const std::string& line : tell_findings(findings, model, options.examples)) print_line(line);
  if (!output_is_whole()) return misuse;
  return has_errors(unreachable) ? faulty_input : success;
}

}  // namespace waymark
