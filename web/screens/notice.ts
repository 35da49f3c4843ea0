/** Who this tool is not for is told so, and pointed to who can help. */
import { html, type TemplateResult } from 'lit/html.js';
import { noticeBody, noticeTitle } from '../parts/notice.ts';
import { endings, shortQuestion, type View } from '../view.ts';

export function noticeScreen(view: View): TemplateResult {
  const { words, actions, answers } = view;
  const [first, ...rest] = endings(view);
  const last = Object.keys(answers).at(-1);
  return html`<article class="notice">
    ${
      first === undefined
        ? html`<h1 tabindex="-1">${words.t('notice.gone')}</h1>`
        : html`<h1 tabindex="-1">${noticeTitle(view, first)}</h1>
            ${noticeBody(view, first)}`
    }
    ${rest.map(
      (id) =>
        html`<h2>${noticeTitle(view, id)}</h2>
          ${noticeBody(view, id)}`,
    )}
    ${
      last === undefined
        ? html``
        : html`<p>
            <button
              type="button"
              class="button second"
              @click=${() => actions.change(last, 'next')}
            >
              ${words.t('notice.change')}
              <span class="visually-hidden">${shortQuestion(view, last)}</span>
            </button>
          </p>`
    }
  </article>`;
}
