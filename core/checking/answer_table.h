#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "reading/pack.h"

namespace waymark {

/// The answers that a table has a value for.
struct Answerable {
  std::size_t points = 0;                 ///< of a scale or an aspect
  std::vector<std::string_view> options;  ///< of one, many or yes_no
  bool is_number = false;
  double lowest = 0;
};

/// The answers to a question of any kind but topics.
[[nodiscard]] Answerable answerable(const Question& question);

/// How messages speak of a table's values.
struct TableWords {
  std::string_view member;  ///< of a row, as in "points"
  std::string_view value;   ///< as in "a number of points"
};

/// A table by point, by option or by rows; each fault of it is reported.
[[nodiscard]] PointsTable check_table(const AuthoredPoints& authored, const Answerable& answers,
                                      const TableWords& words, Reporter& reporter);

}  // namespace waymark
