import type { Words } from '../words.ts';

/** As many as anyone would read, or listen to. */
const MOST = 12;

/** The first of many lines on programmes, and how many more there are. */
export function firstLines(words: Words, lines: unknown[][]): unknown[][] {
  const n = lines.length - MOST;
  return n <= 0 ? lines : [...lines.slice(0, MOST), [words.t('changes.more', { n })]];
}
