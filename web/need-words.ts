/** A need area in words and in its tone of colour. */
import type { Need } from './types.ts';
import type { View } from './view.ts';

/** How a need is drawn: by its band's place among the bands of its area, from the least need to the most. */
export type Tone = 'strong' | 'some' | 'priority';

/** Null while the band is open. */
export function toneOf({ bundle }: View, { id, band }: Need): Tone | null {
  if (band === null) return null;
  const bands = bundle.needs.find((area) => area.id === id)?.bands ?? [];
  if (bands[0]?.id === band) return 'strong';
  return bands.at(-1)?.id === band ? 'priority' : 'some';
}

/** Areas worth time, by what the person told us, the most first. */
export function mostNeeded(view: View): Need[] {
  return view.assessment.needs
    .filter((need) => need.band !== null && toneOf(view, need) !== 'strong')
    .sort((one, other) => Number(other.likely) - Number(one.likely));
}

export function needTitle({ pack }: View, need: string): unknown {
  return pack.say((texts) => texts.needs[need]?.title);
}

/** The word for where a need stands. */
export function bandWord({ words, pack }: View, { id, low, band }: Need): unknown {
  if (low === null) return words.t('needs.none');
  if (band === null) return words.t('needs.open');
  return pack.say((texts) => texts.needs[id]?.bands[band]?.word);
}

/** What to do about a need, once its band is known. */
export function advice({ pack }: View, { id, band }: Need): unknown {
  if (band === null) return undefined;
  return pack.say((texts) => texts.needs[id]?.bands[band]?.advice);
}
