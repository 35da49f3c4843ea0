/** After the quick check: how much was left out, and a way to answer that too. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { View } from '../view.ts';

export function theRest({
  words,
  assessment,
  interview,
  actions,
}: View): TemplateResult | typeof nothing {
  const { next_question: next, progress } = assessment;
  if (interview !== 'quick' || next !== null || progress.open === 0) return nothing;
  const ask = () => {
    actions.interview('full');
    actions.proceed();
  };
  return html`<div class="rest">
    <p>${words.t('quick.rest', { n: progress.open })}</p>
    <button type="button" class="button second" @click=${ask}>${words.t('quick.ask-rest')}</button>
  </div>`;
}
