/** The built site and a server for it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../../../', import.meta.url));

export const SITE = path.resolve(top, process.env.WAYMARK_SITE ?? 'build/site');
export const CLI = path.resolve(top, process.env.WAYMARK_CLI ?? 'build/native/waymark');
export const PACK = 'stem-return';

/** What the site says it consists of. */
export const manifest = JSON.parse(readFileSync(path.join(SITE, 'manifest.json'), 'utf8'));

/** The name under which the site has a file, as a path from its root. Undefined if it has none. */
export function fileNamed(name) {
  return manifest.files[name]?.path;
}

/** As text, or as bytes where the encoding is null. */
export function readSite(name, encoding = 'utf8') {
  return readFileSync(path.join(SITE, fileNamed(name)), encoding);
}

/** The questionnaire as the page gets it. */
export const bundle = JSON.parse(readSite(`packs/${PACK}/bundle.json`));
export const texts = JSON.parse(readSite(`packs/${PACK}/texts.en.json`));
export const welshTexts = JSON.parse(readSite(`packs/${PACK}/texts.cy.json`));
export const words = {
  en: JSON.parse(readSite('texts/en.json')),
  cy: JSON.parse(readSite('texts/cy.json')),
};

/** Serves the site as it is served to people. Resolves to its address and a function that stops it. */
export async function serve(folder = SITE) {
  const script = path.join(top, 'web/serve.mjs');
  const server = spawn(process.execPath, [script, '--port', '0', '--root', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address) return { address, stop: () => server.kill() };
  }
  throw new Error(`web/serve.mjs stopped before it served ${folder}`);
}
