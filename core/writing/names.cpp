#include "writing/names.h"

namespace waymark {

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::eligible: return "eligible";
    case Verdict::may_be_eligible: return "may_be_eligible";
    case Verdict::not_eligible: return "not_eligible";
  }
  return "";
}

std::string_view name_of(Status status) {
  switch (status) {
    case Status::open: return "open";
    case Status::upcoming: return "upcoming";
    case Status::closed: return "closed";
    case Status::unknown: return "unknown";
  }
  return "";
}

}  // namespace waymark
