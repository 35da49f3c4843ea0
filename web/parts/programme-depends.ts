/** What a verdict still hangs on, and how to settle it. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Programme, ProgrammeResult } from '../types.ts';
import { shortQuestion, type View } from '../view.ts';
import type { TextKey } from '../words.ts';
import { criterion } from './programme-words.ts';

export function depends(
  view: View,
  programme: Programme,
  result: ProgrammeResult,
): TemplateResult | typeof nothing {
  if (result.verdict !== 'may_be_eligible') return nothing;
  const { words, actions, answers } = view;
  const unstated = programme.must.filter(
    ({ id, unstated }) => unstated && result.unknown.includes(id),
  );
  const several = result.settled_by[0] === 'several';
  const ask = (question: string, text: unknown) =>
    html`<button type="button" class="quiet" @click=${() => actions.change(question, 'results')}>
      ${text}
    </button>`;
  return html`<div class="depends">
    ${several ? html`<p>${words.t('card.several')}</p>` : nothing}
    ${
      several || result.settled_by.length === 0
        ? nothing
        : html`<p>${words.t('card.depends')}</p>
            <ul>
              ${result.settled_by.map((question) => {
                const key: TextKey =
                  answers[question] === undefined ? 'card.answer-now' : 'card.answer-again';
                const link = ask(question, words.t(key));
                return html`<li>${shortQuestion(view, question)} ${link}</li>`;
              })}
            </ul>`
    }
    ${
      unstated.length + result.ask_provider.length === 0
        ? nothing
        : html`<p>${words.t('card.ask-provider')}</p>
            <ul>
              ${unstated.map(({ id }) => html`<li>${criterion(view, result.id, id)}</li>`)}
              ${result.ask_provider.map(
                (question) =>
                  html`<li>
                    ${shortQuestion(view, question)} ${ask(question, words.t('card.answer-now'))}
                  </li>`,
              )}
            </ul>`
    }
  </div>`;
}
