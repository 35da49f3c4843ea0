#include "migrated_case.h"

#include <algorithm>
#include <ostream>

#include "support/packs.h"
#include "writing/answers_writer.h"

namespace waymark::testing {
namespace {

/// The pack without what hangs on its questions.
GeneratedPack bare(GeneratedPack pack) {
  for (GeneratedSection& section : pack.sections) section.ask_if.reset();
  for (GeneratedQuestion& question : pack.questions) question.ask_if.reset();
  for (GeneratedGroup& group : pack.groups) group.offered_if = {};
  pack.derived.clear();
  pack.needs.clear();
  pack.supports.clear();
  pack.programmes.clear();
  pack.notices.clear();
  pack.refresh.reset();
  pack.plan.reset();
  return pack;
}

/// The pack with something that reads each question, and says nothing: what nobody uses is refused.
GeneratedPack used(GeneratedPack pack) {
  for (const GeneratedQuestion& question : pack.questions) {
    if (question.kind != QuestionKind::topics) {
      Rule rule;
      rule.text = question.id;
      pack.derived.push_back({"use_" + question.id, rule});
      continue;
    }
    GeneratedItem item;
    item.question = question.id;
    item.need.assign(static_cast<std::size_t>(question.aspects[0]), 0);
    pack.needs.push_back({"need", {item}, {0}});
  }
  return pack;
}

template <typename T>
bool contains(const std::vector<T>& all, const T& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

std::vector<std::string> topics_of(const GeneratedPack& pack) {
  std::vector<std::string> topics;
  for (const GeneratedGroup& group : pack.groups) topics.insert(topics.end(), group.topics.begin(), group.topics.end());
  return topics;
}

/// Changes packs as authors do from version to version, and more wildly.
class Changer {
 public:
  Changer(Draw& draw, GeneratedPack& pack) : draw_(draw), pack_(pack) {}

  void run() {
    for (GeneratedQuestion& question : pack_.questions)
      if (!draw_.one_in(3)) change(question);
    if (pack_.questions.size() > 1 && draw_.one_in(2)) remove_question();
    for (GeneratedGroup& group : pack_.groups)
      if (group.topics.size() > 1 && draw_.one_in(2))
        group.topics.erase(group.topics.begin() + static_cast<std::ptrdiff_t>(draw_.below(group.topics.size())));
  }

  void draw_meanings() {
    for (GeneratedQuestion& question : pack_.questions)
      question.meaning_since = draw_.one_in(3) ? draw_.between(1, pack_.version) : 1;
    for (const std::string& topic : topics_of(pack_))
      if (draw_.one_in(3)) pack_.topic_meanings[topic] = draw_.between(1, pack_.version);
  }

 private:
  void remove_question() {
    const std::size_t at = draw_.below(pack_.questions.size());
    const std::size_t section = pack_.questions[at].section;
    const auto others = std::count_if(pack_.questions.begin(), pack_.questions.end(),
                                      [&](const GeneratedQuestion& one) { return one.section == section; });
    if (others > 1) pack_.questions.erase(pack_.questions.begin() + static_cast<std::ptrdiff_t>(at));
  }

  void change(GeneratedQuestion& question) {
    if (draw_.one_in(4)) return change_kind(question);
    switch (question.kind) {
      case QuestionKind::one:
      case QuestionKind::many:
        if (question.options.size() > 2 && draw_.one_in(2))
          question.options.erase(question.options.begin() +
                                 static_cast<std::ptrdiff_t>(draw_.below(question.options.size())));
        if (draw_.one_in(3))
          question.options.insert(
              question.options.begin() + static_cast<std::ptrdiff_t>(draw_.below(question.options.size())), "added");
        break;
      case QuestionKind::scale: question.points = draw_.between(2, 7); break;
      case QuestionKind::number:
        question.lowest = std::to_string(draw_.between(-3, 2));
        question.highest = std::to_string(draw_.between(3, 40));
        question.decimals = draw_.one_in(2);
        break;
      case QuestionKind::topics:
        question.most_topics = draw_.between(1, 4);
        if (draw_.one_in(2)) question.aspects[draw_.below(question.aspects.size())] = draw_.between(2, 5);
        if (question.aspects.size() > 1 && draw_.one_in(3)) question.aspects.pop_back();
        break;
      case QuestionKind::since:
      case QuestionKind::yes_no: break;
    }
  }

  void change_kind(GeneratedQuestion& question) {
    question.kind = draw_.pick<QuestionKind>({QuestionKind::one, QuestionKind::many, QuestionKind::scale,
                                              QuestionKind::number, QuestionKind::since, QuestionKind::yes_no});
    if (question.options.size() < 2) question.options = {"x", "y"};
    if (question.kind != QuestionKind::one && question.kind != QuestionKind::many) question.options.clear();
    if (question.points == 0) question.points = draw_.between(2, 7);
    question.decimals = false;
    question.lowest = "0";
    question.highest = "40";
  }

  Draw& draw_;
  GeneratedPack& pack_;
};

/// The rules of questionnaires/SAVE-FILES.md, said again.
class Expectation {
 public:
  Expectation(const MigratedCase& migrated, const Model& model) : migrated_(migrated), model_(model) {}

  ExpectedMigration run(const Answers& answers) {
    JsonWriter json;
    json.open_object();
    for (const GeneratedQuestion& now : migrated_.after.questions) {
      const auto found = model_.question_index.find(now.id);
      const Answer& answer = answers.of_question[found->second];
      if (std::holds_alternative<Unanswered>(answer)) continue;
      const Answer kept = keep(found->second, answer, now);
      if (std::holds_alternative<Unanswered>(kept)) continue;
      json.key(now.id);
      write_answer(json, kept, model_.questions[found->second], model_, migrated_.today);
    }
    for (std::size_t i = 0; i < model_.questions.size(); ++i) {
      const auto is_this = [&](const GeneratedQuestion& one) { return one.id == model_.questions[i].id; };
      if (!std::holds_alternative<Unanswered>(answers.of_question[i]) &&
          std::none_of(migrated_.after.questions.begin(), migrated_.after.questions.end(), is_this))
        drop(model_.questions[i].id);
    }
    expected_.answers = json.close_object().take();
    std::sort(expected_.dropped.begin(), expected_.dropped.end());
    return std::move(expected_);
  }

 private:
  void drop(const std::string& question, const std::string& topic = {}) {
    expected_.dropped.emplace_back(question, topic);
  }

  [[nodiscard]] bool same_meaning(int before, int after) const {
    return after <= migrated_.before.version && before <= migrated_.after.version;
  }

  Answer keep(std::uint32_t index, const Answer& answer, const GeneratedQuestion& now) {
    const GeneratedQuestion& then = migrated_.before.questions[index];
    if (same_meaning(then.meaning_since, now.meaning_since)) {
      if (std::holds_alternative<Declined>(answer)) return answer;
      if (const auto* topics = std::get_if<PickedTopics>(&answer); topics != nullptr && now.kind == then.kind)
        return keep_topics(*topics, then, now);
      if (now.kind == then.kind && fits(answer, then, now)) return answer;
    }
    drop(now.id);
    return Unanswered{};
  }

  static bool fits(const Answer& answer, const GeneratedQuestion& then, const GeneratedQuestion& now) {
    if (now.kind == QuestionKind::scale) return then.points == now.points;
    if (now.kind == QuestionKind::number) {
      const auto* whole = std::get_if<std::int64_t>(&answer);
      const double number = whole != nullptr ? static_cast<double>(*whole) : std::get<double>(answer);
      const bool is_whole = number == static_cast<double>(static_cast<std::int64_t>(number));
      return number >= std::stod(now.lowest) && number <= std::stod(now.highest) && (now.decimals || is_whole);
    }
    if (const auto* chosen = std::get_if<ChosenOption>(&answer))
      return contains(now.options, then.options[chosen->option]);
    if (const auto* chosen = std::get_if<ChosenOptions>(&answer)) {
      for (const std::uint32_t option : chosen->options)
        if (!contains(now.options, then.options[option])) return false;
      return std::all_of(now.options.begin(), now.options.end(),
                         [&](const std::string& option) { return contains(then.options, option); });
    }
    return true;
  }

  Answer keep_topics(const PickedTopics& topics, const GeneratedQuestion& then, const GeneratedQuestion& now) {
    PickedTopics kept;
    const std::vector<std::string> known = topics_of(migrated_.after);
    for (const PickedTopic& picked : topics.picked) {
      const std::string& id = model_.topics[picked.topic].id;
      if (!contains(known, id) || !same_meaning(meaning_of(migrated_.before, id), meaning_of(migrated_.after, id))) {
        drop(now.id, id);
        continue;
      }
      PickedTopic still = picked;
      for (std::size_t i = 0; i < still.ratings.size(); ++i) {
        Rating& rating = still.ratings[i];
        const bool is_asked = i < now.aspects.size();
        const bool is_kept =
            rating.state == Rating::State::declined ? is_asked : is_asked && then.aspects[i] == now.aspects[i];
        if (rating.state == Rating::State::open || is_kept) continue;
        rating = {};
        drop(now.id, id);
      }
      kept.picked.push_back(std::move(still));
    }
    while (kept.picked.size() > static_cast<std::size_t>(now.most_topics)) {
      drop(now.id, model_.topics[kept.picked.back().topic].id);
      kept.picked.pop_back();
    }
    return kept;
  }

  static int meaning_of(const GeneratedPack& pack, const std::string& topic) {
    const auto found = pack.topic_meanings.find(topic);
    return found == pack.topic_meanings.end() ? 1 : found->second;
  }

  const MigratedCase& migrated_;
  const Model& model_;
  ExpectedMigration expected_;
};

}  // namespace

rc::Gen<MigratedCase> migrated_case() {
  return [](const rc::Random& random, int size) {
    Draw draw(random);
    GeneratedCase generated = draw_case(draw, size, {});
    MigratedCase migrated = {bare(std::move(generated.pack)), {}, generated.today, std::move(generated.said)};
    migrated.said.insert(migrated.said.end(), generated.later.begin(), generated.later.end());
    migrated.before.version = draw.between(1, 4);
    migrated.after = migrated.before;
    if (!draw.one_in(5)) {
      migrated.after.version = draw.between(1, 5);
      Changer(draw, migrated.before).draw_meanings();
      Changer after(draw, migrated.after);
      after.run();
      after.draw_meanings();
    }
    migrated.before = used(std::move(migrated.before));
    migrated.after = used(std::move(migrated.after));
    return rc::shrinkable::just(std::move(migrated));
  };
}

void showValue(const MigratedCase& migrated, std::ostream& stream) {
  stream << to_bundle(migrated.before) << "\n" << to_bundle(migrated.after) << "\nsaid: " << to_json(migrated.said);
}

ExpectedMigration expected_migration(const MigratedCase& migrated, const Model& before, const Answers& answers) {
  return Expectation(migrated, before).run(answers);
}

}  // namespace waymark::testing
