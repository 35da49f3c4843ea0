/**
 * Writes the static site: node web/build.mjs --bundles DIR --wasm FILE --out DIR
 * DIR of bundles holds one folder for each questionnaire, as `waymark bundle` writes it.
 */
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const TARGETS = ['safari16.4', 'chrome95', 'firefox102'];
/** Opened where an address names no questionnaire. */
const USUAL_PACK = 'stem-return';

/**
 * @param {{ bundles: string, wasm: string, out: string, plugins?: esbuild.Plugin[] }} options
 * @returns {Promise<void>} once everything is written.
 */
export async function build({ bundles, wasm, out, plugins = [] }) {
  const packs = await packIds(bundles);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await Promise.all([
    bundleScripts(packs, out, plugins),
    ...['index.html', 'frame.html'].map((page) => writePage(page, packs, out)),
    ...['icon.svg', 'accessibility.html'].map((name) =>
      cp(path.join(here, name), path.join(out, name)),
    ),
    cp(wasm, path.join(out, 'waymark.wasm')),
    cp(path.join(here, '../questionnaires/schemas'), path.join(out, 'schemas'), {
      recursive: true,
    }),
    ...packs.map((pack) => writePack(path.join(bundles, pack), path.join(out, 'packs', pack))),
    ...['en', 'cy'].map((lang) => writeJson(here, out, `texts/${lang}.json`)),
  ]);
}

async function packIds(bundles) {
  const entries = await readdir(bundles, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (ids.length === 0) throw new Error(`${bundles} holds no questionnaire`);
  return ids.sort(
    (one, other) => (other === USUAL_PACK) - (one === USUAL_PACK) || (one < other ? -1 : 1),
  );
}

async function bundleScripts(packs, out, plugins) {
  await esbuild.build({
    entryPoints: {
      page: path.join(here, 'page.ts'),
      'page-styles': path.join(here, 'styles/page.css'),
      waymark: path.join(here, 'waymark.ts'),
    },
    entryNames: '[name]',
    outdir: out,
    bundle: true,
    format: 'esm',
    target: TARGETS,
    minify: true,
    legalComments: 'none',
    define: { SITE_PACKS: JSON.stringify(packs) },
    plugins,
    logLevel: 'warning',
  });
}

async function writePage(page, packs, out) {
  const text = await readFile(path.join(here, page), 'utf8');
  await writeFile(path.join(out, page), text.replace('%PACK%', packs[0]));
}

async function writePack(from, to) {
  await mkdir(to, { recursive: true });
  const files = (await readdir(from)).filter((name) => /^(bundle|texts\.[a-z]+)\.json$/.test(name));
  await Promise.all(files.map((name) => writeJson(from, to, name)));
}

/** Copies a JSON file without its white space. */
async function writeJson(from, to, name) {
  const target = path.join(to, name);
  await mkdir(path.dirname(target), { recursive: true });
  const value = JSON.parse(await readFile(path.join(from, name), 'utf8'));
  await writeFile(target, JSON.stringify(value));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: { bundles: { type: 'string' }, wasm: { type: 'string' }, out: { type: 'string' } },
  });
  const { bundles, wasm, out } = values;
  if (!bundles || !wasm || !out) {
    console.error('Usage: node web/build.mjs --bundles DIR --wasm FILE --out DIR');
    process.exit(2);
  }
  try {
    await build({ bundles, wasm, out });
  } catch (error) {
    console.error(`web/build.mjs: ${error.message}`);
    process.exit(1);
  }
}
