/** Takes over from the first screens of the page itself, which `early.ts` minds until the tool is there. */

import type { Fetched } from '../site-files.ts';
import type { Lang } from '../types.ts';

/** The tool's root, with the files that are asked for before the tool is there: on the first call, if not earlier. */
export type EarlyRoot = HTMLElement & { fetched?: () => Fetched };

/** What a visitor has done so far: controls by their place among those of the screen, which are the tool's own. */
export interface Early {
  screen: 'start' | 'question';
  lang: Lang;
  controls: { checked: boolean; value: string; open: boolean }[];
  focused: number;
  /** The control that was changed last. */
  changed: number;
  /** The button that waits for the tool to do what it says. */
  pressed: number;
  scrolled: number;
}

const CONTROLS = 'a, button, details, h1, input, select, summary, textarea';

type Control = Partial<HTMLInputElement & HTMLDetailsElement>;

/** Null where the page did not show a screen of the tool. */
export function readEarly(root: HTMLElement): Early | null {
  const shown = root.querySelector<HTMLElement>('[data-early]');
  const screen = shown?.dataset.early;
  if (!shown || (screen !== 'start' && screen !== 'question')) return null;
  const controls = controlsOf(shown);
  return {
    screen,
    lang: shown.lang as Lang,
    controls: controls.map(({ checked = false, value = '', open = false }: Control) => ({
      checked,
      value,
      open,
    })),
    focused: controls.indexOf(document.activeElement as HTMLElement),
    changed: controls.findIndex(({ dataset }) => 'changed' in dataset),
    pressed: controls.findIndex(({ dataset }) => 'pressed' in dataset),
    scrolled: window.scrollY,
  };
}

/** Brings the screen, which the tool has drawn again, to where the visitor was, and does what they pressed. */
export function goOnFrom(early: Early, root: HTMLElement): void {
  const controls = controlsOf(root);
  // Another screen than was foreseen, as after an upgrade of the site.
  if (controls.length !== early.controls.length) return;
  controls.forEach((control: Control, at) => {
    const { checked, value, open } = early.controls[at]!;
    if (control instanceof HTMLDetailsElement) control.open = open;
    if (control instanceof HTMLInputElement) control.checked = checked;
    if (control.type === 'text' || control instanceof HTMLSelectElement) control.value = value;
  });
  controls[early.changed]?.dispatchEvent(new Event('change', { bubbles: true }));
  controls[early.focused]?.focus({ preventScroll: true });
  window.scrollTo(0, early.scrolled);
  controls[early.pressed]?.click();
}

function controlsOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(CONTROLS)];
}
