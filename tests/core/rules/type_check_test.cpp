#include "rules/type_check.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "support/rules.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

using Lines = std::vector<std::string>;

/// The names that the rules below read, one of each kind of question.
class Slots {
 public:
  Slots() {
    RuleType region = RuleType::of(TypeKind::string);
    region.strings = strings({"yorkshire", "wales", "scotland"});
    add("region", region);
    add("attend", list_of({"online", "near", "far"}));
    add("reasons", list_of({"caring", "health"}));
    add("hours", RuleType::integers(0, 60));
    add("years", RuleType::integers(1, 50));
    add("sure", RuleType::integers(1, 5));
    add("change", RuleType::integers(-5, 5));
    add("pay", RuleType::reals(0, 99.5));
    add("mentor", RuleType::of(TypeKind::boolean));
    add("wide", RuleType::of(TypeKind::integer));
    add("text", RuleType::of(TypeKind::string));
  }

  struct Checked {
    RuleType type;
    Lines faults;
  };

  Checked check(std::string_view rule) const {
    std::vector<RuleFault> faults;
    const Expression expression = parse_rule(rule, table_, faults);
    Checked checked;
    if (can_evaluate(faults)) checked.type = check_types(expression, types_, faults);
    checked.faults = show(faults);
    return checked;
  }

 private:
  static StringDomain strings(std::vector<std::string_view> all) {
    return std::make_shared<const std::vector<std::string_view>>(std::move(all));
  }
  static RuleType list_of(std::vector<std::string_view> options) {
    RuleType type = RuleType::of(TypeKind::list);
    type.element = TypeKind::string;
    type.most = static_cast<std::uint32_t>(options.size());
    type.strings = strings(std::move(options));
    return type;
  }
  void add(std::string_view name, RuleType type) {
    table_.declare(name, static_cast<std::uint32_t>(types_.size()));
    types_.push_back(std::move(type));
  }

  NameTable table_;
  std::vector<RuleType> types_;
};

struct Refused {
  std::string_view rule, fault;
};

template <std::size_t N>
void check_refused(const Refused (&cases)[N]) {
  const Slots slots;
  for (const Refused& one : cases) {
    INFO(one.rule);
    CHECK(slots.check(one.rule).faults == Lines{std::string(one.fault)});
  }
}

template <std::size_t N>
void check_accepted(const std::string_view (&rules)[N]) {
  const Slots slots;
  for (const std::string_view rule : rules) {
    INFO(rule);
    CHECK(slots.check(rule).faults == Lines{});
  }
}

}  // namespace

TEST_CASE("an option that does not exist is refused with the one that is meant") {
  const Refused cases[] = {
      {"region == 'yorkshrie'",
       "10-21 rule_unknown_option: \"yorkshrie\" is not one of the options here; did you mean \"yorkshire\"?"},
      {"'waels' != region",
       "0-7 rule_unknown_option: \"waels\" is not one of the options here; did you mean \"wales\"?"},
      {"region == 'france'", "10-18 rule_unknown_option: \"france\" is not one of the options here"},
      {"region in ['wales', 'scotlnd']",
       "20-29 rule_unknown_option: \"scotlnd\" is not one of the options here; did you mean \"scotland\"?"},
      {"'onlin' in attend",
       "0-7 rule_unknown_option: \"onlin\" is not one of the options here; did you mean \"online\"?"},
      {"attend.exists(x, x == 'nearr')",
       "22-29 rule_unknown_option: \"nearr\" is not one of the options here; did you mean \"near\"?"},
      {"(mentor ? region : 'none') == 'non'",
       "30-35 rule_unknown_option: \"non\" is not one of the options here; did you mean \"none\"?"},
      {"attend.filter(x, x != 'far').exists(x, x == 'caring')",
       "44-52 rule_unknown_option: \"caring\" is not one of the options here"},
      {"'healht' in attend + reasons",
       "0-8 rule_unknown_option: \"healht\" is not one of the options here; did you mean \"health\"?"},
      {"region == ''", "10-12 rule_unknown_option: \"\" is not one of the options here"},
  };
  check_refused(cases);
}

TEST_CASE("options that exist are accepted, and texts that are no options are free") {
  const std::string_view rules[] = {
      "region == 'yorkshire'",
      "region in ['wales', 'scotland']",
      "'near' in attend",
      "attend.all(x, x == 'online' || x == 'far')",
      "(mentor ? region : 'none') == 'none'",
      "region.startsWith('york')",
      "text == 'anything'",
      "region < 'm'",
      "[region, 'elsewhere'].exists(x, x == 'elsewhere')",
  };
  check_accepted(rules);
}

TEST_CASE("operands of a wrong kind are refused") {
  const Refused cases[] = {
      {"mentor && hours", "10-15 rule_wrong_type: this is a whole number, but a truth value is needed here"},
      {"region || mentor", "0-6 rule_wrong_type: this is a text, but a truth value is needed here"},
      {"!hours", "1-6 rule_wrong_type: this is a whole number, but a truth value is needed here"},
      {"hours ? 1 : 2", "0-5 rule_wrong_type: this is a whole number, but a truth value is needed here"},
      {"mentor ? 1 : 'x'",
       "13-16 rule_wrong_type: the two outcomes of ? are of different kinds: a whole number and a text"},
      {"region == 1", "0-11 rule_wrong_type: a text is never equal to a whole number"},
      {"attend != 'near'", "0-16 rule_wrong_type: a list is never equal to a text"},
      {"mentor == 1", "0-11 rule_wrong_type: a truth value is never equal to a whole number"},
      {"hours < 'x'", "0-11 rule_wrong_type: a whole number has no order with a text"},
      {"pay > 12",
       "0-8 rule_wrong_type: a decimal number has no order with a whole number; write the whole number with a decimal "
       "point, or use double()"},
      {"attend < reasons", "0-16 rule_wrong_type: lists have no order"},
      {"hours in attend", "0-15 rule_wrong_type: the list holds a text, never a whole number"},
      {"hours in hours", "9-14 rule_wrong_type: this is a whole number, but a list is needed here"},
      {"hours + 'x' == 'x'", "0-11 rule_wrong_type: this operator does not join a whole number and a text"},
      {"hours + 1.5 > 2.0",
       "0-11 rule_wrong_type: this operator does not join a whole number and a decimal number; write the whole number "
       "with a decimal point, or use double()"},
      {"pay % 2.0 == 0.0", "0-9 rule_wrong_type: this operator does not join a decimal number and a decimal number"},
      {"attend - reasons == []", "0-16 rule_wrong_type: this operator does not join a list and a list"},
      {"attend + [1] == []", "0-12 rule_wrong_type: the lists hold values of different kinds"},
      {"-region == 'x'", "0-7 rule_wrong_type: a text has no negative"},
      {"size(hours) > 1", "5-10 rule_wrong_type: a whole number has no size"},
      {"hours.startsWith('x')", "0-5 rule_wrong_type: this is a whole number, but a text is needed here"},
      {"region.contains(1)", "16-17 rule_wrong_type: this is a whole number, but a text is needed here"},
      {"int(mentor) == 1", "0-11 rule_wrong_type: a truth value does not convert to a number"},
      {"double(attend) == 1.0", "0-14 rule_wrong_type: a list does not convert to a number"},
      {"region.all(x, true)", "0-6 rule_wrong_type: this is a text, but a list is needed here"},
      {"attend.all(x, x)", "14-15 rule_wrong_type: this is a text, but a truth value is needed here"},
      {"attend.filter(x, 1) == []", "17-18 rule_wrong_type: this is a whole number, but a truth value is needed here"},
      {"attend[mentor] == 'x'", "7-13 rule_wrong_type: this is a truth value, but a whole number is needed here"},
      {"[1, 'x'] == []", "0-8 rule_wrong_type: the list holds values of different kinds"},
      {"[[1]] == []", "1-4 rule_wrong_type: a list inside a list is not used in a pack's rules"},
      {"attend.map(x, [x]) == []", "14-17 rule_wrong_type: a list inside a list is not used in a pack's rules"},
  };
  check_refused(cases);
}

TEST_CASE("what may fail for some answers is refused") {
  constexpr std::string_view zero =
      " rule_may_fail: the divisor may be zero; test it first and divide by a value that cannot be zero";
  constexpr std::string_view overflow = " rule_may_fail: the result may not fit in 64 bits";
  constexpr std::string_view index =
      " rule_may_fail: the list may have no element at this index; use in, exists() or all()";
  struct MayFail {
    std::string_view rule, place, fault;
  };
  const MayFail cases[] = {
      {"10 / hours > 1", "0-10", zero},
      {"10 % hours == 1", "0-10", zero},
      {"10 / 0 > 1", "0-6", zero},
      {"10 / change > 1", "0-11", zero},
      {"10 / (sure - 1) > 1", "0-14", zero},
      {"10 / (sure - 5) > 1", "0-14", zero},
      {"10 / size(attend) > 1", "0-17", zero},
      {"10 / (size(attend) - 3) > 1", "0-22", zero},
      {"10 / (mentor ? 1 : 0) > 1", "0-20", zero},
      {"attend.map(x, 10 / hours) == []", "14-24", zero},
      {"wide + 1 > 1", "0-8", overflow},
      {"wide * 2 > 1", "0-8", overflow},
      {"wide - 1 > 1", "0-8", overflow},
      {"hours * 9223372036854775807 > 1", "0-27", overflow},
      {"hours + 9223372036854775800 > 1", "0-27", overflow},
      {"-9223372036854775807 - hours < 1", "0-28", overflow},
      {"wide / -1 > 1", "0-9", overflow},
      {"wide / change > 1", "0-13", zero},
      {"-wide > 1", "0-5", " rule_may_fail: the negative may not fit in 64 bits"},
      {"attend[0] == 'near'", "0-9", index},
      {"attend[-1] == 'near'", "0-10", index},
      {"[1, 2][hours] == 1", "0-13", index},
      {"[1, 2][2] == 1", "0-9", index},
      {"attend.filter(x, true)[0] == 'near'", "0-25", index},
      {"[1].map(x, x > 0, x)[0] == 1", "0-23", index},
      {"(mentor ? [1] : [])[0] == 1", "1-22", index},
      {"int(region) == 1", "0-11", " rule_may_fail: a text may not be a number"},
      {"double(region) == 1.0", "0-14", " rule_may_fail: a text may not be a number"},
      {"int('12') == 12", "0-9", " rule_may_fail: a text may not be a number"},
      {"int(pay * 1.0e18) == 1", "0-17", " rule_may_fail: the number may be too large for a whole number"},
      {"int(pay / 2.0) == 1", "0-14", " rule_may_fail: the number may be too large for a whole number"},
      {"int(1.0e19) == 1", "0-11", " rule_may_fail: the number may be too large for a whole number"},
  };
  const Slots slots;
  for (const MayFail& one : cases) {
    INFO(one.rule);
    CHECK(slots.check(one.rule).faults == Lines{std::string(one.place) + std::string(one.fault)});
  }
}

TEST_CASE("what cannot fail for any answers is accepted") {
  const std::string_view rules[] = {
      "10 / years > 1",
      "10 / (hours + 1) > 1",
      "hours / (sure * 2) > 1",
      "10 % sure == 1",
      "10 / (change + 6) > 1",
      "10 / (size(attend) - 4) < 1",
      "pay / 0.0 > 1.0",
      "hours * 9223372036854775 > 1",
      "-hours < 1",
      "wide == 3 || wide > 4",
      "wide / 2 > 1",
      "[1, 2, 3][sure - 1 > 2 ? 2 : 0] == 1",
      "[1, 2, 3, 4, 5][sure - 1] == 1",
      "[1, 2].map(x, x + 1)[1] == 3",
      "([1] + [2])[1] == 2",
      "int(pay) > 12",
      "int(pay + 0.5) - int(pay - 0.5) > 0",
      "double(hours) > pay",
      "size(attend + reasons) > 2",
      "attend.exists_one(x, x == 'near')",
      "attend.map(x, x == 'near', size(x)).all(n, n > 3)",
      "[hours, years].all(n, n < 61)",
      "hours == 1.0",
      "hours in [1, 2]",
      "[] == attend",
      "mentor ? hours > 1 : years > 1",
      "hours + wide / 3 != 7",
  };
  check_accepted(rules);
}

TEST_CASE("sizes of joined lists add up, so a divisor over them may be zero") {
  const Refused cases[] = {
      {"10 / (4 - size(attend + reasons)) > 1",
       "0-32 rule_may_fail: the divisor may be zero; test it first and divide by a value that cannot be zero"},
      {"10 / (5 - size(attend + reasons)) > 1",
       "0-32 rule_may_fail: the divisor may be zero; test it first and divide by a value that cannot be zero"},
  };
  check_refused(cases);
  const std::string_view rules[] = {"10 / (6 - size(attend + reasons)) > 1"};
  check_accepted(rules);
}

TEST_CASE("a remainder is smaller than its divisor") {
  const std::string_view rules[] = {"10 / (hours % 7 - 7) > 1", "10 / (hours % -7 - 7) > 1",
                                    "10 / (change % 3 + 3) > 1"};
  check_accepted(rules);
  const Refused refused[] = {
      {"10 / (hours % 7 - 6) > 1",
       "0-19 rule_may_fail: the divisor may be zero; test it first and divide by a value that cannot be zero"},
      {"10 / (change % 3 + 2) > 1",
       "0-20 rule_may_fail: the divisor may be zero; test it first and divide by a value that cannot be zero"}};
  check_refused(refused);
}

TEST_CASE("a remainder by the largest or the smallest whole number is typed without overflow") {
  const std::string_view rules[] = {"hours % 9223372036854775807 > 1", "hours % -9223372036854775808 > 1",
                                    "hours / 9223372036854775807 > 1"};
  check_accepted(rules);
}

TEST_CASE("the type of a rule is that of its value") {
  const Slots slots;
  CHECK(slots.check("hours > 1").type.kind == TypeKind::boolean);
  CHECK(slots.check("region").type.kind == TypeKind::string);
  CHECK(slots.check("attend").type.element == TypeKind::string);
  CHECK(slots.check("pay").type.kind == TypeKind::real);
  CHECK(slots.check("mentor ? 1 : 'x'").type.kind == TypeKind::any);
  CHECK(slots.check("nobody == 1").type.kind == TypeKind::boolean);
  CHECK(slots.check("nobody").type.kind == TypeKind::any);
}

TEST_CASE("ranges follow arithmetic") {
  struct Range {
    std::string_view rule;
    std::int64_t lowest, highest;
  };
  const Range cases[] = {
      {"hours", 0, 60},       {"hours + years", 1, 110}, {"hours - years", -50, 59},    {"change * change", -25, 25},
      {"-hours", -60, 0},     {"hours / 7", 0, 8},       {"change / years", -5, 5},     {"hours / -7", -8, 0},
      {"size(attend)", 0, 3}, {"size([1, 2])", 2, 2},    {"mentor ? 1 : hours", 0, 60}, {"int(pay)", 0, 99},
      {"[3, 9][0]", 3, 9},
  };
  const Slots slots;
  for (const Range& one : cases) {
    INFO(one.rule);
    const RuleType type = slots.check(one.rule).type;
    CHECK(type.kind == TypeKind::integer);
    CHECK(type.lowest == one.lowest);
    CHECK(type.highest == one.highest);
  }
  const RuleType remainder = slots.check("hours % 7").type;
  CHECK(remainder.lowest == 0);
  CHECK(remainder.highest >= 6);
  const RuleType real = slots.check("pay - 0.5").type;
  CHECK(real.real_lowest == -0.5);
  CHECK(real.real_highest == 99.0);
}
