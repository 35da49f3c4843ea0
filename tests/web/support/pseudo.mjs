/**
 * A made-up language: every text of the page between marks and longer by two fifths, as translations may be.
 * What stands on a screen without marks does not come from the texts.
 */
import { readSite } from './site.mjs';

const OPEN = '⟦';
const CLOSE = '⟧';

function marked(text) {
  const longer = '~'.repeat(Math.ceil(text.length * 0.4)).replace(/(~{9})(?=~)/g, '$1 ');
  return `${OPEN}${text} ${longer}${CLOSE}`;
}

/** The text without what makes it made-up. */
export function unmarked(text) {
  return text.replace(/⟦|[\s~]*~⟧/g, '');
}

/** What of a text does not stand between marks. Texts stand in texts, so marks are counted. */
export function outsideMarks(text) {
  let depth = 0;
  let outside = '';
  for (const letter of text) {
    if (letter === OPEN) depth += 1;
    else if (letter === CLOSE) depth -= 1;
    else if (depth === 0) outside += letter;
  }
  return outside;
}

const KEPT_AS_THEY_ARE = ['link', 'language.direction'];

function markAll(value, key = '') {
  if (typeof value === 'string') return KEPT_AS_THEY_ARE.includes(key) ? value : marked(value);
  if (Array.isArray(value)) return value.map((each) => markAll(each));
  return Object.fromEntries(
    // An action's link is the text of one; only addresses begin so.
    Object.entries(value).map(([name, each]) => [
      name,
      markAll(each, name === 'link' && /^https:/.test(each) ? name : name === 'link' ? '' : name),
    ]),
  );
}

/** Answers for the server's, so that the page speaks it. @param direction `ltr` or `rtl`. */
export function inPseudo(direction) {
  const words = markAll(JSON.parse(readSite('texts/en.json')));
  words['language.direction'] = direction;
  const texts = markAll(JSON.parse(readSite('packs/stem-return/texts.en.json')));
  return {
    '/texts/en.json': { body: JSON.stringify(words) },
    '/packs/stem-return/texts.en.json': { body: JSON.stringify(texts) },
  };
}
