#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/answers.h"
#include "model/assessment.h"
#include "settling/circumstances.h"

namespace waymark {

/// What the answer to each question is expected to change of what the person is told, by looking one step ahead: in
/// ten-thousandths of one change, 0 where a question cannot be asked now. By question.
///
/// What counts, each as one: a need area's likely band (none yet is a band of its own), and a place among the first
/// three programmes that can be joined, as verdicts stand and as they would if every open one came out well. The change
/// is expected over the question's likely answers by their shares. What takes several answers is credited to each of
/// them in part: to one that brings an area nearer to a likely value, and to one that an open gate, or which topics are
/// offered, hangs on. Topics cannot be asked about before one is offered.
///
/// `so_far` has needs, programmes and what is asked. `circumstances` comes back as it was. Bounded: questions that come
/// after the work is spent are not looked at.
[[nodiscard]] std::vector<std::int64_t> expected_changes(const Model& model, const Answers& answers,
                                                         const Assessment& so_far, Circumstances& circumstances,
                                                         Workspace& workspace);

/// The question that is expected to change most, the first in the pack's order of those that tie; nothing once none is
/// expected to change as much as the pack wants of a question.
[[nodiscard]] std::optional<std::uint32_t> next_by_quick_check(const Model& model, const Answers& answers,
                                                               const Assessment& so_far, Circumstances& circumstances,
                                                               Workspace& workspace);

}  // namespace waymark
