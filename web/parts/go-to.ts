/** Moves to a heading of this screen by script, so that the address never names what it says. */
export function goTo(heading: string): void {
  const target = document.getElementById(heading);
  const folded = target?.closest('details');
  if (folded) folded.open = true;
  target?.focus();
}
