/** When the tool cannot run: what happened in plain words, and a way to try again. */
import { html, type TemplateResult } from 'lit/html.js';
import type { TextKey, Words } from '../words.ts';

/** `pack`: there is no such questionnaire or it is broken. `network`: something did not arrive.
 * `refused`: the browser does not allow the core. `crashed`: a defect of ours. */
export type Fault = 'pack' | 'network' | 'refused' | 'crashed';

export function faultScreen(words: Words, fault: Fault, retry: () => void): TemplateResult {
  return html`<div class="fault" role="alert">
    <h1 tabindex="-1">${words.t(`fault.${fault}.title` as TextKey)}</h1>
    <p>${words.t(`fault.${fault}.body` as TextKey)}</p>
    <p>${words.t('fault.answers')}</p>
    <button type="button" class="button" @click=${retry}>${words.t('fault.retry')}</button>
  </div>`;
}
