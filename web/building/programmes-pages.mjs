/** The list of programmes of each questionnaire, in each of its languages. */
import { programmesPage } from '../programmes-page.mjs';

const NAMES = { en: 'English', cy: 'Cymraeg' };

export async function addProgrammesPages(folder, packs) {
  for (const pack of packs) {
    const bundle = read(folder, `packs/${pack}/bundle.json`);
    const { languages } = bundle.pack;
    const textsIn = (lang) => read(folder, `packs/${pack}/texts.${lang}.json`);
    for (const lang of languages) {
      const html = programmesPage({
        bundle,
        texts: textsIn(lang),
        fallbackTexts: textsIn(languages[0]),
        lang,
        languages: languages
          .filter((other) => other !== lang)
          .map((other) => ({ lang: other, href: fileName(pack, other), name: NAMES[other] })),
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
