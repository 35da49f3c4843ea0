/** Answers that a person may be able to change in life, there to be tried on the results themselves. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { drawField, readField } from '../fields/any.ts';
import { takeForm, takeOnEnter } from '../submit.ts';
import type { Question } from '../types.ts';
import { shortQuestion, type View } from '../view.ts';
import { toldAt } from './changes.ts';

export function adjust(view: View): TemplateResult | typeof nothing {
  const { words, bundle, assessment } = view;
  const questions = bundle.questions.filter(
    ({ id, changeable, kind }) =>
      changeable && kind !== 'topics' && !assessment.not_asked.includes(id),
  );
  if (questions.length === 0) return nothing;
  return html`<details class="adjust">
    <summary><h2>${words.t('adjust.title')}</h2></summary>
    <p>${words.t('adjust.intro')}</p>
    ${questions.map((question) => form(view, question))}
  </details>`;
}

/** Names the field, so that several may share the page. */
export function adjustId(question: string): string {
  return `adjust-${question}`;
}

function form(view: View, question: Question): TemplateResult {
  const { words, pack, answers, actions } = view;
  const take = (given: FormData) =>
    actions.tryAnswer(question.id, readField(view, question, given));
  return html`<form autocomplete="off" novalidate @keydown=${takeOnEnter(take)}>
    ${drawField({
      view,
      question,
      id: adjustId(question.id),
      legend: pack.say((texts) => texts.questions[question.id]?.title),
      answer: answers[question.id],
    })}
    <button type="button" class="button second" @click=${takeForm(take)}>
      ${words.t('adjust.button')}<span class="visually-hidden"
        >: ${shortQuestion(view, question.id)}</span
      >
    </button>
    ${toldAt(view, { question: question.id })}
  </form>`;
}
