/** A questionnaire's words in the page's language, with its first language where one is missing. */
import { html } from './markup.mjs';

export class ListingPackWords {
  #lang;
  #sources;

  constructor(lang, texts, firstLang, fallbackTexts) {
    this.#lang = lang;
    this.#sources = [
      { lang, texts },
      { lang: firstLang, texts: fallbackTexts },
    ];
  }

  /** One text, marked with its language where that differs from the page's. Undefined if no language has it. */
  say(find) {
    const [text, lang] = this.#find(find);
    return text === undefined || lang === this.#lang
      ? text
      : html`<span lang="${lang}">${text}</span>`;
  }

  /** The same as bare text, for places that cannot carry a language: titles of documents, sorting. */
  plain(find) {
    return this.#find(find)[0];
  }

  #find(find) {
    for (const { lang, texts } of this.#sources) {
      const text = find(texts ?? {});
      if (text !== undefined) return [text, lang];
    }
    return [undefined, this.#lang];
  }
}
