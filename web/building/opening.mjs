/** What a visitor sees before the tool has arrived, drawn by the tool's own screens while the site is built. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundledText } from './bundled.mjs';

/** Stands in the place of the address that the tool will have. */
const HERE = 'https://here.invalid/';

/**
 * @returns {Promise<(pack: string, lang: string, standing: string) => Promise<object>>} draws from files of the folder;
 * see `Opening`.
 */
export async function openingArtist(folder) {
  const temporary = await mkdtemp(path.join(tmpdir(), 'waymark-opening-'));
  try {
    const file = path.join(temporary, 'drawn.mjs');
    await writeFile(
      file,
      await bundledText('opening/drawn.ts', {
        platform: 'node',
        target: 'node18',
        conditions: ['node'],
        define: { 'import.meta.url': JSON.stringify(HERE) },
      }),
    );
    const { drawOpening } = await import(pathToFileURL(file).href);
    return (pack, lang, standing) => drawOpening(asSiteFiles(folder), pack, lang, standing);
  } finally {
    await rm(temporary, { recursive: true });
  }
}

/** The files of the folder, as the tool asks for them. */
function asSiteFiles(folder) {
  return {
    has: (name) => folder.files.has(name),
    fetch: async (name) => new Response(folder.find(name).bytes),
  };
}
