/** Tells programmes that an assessment explains from those of which it gives the outline alone. */
import type { ProgrammeOutline, ProgrammeResult } from './types.ts';

export function isExplained(programme: ProgrammeOutline): programme is ProgrammeResult {
  return 'reasons' in programme;
}
