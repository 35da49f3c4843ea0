/** A pack's own notice: a heading, paragraphs and links. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { safeLink } from '../safe-link.ts';
import type { View } from '../view.ts';

/** A notice that opens when asked for, where there are several. */
export function foldedNotice(view: View, id: string): TemplateResult {
  return html`<details class="topic">
    <summary><h3>${noticeTitle(view, id)}</h3></summary>
    ${noticeBody(view, id)}
  </details>`;
}

/** A notice set into a page among other things. */
export function notice(view: View, id: string): TemplateResult {
  return html`<section class="note">
    <h3>${noticeTitle(view, id)}</h3>
    ${noticeBody(view, id)}
  </section>`;
}

export function noticeTitle({ pack }: View, id: string): unknown {
  return pack.say((texts) => texts.notices?.[id]?.title);
}

export function noticeBody({ pack, words }: View, id: string): TemplateResult {
  const paragraphs = pack.list((texts) => texts.notices?.[id]?.body);
  const links = pack.list((texts) => texts.notices?.[id]?.links?.map(({ text }) => text));
  return html`${paragraphs.map((text) => html`<p>${text}</p>`)}
  ${
    links.length === 0
      ? nothing
      : html`<ul>
          ${links.map((text, at) => {
            const address = pack.plain((texts) => texts.notices?.[id]?.links?.[at]?.link);
            return html`<li>${safeLink(words, address, text)}</li>`;
          })}
        </ul>`
  }`;
}
