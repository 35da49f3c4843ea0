/** Points of the core, 0..10000, as people read them: out of 100. */
import type { View } from '../view.ts';

/** With all their digits, so that parts add up on screen. */
export function points(view: View, value: number | null): string {
  return value === null ? view.words.t('needs.none') : view.words.number(value / 100);
}

/** To the nearest whole point, for sentences. */
export function wholePoints(view: View, value: number): string {
  return view.words.number(Math.round(value / 100));
}
