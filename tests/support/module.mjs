import { readFile, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { folderOf, root, waymark } from './command_line.mjs';

/** Where the built module is. */
export const modulePath = `${root}build/wasm/waymark.wasm`;

/** The page's own wrapper of the module, made runnable for Node. */
export async function importEngine() {
  const file = await bundledEngine();
  return import(pathToFileURL(file).href);
}

/** The wrapper as one plain JavaScript file. */
export async function bundledEngine() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [`${root}web/engine.ts`],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node18',
    write: false,
  });
  const folder = await mkdtemp(path.join(tmpdir(), 'waymark-engine-'));
  const file = path.join(folder, 'engine.mjs');
  await writeFile(file, outputFiles[0].contents);
  return file;
}

/** What a module exports that is started without the page's wrapper; the system calls it may ask for do nothing. */
export async function moduleExports(bytes) {
  const { instance } = await WebAssembly.instantiate(bytes, {
    wasi_snapshot_preview1: new Proxy({}, { get: () => () => 0 }),
    env: { emscripten_notify_memory_growth() {} },
  });
  return instance.exports;
}

/** What the module opens of the pack in a folder. */
export async function compiledFolder(pack) {
  const folder = await mkdtemp(path.join(tmpdir(), 'waymark-bundle-'));
  const { status, err } = waymark(['bundle', pack, '-o', folder]);
  if (status !== 0) throw new Error(err);
  return readFile(path.join(folder, 'model.bin'));
}

/** The same of a bundle, given as its text. */
export async function compiled(bundle) {
  const folder = await mkdtemp(path.join(tmpdir(), 'waymark-bundle-'));
  await writeFile(path.join(folder, 'bundle.json'), bundle);
  return compiledFolder(folder);
}

/** The module with a pack open in it. */
export async function openPack(pack) {
  const { Engine } = await importEngine();
  const engine = await Engine.load(await readFile(modulePath));
  return engine.open(await compiledFolder(folderOf(pack)));
}
