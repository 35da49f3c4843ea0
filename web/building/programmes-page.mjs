/**
 * Every programme of a questionnaire with what it asks, as a page without scripts: for browsers in which the tool
 * cannot run, and for paper. It is written once and read on any later day, so nothing on it is said of "now".
 */
import { READING_POLICY } from './headers.mjs';
import { isClosed } from './listing/closed.mjs';
import { entry, linkTo } from './listing/entry.mjs';
import { html } from './listing/markup.mjs';
import { ListingPackWords } from './listing/pack-words.mjs';
import { ListingWords, readTexts } from './listing/words.mjs';

/** From this strength on, a kind of help is a full part of a programme, and not something on the side. */
const FULL_PART = 7000;

const OWN_WORDS = readTexts('programmes-page.json');

/**
 * @param {object} given `bundle` and `texts` as they are built; `fallbackTexts` in the questionnaire's first language;
 * `languages`: the others that the page is in, each `{ lang, href, name }`; `styles`: each `{ href, integrity }`.
 * @returns {string} the whole page.
 */
export function programmesPage({ bundle, texts, fallbackTexts, lang, languages, styles, icon }) {
  const { pack, programmes, supports } = bundle;
  const words = new ListingWords(lang, readTexts(`${lang}.json`), OWN_WORDS[lang]);
  const packWords = new ListingPackWords(lang, texts, pack.languages[0], fallbackTexts);
  const listing = {
    id: pack.id,
    lang,
    words,
    pack: packWords,
    published: pack.published,
    programmes: byTitle(programmes, packWords, lang),
    kinds: supports.supports.map(({ id }) => id),
  };
  const page = html`<!doctype html>
    <html lang="${lang}" dir="${words.t('language.direction')}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${READING_POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${words.t('list.title')} – ${packWords.plain(titleOf)}</title>
        <link rel="icon" href="${icon}" type="image/svg+xml" />
        ${styles.map(stylesheet)}
      </head>
      <body>
        ${header(listing, languages, icon)}
        <main class="tool reading listing">
          ${intro(listing)} ${finder(listing)} ${joinableOnes(listing)} ${closedOnes(listing)}
        </main>
        ${footer(listing)}
      </body>
    </html> `;
  return String(page);
}

function byTitle(programmes, pack, lang) {
  const { compare } = new Intl.Collator(lang);
  const title = ({ id }) => pack.plain((texts) => texts.programmes?.[id]?.title) ?? id;
  return [...programmes].sort((one, other) => compare(title(one), title(other)));
}

function titleOf(texts) {
  return texts.pack?.title;
}

function stylesheet({ href, integrity }) {
  return integrity
    ? html`<link rel="stylesheet" href="${href}" integrity="${integrity}" />`
    : html`<link rel="stylesheet" href="${href}" />`;
}

function header({ words }, languages, icon) {
  return html`<header class="site-header">
    <div class="wide">
      <span class="brand"
        ><img src="${icon}" alt="" width="28" height="28" /> ${words.t('site.name')}</span
      >
      ${languages.map(
        ({ lang, href, name }) =>
          html`<a class="quiet" href="${href}" lang="${lang}" hreflang="${lang}">${name}</a> `,
      )}
    </div>
  </header>`;
}

function footer({ lang, words }) {
  const part = lang === 'cy' ? '#cymraeg' : '';
  return html`<footer class="site-footer">
    <div class="wide">
      <p>${words.t('site.footer')}</p>
      <p>
        <a href="accessibility.html${part}" target="_blank" rel="noopener"
          >${words.t('site.accessibility')}</a
        >
      </p>
    </div>
  </footer>`;
}

function intro({ id, lang, words, pack, published, programmes }) {
  const unreviewed = words.t('language.unreviewed');
  return html`<h1>${words.t('list.title')}</h1>
    <p class="lead">${pack.say(titleOf)}</p>
    ${unreviewed && html`<p class="note">${unreviewed}</p>`}
    <p>${words.t('list.what', { n: programmes.length })} ${words.t('list.musts')}</p>
    <p>${words.t('list.published', { date: words.date(published) })}</p>
    <div class="note">
      <p>${words.t('list.tool')}</p>
      <p><a href="./?pack=${id}&amp;lang=${lang}">${words.t('list.to-tool')}</a></p>
    </div>`;
}

/** People look for what they need; the list itself is in the order of names, which they may have heard. */
function finder(listing) {
  const { words, pack, kinds } = listing;
  const joinable = programmesThat(listing, false);
  const closedCount = programmesThat(listing, true).length;
  return html`<nav class="finder" aria-labelledby="find">
    <h2 id="find">${words.t('list.find')}</h2>
    <ul role="list">
      ${kinds.map((kind) => {
        const offering = joinable.filter((programme) => isFullPart(programme, kind));
        if (offering.length === 0) return undefined;
        return html`<li>
          <details>
            <summary>
              ${pack.say((texts) => texts.supports?.[kind])} <span>(${offering.length})</span>
            </summary>
            <ul>
              ${offering.map(({ id }) => html`<li>${linkTo(listing, id)}</li> `)}
            </ul>
          </details>
        </li> `;
      })}
    </ul>
    ${closedCount > 0 && html`<p><a href="#closed">${words.t('programmes.closed.title')}</a> (${closedCount})</p>`}
  </nav>`;
}

/** What a programme offers most is a part of it even where it is weak. */
function isFullPart({ supports }, kind) {
  const strength = supports[kind] ?? 0;
  return (
    strength > 0 && (strength >= FULL_PART || strength === Math.max(...Object.values(supports)))
  );
}

function joinableOnes(listing) {
  const { words } = listing;
  return html`<section aria-labelledby="all">
    <h2 id="all">${words.t('list.all')}</h2>
    ${entries(listing, programmesThat(listing, false))}
  </section>`;
}

function closedOnes(listing) {
  const { words } = listing;
  const programmes = programmesThat(listing, true);
  if (programmes.length === 0) return undefined;
  return html`<section aria-labelledby="closed">
    <h2 id="closed">${words.t('programmes.closed.title')}</h2>
    <p>${words.t('list.closed')}</p>
    ${entries(listing, programmes)}
  </section>`;
}

function programmesThat({ programmes, published }, areClosed) {
  return programmes.filter((programme) => isClosed(programme, published) === areClosed);
}

function entries(listing, programmes) {
  return html`<div class="entries">${programmes.map((programme) => entry(listing, programme))}</div>
    <p class="to-top"><a href="#top">${listing.words.t('list.top')}</a></p>`;
}
