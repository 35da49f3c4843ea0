/** The interface's own words in one language, and how that language writes numbers, dates and plurals. */
import type en from './texts/en.json';
import type { Lang } from './types.ts';

export type WordTable = typeof en;
export type TextKey = keyof WordTable;
type Params = Record<string, unknown>;

/** Languages of the interface, each named in itself. Only texts a native reader has checked count as reviewed. */
export const LANGUAGES: Record<Lang, { name: string; reviewed: boolean }> = {
  en: { name: 'English', reviewed: true },
  cy: { name: 'Cymraeg', reviewed: false },
};

export function isLang(value: unknown): value is Lang {
  return typeof value === 'string' && Object.hasOwn(LANGUAGES, value);
}

/** The first of the reader's own languages that the interface speaks. */
export function preferredLanguage(): Lang {
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLang) ?? 'en';
}

export class Words {
  readonly lang: Lang;
  readonly #table: WordTable;
  readonly #plural: Intl.PluralRules;
  readonly #number: Intl.NumberFormat;

  constructor(lang: Lang, table: WordTable) {
    this.lang = lang;
    this.#table = table;
    this.#plural = new Intl.PluralRules(lang);
    // Most browsers carry no Welsh number data, and would fall back to the device's language.
    this.#number = new Intl.NumberFormat([lang, 'en-GB'], { maximumFractionDigits: 2 });
  }

  /** The text of a key with `{name}` filled in. An entry with plural forms is chosen by `n`. */
  t(key: TextKey, params: Params = {}): string {
    return this.rich(key, params).join('');
  }

  /** As `t`, in pieces, so that a parameter may be a link or another template. */
  rich(key: TextKey, params: Params = {}): unknown[] {
    return this.#form(key, params)
      .split(/\{(\w+)\}/)
      .map((piece, at) => (at % 2 === 1 ? this.#show(params[piece]) : piece));
  }

  get direction(): 'ltr' | 'rtl' {
    return this.#table['language.direction'] === 'rtl' ? 'rtl' : 'ltr';
  }

  number(value: number): string {
    return this.#number.format(value);
  }

  /** 1 is January. */
  month(month: number): string {
    return this.t(`month.${month}` as TextKey);
  }

  /** A date as exact as it was written: `2025`, `2025-10` or `2025-10-12`. */
  date(iso: string): string {
    const [year = '', month, day] = iso.split('-');
    if (!month) return year;
    const name = this.month(Number(month));
    if (!day) return this.t('date.month', { month: name, year });
    return this.t('date.day', { day: String(Number(day)), month: name, year });
  }

  #form(key: TextKey, params: Params): string {
    const entry: string | Record<string, string> = this.#table[key];
    if (typeof entry === 'string') return entry;
    const form = this.#plural.select(Number(params['n']));
    return entry[form] ?? entry['other'] ?? '';
  }

  #show(value: unknown): unknown {
    return typeof value === 'number' ? this.number(value) : value;
  }
}
