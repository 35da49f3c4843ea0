/** The box under a field to type in that says "I do not know" instead. */
import { nothing, type TemplateResult } from 'lit/html.js';
import type { Question } from '../types.ts';
import type { View } from '../view.ts';
import { DECLINED, declineText, isDeclinable, row } from './field.ts';

const NAME = 'declined';

export function declineBox(
  view: View,
  question: Question,
  id: string,
  declined: boolean,
): TemplateResult | typeof nothing {
  if (!isDeclinable(question)) return nothing;
  return row({
    type: 'checkbox',
    name: NAME,
    value: DECLINED,
    id: `${id}-declined`,
    label: declineText(view, question),
    checked: declined,
    apart: true,
  });
}

export function isDeclined(form: FormData): boolean {
  return form.has(NAME);
}

/** Typing unticks the box, and ticking it empties what was typed. */
export function eitherOr(event: Event): void {
  const touched = event.target;
  const field = event.currentTarget as Element;
  const box = field.querySelector<HTMLInputElement>(`input[name=${NAME}]`);
  if (!box) return;
  if (touched !== box) {
    box.checked = false;
  } else if (box.checked) {
    for (const control of field.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
      'input[type=text], select',
    )) {
      control.value = '';
    }
  }
}
