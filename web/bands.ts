import type { Need } from './types.ts';
import type { View } from './view.ts';

/** How a need is drawn: by its place among the bands of its area, from the least need to the most. */
export type Tone = 'strong' | 'some' | 'priority';

/** The band that the likely value lies in, or the only one still possible; null while that is open. */
export function bandOf(view: View, need: Need): string | null {
  if (need.likely === null) return need.bands.length === 1 ? (need.bands[0] ?? null) : null;
  const likely = need.likely;
  return (
    bandsOf(view, need)
      .filter(({ from }) => from <= likely)
      .at(-1)?.id ?? null
  );
}

export function toneOf(view: View, need: Need): Tone | null {
  const band = bandOf(view, need);
  if (band === null) return null;
  const bands = bandsOf(view, need);
  const place = bands.findIndex(({ id }) => id === band);
  if (place <= 0) return 'strong';
  return place === bands.length - 1 ? 'priority' : 'some';
}

/** The word for where a need stands. */
export function bandWord(view: View, need: Need): unknown {
  if (need.low === null) return view.words.t('needs.none');
  const band = bandOf(view, need);
  if (band === null) return view.words.t('needs.open');
  return view.pack.say((texts) => texts.needs[need.id]?.bands[band]?.word);
}

function bandsOf(view: View, need: Need): { id: string; from: number }[] {
  return view.bundle.needs.find(({ id }) => id === need.id)?.bands ?? [];
}
