// What the pages of all peers are made with.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { QUESTIONS, TITLE } from '../form.mjs';

export const peersFolder = fileURLToPath(new URL('../', import.meta.url));

/** A file as a peer's package publishes it. */
export function published(file) {
  return readFile(`${peersFolder}node_modules/${file}`);
}

/** Code with the packages that it imports, as small as it gets. */
export async function bundled(code) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: code, resolveDir: peersFolder, loader: 'jsx' },
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    jsx: 'automatic',
    legalComments: 'none',
    logLevel: 'error',
    write: false,
  });
  return Buffer.from(outputFiles[0].contents);
}

export async function minified(code) {
  return Buffer.from((await esbuild.transform(code, { minify: true })).code);
}

/** The form's definition as a file of its own, so that its bytes can be told from the library's. */
export const DEFINITION = 'definition.js';

export function definition(value) {
  return Buffer.from(`window.DEFINITION=${JSON.stringify(value)};`);
}

/** A page of these files, by their names in the order in which they load. */
export function page(files, body = '<div id="app"></div>') {
  const names = Object.keys(files);
  const styles = names.filter((name) => name.endsWith('.css'));
  const scripts = names.filter((name) => name.endsWith('.js'));
  const html =
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
    '<meta name="viewport" content="width=device-width,initial-scale=1">' +
    `<title>${TITLE}</title>` +
    styles.map((name) => `<link rel="stylesheet" href="${name}">`).join('') +
    `</head><body><main><h1>${TITLE}</h1>${body}</main>` +
    scripts.map((name) => `<script src="${name}"></script>`).join('') +
    '</body></html>';
  return new Map([['index.html', Buffer.from(html)], ...Object.entries(files)]);
}

/** The score as code of the page, for peers that have none. */
export const SCORE_CODE = `const QUESTIONS=${JSON.stringify(
  QUESTIONS.map(({ id, shownIf }) => [id, shownIf?.question, shownIf?.points]),
)};
const score=(a)=>QUESTIONS.reduce((sum,[id,by,points])=>sum+(by&&a[by]!==points?0:a[id]??0),0);`;
