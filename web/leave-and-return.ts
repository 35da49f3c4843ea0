/** Where a person was on a long screen that they left: what they had unfolded, and the control they used. */

export interface Spot {
  unfolded: boolean[];
  /** Of all controls, in the order of the page; -1 where none had the focus. */
  control: number;
  controls: number;
}

export function spotOn(root: HTMLElement): Spot {
  const controls = controlsOf(root);
  const unfolded = [...root.querySelectorAll('details')].map(({ open }) => open);
  const active = (root.getRootNode() as Document | ShadowRoot).activeElement;
  const control = controls.findIndex((each) => each === active);
  return { unfolded, control, controls: controls.length };
}

/** Puts them back there, unless the screen has become another meanwhile. */
export function returnTo(root: HTMLElement, { unfolded, control, controls }: Spot): void {
  const now = controlsOf(root);
  if (now.length !== controls) return;
  root.querySelectorAll('details').forEach((each, at) => (each.open = unfolded[at] ?? false));
  now[control]?.focus();
}

function controlsOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('.tool :is(a, button, input, textarea, summary)')];
}
