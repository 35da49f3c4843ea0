/** What this is, how long it takes, and what happens to the answers. */
import { html, type TemplateResult } from 'lit/html.js';
import { arrow, landscape } from '../parts/icons.ts';
import type { View } from '../view.ts';

/** What one question takes a person, reading and thinking, in minutes. */
const MINUTES_EACH = 0.25;

export function startScreen({ words, pack, bundle, actions }: View): TemplateResult {
  const minutes = Math.max(5, Math.round((bundle.questions.length * MINUTES_EACH) / 5) * 5);
  return html`<div class="start">
    ${landscape()}
    <h1 tabindex="-1">${pack.say((texts) => texts.pack.title)}</h1>
    <p class="lead">${pack.say((texts) => texts.pack.intro)}</p>
    <p class="privacy">${words.t('start.privacy')}</p>
    <button type="button" class="button go" @click=${() => actions.start()}>
      ${words.t('start.button')} ${arrow()}
    </button>
    <ul class="facts">
      <li>${words.t('start.length', { n: minutes })}</li>
      <li>${words.t('start.any')}</li>
      <li>${words.t('start.result')}</li>
    </ul>
  </div>`;
}
