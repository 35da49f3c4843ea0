/** What the kinds of question have in common on the page. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { Answer, Question } from '../types.ts';
import type { Problem, Reading, View } from '../view.ts';

/** One question's controls: how they are drawn, and what the person put into them. */
export interface Field<Q extends Question> {
  draw(place: Place<Q>): TemplateResult;
  read(view: View, question: Q, form: FormData): Reading;
}

/** Where a field is drawn. */
export interface Place<Q extends Question> {
  view: View;
  question: Q;
  /** Starts every id of this field, so that several may share a page. */
  id: string;
  /** The group's heading. */
  legend: unknown;
  /** The answer so far; undefined while there is none. */
  answer: Answer | undefined;
}

/** The form's value for "I do not know", which no option id can have. */
export const DECLINED = '~declined';
/** The form's value for "None of these". */
export const NONE = '~none';

/** What a control is called in its form. */
export const ANSWER = 'answer';

interface Row {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  id: string;
  label: unknown;
  more?: unknown;
  checked: boolean;
  /** Set off from the rest: "None of these", "I do not know". Ticking one unticks every other. */
  apart?: boolean;
  invalid?: boolean;
  /** Each drawing shows what is so, whatever was chosen meanwhile. Absent: what was chosen stays. */
  isSoNow?: boolean;
}

/** One answer to choose, as wide as the page. */
export function row(given: Row): TemplateResult {
  const { type, name, value, id, label, more, checked, apart, invalid, isSoNow } = given;
  return html`<label class="row ${apart ? 'row-apart' : ''}" for=${id}>
    <input
      type=${type}
      name=${name}
      value=${value}
      id=${id}
      autocomplete="off"
      ?data-apart=${apart}
      aria-invalid=${invalid && type === 'checkbox' ? 'true' : nothing}
      aria-labelledby=${more ? `${id}-label` : nothing}
      aria-describedby=${more ? `${id}-more` : nothing}
      .checked=${isSoNow ? live(checked) : checked}
    />
    <span class="row-text"
      >${more ? html`<span id="${id}-label">${label}</span><small id="${id}-more">${more}</small>` : label}</span
    >
  </label>`;
}

interface Group {
  view: View;
  /** Id of the group's first control; its hint and message are named after it. */
  id: string;
  legend: unknown;
  hint?: unknown;
  radios?: boolean;
  body: unknown;
}

/** Controls that answer one thing together, with their hint and what is wrong. */
export function group({ view, id, legend, hint, radios, body }: Group): TemplateResult {
  const problem = view.problems.find(({ field }) => field === id);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return html`<fieldset
    class="group ${problem ? 'has-problem' : ''}"
    role=${radios ? 'radiogroup' : nothing}
    aria-invalid=${radios && problem ? 'true' : nothing}
    aria-describedby=${described || nothing}
    @change=${radios ? nothing : keepExclusive}
  >
    <legend>${legend}</legend>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${problem ? problemText(view, problem) : nothing} ${body}
  </fieldset>`;
}

/** The message beside the field that it is about. */
export function problemText(view: View, problem: Problem): TemplateResult {
  // On a screen of one question the summary is announced; among others nothing else is.
  const isAmongOthers = problem.field !== ANSWER && view.route.screen !== 'question';
  return html`<p
    class="problem"
    id="${problem.field}-problem"
    role=${isAmongOthers ? 'alert' : nothing}
  >
    <span class="visually-hidden">${view.words.t('error.prefix')}</span>
    ${view.words.t(problem.key, problem.params)}
  </p>`;
}

/** Ticking "None of these" or "I do not know" unticks the rest, and the other way round. */
function keepExclusive(event: Event): void {
  const ticked = event.target;
  if (!(ticked instanceof HTMLInputElement) || ticked.type !== 'checkbox' || !ticked.checked)
    return;
  const boxes = (event.currentTarget as Element).querySelectorAll<HTMLInputElement>(
    'input[type=checkbox]',
  );
  for (const box of boxes) {
    if (box === ticked) continue;
    if ('apart' in ticked.dataset || 'apart' in box.dataset) box.checked = false;
  }
}

export function isDeclinable(question: Question): boolean {
  return question.declinable !== false;
}

/** "I do not know", or the wording that the question has for it. */
export function declineText(view: View, question: Question): unknown {
  return (
    view.pack.say((texts) => texts.questions[question.id]?.decline) ?? view.words.t('field.decline')
  );
}

export function hintOf(view: View, question: Question): unknown {
  return view.pack.say((texts) => texts.questions[question.id]?.hint);
}
