/** What a person answered, in words. */
import { pickedTopics, ratingsOf } from './fields/topics.ts';
import type { Answer, PackTexts, Question, TopicsQuestion } from './types.ts';
import type { View } from './view.ts';

/** Lines that say the answer to a question: one for most kinds, one a choice for lists. */
export function answerWords(view: View, question: Question): unknown[] {
  const { words, pack, answers } = view;
  const { id } = question;
  const answer = answers[id];
  const option = (key: string) => pack.say((texts) => texts.questions[id]?.options?.[key]);
  if (answer === undefined) {
    const isUndecided = view.assessment.undecided.includes(id);
    return [words.t(isUndecided ? 'answer.undecided' : 'answer.open')];
  }
  if (answer === null) return [words.t('answer.declined')];
  switch (question.kind) {
    case 'one':
    case 'scale':
      return [option(String(answer))];
    case 'yes_no':
      return [option(answer === true ? 'yes' : 'no')];
    case 'many': {
      const none = pack.say((texts) => texts.questions[id]?.none) ?? words.t('field.none');
      const chosen = Array.isArray(answer) ? answer : [];
      return chosen.length === 0 ? [none] : chosen.map(option);
    }
    case 'number': {
      const unit = pack.say((texts) => texts.questions[id]?.unit);
      return [[words.number(Number(answer)), unit && ' ', unit]];
    }
    case 'since':
      return [sinceWords(view, id, answer)];
    case 'topics': {
      const picked = pickedTopics(answer);
      if (picked.length === 0) return [words.t('field.none')];
      return picked.map((topic) => {
        const ratings = ratingWords(view, question, topic);
        const title = pack.say((texts) => texts.topics[topic]?.title);
        return ratings.length === 0 ? title : [title, ': ', ratings];
      });
    }
  }
}

function sinceWords({ words, about }: View, id: string, answer: Answer): string {
  const month = String(answer);
  return about.has(id)
    ? words.t('answer.about-year', { year: month.slice(0, 4) })
    : words.date(month);
}

/** How the person rated a topic, a dot between the ratings. Empty where no rating was given. */
export function ratingWords(view: View, question: TopicsQuestion, topic: string): unknown[] {
  const ratings = ratingsOf(view.answers[question.id])[topic] ?? {};
  return question.aspects
    .flatMap(({ id }) => {
      const point = ratings[id];
      if (point === undefined || point === null) return [];
      const texts = (of: PackTexts) => of.questions[question.id]?.aspects?.[id]?.points[point];
      return [view.pack.say(texts)];
    })
    .map((text, at) => (at === 0 ? text : [' · ', text]));
}
