/** Says that other answers than the person's own are being tried, which, and how to end that. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { answerWords } from '../answer-words.ts';
import type { Question } from '../types.ts';
import { shortQuestion, type View } from '../view.ts';

export function trying(view: View): TemplateResult | typeof nothing {
  const { words, own, answers, bundle, actions } = view;
  if (own === null) return nothing;
  const tried = bundle.questions.filter(({ id }) => !isSame(own[id], answers[id]));
  return html`<section class="trying note" aria-labelledby="trying">
    <h2 id="trying">${words.t('trying.title')}</h2>
    <ul>
      ${tried.map((question) => html`<li>${line(view, question)}</li>`)}
    </ul>
    <p class="actions">
      <button type="button" class="button" @click=${() => actions.endTrying(false)}>
        ${words.t('trying.back')}
      </button>
      <button type="button" class="button second" @click=${() => actions.endTrying(true)}>
        ${words.t('trying.keep')}
      </button>
    </p>
  </section>`;
}

function line(view: View, question: Question): unknown {
  const said = (answers: View['answers']) =>
    answerWords({ ...view, answers }, question).map((each, at) => [at === 0 ? '' : ', ', each]);
  return view.words.rich('trying.line', {
    name: shortQuestion(view, question.id),
    now: said(view.answers),
    own: said(view.own ?? {}),
  });
}

/** Answers are plain data, written in the same order where they are the same. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
