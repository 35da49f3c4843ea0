/** What parts of the site weigh as they are sent, beside what they may weigh. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * @param {string} site the built site.
 * @param budgets the `bytes` of the file of budgets: of each part its files by plain names, `goal`, which the design
 *   asks for, and `at_most`, which holds now; both in bytes, compressed with Brotli.
 * @returns each part with its `bytes`.
 */
export async function weigh(site, { parts }) {
  const { files } = JSON.parse(await readFile(path.join(site, 'manifest.json'), 'utf8'));
  return Promise.all(
    Object.entries(parts).map(async ([name, part]) => {
      const sizes = await Promise.all(
        part.files.map((each) => sentSize(path.join(site, files[each].path))),
      );
      return { name, ...part, bytes: sizes.reduce((sum, size) => sum + size, 0) };
    }),
  );
}

/** Small files are sent as they are. */
async function sentSize(file) {
  const { size } = await stat(existsSync(`${file}.br`) ? `${file}.br` : file);
  return size;
}

/** Whether the compiler here is the one that the budgets were set with: others make modules of other sizes. */
export function isReference({ toolchain }) {
  return execFileSync('em++', ['--version'], { encoding: 'utf8' }).includes(` ${toolchain} `);
}
