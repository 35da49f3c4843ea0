/** What hosts get: the same from the same sources, whole, with the headers that our own server sends. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import zlib from 'node:zlib';
import * as esbuild from 'esbuild';
import { build } from '../../web/build.mjs';
import { release } from '../../web/release.mjs';
import { root } from '../support/command_line.mjs';
import { serve } from '../web/support/site.mjs';

const PATIENCE = 15 * 60_000;

const { version } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
const sha256 = (bytes, form) => createHash('sha256').update(bytes).digest(form);

let work;
const at = (...parts) => path.join(work, ...parts);
const site = (...parts) => at('first/site', ...parts);
const packed = (...parts) => at('first/release', ...parts);
before(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'waymark-release-'));
  await make('first', `${root}build/wasm`, `${root}build/bundles`);
});
after(() => rm(work, { recursive: true, force: true }));

async function make(name, wasm, bundles) {
  await mkdir(at(name));
  await build({
    bundles,
    wasm: path.join(wasm, 'waymark.wasm'),
    coreJs: path.join(wasm, 'core.js'),
    out: at(name, 'site'),
  });
  await release({ site: at(name, 'site'), out: at(name, 'release') });
}

/** The module, and from it the core as JavaScript, in a folder of another name. */
function buildCore(folder) {
  const debian = '/usr/share/nodejs';
  const env = { ...process.env, ...(existsSync(debian) && { NODE_PATH: debian }) };
  const run = (program, ...args) => execFileSync(program, args, { cwd: root, env, stdio: 'pipe' });
  run('emcmake', 'cmake', '--preset', 'wasm', '-B', folder);
  run('cmake', '--build', folder);
}

async function hashes(folder) {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
  return Promise.all(
    names.map(async (name) => [name, sha256(await readFile(path.join(folder, name)), 'hex')]),
  );
}

test('two builds of the site are the same, byte for byte', { timeout: PATIENCE }, async () => {
  buildCore(at('core'));
  for (const pack of await readdir(`${root}build/bundles`))
    execFileSync(`${root}build/native/waymark`, [
      'bundle',
      `${root}questionnaires/${pack}`,
      '-o',
      at('bundles', pack),
    ]);
  await make('second', at('core'), at('bundles'));
  assert.deepEqual(await hashes(at('second/release')), await hashes(packed()));
});

test('a release is a folder, an archive, a package for npm, and their checksums', async () => {
  const names = [`waymark-${version}.zip`, `waymark-assessment-${version}.tgz`];
  const entries = (await readdir(packed())).sort();
  assert.deepEqual(entries, ['SHA256SUMS', ...names, `waymark-${version}`].sort());
  const sums = await readFile(packed('SHA256SUMS'), 'utf8');
  for (const name of names)
    assert.ok(sums.includes(`${sha256(await readFile(packed(name)), 'hex')}  ${name}\n`), name);
  const contents = await readdir(packed(`waymark-${version}`));
  assert.deepEqual(contents.sort(), [
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'host-settings',
    'site',
  ]);
});

test('the manifest names every file of the site by its hash, and compressed copies hold the same', async () => {
  const { files } = JSON.parse(await readFile(site('manifest.json'), 'utf8'));
  const named = new Set(['manifest.json']);
  for (const { path: served, integrity, bytes } of Object.values(files)) {
    const text = await readFile(site(served));
    assert.equal(`sha256-${sha256(text, 'base64')}`, integrity, served);
    assert.equal(text.length, bytes, served);
    named.add(served);
    if (!existsSync(site(`${served}.br`))) continue;
    assert.deepEqual(zlib.brotliDecompressSync(await readFile(site(`${served}.br`))), text);
    assert.deepEqual(zlib.gunzipSync(await readFile(site(`${served}.gz`))), text);
  }
  const all = await readdir(site(), { recursive: true, withFileTypes: true });
  const there = all
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => path.relative(site(), path.join(entry.parentPath ?? entry.path, entry.name)));
  assert.deepEqual(there.sort(), [...named].sort());
});

test('every file that the built page loads has its hash in it', async () => {
  const pages = (await readdir(site())).filter((name) => name.endsWith('.html'));
  assert.ok(pages.includes('index.html') && pages.includes('frame.html'));
  for (const page of pages) {
    const html = await readFile(site(page), 'utf8');
    const loaded = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
    for (const tag of loaded.filter((tag) => /src=|rel="stylesheet"/.test(tag)))
      assert.match(tag, /integrity="sha256-[\w+/]{43}="/, `${page}: ${tag}`);
    const [, data] = /id="site-files">([^<]*)</.exec(html) ?? [];
    for (const [name, [, integrity]] of Object.entries(JSON.parse(data ?? '{}')))
      assert.match(integrity, /^sha256-[\w+/]{43}=$/, name);
  }
});

test('the settings for hosts say what our own server says', async () => {
  const settings = packed(`waymark-${version}`, 'host-settings');
  const netlify = rulesOf(await readFile(path.join(settings, '_headers'), 'utf8'));
  const apache = await readFile(path.join(settings, '.htaccess'), 'utf8');
  const nginx = await readFile(path.join(settings, 'nginx.conf'), 'utf8');
  const server = await serve(site());
  try {
    for (const page of ['/', ...[...netlify.keys()].filter((rule) => rule !== '/*')]) {
      const response = await fetch(new URL(page, server.address));
      await response.arrayBuffer();
      assert.equal(response.status, 200, page);
      for (const [name, value] of [...netlify.get('/*'), ...netlify.get(page)]) {
        assert.equal(response.headers.get(name), value, `${page}: ${name}`);
        for (const text of [apache, nginx]) assert.ok(text.includes(`${name} "${value}"`), name);
      }
    }
  } finally {
    server.stop();
  }
});

function rulesOf(text) {
  const rules = new Map();
  let rule;
  for (const line of text.trimEnd().split('\n')) {
    if (!line.startsWith(' ')) rules.set(line, (rule = rules.get(line) ?? []));
    else rule.push(/^ {2}([\w-]+): (.*)$/.exec(line).slice(1));
  }
  return rules;
}

test('the package for npm installs, has its types, and brings the whole site', async () => {
  const project = at('project');
  await mkdir(project);
  await writeFile(
    path.join(project, 'package.json'),
    '{ "name": "host", "private": true, "type": "module" }',
  );
  const run = (program, ...args) =>
    execFileSync(program, args, { cwd: project, encoding: 'utf8', stdio: 'pipe' });
  run(
    'npm',
    'install',
    '--offline',
    '--no-audit',
    '--no-fund',
    packed(`waymark-assessment-${version}.tgz`),
  );
  await writeFile(
    path.join(project, 'host.ts'),
    `import { WaymarkAssessment } from 'waymark-assessment';
     const element: WaymarkAssessment = document.createElement('waymark-assessment');
     element.addEventListener('waymark-complete', ({ detail }) => { const nothing: null = detail; void nothing; });
     // @ts-expect-error There is no such export.
     import { Answers } from 'waymark-assessment';\n`,
  );
  run(
    process.execPath,
    `${root}node_modules/typescript/bin/tsc`,
    ...['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'esnext'],
    ...['--moduleResolution', 'bundler', '--lib', 'es2022,dom', 'host.ts'],
  );
  const installed = path.join(project, 'node_modules/waymark-assessment');
  for (const name of ['manifest.json', 'frame.html', 'embed.html'])
    assert.ok(existsSync(path.join(installed, 'site', name)), name);
  const { files } = JSON.parse(await readFile(path.join(installed, 'site/manifest.json'), 'utf8'));
  for (const { path: served } of Object.values(files))
    assert.ok(existsSync(path.join(installed, 'site', served)), served);
});

test('every Node package is pinned to one version, with its hash', async () => {
  const { packages } = JSON.parse(await readFile(`${root}package-lock.json`, 'utf8'));
  const { devDependencies, dependencies = {} } = packages[''];
  for (const [name, wanted] of Object.entries({ ...devDependencies, ...dependencies }))
    assert.match(wanted, /^\d+\.\d+\.\d+$/, name);
  const { '': _ours, ...others } = packages;
  for (const [name, { integrity }] of Object.entries(others))
    assert.match(integrity ?? '', /^sha512-/, name);
});

test('the built page holds code of no package but lit and ts-ics', async () => {
  const { metafile } = await esbuild.build({
    entryPoints: ['page.ts', 'calendar.ts', 'opening/early.ts'].map((name) => `${root}web/${name}`),
    outdir: 'unwritten',
    bundle: true,
    format: 'esm',
    metafile: true,
    write: false,
  });
  const packages = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([file]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1])
    .filter((name) => name !== undefined);
  assert.deepEqual([...new Set(packages)].sort(), ['lit-html', 'ts-ics']);
});
