/**
 * Packs the built site for those who host it: node web/release.mjs --site DIR --out DIR
 * Writes a folder and an archive that are named by the version, a package for npm, and the checksums of both files.
 * The same site gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { hostSettings } from './building/host-settings.mjs';
import { packForNpm } from './building/npm-package.mjs';

const top = fileURLToPath(new URL('../', import.meta.url));
const TEXTS = ['LICENSE', 'CHANGELOG.md', 'SECURITY.md'];

/** Archives keep no time of their own: the earliest that the format knows. */
const NO_TIME = new Date(1980, 0, 1);

/** @param {{ site: string, out: string }} options */
export async function release({ site, out }) {
  const manifest = JSON.parse(await readFile(path.join(site, 'manifest.json'), 'utf8'));
  const name = `waymark-${manifest.version}`;
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const folder = path.join(out, name);
  await writeFolder(folder, site, manifest);
  const archive = path.join(out, `${name}.zip`);
  await writeFile(archive, zipped(await filesIn(folder), name));
  const pack = await packForNpm(out, site, manifest.version);
  await writeFile(path.join(out, 'SHA256SUMS'), await checksums([archive, pack]));
}

async function writeFolder(folder, site, manifest) {
  await cp(site, path.join(folder, 'site'), { recursive: true });
  const settings = path.join(folder, 'host-settings');
  await mkdir(settings);
  for (const [name, text] of Object.entries(hostSettings(manifest)))
    await writeFile(path.join(settings, name), text);
  for (const name of TEXTS) await cp(path.join(top, name), path.join(folder, name));
  await cp(path.join(top, 'web/hosting.md'), path.join(folder, 'README.md'));
}

/** What of the folder there is, by path, in one order on every system. */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((each) => each.split(path.sep).join('/'))
    .sort();
  return Promise.all(
    paths.map(async (each) => [each, new Uint8Array(await readFile(path.join(folder, each)))]),
  );
}

function zipped(files, name) {
  const entries = files.map(([each, bytes]) => [`${name}/${each}`, bytes]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: NO_TIME });
}

/** In the form that `sha256sum --check` reads. */
async function checksums(files) {
  const lines = await Promise.all(
    files.map(async (file) => {
      const hash = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
      return `${hash}  ${path.basename(file)}\n`;
    }),
  );
  return lines.join('');
}

async function main() {
  const { values } = parseArgs({ options: { site: { type: 'string' }, out: { type: 'string' } } });
  const { site, out } = values;
  if (!site || !out) {
    console.error('Usage: node web/release.mjs --site DIR --out DIR');
    return 2;
  }
  try {
    await release({ site, out });
    return 0;
  } catch (error) {
    console.error(`web/release.mjs: ${error.message}`);
    return 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exit(await main());
