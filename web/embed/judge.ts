/** What the tool would make of a look: its own judgement, on a piece of the page that nobody sees. */
import { Appearance, type Look, type LookFault } from '../look.ts';
import tokens from '../styles/tokens.css';

export interface Judgement {
  /** What the tool does not take, wherever it is opened. */
  faults: LookFault[];
  /** Where alone the tool keeps its own colours, if it takes the partner's elsewhere. */
  refusedOn: 'light' | 'dark' | null;
  /** The look without what is at fault. */
  taken: Look;
}

export type Judge = (look: Look) => Judgement;

export function makeJudge(): Judge {
  const appearance = unseen();
  const faultsOn = (look: Look, theme: 'light' | 'dark') => appearance.apply({ ...look, theme });
  return (asked) => {
    const { look, faults } = withoutRunaways(asked);
    const light = faultsOn(look, 'light');
    const dark = faultsOn(look, 'dark');
    const unknown = light.filter(({ kind }) => kind === 'unknown');
    const contrast = [light, dark].map((each) => each.filter(({ kind }) => kind === 'contrast'));
    const [onLight = [], onDark = []] = contrast;
    const refused = { light: onLight, dark: onDark, auto: onDark.length > 0 ? onLight : [] };
    faults.push(...unknown, ...refused[look.theme]);
    return {
      faults,
      refusedOn: look.theme === 'auto' ? onlyOn(onLight.length > 0, onDark.length > 0) : null,
      taken: withoutFaults(look, faults),
    };
  };
}

function onlyOn(light: boolean, dark: boolean): 'light' | 'dark' | null {
  if (light === dark) return null;
  return light ? 'light' : 'dark';
}

function withoutFaults(look: Look, faults: LookFault[]): Look {
  const taken = { ...look };
  for (const { name } of faults) taken[name] = '';
  if (faults.some(({ kind }) => kind === 'contrast')) taken.paper = taken.ink = taken.acting = '';
  return taken;
}

/** Takes out what would not stay within its own declaration, once it is written into a line. */
function withoutRunaways(asked: Look): { look: Look; faults: LookFault[] } {
  const look = { ...asked };
  const faults: LookFault[] = [];
  for (const name of ['paper', 'ink', 'acting', 'radius'] as const) {
    if (look[name] === '' || standsAlone(look[name])) continue;
    faults.push({ name, kind: 'unknown', message: '' });
    look[name] = '';
  }
  return { look, faults };
}

function standsAlone(value: string): boolean {
  const { style } = document.createElement('span');
  style.cssText = `--before: ${value}; --after: 1`;
  return style.getPropertyValue('--before') === value && style.getPropertyValue('--after') === '1';
}

function unseen(): Appearance {
  const host = document.createElement('div');
  host.hidden = true;
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokens.replaceAll(':root', ':host'));
  shadow.adoptedStyleSheets = [sheet];
  const root = document.createElement('div');
  shadow.append(root);
  document.body.append(host);
  return new Appearance(root);
}

/** The tool's own colour, for the field that picks another. */
export function ownColour(name: 'paper' | 'ink' | 'acting'): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** A colour as fields that pick colours want it, or `otherwise` if it is none. */
export function pickable(value: string, otherwise: string): string {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return otherwise;
  context.fillStyle = otherwise;
  context.fillStyle = value;
  const read = String(context.fillStyle);
  return /^#[0-9a-f]{6}$/.test(read) ? read : otherwise;
}
