#include "people.h"

#include <algorithm>
#include <utility>

#include "assess.h"
#include "writing/answers_writer.h"

namespace waymark::bench {

Interviewed draw_interview(const Model& model, const Date& today, Random& random) {
  for (;;) {
    Interviewed person = {draw_person(model, random), {}};
    Answers said;
    said.of_question.resize(model.questions.size());
    Assessment so_far = assess(model, said, today);
    while (so_far.next_question) {
      person.asked.push_back(*so_far.next_question);
      said.of_question[*so_far.next_question] = person.answers.of_question[*so_far.next_question];
      so_far = assess(model, said, today);
    }
    const bool ended = std::any_of(so_far.notices.begin(), so_far.notices.end(),
                                   [&](std::uint32_t notice) { return model.notices[notice].ends; });
    if (!ended) return person;
  }
}

std::string first_answers(const Interviewed& person, const Model& model, std::size_t count) {
  Answers said;
  said.of_question.resize(model.questions.size());
  for (std::size_t i = 0; i < std::min(count, person.asked.size()); ++i)
    said.of_question[person.asked[i]] = person.answers.of_question[person.asked[i]];
  return write_answers(said, model);
}

}  // namespace waymark::bench
