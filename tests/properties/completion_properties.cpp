// What partial answers are said to come to, against every way in which the open questions could be answered.
#include <catch2/catch_test_macros.hpp>

#include "completions.h"
#include "opened_case.h"

using namespace waymark;
using namespace waymark::testing;

namespace {

constexpr std::size_t most_completions = 200;

Completions completions_of(const OpenedCase& opened, const CaseNeeds& needs) {
  return {opened.generated.pack, opened.model, opened.answers(opened.generated.said), opened.generated.today, needs};
}

bool is_one_value(const Range& range) { return range.low == range.high && range.may_be_null == !range.low.has_value(); }

}  // namespace

TEST_CASE("every completion's values and truths lie within what was said before", "[properties]") {
  CaseNeeds needs;
  needs.most_completions = most_completions;
  needs.completes_declined = true;
  check_property(120, [needs] {
    const OpenedCase opened = any_case(needs);
    const Assessment partial = opened.assess(opened.generated.said);
    completions_of(opened, needs).each([&](const Answers& answers) {
      const Assessment complete = opened.assess(answers);
      expect_nested(opened, partial, complete);
      return true;
    });
  });
}

TEST_CASE("where everything is answered nothing is unknown, and every range is one value", "[properties]") {
  CaseNeeds needs;
  needs.most_completions = most_completions;
  needs.completes_declined = true;
  check_property(80, [needs] {
    const OpenedCase opened = any_case(needs);
    const Model& model = opened.model;
    completions_of(opened, needs).each([&](const Answers& answers) {
      const Assessment complete = opened.assess(answers);
      expect(complete.undecided.empty(), "whether a question is asked is not known");
      expect(!complete.next_question, "there is a next question");
      for (std::size_t i = 0; i < model.needs.size(); ++i) {
        const NeedAssessment& need = complete.needs[i];
        expect(is_one_value(need.range), "need ", model.needs[i].id, " is ", text_of(need.range));
        expect(need.range.likely == need.range.low, "need ", model.needs[i].id, " is likely another value");
        expect(need.bands.size() == (need.range.low ? 1U : 0U), "need ", model.needs[i].id, " has several bands");
        expect(need.exact, "need ", model.needs[i].id, " is one value, but is not exact");
      }
      for (const ProgrammeAssessment& programme : complete.programmes) {
        const std::string what = "programme " + model.programmes[programme.programme].id;
        expect(is_one_value(programme.fit), what, " has the fit ", text_of(programme.fit));
        for (const std::uint32_t must : programme.must.unknown)
          expect(model.programmes[programme.programme].must[must].form == CriterionForm::unstated, what,
                 " has an unknown must");
        expect(programme.prefer.unknown.empty(), what, " has an unknown preference");
        expect(programme.settled_by.questions.empty() && !programme.settled_by.several, what,
               " could be settled by more");
        expect(programme.ask_provider.empty(), what, " has something to ask the provider");
      }
      return true;
    });
  });
}

TEST_CASE("a bound that is said to be exact is attained by some answers", "[properties]") {
  CaseNeeds needs;
  needs.most_completions = 2 * most_completions;
  check_property(120, [needs] {
    const OpenedCase opened = any_case(needs);
    const Assessment partial = opened.assess(opened.generated.said);
    std::vector<bool> low(opened.model.needs.size(), false);
    std::vector<bool> high(opened.model.needs.size(), false);
    completions_of(opened, needs).each([&](const Answers& answers) {
      const Assessment complete = opened.assess(answers);
      for (std::size_t i = 0; i < complete.needs.size(); ++i) {
        const Range& range = complete.needs[i].range;
        low[i] = low[i] || (range.low == partial.needs[i].range.low && range.high == range.low);
        high[i] = high[i] || (range.high == partial.needs[i].range.high && range.high == range.low);
      }
      return true;
    });
    for (std::size_t i = 0; i < partial.needs.size(); ++i)
      expect(!partial.needs[i].exact || (low[i] && high[i]), "need ", opened.model.needs[i].id, ": no answers attain ",
             low[i] ? "the high" : "the low", " end of ", text_of(partial.needs[i].range));
  });
}

TEST_CASE("a must on whose truth all completions agree is settled", "[properties]") {
  CaseNeeds needs;
  needs.numbers = Numbers::plain;
  needs.most_completions = most_completions;
  needs.completes_declined = true;
  needs.completes_topics = false;  // rules do not read them
  check_property(120, [needs] {
    const OpenedCase opened = any_case(needs);
    const Assessment partial = opened.assess(opened.generated.said);
    const auto known = by_index(partial);
    struct Seen {
      bool met = false;
      bool unmet = false;
    };
    std::vector<std::vector<Seen>> seen;
    for (const Programme& programme : opened.model.programmes) seen.emplace_back(programme.must.size());
    completions_of(opened, needs).each([&](const Answers& answers) {
      for (const ProgrammeAssessment& programme : opened.assess(answers).programmes) {
        for (const std::uint32_t must : programme.must.met) seen[programme.programme][must].met = true;
        for (const std::uint32_t must : programme.must.unmet) seen[programme.programme][must].unmet = true;
      }
      return true;
    });
    for (std::size_t i = 0; i < seen.size(); ++i)
      for (const std::uint32_t must : known[i]->must.unknown) {
        const Criterion& criterion = opened.model.programmes[i].must[must];
        if (criterion.form != CriterionForm::rule) continue;
        expect(seen[i][must].met && seen[i][must].unmet, "programme ", opened.model.programmes[i].id, ": the must ",
               criterion.id, " is ", seen[i][must].met ? "met" : "unmet", " whatever is answered, but unknown");
      }
  });
}
