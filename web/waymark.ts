/**
 * `<waymark-assessment>`: the one script that an editor embeds. It puts the tool in a frame, so that scripts of the page
 * around it cannot read what a visitor says; with `inline` it draws the tool into the page itself, for pages that trust
 * all their scripts. It tells the page of two moments, without any detail: `waymark-start` and `waymark-complete`.
 */
import { ALLOW, REFERRER_POLICY, SANDBOX } from './framing.ts';
import { NO_LOOK, type Look } from './look.ts';
import { readFrameMessage } from './messages.ts';
import type { InlineTool } from './page.ts';
import { addressQuery, readSettings, SETTING_NAMES, type Settings } from './settings.ts';
import { importChecked } from './site-files.ts';
import type { SiteTable } from './site-table.ts';
import words from './texts/element.json';
import type { Lang } from './types.ts';
import { preferredLanguage } from './words.ts';

/** Filled in by the build: the questionnaires of this site, and where its files are. */
declare const SITE_PACKS: readonly string[];
declare const SITE_FILES: SiteTable;
declare const SITE_PAGE: SiteTable[string];
declare const SITE_STYLES: SiteTable[string];

const TAG = 'waymark-assessment';
/** Where the script came from, and with it the site. */
const OWN_SITE = new URL('./', import.meta.url);

/** How long a frame may say nothing before the visitor is offered another way, in milliseconds. */
const PATIENCE = 15_000;

/** Which takes a page in a sandbox for one of no site at all, so that its policy must name sites by their scheme. */
const IS_WEBKIT = /AppleWebKit\/(?!.*Chrom)/.test(navigator.userAgent);

const DARK = matchMedia('(prefers-color-scheme: dark)');

const styles = new CSSStyleSheet();
styles.replaceSync(`
  :host { display: block; }
  :host([hidden]) { display: none; }
  iframe { display: block; width: 100%; height: 40rem; border: 0; }
  .waymark { all: initial; display: block; }
  .unavailable { margin: 0; padding: 1rem; border: 2px solid; }
`);

/**
 * The tool on an editor's page.
 *
 * Attributes: `pack`, the id of a questionnaire; `lang`, `en` or `cy`, else the visitor's own; `theme`, `auto`, `light`
 * or `dark`; `font`, `host` for the fonts of the page around (in a frame those that the device has); `start`, `full` or
 * `quick`, which interview is offered first; `programmes-first` and `programmes-only`, ids of programmes; `inline`, which
 * draws the tool into the page itself, whose scripts can then read what a visitor says; `site`, the address of the folder
 * that the tool is served from, if the script was not.
 *
 * Custom properties: `--waymark-paper`, `--waymark-ink`, `--waymark-acting`, colours that are taken if they can be read;
 * `--waymark-radius`, a length; `--waymark-font`, font families. Changes in the element's own `style` are followed.
 *
 * Parts: `frame`, the frame; `tool`, the tool where it is inline; `unavailable`, what stands in its place.
 *
 * What stands in the element is shown where this script does not run: a link to the tool's own page belongs there.
 *
 * @fires waymark-start the visitor has begun; bubbles, without detail.
 * @fires waymark-complete the visitor has come to the results for the first time; bubbles, without detail.
 */
export class WaymarkAssessment extends HTMLElement {
  static readonly observedAttributes = [...SETTING_NAMES, 'font', 'inline', 'site', 'style'];

  readonly #shadow = this.attachShadow({ mode: 'open' });
  #frame: HTMLIFrameElement | null = null;
  #inline: InlineTool | null = null;
  #isDrawn = false;
  /** Whether the tool has come far enough to be told of another look. */
  #hearsLook = false;
  /** The look that the tool was last given. */
  #given = '';
  #patience = 0;
  readonly #onMessage = (event: MessageEvent): void => this.#hear(event);
  readonly #onScheme = (): void => this.#applyLook();
  readonly #onBlocked = (event: SecurityPolicyViolationEvent): void => this.#hearBlocked(event);

  /** Also called when the page puts the element somewhere else, which begins the tool anew, as it does with frames. */
  connectedCallback(): void {
    window.addEventListener('message', this.#onMessage);
    document.addEventListener('securitypolicyviolation', this.#onBlocked);
    DARK.addEventListener('change', this.#onScheme);
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#isDrawn = false;
    this.#frame = this.#inline = null;
    clearTimeout(this.#patience);
    window.removeEventListener('message', this.#onMessage);
    document.removeEventListener('securitypolicyviolation', this.#onBlocked);
    DARK.removeEventListener('change', this.#onScheme);
    this.#shadow.replaceChildren();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    // Attributes in the page's own HTML are told here first, before the element is connected.
    if (!this.#isDrawn || before === now) return;
    // A change of look is no reason to begin anew.
    if (name === 'theme' || name === 'font' || name === 'style') this.#applyLook();
    else this.#draw();
  }

  /** A folder: what is written without its last slash means the same. */
  get #site(): URL {
    const given = this.getAttribute('site');
    if (!given) return OWN_SITE;
    try {
      const site = new URL(given, document.baseURI);
      if (!site.pathname.endsWith('/')) site.pathname += '/';
      if (/^https?:$/.test(site.protocol)) return site;
    } catch {
      // No address at all.
    }
    this.#tellEditor(`site="${given}" is no address. Use one as https://your-host/waymark/.`);
    return OWN_SITE;
  }

  #draw(): void {
    this.#isDrawn = true;
    this.#hearsLook = false;
    this.#frame = this.#inline = null;
    clearTimeout(this.#patience);
    const { settings, faults } = readSettings((name) => this.getAttribute(name));
    for (const { message } of faults) this.#tellEditor(message);
    const lang = settings.lang ?? preferredLanguage();
    const pack = settings.pack || SITE_PACKS[0] || '';
    const isUnknown = !SITE_PACKS.includes(pack);
    if (isUnknown)
      this.#tellEditor(
        `pack="${pack}" is not a questionnaire of this site. Use one of: ${SITE_PACKS.join(', ')}.`,
      );
    if (isUnknown || faults.some(({ name }) => name === 'pack' || name === 'lang')) {
      this.#shadow.replaceChildren(this.#unavailable(lang));
      return;
    }
    const look = this.#look();
    this.#given = JSON.stringify(look);
    const asked: Settings = { ...settings, pack, lang, look };
    if (this.hasAttribute('inline')) void this.#drawInline(asked, lang);
    else this.#drawFrame(asked, lang);
  }

  #drawFrame(settings: Settings, lang: Lang): void {
    const frame = document.createElement('iframe');
    const isOurs = this.#site.origin === location.origin;
    // A frame in a page that is itself in a sandbox is in it too.
    const isSandboxed = isOurs || window.origin === 'null';
    const address = new URL(isSandboxed && IS_WEBKIT ? 'sandboxed.html' : 'frame.html', this.#site);
    address.search = addressQuery(settings);
    frame.title = words[lang].title;
    frame.lang = lang;
    frame.part.add('frame');
    frame.allow = ALLOW;
    frame.referrerPolicy = REFERRER_POLICY;
    if (isOurs) frame.setAttribute('sandbox', SANDBOX);
    frame.src = address.href;
    this.#frame = frame;
    this.#shadow.adoptedStyleSheets = [styles];
    this.#shadow.replaceChildren(frame);
    this.#patience = window.setTimeout(
      () => this.#offerAnotherWay(`nothing came from ${address.origin}. Is it reachable?`),
      PATIENCE,
    );
  }

  async #drawInline(settings: Settings, lang: Lang): Promise<void> {
    const root = document.createElement('div');
    root.className = 'waymark';
    root.part.add('tool');
    this.#shadow.replaceChildren(root);
    const isStill = (): boolean => root.isConnected && this.#shadow.contains(root);
    try {
      const [page, css] = await Promise.all([
        importChecked(new URL(SITE_PAGE[0], this.#site), SITE_PAGE[1]),
        fetch(new URL(SITE_STYLES[0], this.#site), { integrity: SITE_STYLES[1] }),
      ]);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(await css.text());
      if (!isStill()) return;
      // The size of text that the visitor has chosen, whatever the page around has made of it.
      root.style.fontSize = 'medium';
      const rem = new CSSStyleSheet();
      rem.replaceSync(`:host { --rem: ${getComputedStyle(root).fontSize} }`);
      root.style.fontSize = '';
      this.#shadow.adoptedStyleSheets = [styles, rem, sheet];
      const { startInline } = page as typeof import('./page.ts');
      this.#inline = startInline(root, SITE_FILES, settings, {
        onMilestone: (what) => this.#tell(what),
        nothingArrived: () => this.#unavailable(lang),
      });
      this.#startHearing();
    } catch (error) {
      this.#tellEditor(
        `the tool could not be loaded from ${this.#site.href}: ${String(error)}. ` +
          `With "inline" a Content-Security-Policy of this page must allow it: see embed.html there.`,
      );
      if (isStill()) this.#shadow.replaceChildren(this.#unavailable(lang));
    }
  }

  /** The look that the page around asks for. */
  #look(): Look {
    const computed = getComputedStyle(this);
    const property = (name: string): string =>
      computed.getPropertyValue(`--waymark-${name}`).trim();
    const { settings } = readSettings((name) => this.getAttribute(name));
    const isHosts = this.getAttribute('font') === 'host';
    return {
      ...NO_LOOK,
      theme: settings.look.theme,
      font: isHosts ? computed.fontFamily : property('font'),
      paper: property('paper'),
      ink: property('ink'),
      acting: property('acting'),
      radius: property('radius'),
    };
  }

  /** The look may have changed while the tool was on its way. */
  #startHearing(): void {
    this.#hearsLook = true;
    this.#applyLook();
  }

  #applyLook(): void {
    if (!this.#hearsLook) return;
    const look = this.#look();
    const now = JSON.stringify(look);
    if (now === this.#given) return;
    this.#given = now;
    this.#inline?.applyLook(look);
    // In a sandbox the frame has no origin to address; a look is no secret.
    this.#frame?.contentWindow?.postMessage({ waymark: 1, type: 'look', look }, '*');
  }

  /** Above a frame that may still come. */
  #offerAnotherWay(fault: string): void {
    if (!this.#frame || this.#shadow.querySelector('.unavailable')) return;
    this.#tellEditor(fault);
    this.#shadow.prepend(
      this.#unavailable(words[this.#frame.lang as Lang] ? (this.#frame.lang as Lang) : 'en'),
    );
  }

  #unavailable(lang: Lang): HTMLElement {
    const paragraph = document.createElement('p');
    paragraph.className = 'unavailable';
    paragraph.part.add('unavailable');
    paragraph.lang = lang;
    const link = document.createElement('a');
    link.href = new URL(`./?lang=${lang}`, this.#site).href;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = words[lang].open;
    paragraph.append(words[lang].unavailable, ' ', link);
    return paragraph;
  }

  #tellEditor(fault: string): void {
    console.error(`<${TAG}>: ${fault}`);
  }

  #tell(what: 'start' | 'complete'): void {
    this.dispatchEvent(new CustomEvent(`waymark-${what}`, { bubbles: true }));
  }

  #hear(event: MessageEvent): void {
    const frame = this.#frame;
    if (!frame || event.source !== frame.contentWindow) return;
    const message = readFrameMessage(event.data);
    if (message === null) return;
    clearTimeout(this.#patience);
    this.#shadow.querySelector('.unavailable')?.remove();
    if (!this.#hearsLook) this.#startHearing();
    if (message.type === 'size') frame.style.height = `${message.height}px`;
    else this.#tell(message.type);
  }

  #hearBlocked({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent): void {
    if (!/^(frame|child|default)-src$/.test(effectiveDirective)) return;
    const { origin } = this.#site;
    if (blockedURI !== origin && !blockedURI.startsWith(`${origin}/`)) return;
    this.#offerAnotherWay(
      `this page's Content-Security-Policy forbids the frame. Let it allow "frame-src ${origin}".`,
    );
  }
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
