/** Any of several, with "None of these" as an answer of its own. */
import { html } from 'lit/html.js';
import type { ManyQuestion } from '../types.ts';
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

export const many: Field<ManyQuestion> = {
  draw({ view, question, id, legend, answer }) {
    const chosen = Array.isArray(answer) ? answer : [];
    const invalid = view.problems.some(({ field }) => field === id);
    const box = (value: string, at: string, label: unknown, checked: boolean, apart: boolean) =>
      row({ type: 'checkbox', name: ANSWER, value, id: at, label, checked, apart, invalid });
    const rows = question.options.map((option, at) =>
      box(
        option,
        at === 0 ? id : `${id}-${at}`,
        view.pack.say((texts) => texts.questions[question.id]?.options?.[option]),
        chosen.includes(option),
        false,
      ),
    );
    const none =
      view.pack.say((texts) => texts.questions[question.id]?.none) ?? view.words.t('field.none');
    rows.push(box(NONE, `${id}-none`, none, Array.isArray(answer) && answer.length === 0, true));
    if (isDeclinable(question)) {
      const label = declineText(view, question);
      rows.push(box(DECLINED, `${id}-declined`, label, answer === null, true));
    }
    const own = hintOf(view, question);
    const hint = own ?? view.words.t('field.many');
    return group({ view, id, legend, hint, body: html`<div class="rows">${rows}</div>` });
  },

  read(_view, question, form) {
    const ticked = form.getAll(ANSWER).map(String);
    if (ticked.length === 0) return { problems: [{ field: ANSWER, key: 'error.tick' }] };
    if (ticked.includes(DECLINED)) return { answer: null };
    return { answer: question.options.filter((option) => ticked.includes(option)) };
  },
};
