#include "generated_case.h"

#include <algorithm>
#include <ostream>

#include "completions.h"
#include "support/packs.h"

namespace waymark::testing {
namespace {

std::string said_months(Draw& draw, const GeneratedPack& pack, const Date& today) {
  const int months = draw.one_in(4) ? draw.between(0, 720) : draw.pick(pack.since_points) - draw.between(-1, 9);
  const int within = std::clamp(months, 0, 720);
  if (draw.one_in(2)) return std::to_string(within);
  const int month = 12 * today.year + today.month - 1 - within;
  const std::string number = std::to_string(month % 12 + 1);
  return "\"" + std::to_string(month / 12) + (number.size() == 1 ? "-0" : "-") + number + "\"";
}

std::string said_topics(Draw& draw, const GeneratedPack& pack, const GeneratedQuestion& question) {
  std::vector<std::string> topics;
  for (const GeneratedGroup& group : pack.groups) topics.insert(topics.end(), group.topics.begin(), group.topics.end());
  draw.shuffle(topics);
  topics.resize(draw.below(1 + std::min(topics.size(), static_cast<std::size_t>(question.most_topics))));
  SaidAnswers picked;
  for (const std::string& topic : topics) {
    SaidAnswers ratings;
    for (std::size_t aspect = 0; aspect < question.aspects.size(); ++aspect)
      if (!draw.one_in(4))
        ratings.emplace_back("a" + std::to_string(aspect),
                             draw.one_in(5) ? "null" : std::to_string(draw.between(1, question.aspects[aspect])));
    picked.emplace_back(topic, to_json(ratings));
  }
  return to_json(picked);
}

std::string said_number(Draw& draw, const GeneratedQuestion& question) {
  if (!question.decimals) return std::to_string(draw.between(std::stoi(question.lowest), std::stoi(question.highest)));
  if (draw.one_in(4)) return question.highest;
  // Quarters, of which only the halves are told apart; always exact.
  const int lowest = static_cast<int>(4 * std::stod(question.lowest));
  const int quarters = draw.between(lowest, static_cast<int>(4 * std::stod(question.highest)));
  const std::string sign = quarters < 0 ? "-" : "";
  const int magnitude = quarters < 0 ? -quarters : quarters;
  return sign + std::to_string(magnitude / 4) +
         std::vector<std::string>{".0", ".25", ".5", ".75"}[static_cast<std::size_t>(magnitude % 4)];
}

std::string said_to(Draw& draw, const GeneratedPack& pack, const GeneratedQuestion& question, const Date& today) {
  switch (question.kind) {
    case QuestionKind::one: return "\"" + draw.pick(question.options) + "\"";
    case QuestionKind::many: {
      std::string list;
      for (std::size_t i = draw.below(question.options.size() + 1); i > 0; --i)
        list += (list.empty() ? "\"" : ", \"") + draw.pick(question.options) + "\"";
      return "[" + list + "]";
    }
    case QuestionKind::scale: return std::to_string(draw.between(1, question.points));
    case QuestionKind::number: return said_number(draw, question);
    case QuestionKind::since: return said_months(draw, pack, today);
    case QuestionKind::yes_no: return draw.one_in(2) ? "true" : "false";
    case QuestionKind::topics: return said_topics(draw, pack, question);
  }
  return "null";
}

std::size_t count_completions(const GeneratedCase& generated, const CaseNeeds& needs) {
  const OpenedPack opened = open_bundle({"bundle.json", to_bundle(generated.pack)});
  if (!opened.model) return 0;  // a property of its own
  const Answers answers = answers_of(*opened.model, to_json(generated.said), generated.today);
  return Completions(generated.pack, *opened.model, answers, generated.today, needs).count();
}

bool is_small_enough(const GeneratedCase& generated, const CaseNeeds& needs) {
  return needs.most_completions == 0 || count_completions(generated, needs) <= needs.most_completions;
}

/// Says more until there are few enough ways to say the rest.
void say_more(Draw& draw, GeneratedCase& generated, const CaseNeeds& needs) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < generated.pack.questions.size(); ++i) order.push_back(i);
  draw.shuffle(order);
  for (const std::size_t index : order) {
    if (is_small_enough(generated, needs)) return;
    const GeneratedQuestion& question = generated.pack.questions[index];
    const auto is_this = [&](const auto& answer) { return answer.first == question.id; };
    std::string value = said_to(draw, generated.pack, question, generated.today);
    const auto said = std::find_if(generated.said.begin(), generated.said.end(), is_this);
    if (said == generated.said.end()) generated.said.emplace_back(question.id, std::move(value));
    else if (needs.completes_declined && said->second == "null") said->second = std::move(value);
    std::erase_if(generated.later, is_this);
  }
}

/// Makes as many of the answered questions changeable as there may be combinations of answers to them.
void let_change(Draw& draw, GeneratedCase& generated, std::size_t most) {
  const OpenedPack opened = open_bundle({"bundle.json", to_bundle(generated.pack)});
  if (!opened.model) return;  // a property of its own
  const Answers answers = answers_of(*opened.model, to_json(generated.said), generated.today);
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < generated.pack.questions.size(); ++i) order.push_back(i);
  draw.shuffle(order);
  std::size_t combinations = 1;
  for (const std::uint32_t index : order) {
    GeneratedQuestion& question = generated.pack.questions[index];
    question.changeable = !draw.one_in(5);
    const Answer& answer = answers.of_question[index];
    if (!question.changeable || question.kind == QuestionKind::topics || std::holds_alternative<Unanswered>(answer) ||
        std::holds_alternative<Declined>(answer))
      continue;
    const std::size_t more =
        combinations * representative_answers(generated.pack, *opened.model, index, generated.today).size();
    question.changeable = more <= most;
    if (question.changeable) combinations = more;
  }
}

/// The case without answers to questions that its pack no longer has.
GeneratedCase with_pack(const GeneratedCase& generated, GeneratedPack pack) {
  GeneratedCase changed = {std::move(pack), generated.today, generated.said, generated.later};
  const auto is_gone = [&](const auto& answer) {
    return std::none_of(changed.pack.questions.begin(), changed.pack.questions.end(),
                        [&](const GeneratedQuestion& question) { return question.id == answer.first; });
  };
  std::erase_if(changed.said, is_gone);
  std::erase_if(changed.later, is_gone);
  return changed;
}

std::vector<GeneratedCase> simpler_cases(const GeneratedCase& generated, const CaseNeeds& needs) {
  std::vector<GeneratedCase> simpler;
  const auto add = [&](GeneratedCase changed) {
    if (is_small_enough(changed, needs)) simpler.push_back(std::move(changed));
  };
  for (GeneratedPack& pack : simpler_packs(generated.pack)) add(with_pack(generated, std::move(pack)));
  for (SaidAnswers GeneratedCase::*answers : {&GeneratedCase::later, &GeneratedCase::said})
    for (std::size_t i = 0; i < (generated.*answers).size(); ++i) {
      GeneratedCase changed = generated;
      (changed.*answers).erase((changed.*answers).begin() + static_cast<std::ptrdiff_t>(i));
      add(std::move(changed));
    }
  return simpler;
}

}  // namespace

GeneratedCase draw_case(Draw& draw, int size, const CaseNeeds& needs) {
  GeneratedCase generated;
  generated.pack = draw_pack(draw, size, needs.numbers);
  generated.today = draw.pick<Date>({{2026, 6, 15}, {2026, 6, 15}, {2026, 2, 28}, {2026, 9, 1}, {2027, 3, 2}});
  const std::size_t talkative = 1 + draw.below(3);
  for (const GeneratedQuestion& question : generated.pack.questions) {
    std::string value = draw.one_in(6) ? "null" : said_to(draw, generated.pack, question, generated.today);
    if (draw.below(4) < talkative) generated.said.emplace_back(question.id, std::move(value));
    else if (!draw.one_in(5)) generated.later.emplace_back(question.id, std::move(value));
  }
  draw.shuffle(generated.said);
  draw.shuffle(generated.later);
  say_more(draw, generated, needs);
  if (needs.most_changes > 0) let_change(draw, generated, needs.most_changes);
  return generated;
}

rc::Gen<GeneratedCase> generated_case(const CaseNeeds& needs) {
  return [needs](const rc::Random& random, int size) {
    Draw draw(random);
    return rc::shrinkable::shrinkRecur(draw_case(draw, size, needs), [needs](const GeneratedCase& generated) {
      return rc::seq::fromContainer(simpler_cases(generated, needs));
    });
  };
}

void showValue(const GeneratedCase& generated, std::ostream& stream) {
  // One thing a line: a bundle on one line is hard to read.
  std::string bundle = to_bundle(generated.pack);
  for (const std::string_view before :
       {"{\"id\":", "\"questions\":", "\"derived\":", "\"needs\":", "\"supports\":{\"source\"",
        "\"topics\":", "\"refresh\":", "\"plan\":{\"source\"", "\"programmes\":["})
    for (std::size_t at = bundle.find(before); at != std::string::npos;
         at = bundle.find(before, at + before.size() + 1))
      bundle.insert(at, "\n");
  stream << bundle << "\ntoday: " << to_text(generated.today) << "\nsaid: " << to_json(generated.said)
         << "\nlater: " << to_json(generated.later);
}

}  // namespace waymark::testing
