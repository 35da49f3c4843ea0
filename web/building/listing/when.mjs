/** When a programme takes people, by dates alone: whoever reads it knows what day it is, and the page does not. */
import { html } from './markup.mjs';
import { isClosed, roundsAhead } from './closed.mjs';

export function whenWords({ words, published }, programme) {
  if (isClosed(programme, published)) return closedWords(words, programme);
  const { intake, cohorts, ended, last_seen: seen } = programme;
  if (intake === 'cohorts') return rounds(words, roundsAhead(cohorts, published), ended);
  if (!seen) return words.t('status.unknown');
  return words.t('status.last-seen', { date: words.date(monthOf(seen)) });
}

function rounds(words, ahead, ended) {
  const last = ended && words.t('list.last-round', { date: words.date(ended) });
  return html`${ahead.map((round) => html`<p>${roundWords(words, round)}</p> `)}${last && html`<p>${last}</p>`}`;
}

function roundWords(words, { opens, closes, starts }) {
  return [
    opens && words.t('plan.opens', { date: words.date(opens) }),
    closes && words.t('plan.by', { date: words.date(closes) }),
    words.t('status.upcoming-starts', { starts: words.date(starts) }),
  ]
    .filter(Boolean)
    .join(' ');
}

function closedWords(words, { ended, cohorts }) {
  const last = ended ?? cohorts?.at(-1)?.closes ?? cohorts?.at(-1)?.starts;
  return last
    ? words.t('status.closed', { date: words.date(monthOf(last)) })
    : words.t('status.closed-undated');
}

/** The past needs no days: `2024-07-31` becomes `2024-07`. */
function monthOf(date) {
  return date.slice(0, 7);
}
