/**
 * Writes the static site:
 * node web/build.mjs --bundles DIR --wasm FILE --core-js FILE --out DIR
 * DIR of bundles holds one folder for each questionnaire, as `waymark bundle` writes it. The two files are the core as
 * WebAssembly, and the same as JavaScript for where WebAssembly is refused.
 */
import { createRequire } from 'node:module';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { compress } from './building/compress.mjs';
import { addEmbedPage } from './building/embed-page.mjs';
import { EDITING_POLICY, toolPolicy } from './building/headers.mjs';
import { openingArtist } from './building/opening.mjs';
import { offlineWorker } from './building/offline-copy.mjs';
import { pageBundle } from './building/page-bundle.mjs';
import { readingPage, toolPage } from './building/pages.mjs';
import { bundledCore, bundledText } from './building/bundled.mjs';
import { addProgrammesPages } from './building/programmes-pages.mjs';
import { forShadowRoot } from './building/shadow-styles.mjs';
import { integrityOf, SiteFolder } from './building/site-folder.mjs';

const require = createRequire(import.meta.url);
const { version } = require('../package.json');
const here = path.dirname(fileURLToPath(import.meta.url));

/** Opened where an address names no questionnaire. */
const USUAL_PACK = 'stem-return';
const LANGUAGES = ['en', 'cy'];
const TOOL_PAGES = [
  { page: 'index.html', isFramed: false, isSandboxed: false },
  { page: 'frame.html', isFramed: true, isSandboxed: false },
  { page: 'sandboxed.html', isFramed: true, isSandboxed: true },
];
const READING_PAGES = ['accessibility.html', 'privacy.html'];

/**
 * @param {{ bundles: string, wasm: string, coreJs: string, out: string, plugins?: esbuild.Plugin[] }} options
 * @returns {Promise<void>} once everything is written.
 */
export async function build({ bundles, wasm, coreJs, out, plugins = [] }) {
  await rm(out, { recursive: true, force: true });
  const folder = new SiteFolder(out);
  const packs = await packIds(bundles);

  // What the tool fetches by itself, and finds by this table.
  await folder.addHashed('waymark.wasm', await readFile(wasm));
  await folder.addHashed('core.js', await bundledCore(path.resolve(coreJs)));
  for (const lang of LANGUAGES) await addJson(folder, `texts/${lang}.json`, here);
  for (const pack of packs) await addPack(folder, pack, bundles);
  const styles = await bundledText('styles/page.css');
  await folder.addHashed('page-styles.css', styles);
  await folder.addHashed('calendar.js', await bundledText('calendar.ts'));
  const files = Object.fromEntries(
    [...folder.files.keys()].map((name) => [name, servedAs(folder, name)]),
  );

  await folder.addHashed('icon.svg', await readFile(path.join(here, 'icon.svg')));
  await folder.addHashed('inline-styles.css', forShadowRoot(styles));
  await folder.addHashed('listing-styles.css', await bundledText('styles/programmes-page.css'));
  await folder.addHashed('page.js', await bundledText('page.ts', { plugins }));
  await folder.addNamed('waymark.js', await elementScript(packs, files, folder));
  const policies = { 'embed.html': EDITING_POLICY };
  await addToolPages(folder, { packs, files, styles, policies });
  for (const page of READING_PAGES)
    await folder.addNamed(page, readingPage(await readFile(path.join(here, page), 'utf8'), folder));
  await addProgrammesPages(folder, packs);
  await addEmbedPage(folder, packs);
  await addSchemas(folder);
  await folder.addNamed('service-worker.js', await offlineWorker(folder));
  await folder.addNamed('manifest.json', manifestOf(folder, policies));
  await compress(folder);
}

async function packIds(bundles) {
  const entries = await readdir(bundles, { withFileTypes: true });
  const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (ids.length === 0) throw new Error(`${bundles} holds no questionnaire`);
  return ids.sort(
    (one, other) => (other === USUAL_PACK) - (one === USUAL_PACK) || (one < other ? -1 : 1),
  );
}

async function addPack(folder, pack, bundles) {
  const from = path.join(bundles, pack);
  const bundle = JSON.parse(await readFile(path.join(from, 'bundle.json'), 'utf8'));
  await folder.addHashed(`packs/${pack}/bundle.json`, JSON.stringify(pageBundle(bundle)));
  const texts = (await readdir(from)).filter((name) => /^texts\.[a-z]+\.json$/.test(name));
  for (const name of texts.sort()) await addJson(folder, `packs/${pack}/${name}`, from, name);
  await folder.addHashed(`packs/${pack}/model.bin`, await readFile(path.join(from, 'model.bin')));
}

/** Adds a JSON file without its white space. */
async function addJson(folder, name, from, file = name) {
  const value = JSON.parse(await readFile(path.join(from, file), 'utf8'));
  await folder.addHashed(name, JSON.stringify(value));
}

/** Styles, first screens and what minds them stand in these pages, so that one answer of the server is enough to begin. */
async function addToolPages(folder, { packs, files, styles, policies }) {
  const [pack] = packs;
  const template = await readFile(path.join(here, 'tool.html'), 'utf8');
  const script = await bundledText('opening/early.ts', { format: 'iife' });
  const within = { style: styles.trim(), script: script.trim() };
  const hashes = { style: integrityOf(within.style), script: integrityOf(within.script) };
  const draw = await openingArtist(folder);
  const drawn = {
    page: await inEachLanguage((lang) => draw(pack, lang, 'page')),
    frame: await inEachLanguage((lang) => draw(pack, lang, 'frame')),
  };
  for (const { page, isFramed, isSandboxed } of TOOL_PAGES) {
    const openings = drawn[isFramed ? 'frame' : 'page'];
    const policy = toolPolicy(hashes, isSandboxed);
    policies[page] = policy;
    await folder.addNamed(
      page,
      toolPage(template, { policy, isFramed, pack, files, within, openings, folder }),
    );
  }
}

async function inEachLanguage(make) {
  return new Map(await Promise.all(LANGUAGES.map(async (lang) => [lang, await make(lang)])));
}

/** Schemas are for authors' editors, which know them by their plain names. */
async function addSchemas(folder) {
  const from = path.join(here, '../questionnaires/schemas');
  for (const name of (await readdir(from)).sort())
    await folder.addNamed(`schemas/${name}`, await readFile(path.join(from, name)));
}

/** The script that editors embed knows what it may load, and that it is what was built. */
function elementScript(packs, files, folder) {
  const known = {
    SITE_PACKS: packs,
    SITE_FILES: files,
    SITE_PAGE: servedAs(folder, 'page.js'),
    SITE_STYLES: servedAs(folder, 'inline-styles.css'),
  };
  const define = Object.fromEntries(
    Object.entries(known).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  return bundledText('waymark.ts', { define });
}

/** What the site consists of, so that anybody can see whether it is what was built. */
function manifestOf(folder, policies) {
  const files = [...folder.files].map(([name, { path, integrity, bytes }]) => [
    name,
    { path, integrity, bytes: bytes.length },
  ]);
  return `${JSON.stringify({ version, files: Object.fromEntries(files.sort()), policies }, null, 2)}\n`;
}

function servedAs(folder, name) {
  const { path, integrity } = folder.find(name);
  return [path, integrity];
}

async function main() {
  const { values } = parseArgs({
    options: {
      bundles: { type: 'string' },
      wasm: { type: 'string' },
      'core-js': { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { bundles, wasm, 'core-js': coreJs, out } = values;
  if (!bundles || !wasm || !coreJs || !out) {
    console.error('Usage: node web/build.mjs --bundles DIR --wasm FILE --core-js FILE --out DIR');
    return 2;
  }
  try {
    await build({ bundles, wasm, coreJs, out });
    return 0;
  } catch (error) {
    console.error(`web/build.mjs: ${error.message}`);
    return 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(await main());
