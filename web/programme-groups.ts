/** The programmes of the results by the heading that they stand under, and how many of each are drawn. */
import { HEADINGS, headingOf, type Heading } from './parts/programme-words.ts';
import { partnersFirst } from './shown.ts';
import type { ProgrammeOutline } from './types.ts';
import type { View } from './view.ts';

/**
 * How many of one heading are drawn until the person asks for more: more than the shipped catalogues have, so that
 * these can be searched whole, and few enough for a cheap phone.
 */
const AT_ONCE = 60;

/** How many of a heading the paper may name with their reasons. */
export const MOST_ON_PAPER = { eligible: 4, may_be_eligible: 3 };

/** What the person asked to see beyond the first of each heading. */
export interface Unfolded {
  /** How often more was asked for. */
  times: Record<Heading, number>;
  /** Programmes that were gone to. */
  besides: Set<string>;
}

export function nothingUnfolded(): Unfolded {
  return {
    times: { eligible: 0, may_be_eligible: 0, not_eligible: 0, closed: 0 },
    besides: new Set(),
  };
}

export interface Group {
  count: number;
  drawn: ProgrammeOutline[];
  /** How many come when the person asks for more. */
  next: number;
}

type Results = Pick<View, 'assessment' | 'choice' | 'unfolded'>;

export function groupOf({ assessment, choice, unfolded }: Results, heading: Heading): Group {
  const { times, besides } = unfolded;
  const here = partnersFirst(
    assessment.programmes.filter((programme) => headingOf(programme) === heading),
    choice,
  );
  const limit = AT_ONCE * (1 + times[heading]);
  const drawn = here.filter(({ id }, at) => at < limit || besides.has(id));
  return { count: here.length, drawn, next: Math.min(AT_ONCE, here.length - drawn.length) };
}

/** Those that the results say more of than their place: on screen, and on paper. */
export function toExplain(results: Results): string[] {
  const onScreen = HEADINGS.flatMap((heading) => groupOf(results, heading).drawn);
  const onPaper = Object.entries(MOST_ON_PAPER).flatMap(([heading, most]) =>
    results.assessment.programmes
      .filter((programme) => headingOf(programme) === heading)
      .slice(0, most),
  );
  return [...new Set([...onScreen, ...onPaper].map(({ id }) => id))];
}
