#include "checking/question_type.h"

#include <memory>
#include <string_view>
#include <vector>

namespace waymark {

RuleType type_of(const Question& question) {
  switch (question.kind) {
    case QuestionKind::yes_no: return RuleType::of(TypeKind::boolean);
    case QuestionKind::scale: return RuleType::integers(1, question.points);
    case QuestionKind::since: return RuleType::integers(0, most_months);
    case QuestionKind::number:
      return question.decimals ? RuleType::reals(question.lowest, question.highest)
                               : RuleType::integers(static_cast<std::int64_t>(question.lowest),
                                                    static_cast<std::int64_t>(question.highest));
    case QuestionKind::one:
    case QuestionKind::many: {
      auto strings = std::make_shared<std::vector<std::string_view>>(question.options.begin(), question.options.end());
      const bool one = question.kind == QuestionKind::one;
      const Value& absent = question.if_not_asked.value;
      if (one && absent.is(ValueKind::string) && absent.size == 0) strings->push_back("");
      RuleType type = RuleType::of(one ? TypeKind::string : TypeKind::list);
      if (!one) {
        type.element = TypeKind::string;
        type.most = static_cast<std::uint32_t>(question.options.size());
      }
      type.strings = std::move(strings);
      return type;
    }
    case QuestionKind::topics: return {};
  }
  return {};
}

}  // namespace waymark
