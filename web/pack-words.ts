/** A questionnaire's words in the chosen language, with the pack's first language where one is missing. */
import { html } from 'lit/html.js';
import type { Lang, PackTexts } from './types.ts';

export interface PackTextsIn {
  lang: string;
  texts: PackTexts;
}

export class PackWords {
  readonly #preferred: PackTextsIn;
  readonly #fallback: PackTextsIn | undefined;
  readonly #lang: Lang;
  readonly #marks: boolean;

  /** @param marks whether texts in another language than the page's are marked as such; bare texts cannot be. */
  constructor(lang: Lang, preferred: PackTextsIn, fallback?: PackTextsIn, marks = true) {
    this.#lang = lang;
    this.#marks = marks;
    this.#preferred = preferred;
    this.#fallback = fallback;
  }

  /** Whether the whole questionnaire is so far in another language than the page. */
  get foreign(): boolean {
    return this.#preferred.lang !== this.#lang;
  }

  /** The same words as bare text, for what leaves the page. */
  get bare(): PackWords {
    return new PackWords(this.#lang, this.#preferred, this.#fallback, false);
  }

  /** One text, marked with its language where that differs from the page's. Undefined if no language has it. */
  say(find: (texts: PackTexts) => string | undefined): unknown {
    const [text, lang] = this.#find(find);
    return !this.#marks || lang === this.#lang || text === undefined
      ? text
      : html`<span lang=${lang}>${text}</span>`;
  }

  /** The same as bare text, for places that cannot carry a language: titles of documents, sorting. */
  plain(find: (texts: PackTexts) => string | undefined): string | undefined {
    return this.#find(find)[0];
  }

  /** A list of texts; empty if no language has it. */
  list(find: (texts: PackTexts) => string[] | undefined): unknown[] {
    const length = (find(this.#preferred.texts) ?? this.#foundInFallback(find))?.length ?? 0;
    return Array.from({ length }, (_, at) => this.say((texts) => find(texts)?.[at]));
  }

  #find(find: (texts: PackTexts) => string | undefined): [string | undefined, string] {
    const text = find(this.#preferred.texts);
    if (text !== undefined || !this.#fallback) return [text, this.#preferred.lang];
    return [find(this.#fallback.texts), this.#fallback.lang];
  }

  #foundInFallback<T>(find: (texts: PackTexts) => T | undefined): T | undefined {
    return this.#fallback && find(this.#fallback.texts);
  }
}
