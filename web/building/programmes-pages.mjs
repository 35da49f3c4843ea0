/** The list of programmes of each questionnaire, in each language that the tool speaks. */
import { programmesPage } from './programmes-page.mjs';

const LANGUAGES = { en: 'English', cy: 'Cymraeg' };

/** Of a language that a questionnaire does not speak; the list then has the words of its first. */
const NO_TEXTS = { pack: {}, programmes: {}, supports: {} };

export async function addProgrammesPages(folder, packs) {
  for (const pack of packs) {
    const bundle = read(folder, `packs/${pack}/bundle.json`);
    const { languages: spoken } = bundle.pack;
    const textsIn = (lang) =>
      spoken.includes(lang) ? read(folder, `packs/${pack}/texts.${lang}.json`) : NO_TEXTS;
    for (const lang of Object.keys(LANGUAGES)) {
      const html = programmesPage({
        bundle,
        texts: textsIn(lang),
        fallbackTexts: textsIn(spoken[0]),
        lang,
        languages: Object.entries(LANGUAGES)
          .filter(([other]) => other !== lang)
          .map(([other, name]) => ({ lang: other, href: fileName(pack, other), name })),
        styles: ['page-styles.css', 'listing-styles.css'].map((name) => linkTo(folder, name)),
        icon: folder.find('icon.svg').path,
      });
      await folder.addNamed(fileName(pack, lang), html);
    }
  }
}

function fileName(pack, lang) {
  return `programmes-${pack}.${lang}.html`;
}

function read(folder, name) {
  return JSON.parse(folder.find(name).bytes.toString('utf8'));
}

function linkTo(folder, name) {
  const { path, integrity } = folder.find(name);
  return { href: path, integrity };
}
