/** One programme in the list: what it is, when, what it asks, and where to go. */
import { isClosed } from './closed.mjs';
import { html } from './markup.mjs';
import { whenWords } from './when.mjs';

export function entry(listing, programme) {
  const { words } = listing;
  const { id } = programme;
  const closed = isClosed(programme, listing.published);
  return html`<article
    class="card entry${closed && ' place-closed'}"
    aria-labelledby="${anchor(id)}"
  >
    <div>
      <h3 id="${anchor(id)}">${part(listing, id, 'title')}</h3>
      <p class="provider">${part(listing, id, 'provider')}</p>
    </div>
    <p>${part(listing, id, 'line')}</p>
    <dl class="facts-row">
      ${fact(words.t('card.when'), [whenWords(listing, programme), closed && instead(listing, programme)])}
      ${fact(words.t('card.cost'), part(listing, id, 'cost'))}
      ${fact(words.t('card.where'), part(listing, id, 'where'))}
    </dl>
    <dl class="asks">
      ${asks(listing, programme)} ${closed ? undefined : offers(listing, programme)}
      ${fact(words.t('card.more'), part(listing, id, 'note'))}
    </dl>
    ${leads(listing, programme, closed)}
  </article> `;
}

/** A link to where a programme stands on the page. */
export function linkTo(listing, id) {
  return html`<a href="#${anchor(id)}">${part(listing, id, 'title')}</a>`;
}

function anchor(id) {
  return `programme-${id}`;
}

function part({ pack }, id, name) {
  return pack.say((texts) => texts.programmes?.[id]?.[name]);
}

function fact(name, value) {
  if (value === undefined) return undefined;
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div> `;
}

/** The criteria by who can tell: people themselves, the provider, or nobody from what is written. */
function asks(listing, { id, must, prefer = [] }) {
  const { words } = listing;
  const ours = must.filter((each) => !each.provider_checks && !each.unstated);
  const checks = must.filter((each) => each.provider_checks);
  const unstated = must.filter((each) => each.unstated);
  const named = (key, criteria) =>
    criteria.length === 0
      ? undefined
      : fact(withoutColon(words.t(key)), criteriaList(listing, id, criteria));
  return [
    named('how.must', ours),
    named(ours.length === 0 ? 'truth.provider' : 'card.checks', checks),
    named('card.ask-provider', unstated),
    named('how.prefer', prefer),
  ];
}

/** In the tool these words lead over to a list; here they name it. */
function withoutColon(text) {
  return text.replace(/\s*:$/, '');
}

function criteriaList({ pack }, programme, criteria) {
  return html`<ul>
    ${criteria.map(({ id }) => {
      const text = pack.say((texts) => texts.programmes?.[programme]?.criteria?.[id]);
      return html`<li>${text}</li> `;
    })}
  </ul>`;
}

function offers({ words, pack }, { supports }) {
  const kinds = Object.entries(supports)
    .sort(([, one], [, other]) => other - one)
    .map(([kind], at) => [at > 0 && '; ', pack.say((texts) => texts.supports?.[kind])]);
  return fact(words.t('list.offers'), kinds.length === 0 ? undefined : kinds);
}

/** For one that is closed: what comes nearest of those that are not. */
function instead(listing, programme) {
  const nearest = programme.instead?.find((id) => {
    const other = listing.programmes.find((each) => each.id === id);
    return other && !isClosed(other, listing.published);
  });
  if (nearest === undefined) return undefined;
  return [' ', listing.words.rich('status.instead-other', { link: linkTo(listing, nearest) })];
}

/** Where to go, and where all this comes from. Where there is no page to go to, a source is the only lead. */
function leads(listing, programme, closed) {
  const { words } = listing;
  const { link, checked, sources } = programme;
  const page = isHttps(link) ? providersPage(listing, programme) : undefined;
  const className = page || closed ? '' : 'spelled';
  return html`${page && html`<p>${page}</p>`}
    ${!page && !closed && html`<p>${words.t('list.no-page')}</p>`}
    <p class="quiet-text origins">
      ${words.t('how.sources')}:
      ${sources.map((source, at) => [at > 0 && ', ', origin(words, source, className)])}.
      ${words.t('how.checked', { date: words.date(checked) })}
    </p>`;
}

/** Tells links of the same words apart for those who hear them one by one. */
function providersPage(listing, { id, link }) {
  return html`<a class="spelled" href="${link}"
    >${listing.words.t('card.visit')}<span class="visually-hidden"
      >: ${part(listing, id, 'title')}</span
    ></a
  >`;
}

function origin(words, { link, date, kind }, className) {
  const name = isHttps(link)
    ? html`<a class="${className}" href="${link}">${hostOf(link)}</a>`
    : link;
  return html`${name} (${words.t(`source.${kind}`)}${date && `, ${words.date(date)}`})`;
}

function isHttps(address) {
  try {
    return address !== undefined && new URL(address).protocol === 'https:';
  } catch {
    return false;
  }
}

function hostOf(link) {
  return new URL(link).hostname.replace(/^www\./, '');
}
