// Sites whose packs grow. Each is built as the real one is, into a folder of its own.
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { build } from '../../../web/build.mjs';
import { program, root } from '../../support/command_line.mjs';
import { textsOf } from './texts.mjs';

const maker = process.env.WAYMARK_BIG_PACK ?? `${root}build/native/waymark_big_pack`;

export const folder = `${root}build/bench/page`;

/** The site as it is shipped, and questions x programmes. */
export const sizes = ['shipped', '100x100', '300x1000', '1000x1000', '1000x10000'];

/** @returns where the site of this size lies. */
export async function siteOf(size) {
  const out = `${folder}/${size}`;
  const bundles = size === 'shipped' ? `${root}build/bundles` : await bundlesOf(size);
  await build({
    bundles,
    wasm: `${root}build/wasm/waymark.wasm`,
    coreJs: `${root}build/wasm/core.js`,
    out,
  });
  return out;
}

async function bundlesOf(size) {
  const bundles = `${folder}/bundles/${size}`;
  const text = execFileSync(maker, size.split('x'), { encoding: 'utf8', maxBuffer: 1 << 28 });
  const source = `${folder}/bundles-read/${size}`;
  await mkdir(source, { recursive: true });
  await writeFile(`${source}/bundle.json`, text);
  execFileSync(program, ['bundle', source, '-o', `${bundles}/big`]);
  const shipped = await readFile(`${root}build/bundles/stem-return/texts.en.json`, 'utf8');
  const texts = textsOf(JSON.parse(text), JSON.parse(shipped));
  await writeFile(`${bundles}/big/texts.en.json`, JSON.stringify(texts));
  return bundles;
}
