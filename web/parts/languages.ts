import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Actions } from '../view.ts';
import type { Lang } from '../types.ts';
import { LANGUAGES, type Words } from '../words.ts';

/** A button for each language but the present one. */
export function languageSwitch(words: Words, actions: Pick<Actions, 'language'>): TemplateResult[] {
  return (Object.keys(LANGUAGES) as Lang[])
    .filter((lang) => lang !== words.lang)
    .map(
      (lang) =>
        html`<button
          type="button"
          class="quiet language"
          lang=${lang}
          @click=${() => actions.language(lang)}
        >
          ${LANGUAGES[lang].name}
        </button>`,
    );
}

/** What is not yet as it should be about the chosen language. */
export function languageNotes(
  words: Words,
  packIsForeign: boolean,
): TemplateResult | typeof nothing {
  const { reviewed } = LANGUAGES[words.lang];
  if (reviewed && !packIsForeign) return nothing;
  return html`<div class="note language-note">
    ${reviewed ? nothing : html`<p>${words.t('language.unreviewed')}</p>`}
    ${packIsForeign ? html`<p>${words.t('language.pack')}</p>` : nothing}
  </div>`;
}
