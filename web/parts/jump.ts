/** Ways to the parts of a long page that people come back for. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { View } from '../view.ts';
import { PLAN } from './plan.ts';

/** Headings to go to. */
export const PROGRAMMES = 'programmes';
export const TAKE = 'take-away';

export function jump({ words, assessment, actions }: View): TemplateResult {
  const hasPlan = (assessment.plan?.weeks.length ?? 0) > 0;
  const to = (heading: string, text: string) =>
    html`<li>
      <button type="button" class="quiet" @click=${() => actions.goTo(heading)}>${text}</button>
    </li>`;
  return html`<nav class="jump" aria-label=${words.t('results.jump')}>
    <ul role="list">
      ${hasPlan ? to(PLAN, words.t('plan.title')) : nothing}
      ${assessment.programmes.length > 0 ? to(PROGRAMMES, words.t('results.jump-programmes')) : nothing}
      ${to(TAKE, words.t('take.title'))}
    </ul>
  </nav>`;
}
