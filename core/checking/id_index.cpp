#include "checking/id_index.h"

#include "text/closest.h"

namespace waymark {

void IdIndex::add(const AuthoredText& id, Reporter& reporter) {
  if (!indices_.emplace(id.value, next_++).second)
    reporter.error(DiagnosticCode::id_duplicate, id.place, {"the ", what_, " \"", id.value, "\" is there twice"});
}

const std::uint32_t* IdIndex::find(const AuthoredText& id, Reporter& reporter) const {
  const auto found = indices_.find(id.value);
  if (found != indices_.end()) return &found->second;
  const std::vector<std::string_view> known = ids();
  reporter.error(DiagnosticCode::id_unknown, id.place, {"there is no ", what_, " \"", id.value, "\""},
                 did_you_mean(id.value, known));
  return nullptr;
}

std::vector<std::string_view> IdIndex::ids() const {
  std::vector<std::string_view> all;
  for (const auto& [id, index] : indices_) all.push_back(id);
  return all;
}

}  // namespace waymark
