#include "open.h"

#include "checking/check_freshness.h"
#include "checking/check_pack.h"

namespace waymark {

OpenedPack open_pack(const std::vector<SourceText>& sources, const std::vector<PackFile>& files,
                     const std::optional<Date>& today) {
  Reporter reporter(sources);
  OpenedPack opened;
  const Pack pack = read_pack(files, reporter);
  // Meaning is looked at only where the form is sound: what was misread would bring faults of its own.
  if (!has_errors(reporter.so_far())) opened.model = check_pack(pack, reporter);
  if (today) check_freshness(pack, *today, reporter);
  opened.diagnostics = reporter.take();
  return opened;
}

}  // namespace waymark
