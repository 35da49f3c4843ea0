#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace waymark {

/// Nothing has been said yet.
struct Unanswered {
  friend bool operator==(const Unanswered&, const Unanswered&) = default;
};

/// The person chose not to say, or does not know: it stays unknown, and is not asked again.
struct Declined {
  friend bool operator==(const Declined&, const Declined&) = default;
};

/// An option, by its index in the question.
struct ChosenOption {
  std::uint32_t option = 0;

  friend bool operator==(const ChosenOption&, const ChosenOption&) = default;
};

/// The options that apply, by ascending index; none of them is an answer too.
struct ChosenOptions {
  std::vector<std::uint32_t> options;

  friend bool operator==(const ChosenOptions&, const ChosenOptions&) = default;
};

/// One rating of a picked topic: nothing while it is open.
struct Rating {
  enum class State : std::uint8_t { open, declined, rated } state = State::open;
  std::uint32_t point = 0;  ///< from 0, when rated

  friend bool operator==(const Rating&, const Rating&) = default;
};

struct PickedTopic {
  std::uint32_t topic = 0;      ///< index into Model::topics
  std::vector<Rating> ratings;  ///< one an aspect of the question

  friend bool operator==(const PickedTopic&, const PickedTopic&) = default;
};

/// The topics that the person picked, by ascending index.
struct PickedTopics {
  std::vector<PickedTopic> picked;

  friend bool operator==(const PickedTopics&, const PickedTopics&) = default;
};

/// What has been said to one question. The alternatives in use follow its kind: `bool` for yes_no, ChosenOption for
/// one, ChosenOptions for many, int64 for scale (1..points), since (months at `today`) and whole numbers, double for
/// numbers with decimals, PickedTopics for topics.
using Answer =
    std::variant<Unanswered, Declined, bool, std::int64_t, double, ChosenOption, ChosenOptions, PickedTopics>;

/// What a person has said so far, always partial: one entry a question of the model, in its order.
struct Answers {
  std::vector<Answer> of_question;
};

}  // namespace waymark
