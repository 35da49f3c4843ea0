/** After a screen changes, people who cannot see it must land where it begins: at its heading, or at what is wrong. */
export function moveFocus(root: HTMLElement): void {
  const target =
    root.querySelector<HTMLElement>('.error-summary') ?? root.querySelector<HTMLElement>('h1');
  if (!target) return;
  target.focus({ preventScroll: true });
  // Scrolls the page around a frame as well, which a plain scrollTo cannot reach.
  root.querySelector('.tool')?.scrollIntoView({ block: 'start' });
}
