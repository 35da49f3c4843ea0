import { html, nothing } from 'lit/html.js';
import type { NumberQuestion } from '../types.ts';
import type { Reading, View } from '../view.ts';
import { declineBox, eitherOr, isDeclined } from './apart.ts';
import { ANSWER, hintOf, problemText, type Field } from './field.ts';

export const number: Field<NumberQuestion> = {
  draw({ view, question, id, legend, answer }) {
    const problem = view.problems.find(({ field }) => field === id);
    const hint = hintOf(view, question);
    const unit = view.pack.say((texts) => texts.questions[question.id]?.unit);
    const described = [hint && `${id}-hint`, problem && `${id}-problem`, unit && `${id}-unit`]
      .filter(Boolean)
      .join(' ');
    return html`<div
      class="group ${problem ? 'has-problem' : ''}"
      role="group"
      aria-labelledby="${id}-legend"
      @input=${eitherOr}
    >
      <label class="legend" id="${id}-legend" for=${id}>${legend}</label>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
      ${problem ? problemText(view, problem) : nothing}
      <div class="typed">
        <input
          class="short"
          type="text"
          inputmode=${question.decimals ? 'decimal' : 'numeric'}
          autocomplete="off"
          name=${ANSWER}
          id=${id}
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${described || nothing}
          .value=${typeof answer === 'number' ? String(answer) : ''}
        />
        ${unit ? html`<span class="unit" id="${id}-unit">${unit}</span>` : nothing}
      </div>
      ${declineBox(view, question, id, answer === null)}
    </div>`;
  },

  read: readNumber,
};

function readNumber(_view: View, question: NumberQuestion, form: FormData): Reading {
  if (isDeclined(form)) return { answer: null };
  const { min, max, decimals } = question;
  const typed = String(form.get(ANSWER) ?? '').trim();
  const value = Number(typed);
  const wrong = (key: 'error.number' | 'error.whole' | 'error.range'): Reading => ({
    problems: [{ field: ANSWER, key, params: { min, max } }],
  });
  if (!/^-?\d+(\.\d+)?$/.test(typed)) return wrong('error.number');
  if (!decimals && !Number.isInteger(value)) return wrong('error.whole');
  if (value < min || value > max) return wrong('error.range');
  return { answer: value };
}
