/** The list of all programmes, a page that needs nothing of the tool. */
import { html, type TemplateResult } from 'lit/html.js';
import type { Words } from '../words.ts';

export function programmesList(words: Words, pack: string): TemplateResult {
  const address = new URL(`programmes-${pack}.${words.lang}.html`, import.meta.url);
  return html`<a href=${address.href} target="_blank" rel="noopener">${words.t('list.see')}</a>`;
}
