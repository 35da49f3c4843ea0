/** The interface's words for pages that are written when the site is built. Its counterpart in the tool is words.ts. */
import { readFileSync } from 'node:fs';

export function readTexts(name) {
  return JSON.parse(readFileSync(new URL(`../../texts/${name}`, import.meta.url), 'utf8'));
}

export class ListingWords {
  #table;
  #plural;
  #number;

  constructor(lang, ...tables) {
    this.#table = Object.assign({}, ...tables);
    this.#plural = new Intl.PluralRules(lang);
    this.#number = new Intl.NumberFormat([lang, 'en-GB']);
  }

  /** The text of a key with `{name}` filled in. An entry with plural forms is chosen by `n`. */
  t(key, params) {
    return this.rich(key, params).join('');
  }

  /** As `t`, in pieces, so that a parameter may be a link or another template. */
  rich(key, params = {}) {
    return this.#form(key, params)
      .split(/\{(\w+)\}/)
      .map((piece, at) => (at % 2 === 1 ? this.#shown(params[piece]) : piece));
  }

  /** A date as exact as it was written: `2025`, `2025-10` or `2025-10-12`. */
  date(iso) {
    const [year, month, day] = iso.split('-');
    if (!month) return year;
    const name = this.t(`month.${Number(month)}`);
    if (!day) return this.t('date.month', { month: name, year });
    return this.t('date.day', { day: String(Number(day)), month: name, year });
  }

  #form(key, params) {
    const entry = this.#table[key];
    if (entry === undefined) throw new Error(`There are no words for "${key}"`);
    if (typeof entry === 'string') return entry;
    return entry[this.#plural.select(Number(params.n))] ?? entry.other;
  }

  #shown(value) {
    return typeof value === 'number' ? this.#number.format(value) : value;
  }
}
