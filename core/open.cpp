#include "open.h"

#include "checking/check_freshness.h"
#include "checking/check_pack.h"
#include "checking/check_texts.h"
#include "checking/check_translations.h"
#include "checking/open_numbers.h"

namespace waymark {
namespace {

// Meaning is looked at only where the form is sound: what was misread would bring faults of its own.
std::optional<Model> check_if_well_formed(const Pack& pack, Reporter& reporter) {
  if (has_errors(reporter.so_far())) return std::nullopt;
  return check_pack(pack, reporter);
}

}  // namespace

OpenedPack open_pack(const std::vector<SourceText>& sources, const std::vector<PackFile>& files,
                     const std::optional<Date>& today) {
  Reporter reporter(sources);
  OpenedPack opened;
  const Pack pack = read_pack(files, reporter);
  opened.model = check_if_well_formed(pack, reporter);
  // Words for things of a file that could not be read would all look superfluous.
  if (!pack.incomplete) {
    check_texts(pack, reporter);
    check_translations(pack, reporter);
  }
  if (opened.model) warn_of_open_numbers(pack, *opened.model, reporter);
  if (today) check_freshness(pack, *today, reporter);
  opened.diagnostics = reporter.take();
  if (has_errors(opened.diagnostics)) opened.model.reset();
  return opened;
}

OpenedPack open_bundle(SourceText bundle) {
  const std::vector<SourceText> sources = {std::move(bundle)};
  Reporter reporter(sources);
  OpenedPack opened;
  const Pack pack = read_pack({{PackPart::bundle, {}, 0}}, reporter);
  opened.model = check_if_well_formed(pack, reporter);
  opened.diagnostics = reporter.take();
  return opened;
}

}  // namespace waymark
