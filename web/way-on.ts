/** Where the interview leads from here, by what the core says is next. */
import { pickedTopics, ratingsOf } from './fields/topics.ts';
import { questionRoute, START, type Route } from './route.ts';
import type { Answers, Bundle, OutlinedAssessment } from './types.ts';
import { endings } from './view.ts';

/** What the way on depends on. */
export interface Place {
  bundle: Bundle;
  answers: Answers;
  assessment: OutlinedAssessment;
}

/** On to whatever the core wants to know next. */
export function nextRoute(place: Place): Route {
  const { next_question: next } = place.assessment;
  if (endings(place).length > 0) return { screen: 'notice' };
  if (next === null) return { screen: 'check' };
  return { ...questionRoute(next, 'next'), step: openStep(place, next) };
}

/** On from a question that was just answered: another step of it, back to where it was changed from, or onwards. */
export function routeAfter(place: Place, route: Route & { screen: 'question' }): Route {
  const { question, step, returnTo } = route;
  if (step < stepsOf(place, question)) return { ...route, step: step + 1 };
  if (endings(place).length > 0) return { screen: 'notice' };
  return returnTo === 'next' ? nextRoute(place) : { screen: returnTo };
}

/** Where a route leads now: the browser remembers screens that cleared or changed answers have closed. */
export function reachable(place: Place, route: Route): Route {
  const { assessment, answers } = place;
  if (route.screen === 'start' || route.screen === 'keep') return route;
  const question = route.screen === 'question' ? route.question : null;
  const isFresh = Object.keys(answers).length === 0;
  if (isFresh && (question === null || question !== assessment.next_question)) return START;
  if (question !== null && assessment.not_asked.includes(question)) return { screen: 'check' };
  return route;
}

/** How many steps follow a question's first one: a page for each topic that was picked. */
function stepsOf({ bundle, answers }: Place, id: string): number {
  const isTopics = bundle.questions.some(
    (question) => question.id === id && question.kind === 'topics',
  );
  return isTopics ? pickedTopics(answers[id]).length : 0;
}

/** The step that is still open: the picking, or the first topic not fully rated. */
function openStep({ bundle, answers }: Place, id: string): number {
  const question = bundle.questions.find((each) => each.id === id);
  if (question?.kind !== 'topics') return 0;
  const ratings = Object.values(ratingsOf(answers[id]));
  return 1 + ratings.findIndex((each) => question.aspects.some((aspect) => !(aspect.id in each)));
}
