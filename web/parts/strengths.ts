/** What the person brings: areas that ask little of them, and the answers of theirs that say so. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { answerWords, ratingWords } from '../answer-words.ts';
import { advice, needTitle, toneOf } from '../need-words.ts';
import type { Answer, Need, NeedPart } from '../types.ts';
import { questionOf, shortQuestion, type View } from '../view.ts';

/** Answers shown before the rest is folded away. */
const FIRST_ANSWERS = 8;

export function strengths(view: View): TemplateResult {
  const { words } = view;
  const areas = strongAreas(view);
  const said = saidOfStrengths(view);
  const more = said.slice(FIRST_ANSWERS);
  return html`<section class="strengths">
    <h2>${words.t('strengths.title')}</h2>
    ${areas.length + said.length === 0 ? html`<p>${instead(view)}</p>` : nothing}
    ${areas.map(
      (need) =>
        html`<h3>${needTitle(view, need.id)}</h3>
          <p>${advice(view, need)}</p>`,
    )}
    ${
      said.length === 0
        ? nothing
        : html`<h3>${words.t('strengths.told')}</h3>
            ${list(view, said.slice(0, FIRST_ANSWERS))}`
    }
    ${
      more.length === 0
        ? nothing
        : html`<details>
            <summary>${words.t('strengths.more', { n: more.length })}</summary>
            ${list(view, more)}
          </details>`
    }
  </section>`;
}

/** Areas in the band of least need. */
export function strongAreas(view: View): Need[] {
  return view.assessment.needs.filter((need) => toneOf(view, need) === 'strong');
}

/** Where nothing is strong, what can truly be said in its place. */
function instead(view: View): unknown {
  const { words, assessment } = view;
  if (assessment.next_question !== null) return words.t('strengths.none');
  if (assessment.needs.every(({ likely }) => likely === null)) return words.t('strengths.little');
  const [least, next] = assessment.needs
    .filter(({ likely }) => likely !== null)
    .sort((one, other) => Number(one.likely) - Number(other.likely));
  if (!least || !next || least.likely === next.likely || toneOf(view, least) === 'priority')
    return words.t('strengths.settled');
  return words.rich('strengths.least', { name: needTitle(view, least.id) });
}

function list({ words }: View, lines: Said[]): TemplateResult {
  return html`<ul class="told">
    ${lines.map(({ name, answer }) => {
      const strong = html`<strong>${answer}</strong>`;
      return html`<li>${words.rich('strengths.answer', { name, answer: strong })}</li>`;
    })}
  </ul>`;
}

/** Everything said that speaks for the person: what they have behind them first. */
export function saidOfStrengths(view: View): Said[] {
  return [...brings(view), ...saidStrong(view)];
}

/** What the person has behind them: what they said of work and learning, unless it is none. */
export function brings(view: View): Said[] {
  const { bundle, answers, assessment } = view;
  return bundle.questions
    .filter(({ id, brings }) => brings && !assessment.not_asked.includes(id) && isSome(answers[id]))
    .map((question) => ({
      name: shortQuestion(view, question.id),
      answer: answerWords(view, question).map((each, at) => (at === 0 ? each : [', ', each])),
    }));
}

function isSome(answer: Answer | undefined): boolean {
  if (answer === undefined || answer === null || answer === 0 || answer === false) return false;
  return !Array.isArray(answer) || answer.length > 0;
}

/** What the person said of something. */
export interface Said {
  name: unknown;
  answer: unknown;
}

/** Answers that counted and added nothing to any need: the strongest that could be given. */
function saidStrong(view: View): Said[] {
  const total = new Map<string, number>();
  const parts = view.assessment.needs.flatMap((need) => need.parts);
  for (const part of parts) total.set(keyOf(part), (total.get(keyOf(part)) ?? 0) + part.points);
  const first = new Map(parts.map((part) => [keyOf(part), part]));
  return [...first]
    .filter(([key]) => total.get(key) === 0)
    .flatMap(([, part]) => saidIn(view, part));
}

function keyOf(part: NeedPart): string {
  if ('bound' in part) return '';
  return 'topic' in part ? `topic ${part.topic}` : `question ${part.question}`;
}

function saidIn(view: View, part: NeedPart): Said[] {
  const { pack, bundle } = view;
  if ('bound' in part) return [];
  if ('question' in part) {
    const question = questionOf(view, part.question);
    if (!question) return [];
    return [{ name: shortQuestion(view, question.id), answer: answerWords(view, question)[0] }];
  }
  const name = pack.say((texts) => texts.topics[part.topic]?.title);
  return bundle.questions
    .filter((question) => question.kind === 'topics')
    .map((question) => ({ name, answer: ratingWords(view, question, part.topic) }));
}
