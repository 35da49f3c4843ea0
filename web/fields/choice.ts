/** One of several: options, the points of a scale, yes or no. */
import { html } from 'lit/html.js';
import type { OneQuestion, ScaleQuestion, YesNoQuestion } from '../types.ts';
import {
  ANSWER,
  DECLINED,
  declineText,
  group,
  hintOf,
  isDeclinable,
  row,
  type Field,
} from './field.ts';

type OneOfSeveral = OneQuestion | ScaleQuestion | YesNoQuestion;

export const choice: Field<OneOfSeveral> = {
  draw({ view, question, id, legend, answer }) {
    const chosen = answer === undefined ? undefined : keyOf(answer);
    const options = keysOf(question).map((key, at) =>
      row({
        type: 'radio',
        name: ANSWER,
        value: key,
        id: at === 0 ? id : `${id}-${at}`,
        label: view.pack.say((texts) => texts.questions[question.id]?.options?.[key]),
        checked: chosen === key,
      }),
    );
    if (isDeclinable(question)) {
      options.push(
        row({
          type: 'radio',
          name: ANSWER,
          value: DECLINED,
          id: `${id}-declined`,
          label: declineText(view, question),
          checked: answer === null,
          apart: true,
        }),
      );
    }
    const hint = hintOf(view, question);
    return group({
      view,
      id,
      legend,
      hint,
      radios: true,
      body: html`<div class="rows">${options}</div>`,
    });
  },

  read(_view, question, form) {
    const key = form.get(ANSWER);
    if (key === DECLINED) return { answer: null };
    if (typeof key !== 'string') return { problems: [{ field: ANSWER, key: 'error.choose' }] };
    if (question.kind === 'yes_no') return { answer: key === 'yes' };
    return { answer: question.kind === 'scale' ? Number(key) : key };
  },
};

function keysOf(question: OneOfSeveral): string[] {
  switch (question.kind) {
    case 'yes_no':
      return ['yes', 'no'];
    case 'scale':
      return Array.from({ length: question.points }, (_, at) => String(at + 1));
    default:
      return question.options;
  }
}

function keyOf(answer: unknown): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  return String(answer);
}
