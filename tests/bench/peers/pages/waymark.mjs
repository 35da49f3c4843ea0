import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from '../../../../web/build.mjs';
import { program, root } from '../../../support/command_line.mjs';
import { modulePath } from '../../../support/module.mjs';
import { QUESTIONS } from '../form.mjs';
import { writePack } from '../waymark-form.mjs';

const folder = `${root}build/bench/peers`;
const bundles = path.join(folder, 'bundles');

/** What the core opens of the form's pack, written anew. */
export async function formModel() {
  await writePack(path.join(folder, 'pack'));
  const to = path.join(bundles, 'skills-check');
  await promisify(execFile)(program, ['bundle', path.join(folder, 'pack'), '-o', to]);
  return path.join(to, 'model.bin');
}

/** The page as it is hosted, with the real core in it. It asks one question a page. */
export const waymark = {
  name: 'waymark',
  title: 'Waymark',
  begin: /^Start/,
  next: /^Continue/,
  effect: QUESTIONS[1].text,
  async files() {
    await formModel();
    const out = path.join(folder, 'site');
    await build({ bundles, wasm: modulePath, coreJs: `${root}build/wasm/core.js`, out });
    const entries = await readdir(out, { recursive: true, withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
      .map((entry) => path.relative(out, path.join(entry.parentPath ?? entry.path, entry.name)));
    return new Map(
      await Promise.all(names.map(async (name) => [name, await readFile(path.join(out, name))])),
    );
  },
};
