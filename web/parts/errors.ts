import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { View } from '../view.ts';

/** What is to be put right, at the top of the page, each leading to its field. */
export function errorSummary({ problems, words, actions }: View): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing;
  // Focused whole and announced within, as GOV.UK's is: neither alone is spoken by every screen reader.
  return html`<div class="error-summary" tabindex="-1">
    <div role="alert">
      <h2>${words.t('error.title')}</h2>
      <ul>
        ${problems.map(
          ({ field, key, params }) =>
            html`<li>
              <a
                href="#${field}"
                @click=${(event: Event) => {
                  // By script, so that the address never names a field.
                  event.preventDefault();
                  actions.goTo(field);
                }}
                >${words.t(key, params)}</a
              >
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}
