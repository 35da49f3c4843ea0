#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "checking/id_index.h"
#include "model/model.h"

namespace waymark {

/// The index of a question that must exist and be no derived value, or nothing, and reports. `ids` holds the questions
/// of the model first, then the derived values.
[[nodiscard]] const std::uint32_t* find_question(const IdIndex& ids, const Model& model, const AuthoredText& id,
                                                 Reporter& reporter);

/// The index of an aspect that a question over topics must have, or nothing, and reports.
[[nodiscard]] std::optional<std::uint32_t> find_aspect(const Question& question, const AuthoredText& aspect,
                                                       Reporter& reporter);

/// What tables call the answers to a question of kind one or yes_no, in the order of their values.
[[nodiscard]] std::vector<std::string_view> answer_names(const Question& question);

/// The values given by answers' names, in the order of `names`. `unknown` is told of each name that is none of them,
/// `missing` of each without a value.
template <typename T, typename Unknown, typename Missing>
[[nodiscard]] std::vector<T> in_order_of(const std::vector<std::string_view>& names,
                                         const std::vector<std::pair<AuthoredText, T>>& given, Unknown unknown,
                                         Missing missing) {
  std::vector<T> values(names.size());
  std::vector<bool> found(names.size(), false);
  for (const auto& [name, value] : given) {
    const auto at = std::find(names.begin(), names.end(), name.value);
    if (at == names.end()) {
      unknown(name);
      continue;
    }
    const auto index = static_cast<std::size_t>(at - names.begin());
    found[index] = true;
    values[index] = value;
  }
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!found[i]) missing(names[i]);
  return values;
}

}  // namespace waymark
