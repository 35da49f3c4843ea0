/** The tool on its own page, where the browser may keep things and no other page is around it. */
import { html, type TemplateResult } from 'lit/html.js';
import type { View } from '../view.ts';
import type { TextKey } from '../words.ts';

/** The link carries no answers. */
export function ownTab({ words, bundle }: View, name: TextKey): TemplateResult {
  const address = new URL('./', import.meta.url);
  address.search = new URLSearchParams({ pack: bundle.pack.id, lang: words.lang }).toString();
  return html`<p>
    <a href=${address.href} target="_blank" rel="noopener">${words.t(name)}</a>
  </p>`;
}
