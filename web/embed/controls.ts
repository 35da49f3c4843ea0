/** The controls of this page: groups of choices, fields for text, and texts to copy. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { row } from '../fields/field.ts';

export interface OptionOffer<T> {
  value: T;
  label: string;
  more?: string;
}

interface Group<T> {
  name: string;
  legend: string;
  hint?: string;
  offers: OptionOffer<T>[];
  chosen: T;
  onChoose(value: T): void;
}

/** One of several. */
export function choices<T extends string>(group: Group<T>): TemplateResult {
  const { name, legend, hint, offers, chosen, onChoose } = group;
  return html`<fieldset role="radiogroup" aria-describedby=${hint ? `${name}-hint` : nothing}>
    <legend>${legend}</legend>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
    <div class="rows" @change=${(event: Event) => onChoose(valueOf(event) as T)}>
      ${offers.map(({ value, label, more }) =>
        row({
          type: 'radio',
          name,
          value,
          id: `${name}-${value}`,
          label,
          more,
          checked: chosen === value,
          isSoNow: true,
        }),
      )}
    </div>
  </fieldset>`;
}

interface Tick {
  id: string;
  label: string;
  more?: string | undefined;
  isTicked: boolean;
  onTick(isTicked: boolean): void;
}

export function tick({ id, label, more, isTicked, onTick }: Tick): TemplateResult {
  return html`<div @change=${(event: Event) => onTick((event.target as HTMLInputElement).checked)}>
    ${row({ type: 'checkbox', name: id, value: id, id, label, more, checked: isTicked, isSoNow: true })}
  </div>`;
}

interface TextField {
  id: string;
  label: string;
  hint: string;
  value: string;
  problem: string | undefined;
  /** What stands beside the field. */
  beside?: unknown;
  onInput(value: string): void;
}

export function textField(field: TextField): TemplateResult {
  const { id, label, hint, value, problem, beside, onInput } = field;
  const described = problem ? `${id}-hint ${id}-problem` : `${id}-hint`;
  return html`<div class="text-field ${problem ? 'has-problem' : ''}">
    <label for=${id}>${label}</label>
    <p class="hint" id="${id}-hint">${hint}</p>
    <div role="status">
      ${
        problem
          ? html`<p class="problem" id="${id}-problem">
              <span class="visually-hidden">${label}:</span> ${problem}
            </p>`
          : nothing
      }
    </div>
    <div class="beside">
      <input
        type="text"
        id=${id}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-describedby=${described}
        aria-invalid=${problem ? 'true' : nothing}
        .value=${live(value)}
        @input=${(event: Event) => onInput(valueOf(event))}
      />
      ${beside ?? nothing}
    </div>
  </div>`;
}

interface Copyable {
  id: string;
  label: string;
  /** What the button says. */
  action: string;
  text: string;
  lang?: string;
  /** What came of copying. */
  told: string | undefined;
  onCopy(field: HTMLTextAreaElement): void;
}

/** A text to copy, which can be selected by hand where the browser forbids to copy. */
export function copyable(given: Copyable): TemplateResult {
  const { id, label, action, text, lang, told, onCopy } = given;
  const field = () => document.getElementById(id) as HTMLTextAreaElement;
  return html`<div class="copyable">
    <label for=${id}>${label}</label>
    <textarea
      id=${id}
      class=${lang ? nothing : 'code'}
      lang=${lang ?? nothing}
      readonly
      rows="5"
      autocomplete="off"
      spellcheck="false"
      .value=${live(text)}
    ></textarea>
    <p class="actions">
      <button type="button" class="button" @click=${() => onCopy(field())}>${action}</button>
      <span role="status">${told ?? nothing}</span>
    </p>
  </div>`;
}

export function valueOf({ target }: Event): string {
  return (target as HTMLInputElement | HTMLSelectElement).value;
}
