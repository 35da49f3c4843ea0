/** How the tool looks on a partner's page: its colours, font and corners, as far as people can still read them. */

export type Theme = 'auto' | 'light' | 'dark';

/** What a partner may set. An empty text leaves the tool's own. */
export interface Look {
  theme: Theme;
  /** A list of font families, as in CSS. */
  font: string;
  /** The ground that everything stands on. */
  paper: string;
  /** Text. */
  ink: string;
  /** What can be pressed. */
  acting: string;
  /** How round corners are: a CSS length. */
  radius: string;
}

export const NO_LOOK: Look = {
  theme: 'auto',
  font: '',
  paper: '',
  ink: '',
  acting: '',
  radius: '',
};

/** What of a look could not be done. */
export interface LookFault {
  name: Exclude<keyof Look, 'theme'>;
  /** It cannot be read as what it should be, or leaves what stands on it unreadable. */
  kind: 'unknown' | 'contrast';
  /** For the console of whoever wrote the page. */
  message: string;
}

/** Longer than any colour, length or list of fonts that makes sense. */
const LONGEST = 200;

/** The look in `value`, or null if it is not exactly one. What the texts mean is looked at when they are applied. */
export function readLook(value: unknown): Look | null {
  if (typeof value !== 'object' || value === null) return null;
  const { theme, ...texts } = value as Record<string, unknown>;
  if (theme !== 'auto' && theme !== 'light' && theme !== 'dark') return null;
  const look: Look = { ...NO_LOOK, theme };
  for (const name of ['font', 'paper', 'ink', 'acting', 'radius'] as const) {
    const text = texts[name];
    if (typeof text !== 'string' || text.length > LONGEST) return null;
    look[name] = text;
  }
  return look;
}

type Rgb = readonly [number, number, number];
type Measured = 'color' | 'fontFamily' | 'borderTopLeftRadius';

/** The least contrast of text and of what must be seen, of WCAG 2.2 (1.4.3 and 1.4.11). */
const TEXT = 4.5;
const SIGN = 3;

const DARK = '(prefers-color-scheme: dark)';

/** The look of one place where the tool stands. */
export class Appearance {
  readonly #root: HTMLElement;
  readonly #home: Document | ShadowRoot;
  readonly #darkRules: CSSMediaRule[];
  readonly #partners = new CSSStyleSheet();

  /** @param root what the tool is drawn into, in a document or a shadow root that has its styles. */
  constructor(root: HTMLElement) {
    this.#root = root;
    this.#home = root.getRootNode() as Document | ShadowRoot;
    const sheets = [...this.#home.styleSheets, ...this.#home.adoptedStyleSheets];
    this.#darkRules = sheets.flatMap(rulesOf).filter(isDark);
    this.#home.adoptedStyleSheets = [...this.#home.adoptedStyleSheets, this.#partners];
  }

  /** @returns what could not be done, for the editor of the page. */
  apply(look: Look): LookFault[] {
    this.#setTheme(look.theme);
    this.#partners.replaceSync('');
    const faults: LookFault[] = [];
    const tokens = { ...this.#colours(look, faults), ...this.#rest(look, faults) };
    const declared = Object.entries(tokens).map(([name, value]) => `--${name}:${value}`);
    // Paper has colours of its own.
    this.#partners.replaceSync(`@media screen{:root,.waymark{${declared.join(';')}}}`);
    return faults;
  }

  #setTheme(theme: Theme): void {
    const media = { auto: DARK, dark: 'screen', light: 'not all' }[theme];
    for (const rule of this.#darkRules) rule.media.mediaText = media;
    const element = this.#home instanceof ShadowRoot ? this.#root : document.documentElement;
    element.style.colorScheme = theme === 'auto' ? '' : theme;
  }

  #colours(look: Look, faults: LookFault[]): Record<string, string> {
    const asked = (['paper', 'ink', 'acting'] as const).filter((name) => look[name] !== '');
    if (asked.length === 0) return {};
    const own = (token: string): Rgb =>
      rgbOf(this.#computed('color', `var(--${token})`)) ?? [0, 0, 0];
    const partners = new Map<string, Rgb>();
    for (const name of asked) {
      const colour = this.#colour(look[name]);
      if (colour) partners.set(name, colour);
      else
        faults.push({
          name,
          kind: 'unknown',
          message: `${name} "${look[name]}" is no opaque colour. Use one as #0b5c53.`,
        });
    }
    const paper = partners.get('paper') ?? own('paper');
    const ink = partners.get('ink') ?? own('ink');
    const acting = partners.get('acting') ?? own('acting');
    const card = own('card');
    const onActing = [paper, card, ink].sort(
      (a, b) => contrast(b, acting) - contrast(a, acting),
    )[0]!;
    const checks: [(typeof asked)[number], Rgb, Rgb, number][] = [
      ['ink', ink, paper, TEXT],
      ['ink', ink, card, TEXT],
      ['acting', acting, paper, TEXT],
      ['acting', acting, card, TEXT],
      ['acting', onActing, acting, TEXT],
      ['paper', own('error'), paper, TEXT],
      ['paper', own('line'), paper, SIGN],
    ];
    const unreadable = checks.find(([, one, other, least]) => contrast(one, other) < least);
    if (unreadable) {
      // Our own colours go together, so it is the partner's paper if it is not the partner's colour on it.
      const name = partners.has(unreadable[0]) ? unreadable[0] : 'paper';
      const message =
        `${name} leaves too little contrast to read, so the tool keeps its own colours. ` +
        `Text needs ${TEXT}:1 on its ground; dark grounds go with theme="dark".`;
      faults.push({ name, kind: 'contrast', message });
      return {};
    }
    const muted = mix(ink, paper, 0.25);
    const derived: Record<string, Rgb> = {
      muted: contrast(muted, paper) < TEXT || contrast(muted, card) < TEXT ? ink : muted,
      'on-acting': onActing,
      'acting-deep': mix(acting, ink, 0.35),
      tint: mix(paper, acting, 0.1),
    };
    return Object.fromEntries(
      [...partners, ...Object.entries(derived)].map(([name, rgb]) => [
        name,
        `rgb(${rgb.join(' ')})`,
      ]),
    );
  }

  #rest({ font, radius }: Look, faults: LookFault[]): Record<string, string> {
    const tokens: Record<string, string> = {};
    if (font !== '') {
      const family = this.#asked('fontFamily', font);
      if (family) tokens['font'] = family;
      else
        faults.push({
          name: 'font',
          kind: 'unknown',
          message: `font "${font}" is no list of font families.`,
        });
    }
    if (radius !== '') {
      const length = this.#asked('borderTopLeftRadius', radius);
      if (length) tokens['radius'] = length;
      else
        faults.push({
          name: 'radius',
          kind: 'unknown',
          message: `radius "${radius}" is no length. Use one as 4px.`,
        });
    }
    return tokens;
  }

  #colour(value: string): Rgb | null {
    return rgbOf(this.#asked('color', value));
  }

  /** What the browser makes of a partner's value. A variable of the partner's page means nothing here, or one of ours. */
  #asked(property: Measured, value: string): string | null {
    return /\bvar\(/i.test(value) ? null : this.#computed(property, value);
  }

  /** What the browser makes of a value, or null if it is none of this property. */
  #computed(property: Measured, value: string): string | null {
    const probe = document.createElement('span');
    // Where somebody forces colours of their own, the partner's are still the ones to judge.
    probe.style.setProperty('forced-color-adjust', 'none');
    probe.style[property] = value;
    if (probe.style[property] === '') return null;
    this.#root.append(probe);
    const computed = getComputedStyle(probe)[property];
    probe.remove();
    return computed;
  }
}

function rgbOf(computed: string | null): Rgb | null {
  const [, ...parts] = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(computed ?? '') ?? [];
  return parts.length === 3 ? (parts.map(Number) as unknown as Rgb) : null;
}

function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    // A sheet of another origin, put there by a browser's extension, is none of ours.
    return [];
  }
}

function isDark(rule: CSSRule): rule is CSSMediaRule {
  return rule instanceof CSSMediaRule && rule.media.mediaText === DARK;
}

function mix(one: Rgb, other: Rgb, part: number): Rgb {
  return one.map((channel, at) =>
    Math.round(channel + (other[at]! - channel) * part),
  ) as unknown as Rgb;
}

/** The contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(one: Rgb, other: Rgb): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** The relative luminance of WCAG 2.2, 0 to 1. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
