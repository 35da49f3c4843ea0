/** When the tool cannot run: what happened in plain words, and a way to try again. */
import { html, type TemplateResult } from 'lit/html.js';
import type { Fault } from '../faults.ts';
import type { TextKey, Words } from '../words.ts';

export function faultScreen(words: Words, fault: Fault, retry: () => void): TemplateResult {
  return html`<div class="fault" role="alert">
    <h1 tabindex="-1">${words.t(`fault.${fault}.title` as TextKey)}</h1>
    <p>${words.t(`fault.${fault}.body` as TextKey)}</p>
    <p>${words.t('fault.answers')}</p>
    <button type="button" class="button" @click=${retry}>${words.t('fault.retry')}</button>
  </div>`;
}
