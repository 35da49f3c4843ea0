#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/model.h"
#include "rules/workspace.h"

namespace waymark {

/// One value for each class of answers to a question that a set of rules cannot tell apart.
struct Classes {
  enum class Form : std::uint8_t {
    listed,        ///< in `values`
    too_many,      ///< more than were wanted
    not_followed,  ///< a number used in a way that no short list of numbers stands for
  } form = Form::not_followed;
  std::vector<Value> values;
  std::vector<std::uint32_t> of_option;  ///< of a question of kind one: by option, the index of its class
  std::vector<double> points;            ///< of a number, ascending: where it is told apart from the numbers beside it
};

/// What to do with a whole number that is used otherwise than compared with a known value.
enum class Opaque : std::uint8_t { not_followed, each_number_apart };

/// Options are told apart where rules name them in `==`, `!=` or `in`; read in any other way, each option, and for
/// `many` each subset, is a class of its own. A number is told apart at the points with which it is compared, alone
/// or plus or minus known values.
///
/// `slots` holds what is known; derived values are looked through. The values view `model` and `workspace`.
[[nodiscard]] Classes classes_of(const Model& model, std::uint32_t question, std::span<const Expression* const> rules,
                                 std::span<const Value> slots, Opaque opaque, std::size_t most, Workspace& workspace);

}  // namespace waymark
