import { html, type TemplateResult } from 'lit/html.js';
import type { Words } from './words.ts';

/** A link to an address from a questionnaire, or its bare text where the address is not https. */
export function safeLink(words: Words, address: string | undefined, text: unknown): TemplateResult {
  if (!isHttps(address)) return html`${text}`;
  return html`<a href=${address} target="_blank" rel="noopener noreferrer"
    >${text}<span class="visually-hidden"> ${words.t('link.new-tab')}</span></a
  >`;
}

function isHttps(address: string | undefined): address is string {
  try {
    return address !== undefined && new URL(address).protocol === 'https:';
  } catch {
    return false;
  }
}
