/** "Clear my answers", which asks once more in the same place. */
import { html, type TemplateResult } from 'lit/html.js';
import type { View } from '../view.ts';

export function clearButton({ words, clearing, actions }: View): TemplateResult {
  if (!clearing) {
    return html`<button
      type="button"
      class="quiet"
      id="clear"
      @click=${() => actions.confirmClear(true)}
    >
      ${words.t('clear.button')}
    </button>`;
  }
  return html`<div class="confirm" role="group" aria-labelledby="clear-question">
    <p id="clear-question">${words.t('clear.question')}</p>
    <button type="button" class="button warn" @click=${() => actions.clear()}>
      ${words.t('clear.yes')}
    </button>
    <button
      type="button"
      class="button second"
      id="clear-not"
      @click=${() => actions.confirmClear(false)}
    >
      ${words.t('clear.no')}
    </button>
  </div>`;
}
