/**
 * `<waymark-assessment pack="stem-return" lang="en">`: the one script that a partner embeds.
 * It puts the tool in a frame, so that scripts of the page around it cannot read the answers.
 * Fires `waymark-start` and `waymark-complete`, both without any detail.
 */
import { readMessage } from './messages.ts';
import words from './texts/element.json';
import type { Lang } from './types.ts';

/** Filled in by the build: the questionnaires of this site. */
declare const SITE_PACKS: readonly string[];

const TAG = 'waymark-assessment';
const SANDBOX =
  'allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';
const script = new URL(import.meta.url);

const styles = new CSSStyleSheet();
styles.replaceSync(`
  :host { display: block; }
  :host([hidden]) { display: none; }
  iframe { display: block; width: 100%; height: 40rem; border: 0; }
  p { margin: 0; padding: 1rem; border: 2px solid; }
`);

export class WaymarkAssessment extends HTMLElement {
  static readonly observedAttributes = ['pack', 'lang'];

  #frame: HTMLIFrameElement | null = null;
  #isDrawn = false;
  readonly #onMessage = (event: MessageEvent): void => this.#hear(event);

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [styles];
  }

  connectedCallback(): void {
    window.addEventListener('message', this.#onMessage);
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#isDrawn = false;
    window.removeEventListener('message', this.#onMessage);
  }

  attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
    // Attributes in the page's own HTML are told here first, before the element is connected.
    if (this.#isDrawn && before !== now) this.#draw();
  }

  #draw(): void {
    this.#isDrawn = true;
    const pack = this.getAttribute('pack') ?? SITE_PACKS[0] ?? '';
    const asked = this.getAttribute('lang') ?? 'en';
    const lang = readLang(asked);
    const fault = lang === null ? unknownLang(asked) : unknownPack(pack);
    this.#frame = null;
    if (lang === null || fault !== null) {
      console.error(`<${TAG}>: ${fault}`);
      this.#show(this.#apology(lang ?? 'en'));
      return;
    }
    this.#frame = this.#makeFrame(pack, lang);
    this.#show(this.#frame);
  }

  #show(content: HTMLElement): void {
    this.shadowRoot?.replaceChildren(content);
  }

  #makeFrame(pack: string, lang: Lang): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    const address = new URL('frame.html', script);
    address.search = new URLSearchParams({ pack, lang }).toString();
    frame.title = words[lang].title;
    frame.lang = lang;
    frame.allow = 'clipboard-write';
    frame.referrerPolicy = 'no-referrer';
    // From another origin the frame is unreadable as it is; from the host's own it must be made so.
    if (script.origin === location.origin) frame.setAttribute('sandbox', SANDBOX);
    frame.src = address.href;
    return frame;
  }

  #apology(lang: Lang): HTMLElement {
    const paragraph = document.createElement('p');
    paragraph.lang = lang;
    paragraph.textContent = words[lang].unavailable;
    return paragraph;
  }

  #hear(event: MessageEvent): void {
    const frame = this.#frame;
    if (!frame || event.source !== frame.contentWindow) return;
    const message = readMessage(event.data);
    if (message === null) return;
    if (message.type === 'size') frame.style.height = `${message.height}px`;
    else this.dispatchEvent(new CustomEvent(`waymark-${message.type}`, { bubbles: true }));
  }
}

function readLang(lang: string): Lang | null {
  return Object.hasOwn(words, lang) ? (lang as Lang) : null;
}

function unknownLang(lang: string): string {
  return `lang="${lang}" is not a language of this tool. Use one of: ${Object.keys(words).join(', ')}.`;
}

function unknownPack(pack: string): string | null {
  if (SITE_PACKS.includes(pack)) return null;
  return `pack="${pack}" is not a questionnaire of this site. Use one of: ${SITE_PACKS.join(', ')}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'waymark-assessment': WaymarkAssessment;
  }
  interface HTMLElementEventMap {
    'waymark-start': CustomEvent<null>;
    'waymark-complete': CustomEvent<null>;
  }
}

// Two copies of the script on one page are one element.
if (!customElements.get(TAG)) customElements.define(TAG, WaymarkAssessment);
