/** When the tool cannot run: what happened in plain words, and a way to try again. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Fault } from '../faults.ts';
import { programmesList } from '../parts/programmes-list.ts';
import type { TextKey, Words } from '../words.ts';

/** @param pack whose list of programmes can still be read, if it is one of this site. */
export function faultScreen(
  words: Words,
  fault: Fault,
  pack: string | null,
  retry: () => void,
): TemplateResult {
  return html`<div class="fault" role="alert">
    <h1 tabindex="-1">${words.t(`fault.${fault}.title` as TextKey)}</h1>
    <p>${words.t(`fault.${fault}.body` as TextKey)}</p>
    <p>${words.t('fault.answers')}</p>
    <button type="button" class="button" @click=${retry}>${words.t('fault.retry')}</button>
    ${pack === null ? nothing : html`<p>${programmesList(words, pack)}</p>`}
  </div>`;
}
