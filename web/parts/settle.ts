/** One question of a programme that can be answered there and then. */
import { html, type TemplateResult } from 'lit/html.js';
import { drawField, readField } from '../fields/any.ts';
import { takeForm, takeOnEnter } from '../submit.ts';
import { questionOf, shortQuestion, type View } from '../view.ts';

/** Names the field, so that several may share the page. */
export function settleId(programme: string, question: string): string {
  return `settle-${programme}-${question}`;
}

export function settle(view: View, programme: string, id: string): TemplateResult {
  const { words, pack, answers, actions } = view;
  const question = questionOf(view, id);
  const key = answers[id] === undefined ? 'card.answer-now' : 'card.answer-again';
  const name = html`${shortQuestion(view, id)}`;
  // Topics are several pages of their own.
  if (!question || question.kind === 'topics')
    return html`${name}
      <button type="button" class="quiet" @click=${() => actions.change(id, 'results')}>
        ${words.t(key)}<span class="visually-hidden">: ${name}</span>
      </button>`;
  const field = settleId(programme, id);
  const about = html`<span class="visually-hidden"
    >: ${pack.say((texts) => texts.programmes[programme]?.title)}</span
  >`;
  const take = (form: FormData) => actions.settle(id, readField(view, question, form), programme);
  return html`<details class="settle">
    <summary>${name}: ${words.t(key)}${about}</summary>
    <form autocomplete="off" novalidate @keydown=${takeOnEnter(take)}>
      ${drawField({
        view,
        question,
        id: field,
        legend: pack.say((texts) => texts.questions[id]?.title),
        answer: answers[id],
      })}
      <button type="button" class="button second" @click=${takeForm(take)}>
        ${words.t('card.settle')}${about}
      </button>
    </form>
  </details>`;
}
