/** Topics: the person picks a few that matter to them, then rates each on a page of its own. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Answer, TopicGroup, TopicRatings, TopicsQuestion } from '../types.ts';
import type { Problem, Reading, View } from '../view.ts';
import { withElement } from '../with-element.ts';
import {
  ANSWER,
  DECLINED,
  NONE,
  declineText,
  group,
  hintOf,
  isDeclinable,
  row,
  type Field,
} from './field.ts';

export const pickTopics: Field<TopicsQuestion> = {
  draw({ view, question, id, legend, answer }) {
    const { words } = view;
    const picked = pickedTopics(answer);
    const invalid = view.problems.some(({ field }) => field === id);
    let first = true;
    const card = (topic: string) => {
      const at = first ? id : `${id}-${topic}`;
      first = false;
      return row({
        type: 'checkbox',
        name: ANSWER,
        value: topic,
        id: at,
        label: view.pack.say((texts) => texts.topics[topic]?.title),
        more: view.pack.say((texts) => texts.topics[topic]?.covers),
        checked: picked.includes(topic),
        invalid,
      });
    };
    const groups = offeredGroups(view);
    const cards = groups.map(({ id: name, topics }) =>
      groups.length === 1
        ? html`<div class="rows cards">${topics.map(card)}</div>`
        : html`<fieldset class="topic-group">
            <legend><h2>${view.pack.say((texts) => texts.groups[name])}</h2></legend>
            <div class="rows cards">${topics.map(card)}</div>
          </fieldset>`,
    );
    const last = (value: string, suffix: string, label: unknown, checked: boolean) =>
      row({
        type: 'checkbox',
        name: ANSWER,
        value,
        id: `${id}-${suffix}`,
        label,
        checked,
        apart: true,
        invalid,
      });
    const none =
      view.pack.say((texts) => texts.questions[question.id]?.none) ?? words.t('field.none');
    const isNone = answer !== undefined && answer !== null && picked.length === 0;
    const body = html`<div @change=${(event: Event) => count(event, view, question)}>
      ${cards}
      <div class="rows">
        ${last(NONE, 'none', none, isNone)}
        ${
          isDeclinable(question)
            ? last(DECLINED, 'declined', declineText(view, question), answer === null)
            : nothing
        }
      </div>
      <p class="count" role="status" ${withElement((line) => writeCount(line, view, question))}></p>
    </div>`;
    const hint =
      groups.length === 0
        ? words.t('topics.nothing')
        : (hintOf(view, question) ?? words.t('topics.hint', { most: question.most }));
    return group({ view, id, legend, hint, body });
  },

  read(view, question, form) {
    const ticked = form.getAll(ANSWER).map(String);
    if (ticked.length === 0) return problem('error.tick');
    if (ticked.includes(DECLINED)) return { answer: null };
    const picked = ticked.filter((topic) => topic !== NONE);
    if (picked.length > question.most) return problem('error.too-many', { most: question.most });
    const before = ratingsOf(view.answers[question.id]);
    return { answer: Object.fromEntries(picked.map((topic) => [topic, before[topic] ?? {}])) };
  },
};

/** The two or more ratings of one picked topic. */
export function drawRatings(view: View, question: TopicsQuestion, topic: string): TemplateResult[] {
  const ratings = ratingsOf(view.answers[question.id])[topic] ?? {};
  return question.aspects.map(({ id: aspect, points }) => {
    const name = aspectField(aspect);
    const rating = (value: string, at: string, label: unknown, checked: boolean, apart = false) =>
      row({ type: 'radio', name, value, id: at, label, checked, apart });
    const scale = Array.from({ length: points }, (_, at) => {
      const key = String(at + 1);
      const text = view.pack.say(
        (texts) => texts.questions[question.id]?.aspects?.[aspect]?.points[key],
      );
      return rating(key, at === 0 ? name : `${name}-${key}`, text, ratings[aspect] === at + 1);
    });
    const declined = rating(
      DECLINED,
      `${name}-declined`,
      view.words.t('field.decline'),
      ratings[aspect] === null,
      true,
    );
    return group({
      view,
      id: name,
      legend: html`<h2>
        ${view.pack.say((texts) => texts.questions[question.id]?.aspects?.[aspect]?.title)}
      </h2>`,
      radios: true,
      body: html`<div class="rows rating">${scale}${declined}</div>`,
    });
  });
}

export function readRatings(
  view: View,
  question: TopicsQuestion,
  topic: string,
  form: FormData,
): Reading {
  const ratings: TopicRatings = {};
  const problems: Problem[] = [];
  const titleOf = (aspect: string) =>
    view.pack.plain((texts) => texts.questions[question.id]?.aspects?.[aspect]?.title);
  for (const { id: aspect } of question.aspects) {
    const field = aspectField(aspect);
    const value = form.get(field);
    if (typeof value !== 'string')
      problems.push({ field, key: 'error.rate', params: { question: titleOf(aspect) } });
    else ratings[aspect] = value === DECLINED ? null : Number(value);
  }
  if (problems.length > 0) return { problems };
  return { answer: { ...ratingsOf(view.answers[question.id]), [topic]: ratings } };
}

/** Topics that the person picked, in the order in which they are offered. */
export function pickedTopics(answer: Answer | undefined): string[] {
  return Object.keys(ratingsOf(answer));
}

export function ratingsOf(answer: Answer | undefined): Record<string, TopicRatings> {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? answer : {};
}

function aspectField(aspect: string): string {
  return `rate-${aspect}`;
}

function offeredGroups(view: View): { id: string; topics: string[] }[] {
  const offered = new Set(view.assessment.topics_offered);
  const inGroup = ({ group: id, topics }: TopicGroup) => ({
    id,
    topics: topics.map((topic) => topic.id).filter((topic) => offered.has(topic)),
  });
  return view.bundle.topics.map(inGroup).filter(({ topics }) => topics.length > 0);
}

function problem(key: Problem['key'], params?: Problem['params']): Reading {
  return { problems: [{ field: ANSWER, key, ...(params && { params }) }] };
}

/** Says how many are picked without drawing the page anew, which would lose nothing but costs time on old phones. */
function count(event: Event, view: View, question: TopicsQuestion): void {
  writeCount((event.currentTarget as Element).querySelector('.count') ?? undefined, view, question);
}

/** Of what is ticked now: it may not have been taken in yet. */
function writeCount(line: Element | undefined, view: View, { most }: TopicsQuestion): void {
  const ticked = line?.parentElement?.querySelectorAll('input:checked:not([data-apart])').length;
  if (line) line.textContent = view.words.t('topics.count', { n: ticked ?? 0, most });
}
