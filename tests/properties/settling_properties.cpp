#include <catch2/catch_test_macros.hpp>
#include <optional>

#include "completions.h"
#include "opened_case.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

/// Finds what settles a verdict by trying every set of open questions with every answer to them.
class EverySet {
 public:
  EverySet(const OpenedCase& opened, std::uint32_t programme)
      : opened_(opened), programme_(programme), answers_(opened.answers(opened.generated.said)) {
    for (std::uint32_t i = 0; i < opened.model.questions.size(); ++i)
      if (opened.model.questions[i].kind != QuestionKind::topics &&
          std::holds_alternative<Unanswered>(answers_.of_question[i]))
        open_.push_back(i);
  }

  SettledBy run() {
    for (const Verdict goal : {Verdict::eligible, Verdict::not_eligible}) {
      goal_ = goal;
      for (std::size_t size = 1; size <= open_.size(); ++size) {
        chosen_.clear();
        if (!choose(0, size)) continue;
        if (size > 3) return {{}, true};
        return {chosen_, false};
      }
    }
    return {};
  }

 private:
  bool choose(std::size_t from, std::size_t size) {
    if (chosen_.size() == size) return answer(0);
    for (std::size_t next = from; next < open_.size(); ++next) {
      chosen_.push_back(open_[next]);
      if (choose(next + 1, size)) return true;
      chosen_.pop_back();
    }
    return false;
  }

  bool answer(std::size_t at) {
    if (at == chosen_.size()) return is_reached();
    Answer& answer_to = answers_.of_question[chosen_[at]];
    bool found = false;
    for (const Answer& value :
         representative_answers(opened_.generated.pack, opened_.model, chosen_[at], opened_.generated.today)) {
      answer_to = value;
      found = answer(at + 1);
      if (found) break;
    }
    answer_to = Unanswered{};
    return found;
  }

  bool is_reached() const {
    const Assessment assessment = opened_.assess(answers_);
    if (by_index(assessment)[programme_]->verdict != goal_) return false;
    // What would not be asked cannot be answered: its gate is to be among the set.
    return std::none_of(chosen_.begin(), chosen_.end(), [&](std::uint32_t question) {
      return holds(assessment.not_asked, question) || holds(assessment.undecided, question);
    });
  }

  const OpenedCase& opened_;
  std::uint32_t programme_;
  Answers answers_;
  std::vector<std::uint32_t> open_;
  std::vector<std::uint32_t> chosen_;
  Verdict goal_ = Verdict::eligible;
};

std::string text_of(const SettledBy& settled, const Model& model) {
  std::string text = settled.several ? "several" : "{";
  for (const std::uint32_t question : settled.questions) text += " " + model.questions[question].id;
  return settled.several ? text : text + " }";
}

/// Whether a truth is open exactly where it is unknown, and then hangs on questions without a value.
void expect_reasons(const OpenedCase& opened, const Answers& answers, const std::vector<std::uint32_t>& unknown,
                    const std::vector<Reason>& reasons, const std::string& what) {
  for (std::uint32_t i = 0; i < reasons.size(); ++i) {
    const bool open = reasons[i].how == SettledHow::open || reasons[i].how == SettledHow::over_budget;
    if (!holds(unknown, i)) continue;
    expect(open, what, " number ", i, " is unknown but settled");
    expect(!reasons[i].questions.empty(), what, " number ", i, " is unknown for no cause");
    for (const std::uint32_t cause : reasons[i].questions) {
      const Answer& answer = answers.of_question[cause];
      expect(std::holds_alternative<Unanswered>(answer) || std::holds_alternative<Declined>(answer), what, " number ",
             i, " hangs on ", opened.model.questions[cause].id, ", which is answered");
    }
  }
}

bool says_what_settles(const ProgrammeAssessment& programme) {
  return !programme.settled_by.questions.empty() || programme.settled_by.several || !programme.ask_provider.empty();
}

}  // namespace

TEST_CASE("what settles a verdict is the smallest set of questions, first by pack order", "[properties]") {
  CaseNeeds needs;
  needs.numbers = Numbers::plain;
  needs.most_completions = 150;
  needs.completes_topics = false;  // rules do not read them
  check_property(120, [needs] {
    const OpenedCase opened = any_case(needs);
    for (const ProgrammeAssessment& programme : opened.assess(opened.generated.said).programmes) {
      SettledBy expected;
      if (programme.verdict == Verdict::may_be_eligible) expected = EverySet(opened, programme.programme).run();
      expect(programme.settled_by.questions == expected.questions && programme.settled_by.several == expected.several,
             "programme ", opened.model.programmes[programme.programme].id, " is settled by ",
             text_of(programme.settled_by, opened.model), " but should be by ", text_of(expected, opened.model));
    }
  });
}

TEST_CASE("an unknown has a cause, and what is settled names nothing that would settle it", "[properties]") {
  check_property(150, [] {
    const OpenedCase opened = any_case();
    const Model& model = opened.model;
    const Answers answers = opened.answers(opened.generated.said);
    for (const ProgrammeAssessment& programme : opened.assess(answers).programmes) {
      const Programme& rules = model.programmes[programme.programme];
      std::vector<std::uint32_t> unknown = programme.must.unknown;
      std::erase_if(unknown, [&](std::uint32_t must) { return rules.must[must].form != CriterionForm::rule; });
      expect_reasons(opened, answers, unknown, programme.must_reasons, "must");
      expect_reasons(opened, answers, programme.prefer.unknown, programme.prefer_reasons, "preference");
      for (const std::uint32_t cause : programme.ask_provider)
        expect(std::holds_alternative<Declined>(answers.of_question[cause]), "the provider is to be asked about ",
               model.questions[cause].id, ", which is not declined");
      expect(programme.verdict == Verdict::may_be_eligible || !says_what_settles(programme), "programme ", rules.id,
             " is settled and yet names what would settle it");
    }
  });
}

TEST_CASE("a verdict that hangs on an unknown must says what to answer or to ask", "[properties]") {
  CaseNeeds needs;
  needs.numbers = Numbers::plain;
  check_property(120, [needs] {
    const OpenedCase opened = any_case(needs);
    for (const ProgrammeAssessment& programme : opened.assess(opened.generated.said).programmes) {
      if (programme.verdict != Verdict::may_be_eligible) continue;
      const Programme& rules = opened.model.programmes[programme.programme];
      for (const std::uint32_t must : programme.must.unknown)
        expect(rules.must[must].form != CriterionForm::rule || says_what_settles(programme), "programme ", rules.id,
               " hangs on the must ", rules.must[must].id, " but on nothing that can be answered or asked");
    }
  });
}

TEST_CASE("every question is either not asked, undecided or asked, and progress counts it so", "[properties]") {
  check_property(150, [] {
    const OpenedCase opened = any_case();
    const Model& model = opened.model;
    const Answers answers = opened.answers(opened.generated.said);
    const Assessment assessment = opened.assess(answers);
    std::uint32_t asked = 0;
    for (std::uint32_t i = 0; i < model.questions.size(); ++i) {
      expect(!holds(assessment.not_asked, i) || !holds(assessment.undecided, i), model.questions[i].id,
             " is both not asked and undecided");
      if (holds(assessment.not_asked, i) || holds(assessment.undecided, i)) continue;
      ++asked;
      const bool comes_first = assessment.next_question == i;
      const bool open = std::holds_alternative<Unanswered>(answers.of_question[i]);
      if (!comes_first && open && assessment.next_question)
        expect(*assessment.next_question < i, model.questions[i].id, " could be asked before the next question");
    }
    expect(std::is_sorted(assessment.not_asked.begin(), assessment.not_asked.end()), "not in pack order");
    expect(std::is_sorted(assessment.undecided.begin(), assessment.undecided.end()), "not in pack order");
    std::uint32_t counted = 0;
    for (const SectionProgress& section : assessment.progress) counted += section.settled + section.open;
    expect(counted >= asked && counted <= asked + assessment.undecided.size(), "progress counts ", counted, " of ",
           asked, " asked and ", assessment.undecided.size(), " undecided questions");
    if (assessment.next_question) {
      const std::uint32_t next = *assessment.next_question;
      expect(!holds(assessment.not_asked, next) && !holds(assessment.undecided, next),
             "the next question is not asked");
    }
  });
}

TEST_CASE("answering or declining whatever is asked next comes to an end, and leaves nothing open", "[properties]") {
  check_property(150, [] {
    const OpenedCase opened = any_case();
    const Model& model = opened.model;
    Answers answers = opened.answers(opened.generated.said);
    Assessment assessment = opened.assess(answers);
    std::vector<std::uint32_t> asked;
    while (assessment.next_question) {
      const std::uint32_t next = *assessment.next_question;
      expect(!holds(asked, next), model.questions[next].id, " is asked twice");
      asked.push_back(next);
      const auto values = representative_answers(opened.generated.pack, model, next, opened.generated.today);
      const auto choice = *rc::gen::inRange<std::size_t>(0, values.size() + 1);
      answers.of_question[next] = choice < values.size() ? values[choice] : Answer(Declined{});
      assessment = opened.assess(answers);
    }
    if (std::any_of(assessment.notices.begin(), assessment.notices.end(),
                    [&](std::uint32_t notice) { return model.notices[notice].ends; }))
      return;
    for (std::size_t i = 0; i < model.sections.size(); ++i)
      expect(assessment.progress[i].open == 0, "section ", model.sections[i].id, " still counts ",
             assessment.progress[i].open, " open questions");
  });
}
