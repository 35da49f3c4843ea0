#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <new>
#include <string>

#include "rules/evaluate.h"
#include "rules/parser.h"

using namespace waymark;

namespace {

std::size_t allocations = 0;

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* room = std::malloc(size == 0 ? 1 : size)) return room;
  throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* room) noexcept { std::free(room); }
void operator delete(void* room, std::size_t) noexcept { std::free(room); }

TEST_CASE("evaluating a rule without map or filter allocates nothing") {
  NameTable names;
  names.declare("region", 0);
  names.declare("reasons", 1);
  names.declare("hours", 2);
  names.declare("open", 3);
  names.declare("pay", 4);
  const std::vector<Value> reasons = {Value::of(std::string_view("caring")), Value::of(std::string_view("health"))};
  const std::uint32_t cause = 3;
  const std::vector<Value> slots = {Value::of(std::string_view("north")), Value::of(std::span<const Value>(reasons)),
                                    Value::of(std::int64_t{20}), Value::unknown({&cause, 1}), Value::of(12.5)};
  Workspace workspace;
  for (const std::string rule : {
           "region in ['north', 'south', 'east'] && hours >= 16",
           "region == 'north' || 'caring' in reasons && hours + 3 * 2 - 1 > 7 % 5",
           "reasons.exists(r, r.startsWith('c') && reasons.all(s, size(s) > 2)) ? hours > 3 : pay < 3.0",
           "open == region || hours > 30 || reasons.exists_one(r, r == 'caring' && open)",
           "double(hours) + pay > 3.0 && int(pay) == 12 && !(region.contains('x') || reasons[0] == 'caring')",
       }) {
    INFO(rule);
    std::vector<RuleFault> faults;
    const Expression expression = parse_rule(rule, names, faults);
    REQUIRE(faults.empty());
    (void)evaluate(expression, slots, workspace);  // the workspace takes its room once
    workspace.reset();
    const std::size_t before = allocations;
    const Value value = evaluate(expression, slots, workspace);
    const std::size_t after = allocations;
    workspace.reset();
    CHECK(after == before);
    CHECK_FALSE(value.is(ValueKind::error));
  }
}
