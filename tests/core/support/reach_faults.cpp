#include "support/reaching.h"

namespace waymark::testing {

std::vector<ReachFault> reach_faults() {
  return {
      // questions
      {"questions.json",
       R"("ask_if": "target == 'new'")",
       R"("ask_if": "role == 'student'")",
       {R"(questions.json:15:105: error: "target_field" can never be asked: its rule is never true where the rule of its section "you" is; change the rule, or take the question out [unreachable])"}},
      {"questions.json",
       R"("ask_if": "target == 'new'")",
       R"("ask_if": "target == 'new' && field == 'coding' && target == 'same'")",
       {R"(questions.json:15:146: error: "target_field" can never be asked: "target == 'same'" is never true together with what stands before it; change the rule, or take the question out [unreachable])"}},
      {"questions.json",
       R"("ask_if": "work == 'not-working'")",
       R"("ask_if": "work == 'not-working' && work == 'working'")",
       {R"(questions.json:5:133: error: "reasons" can never be asked: "work == 'working'" is never true together with what stands before it; change the rule, or take the question out [unreachable])",
        R"(questions.json:6:70: error: "care_help" can never be asked: its rule is never true; it hangs on "reasons", which is never asked: mend that first [unreachable])",
        R"(programmes/delta-unstated.json:4:36: error: the must "care" of "delta-unstated" can never be met, so nobody can join: its rule is never true; it hangs on "reasons", which is never asked: mend that first [unreachable])",
        R"(programmes/foxtrot-several.json:9:30: error: the preference "broad" of "foxtrot-several" can never be met: its rule is never true; it hangs on "reasons", which is never asked: mend that first [unreachable])",
        R"(programmes/foxtrot-several.json:10:30: error: the preference "cared" of "foxtrot-several" can never be met: its rule is never true; it hangs on "reasons", which is never asked: mend that first [unreachable])"}},
      {"pack.json",
       R"({ "id": "skills", "ask_if": "role == 'returner'" })",
       R"({ "id": "skills", "ask_if": "role == 'returner' && region == 'east' && role == 'student'" })",
       {R"(pack.json:10:76: error: nothing of the section "skills" can be asked: "role == 'student'" is never true together with what stands before it; change the rule, or take the section out [unreachable])",
        R"(topics/building.json:3:17: error: the topics of "building" can never be offered: "topics" is never asked; mend that first [unreachable])",
        R"(topics/coding.json:3:17: error: the topics of "coding" can never be offered: "topics" is never asked; mend that first [unreachable])",
        R"(needs.json:16:15: error: nobody can come to the band "strong" of "skills": none of its items is ever asked; mend the questions first [unreachable])",
        R"(needs.json:16:46: error: nobody can come to the band "priority" of "skills": none of its items is ever asked; mend the questions first [unreachable])",
        R"(needs.json:22:15: error: nobody can come to the band "strong" of "knowledge": none of its items is ever asked; mend the questions first [unreachable])",
        R"(needs.json:22:46: error: nobody can come to the band "priority" of "knowledge": none of its items is ever asked; mend the questions first [unreachable])"}},
      {"pack.json",
       R"("when": "away_since >= 60")",
       R"("when": "target == 'new'", "ends": true)",
       {R"(pack.json:14:35: error: "target_field" can never be asked: the interview has ended wherever its turn could come; change the rule of the notice, or take the question out [unreachable])"}},
      // topics
      {"topics/coding.json",
       R"("offered_if": "going_to == 'coding'")",
       R"("offered_if": "going_to == 'coding' && going_to == 'building'")",
       {R"(topics/coding.json:3:42: error: the topics of "coding" can never be offered: "going_to == 'building'" is never true together with what stands before it; change the rule, or take the topics out [unreachable])"}},
      {"topics/coding.json",
       R"("offered_if": "going_to == 'coding'")",
       R"("offered_if": "role == 'student'")",
       {R"(topics/coding.json:3:17: error: the topics of "coding" can never be offered: its rule is never true where "topics" is asked; change the rule, or take the topics out [unreachable])"}},
      // notices
      {"pack.json",
       R"("when": "away_since >= 60")",
       R"("when": "away_since >= 60 && away_since < 12")",
       {R"(pack.json:14:56: error: the notice "long-break" can never be shown: "away_since < 12" is never true together with what stands before it; change the rule, or take the notice out [unreachable])"}},
      // bands
      {"needs.json",
       "\"need\": [10000, 8000, 5000, 2000, 0] }],\n    \"bands\": [{ \"id\": \"strong\", \"from\": 0 }, { \"id\": "
       "\"priority\", "
       "\"from\": 5000 }]",
       "\"need\": [8000, 8000, 5000, 2000, 0] }],\n    \"bands\": [{ \"id\": \"strong\", \"from\": 0 }, { \"id\": "
       "\"priority\", "
       "\"from\": 9000 }]",
       {R"(needs.json:16:46: error: nobody can come to the band "priority" of "skills": its items come to 8000 at most; start it lower, or have its items show more need [unreachable])"}},
      {"needs.json", R"("need": [10000, 8000, 5000, 2000, 0])", R"("need": [10000, 8000, 5000, 6000, 5000])", {R"(needs.json:16:15: error: nobody can come to the band "strong" of "skills": its items come to 5000 at least; have the next band start higher, or its items show less need [unreachable])"}},
      // What is known of it is always nearly all, and nearly nothing lies between the ends.
      {"needs.json",
       R"("weight": 2, "need": [10000, 7500, 5000, 2500, 0])",
       R"("weight": 10000, "need": [10000, 10000, 0, 0, 0])",
       {R"(needs.json:10:46: error: nobody can come to the band "some" of "confidence": no answers come to a need from 3334 to 6666; make the band wider, or change what answers to its items show [unreachable])"}},
      // musts and preferences
      {"programmes/hotel-either.json",
       R"(region == 'north' || role == 'employer')",
       R"(region == 'north' || region != 'north')",
       {R"(programmes/hotel-either.json:4:38: error: the must "either" of "hotel-either" is met whatever is answered, so it keeps nobody out; change the rule, or take the must out [unreachable])"}},
      {"programmes/hotel-either.json",
       R"(region == 'north' || role == 'employer')",
       R"(region == 'north' && region == 'south')",
       {R"(programmes/hotel-either.json:4:60: error: the must "either" of "hotel-either" can never be met, so nobody can join: "region == 'south'" is never true together with what stands before it; change the rule, or take the must out [unreachable])"}},
      {"programmes/alpha-placement.json",
       R"("rule": "region == 'north'")",
       R"("rule": "hours > 40")",
       {R"(programmes/alpha-placement.json:11:38: error: the preference "near" of "alpha-placement" can never be met: its rule is never true; change the rule, or take the preference out [unreachable])"}},
      {"programmes/alpha-placement.json",
       R"("rule": "region == 'north'")",
       R"("rule": "hours <= 40")",
       {R"(programmes/alpha-placement.json:11:38: error: the preference "near" of "alpha-placement" is met whatever is answered, so it tells nobody apart; change the rule, or take the preference out [unreachable])"}},
      {"programmes/alpha-placement.json",
       R"("rule": "hours >= 16")",
       R"("rule": "hours >= 16 && region == 'east'")",
       {R"(programmes/alpha-placement.json:8:30: error: nobody can be eligible for "alpha-placement": its musts "area" and "hours" are never met together; change one of them [unreachable])"}},
      {"programmes/alpha-placement.json",
       "\"rule\": \"role == 'returner'\" },\n    { \"id\": \"area\", \"rule\": \"region in ['north', 'south']\" },\n   "
       " { \"id\": "
       "\"hours\", \"rule\": \"hours >= 16\" }",
       "\"rule\": \"region != 'north'\" },\n    { \"id\": \"area\", \"rule\": \"region != 'south'\" },\n    { \"id\": "
       "\"hours\", \"rule\": \"hours >= 16 && region != 'east'\" }",
       {R"(programmes/alpha-placement.json:8:30: error: nobody can be eligible for "alpha-placement": its musts "returner", "area" and "hours" are never met together; change one of them [unreachable])"}},
      {"programmes/bravo-cohorts.json",
       R"("rule": "away_since + months_to_start >= 12")",
       R"("rule": "away_since >= 0 && months_to_start >= 8")",
       {R"(programmes/bravo-cohorts.json:6:49: error: the must "away" of "bravo-cohorts" can never be met, so nobody can join: "months_to_start >= 8" is never true together with what stands before it; change the rule, or take the must out [unreachable])"}},
  };
}

}  // namespace waymark::testing
