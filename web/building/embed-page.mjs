/** The page where editors choose how the tool stands on theirs, and what it offers to choose from. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledText } from './bundled.mjs';
import { embedPage } from './pages.mjs';

const web = fileURLToPath(new URL('../', import.meta.url));

/** @param {string[]} packs ids of questionnaires, the usual one first. */
export async function addEmbedPage(folder, packs) {
  // Some editors want a script that cannot change. A page that holds on to it needs an address that stays.
  const exact = await folder.addHashed('waymark-exact.js', folder.find('waymark.js').bytes);
  await folder.addHashed('embed-styles.css', await bundledText('styles/embed.css'));
  await folder.addHashed('embed.js', await bundledText('embed.ts', { loader: { '.css': 'text' } }));
  const site = {
    script: folder.find('waymark.js').path,
    exactScript: { path: exact.path, integrity: exact.integrity },
    packs: packs.map((pack) => offerOf(folder, pack)),
  };
  const template = await readFile(path.join(web, 'embed.html'), 'utf8');
  await folder.addNamed('embed.html', embedPage(template, { site, folder }));
}

function offerOf(folder, id) {
  const read = (name) => JSON.parse(folder.find(`packs/${id}/${name}`).bytes.toString('utf8'));
  const { pack, programmes } = read('bundle.json');
  const texts = pack.languages.map((lang) => read(`texts.${lang}.json`));
  const [first] = texts;
  return {
    id,
    titles: Object.fromEntries(pack.languages.map((lang, at) => [lang, texts[at].pack.title])),
    programmes: programmes.map(({ id }) => {
      const { title, provider } = first.programmes[id];
      return { id, title, provider };
    }),
  };
}
