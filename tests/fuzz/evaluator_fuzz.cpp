// Rules made up from bytes, evaluated by the core and by the reference evaluator.

#include <deque>
#include <limits>

#include "reference_evaluator.h"
#include "rules/evaluate.h"
#include "rules/parser.h"
#include "support.h"

using namespace waymark;
using namespace waymark::fuzzing;
using namespace waymark::testing;

namespace {

/// Reads choices byte by byte; when none are left, every choice is the first.
class Choices {
 public:
  explicit Choices(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t below(std::uint32_t count) {
    if (bytes_.empty()) return 0;
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte % count;
  }
  bool one_in(std::uint32_t count) { return below(count) == count - 1; }
  [[nodiscard]] bool at_end() const { return bytes_.empty(); }

  template <typename T, std::size_t N>
  const T& among(const T (&all)[N]) {
    return all[below(static_cast<std::uint32_t>(N))];
  }

 private:
  std::string_view bytes_;
};

// Operators of one rule: a few are enough to meet each other in every way, and many take long.
constexpr std::uint32_t most_made = 24;

enum class Kind : std::uint8_t { boolean, integer, real, string, list };

constexpr Kind kinds[] = {Kind::boolean, Kind::integer, Kind::real, Kind::string, Kind::list};

constexpr std::string_view integers[] = {"0",
                                         "1",
                                         "2",
                                         "3",
                                         "-1",
                                         "7",
                                         "-7",
                                         "0x1F",
                                         "9007199254740993",
                                         "4611686018427387904",
                                         "9223372036854775807",
                                         "-9223372036854775808"};
constexpr std::string_view reals[] = {"0.0",
                                      "1.0",
                                      "0.5",
                                      "2.0",
                                      "-1.0",
                                      "1e308",
                                      "3.0",
                                      "5e-324",
                                      "-0.0",
                                      "9007199254740992.0",
                                      "9223372036854775807.0",
                                      "-9223372036854775808.0"};
constexpr std::string_view texts[] = {"''",    "'a'",        "'ab'",  "'é'",   "\"b\"",
                                      "'42'",  "'-1'",       "'1.5'", "'1e3'", "'9223372036854775808'",
                                      "r'\\'", "'\\u00e9a'", "'+1'",  "'.5e'", "'''a'b'''"};

constexpr std::size_t slot_count = 10;
constexpr std::string_view slot_names[slot_count] = {"va", "vb", "vc", "vd", "ve", "vf", "vg", "vh", "vi", "vj"};

/// The values of the names: two of each kind, but any may be unknown, an error or of another kind.
class Slots {
 public:
  explicit Slots(Choices& choices) {
    for (std::size_t i = 0; i < slot_count; ++i) {
      switch (choices.below(8)) {
        case 5: values.push_back(Value::of(static_cast<EvaluationError>(choices.below(7)))); break;
        case 6:
        case 7: values.push_back(unknown(choices)); break;
        default: values.push_back(known(kinds[i / 2], choices, 2)); break;
      }
    }
  }

  std::vector<Value> values;

 private:
  Value unknown(Choices& choices) {
    std::vector<std::uint32_t>& causes = causes_.emplace_back();
    const std::uint32_t members = choices.below(32);
    for (std::uint32_t cause = 0; cause < 5; ++cause)
      if ((members >> cause & 1U) != 0) causes.push_back(cause);
    if (causes.empty()) causes.push_back(5);
    return Value::unknown(causes);
  }

  Value known(Kind kind, Choices& choices, std::uint32_t depth) {
    constexpr std::int64_t whole[] = {0, 1, -1, 2, 3, INT64_MAX, INT64_MIN, std::int64_t{1} << 53};
    constexpr double decimal[] = {0.0,
                                  1.0,
                                  -0.0,
                                  2.0,
                                  0.5,
                                  std::numeric_limits<double>::infinity(),
                                  std::numeric_limits<double>::quiet_NaN(),
                                  9223372036854775808.0};
    constexpr std::string_view words[] = {"", "a", "ab", "b", "1", "\xC3\xA9"};
    switch (kind) {
      case Kind::boolean: return Value::of(choices.one_in(2));
      case Kind::integer: return Value::of(choices.among(whole));
      case Kind::real: return Value::of(choices.among(decimal));
      case Kind::string: return Value::of(choices.among(words));
      case Kind::list: break;
    }
    std::vector<Value>& items = lists_.emplace_back();
    const std::uint32_t count = choices.below(4);
    const Kind element = choices.among(kinds);
    for (std::uint32_t i = 0; i < count; ++i)
      items.push_back(known(element == Kind::list && depth == 0 ? Kind::integer : element, choices, depth - 1));
    return Value::of(std::span<const Value>(items));
  }

  std::deque<std::vector<std::uint32_t>> causes_;
  std::deque<std::vector<Value>> lists_;
};

/// A rule in two spellings: with a bracket only where the grammar needs it, and around every operand.
struct Spelling {
  std::string bare;
  std::string bracketed;
  int precedence = 0;  ///< of the outermost operator, as in the grammar: 0 for ?:, 1 for ||, ... 7 for members
};

class RuleMaker {
 public:
  explicit RuleMaker(Choices& choices) : choices_(choices) {}

  Spelling make(Kind kind, std::uint32_t depth) {
    if (choices_.one_in(12)) kind = choices_.among(kinds);
    if (depth == 0 || choices_.at_end() || ++made_ > most_made) return leaf(kind);
    switch (choices_.below(8)) {
      case 0: return leaf(kind);
      case 1: return name(kind);
      case 2: return conditional(kind, depth);
      case 3: return call("", {list_of(kind, depth - 1)}, "[", {make(Kind::integer, depth - 1)}, "]");
      default: break;
    }
    switch (kind) {
      case Kind::boolean: return truth(depth);
      case Kind::integer: return integer(depth);
      case Kind::real: return real(depth);
      case Kind::string: return infix(" + ", 4, make(kind, depth - 1), make(kind, depth - 1));
      case Kind::list: return list(depth);
    }
    return leaf(kind);
  }

 private:
  static Spelling plain(std::string_view text, int precedence = 7) {
    return {std::string(text), std::string(text), precedence};
  }
  static std::string in_brackets(const std::string& text) { return "(" + text + ")"; }
  /// The operand as an operator of this precedence can take it.
  static std::string bare(const Spelling& operand, int precedence) {
    return operand.precedence < precedence ? in_brackets(operand.bare) : operand.bare;
  }

  static Spelling infix(std::string_view op, int precedence, const Spelling& left, const Spelling& right) {
    const std::string symbol(op);
    return {bare(left, precedence) + symbol + bare(right, precedence + 1),
            in_brackets(left.bracketed) + symbol + in_brackets(right.bracketed), precedence};
  }

  static Spelling prefix(std::string_view op, const Spelling& operand) {
    const std::string symbol(op);
    return {symbol + bare(operand, 7), symbol + in_brackets(operand.bracketed), 6};
  }

  /// Text around operands of which only the first, if it stands before a method or an index, needs brackets.
  static Spelling call(std::string_view before, const std::vector<Spelling>& target, std::string_view between,
                       const std::vector<Spelling>& arguments, std::string_view after) {
    Spelling all = plain(before);
    for (const Spelling& operand : target) {
      all.bare += bare(operand, 7);
      all.bracketed += in_brackets(operand.bracketed);
    }
    all.bare += between;
    all.bracketed += between;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
      all.bare += (i == 0 ? "" : ", ") + arguments[i].bare;
      all.bracketed += (i == 0 ? "" : ", ") + in_brackets(arguments[i].bracketed);
    }
    all.bare += after;
    all.bracketed += after;
    return all;
  }

  static Spelling number(std::string_view text) { return plain(text, text.starts_with('-') ? 6 : 7); }

  Spelling leaf(Kind kind) {
    switch (kind) {
      case Kind::boolean: return plain(choices_.one_in(2) ? "false" : "true");
      case Kind::integer: return number(choices_.among(integers));
      case Kind::real: return number(choices_.among(reals));
      case Kind::string: return plain(choices_.among(texts));
      case Kind::list: return plain(choices_.one_in(2) ? "[1, 2, 3]" : "[]");
    }
    return plain("true");
  }

  Spelling name(Kind kind) {
    if (!locals_.empty() && choices_.one_in(2))
      return plain(locals_[choices_.below(static_cast<std::uint32_t>(locals_.size()))]);
    if (choices_.one_in(16)) return plain("undeclared");
    return slot(kind);
  }

  Spelling slot(Kind kind) { return plain(slot_names[static_cast<std::size_t>(kind) * 2 + choices_.below(2)]); }

  Spelling conditional(Kind kind, std::uint32_t depth) {
    const Spelling condition = make(Kind::boolean, depth - 1);
    const Spelling then = make(kind, depth - 1);
    const Spelling otherwise = make(kind, depth - 1);
    return {bare(condition, 1) + " ? " + bare(then, 1) + " : " + otherwise.bare,
            in_brackets(condition.bracketed) + " ? " + in_brackets(then.bracketed) + " : " +
                in_brackets(otherwise.bracketed),
            0};
  }

  Spelling truth(std::uint32_t depth) {
    constexpr std::string_view orders[] = {" < ", " <= ", " > ", " >= ", " == ", " != "};
    constexpr std::string_view methods[] = {".startsWith(", ".endsWith(", ".contains("};
    constexpr std::string_view macros[] = {".all(", ".exists(", ".exists_one("};
    switch (choices_.below(8)) {
      case 0: return chain(" && ", 2, depth);
      case 1: return chain(" || ", 1, depth);
      case 2: return prefix("!", make(Kind::boolean, depth - 1));
      case 3: {
        const Kind element = choices_.among(kinds);
        return infix(" in ", 3, make(element, depth - 1), list_of(element, depth - 1));
      }
      case 4: {
        const std::string_view method = choices_.among(methods);
        return call("", {make(Kind::string, depth - 1)}, method, {make(Kind::string, depth - 1)}, ")");
      }
      case 5: return macro(choices_.among(macros), {Kind::boolean}, depth);
      default: {
        const std::string_view op = choices_.among(orders);
        const Kind kind = choices_.among(kinds);
        const Spelling left = make(kind, depth - 1);
        return infix(op, 3, left, make(kind, depth - 1));
      }
    }
  }

  Spelling chain(std::string_view op, int precedence, std::uint32_t depth) {
    Spelling all = make(Kind::boolean, depth - 1);
    const std::uint32_t more = 1 + choices_.below(3);
    for (std::uint32_t i = 0; i < more; ++i) all = infix(op, precedence, all, make(Kind::boolean, depth - 1));
    return all;
  }

  Spelling integer(std::uint32_t depth) {
    constexpr std::string_view sums[] = {" + ", " - "};
    constexpr std::string_view products[] = {" * ", " / ", " % "};
    switch (choices_.below(6)) {
      case 0: return call("size(", {}, "", {make(choices_.one_in(2) ? Kind::string : Kind::list, depth - 1)}, ")");
      case 1: return call("", {make(choices_.one_in(2) ? Kind::string : Kind::list, depth - 1)}, ".size(", {}, ")");
      case 2: return call("int(", {}, "", {make(choices_.one_in(2) ? Kind::string : Kind::real, depth - 1)}, ")");
      case 3: return prefix("-", make(Kind::integer, depth - 1));
      case 4: return arithmetic(Kind::integer, choices_.among(sums), 4, depth);
      default: return arithmetic(Kind::integer, choices_.among(products), 5, depth);
    }
  }

  Spelling real(std::uint32_t depth) {
    constexpr std::string_view sums[] = {" + ", " - "};
    constexpr std::string_view products[] = {" * ", " / "};
    switch (choices_.below(4)) {
      case 0: return call("double(", {}, "", {make(choices_.one_in(2) ? Kind::string : Kind::integer, depth - 1)}, ")");
      case 1: return prefix("-", make(Kind::real, depth - 1));
      case 2: return arithmetic(Kind::real, choices_.among(sums), 4, depth);
      default: return arithmetic(Kind::real, choices_.among(products), 5, depth);
    }
  }

  Spelling arithmetic(Kind kind, std::string_view op, int precedence, std::uint32_t depth) {
    const Spelling left = make(kind, depth - 1);
    return infix(op, precedence, left, make(kind, depth - 1));
  }

  Spelling list(std::uint32_t depth) {
    switch (choices_.below(5)) {
      case 0: return macro(".filter(", {Kind::boolean}, depth);
      case 1: return macro(".map(", {choices_.among(kinds)}, depth);
      case 2: return macro(".map(", {Kind::boolean, choices_.among(kinds)}, depth);
      case 3: return arithmetic(Kind::list, " + ", 4, depth);
      default: return list_of(choices_.among(kinds), depth - 1);
    }
  }

  Spelling list_of(Kind element, std::uint32_t depth) {
    if (depth == 0 || choices_.one_in(4)) return name(Kind::list);
    std::vector<Spelling> elements(choices_.below(4));
    for (Spelling& one : elements) one = make(element, depth - 1);
    return call("[", {}, "", elements, "]");
  }

  Spelling macro(std::string_view opening, const std::vector<Kind>& bodies, std::uint32_t depth) {
    // So few that inner variables hide outer ones, and the name of a slot.
    constexpr std::string_view variables[] = {"x", "y", "va"};
    const Spelling range = choices_.one_in(2) ? plain("[1, 2, 3]") : make(Kind::list, depth - 1);
    const std::string_view variable = choices_.among(variables);
    locals_.push_back(variable);
    std::vector<Spelling> arguments = {plain(variable)};
    for (const Kind body : bodies)
      arguments.push_back(choices_.one_in(2) ? by_element(variable, body) : make(body, depth - 1));
    locals_.pop_back();
    Spelling all = call("", {range}, opening, arguments, ")");
    // A variable takes no brackets.
    const std::size_t at = in_brackets(range.bracketed).size() + opening.size();
    all.bracketed.replace(at, variable.size() + 2, variable);
    return all;
  }

  /// Another outcome for each of 1, 2 and 3: unknowns, errors and values side by side in one macro.
  Spelling by_element(std::string_view variable, Kind kind) {
    const auto outcome = [&] { return choices_.one_in(3) ? leaf(kind) : slot(kind); };
    const Spelling of_others = outcome();
    Spelling all = of_others;
    for (const std::string_view element : {"2", "1"}) {
      const Spelling of_element = outcome();
      const std::string is_element = std::string(variable) + " == " + std::string(element);
      all = {is_element + " ? " + of_element.bare + " : " + all.bare,
             in_brackets(is_element) + " ? " + in_brackets(of_element.bracketed) + " : " + in_brackets(all.bracketed),
             0};
    }
    return all;
  }

  Choices& choices_;
  std::vector<std::string_view> locals_;
  std::uint32_t made_ = 0;
};

/// The rule, or nothing where it is nested too deep.
std::optional<Expression> parse(const std::string& rule, const NameTable& names) {
  std::vector<RuleFault> faults;
  Expression expression = parse_rule(rule, names, faults);
  for (const RuleFault& fault : faults) {
    if (fault.code == DiagnosticCode::rule_too_large) return std::nullopt;
    require(fault.code == DiagnosticCode::rule_undeclared_name, "what the grammar makes is parsed: " + rule);
  }
  return expression;
}

void require_same(const ReferenceValue& found, const ReferenceValue& expected, const std::string& rule,
                  std::span<const ReferenceValue> slots, std::string_view what) {
  if (same(found, expected)) return;
  std::string told = "rule: " + rule + "\n";
  for (std::size_t i = 0; i < slot_count; ++i)
    told += "  " + std::string(slot_names[i]) + " = " + show(slots[i]) + "\n";
  told += "found: " + show(found) + "\nexpected: " + show(expected) + "\n";
  std::fputs(told.c_str(), stderr);
  require(false, what);
}

NameTable declared_names() {
  NameTable names;
  for (std::uint32_t i = 0; i < slot_count; ++i) names.declare(slot_names[i], i);
  return names;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const NameTable names = declared_names();
  Choices choices(text_of(data, size));
  const Kind kind = choices.among(kinds);
  const Slots slots(choices);
  const Spelling rule = RuleMaker(choices).make(kind, 6);
  const auto bare = parse(rule.bare, names);
  if (!bare) return 0;
  std::vector<ReferenceValue> reference_slots;
  for (const Value& value : slots.values) reference_slots.push_back(reference_of(value));
  // Long before the core's own limit of steps.
  const auto expected = evaluate_by_reference(*bare, reference_slots, 2'000);
  if (!expected) return 0;
  Workspace workspace;
  require_same(reference_of(evaluate(*bare, slots.values, workspace)), *expected, rule.bare, reference_slots,
               "the core and the reference agree");
  const auto bracketed = parse(rule.bracketed, names);
  if (bracketed)
    require_same(reference_of(evaluate(*bracketed, slots.values, workspace)), *expected, rule.bracketed,
                 reference_slots, "brackets that the grammar does not need change nothing");
  return 0;
}
