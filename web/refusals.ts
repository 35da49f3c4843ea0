/** Why saved answers could not be opened, in words. */
import type { Refused } from './keeper.ts';
import type { TextKey } from './words.ts';

const REFUSALS: Record<string, TextKey> = {
  missing: 'opened.missing',
  too_large: 'opened.not-ours',
  json_syntax: 'opened.not-ours',
  json_duplicate_key: 'opened.not-ours',
  save_not_ours: 'opened.not-ours',
  save_other_pack: 'opened.other-pack',
  save_newer_format: 'opened.newer',
};

/** Files and the browser's storage are told apart: only one of them can be chosen anew. */
export function refusalKey({ from, code }: Refused): TextKey {
  return from === 'file' ? (REFUSALS[code] ?? 'opened.damaged') : 'opened.kept-damaged';
}
