import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const program = process.env.WAYMARK_CLI ?? `${root}build/native/waymark`;

/** Runs the command line in the project's folder. `out` and `err` are its output as text. */
export function waymark(args, input = '') {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    input,
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  // A program that stops at its arguments may be gone before its input is written.
  if (error && error.code !== 'EPIPE') throw error;
  return { status, out: stdout, err: stderr };
}

/** The folder of a pack: a name is one of the questionnaires, a path is from the project's folder. */
export function folderOf(pack) {
  return pack.includes('/') ? pack : `questionnaires/${pack}`;
}

/** The lines of a text, without the empty one after its last line end. */
export function lines(text) {
  return text.split('\n').slice(0, -1);
}
