// The text of a rule over the small pack's names; what follows a null byte chooses the values of its names.

#include <cmath>
#include <deque>
#include <fuzzer/FuzzedDataProvider.h>

#include "checking/question_type.h"
#include "rules/evaluate.h"
#include "rules/parser.h"
#include "rules/type_check.h"
#include "support.h"
#include "support/packs.h"

using namespace waymark;
using namespace waymark::fuzzing;

namespace {

/// The names that the small pack's rules can read, with their types.
struct Names {
  NameTable table;
  std::vector<RuleType> types;

  explicit Names(const Model& model) {
    for (const Question& question : model.questions) {
      // Rules cannot read topics.
      if (question.kind != QuestionKind::topics) table.declare(question.id, static_cast<std::uint32_t>(types.size()));
      types.push_back(type_of(question));
    }
    for (const Derived& derived : model.derived) {
      std::vector<RuleFault> faults;
      table.declare(derived.id, static_cast<std::uint32_t>(types.size()));
      types.push_back(check_types(derived.rule, types, faults));
    }
    table.declare("months_to_start", static_cast<std::uint32_t>(types.size()));
    types.push_back(RuleType::integers(0, 12 * 9999));
  }
};

/// One value for every slot, within its type.
class Slots {
 public:
  Slots(const std::vector<RuleType>& types, FuzzedDataProvider& choices) {
    for (const RuleType& type : types) values.push_back(value_of(type, choices));
  }

  std::vector<Value> values;

 private:
  Value value_of(const RuleType& type, FuzzedDataProvider& choices) {
    switch (type.kind) {
      case TypeKind::boolean: return Value::of(choices.ConsumeBool());
      case TypeKind::integer: return Value::of(choices.ConsumeIntegralInRange(type.lowest, type.highest));
      case TypeKind::real: return Value::of(choices.ConsumeFloatingPointInRange(type.real_lowest, type.real_highest));
      case TypeKind::string:
        return Value::of((*type.strings)[choices.ConsumeIntegralInRange<std::size_t>(0, type.strings->size() - 1)]);
      case TypeKind::list: {
        std::vector<Value>& items = lists_.emplace_back();
        for (const std::string_view option : *type.strings)
          if (choices.ConsumeBool()) items.push_back(Value::of(option));
        return Value::of(std::span<const Value>(items));
      }
      case TypeKind::any: break;
    }
    return Value::of(false);
  }

  std::deque<std::vector<Value>> lists_;
};

bool is_of(const Value& value, TypeKind kind) {
  switch (kind) {
    case TypeKind::boolean: return value.is(ValueKind::boolean);
    case TypeKind::integer: return value.is(ValueKind::integer);
    case TypeKind::real: return value.is(ValueKind::real);
    case TypeKind::string: return value.is(ValueKind::string);
    case TypeKind::list: return value.is(ValueKind::list);
    case TypeKind::any: return true;
  }
  return false;
}

void require_within(const Value& value, const RuleType& type) {
  require(is_of(value, type.kind), "a value is of the kind that was worked out");
  if (type.kind == TypeKind::integer)
    require(type.lowest <= value.integer && value.integer <= type.highest, "a whole number lies within its range");
  // Bounds at infinity say nothing, and what comes of infinities may be no number.
  if (type.kind == TypeKind::real && std::isfinite(type.real_lowest) && std::isfinite(type.real_highest))
    require(type.real_lowest <= value.real && value.real <= type.real_highest, "a number lies within its range");
  if (type.kind == TypeKind::string && type.strings)
    require(std::find(type.strings->begin(), type.strings->end(), value.as_string()) != type.strings->end(),
            "a text is one of those that were worked out");
  if (type.kind != TypeKind::list) return;
  require(type.fewest <= value.size && value.size <= type.most, "a list has as many elements as was worked out");
  RuleType element = type;
  element.kind = type.element;
  for (const Value& item : value.as_list()) require_within(item, element);
}

void require_spans(const std::vector<RuleFault>& faults, std::string_view rule) {
  for (const RuleFault& fault : faults) {
    require(fault.span.begin < fault.span.end, "a fault has a place");
    // Where something is missing at the end, the place is one past it.
    require(fault.span.begin <= rule.size() && fault.span.end <= rule.size() + 1, "a fault's place lies in the rule");
    require(!fault.message.text().empty(), "a fault says what is wrong");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Names names(testing::small_model());
  const std::string_view input = text_of(data, size);
  const std::string_view rule = input.substr(0, input.find('\0'));

  std::vector<RuleFault> faults;
  const Expression expression = parse_rule(rule, names.table, faults);
  require_spans(faults, rule);
  if (!can_evaluate(faults)) return 0;
  const RuleType type = check_types(expression, names.types, faults);
  require_spans(faults, rule);

  FuzzedDataProvider choices(data + rule.size(), size - rule.size());
  Slots slots(names.types, choices);
  Workspace workspace;
  const Value settled = evaluate(expression, slots.values, workspace);
  if (!faults.empty()) return 0;
  require(settled.is_known(), "a checked rule over known values has a known value");
  require_within(settled, type);

  std::vector<std::uint32_t> causes(names.types.size());
  std::vector<Value> partly = slots.values;
  for (std::uint32_t i = 0; i < partly.size(); ++i) {
    causes[i] = i;
    if (choices.ConsumeBool()) partly[i] = Value::unknown({&causes[i], 1});
  }
  const Value outcome = evaluate(expression, partly, workspace);
  require(!outcome.is(ValueKind::error), "a checked rule has no error");
  if (outcome.is_known()) require(outcome.kind == settled.kind, "the kind does not hang on what is unknown");
  if (outcome.is(ValueKind::boolean))
    require(outcome.boolean == settled.boolean, "what is known already stands whatever is still unknown");
  if (outcome.is(ValueKind::unknown)) require(outcome.size > 0, "what is unknown hangs on something");
  for (std::uint32_t i = 0; outcome.is(ValueKind::unknown) && i < outcome.size; ++i)
    require(partly[outcome.causes[i]].is(ValueKind::unknown), "what is unknown hangs on what is unknown");
  return 0;
}
