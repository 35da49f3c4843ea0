/** The site's scripts and styles, bundled for the browsers that the tool supports. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const web = fileURLToPath(new URL('../', import.meta.url));
const TARGETS = ['safari16.4', 'chrome95', 'firefox102'];

/**
 * @param {string} entry a file of `web/`, or an absolute path.
 * @param {esbuild.BuildOptions} options beside the usual ones.
 * @returns {Promise<string>} the bundled file.
 */
export async function bundledText(entry, options = {}) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.resolve(web, entry)],
    bundle: true,
    format: 'esm',
    target: TARGETS,
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
    write: false,
    ...options,
  });
  return outputFiles[0].text;
}

/** The core as JavaScript, whose calls to the system are the ones that the WebAssembly module is given. */
export function bundledCore(file) {
  const imports = path.join(web, 'core-imports.ts');
  return bundledText(file, { alias: { env: imports, wasi_snapshot_preview1: imports } });
}
