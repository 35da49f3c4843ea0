// Measures how plain the English texts of each questionnaire are, screen by screen, and fails where they are not.
//
// node tests/texts/plain_words.mjs [--all]: --all lists every screen, not only the hardest.
//
// The grade is Flesch and Kincaid's (Kincaid et al. 1975): about the number of years at school that a text asks of its
// reader. A text without a full stop, such as an option, counts as a sentence. A term of the field counts as one short
// word: the person is the expert there.
import { readdir, readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { root } from '../support/command_line.mjs';

/** The bars, by kind of screen: the grade that nine of ten screens keep to. */
const highestGrade = { question: 6, notice: 6, need: 6, topic: 8, action: 6, programme: 6 };
const longestSentence = 25;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

export function sentencesOf(text) {
  // The segmenter does not see that a sentence may begin with a number.
  return [...sentences.segment(text)]
    .flatMap(({ segment }) => segment.split(/(?<=[a-z)][.!?])\s+(?=£?\d)/))
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

export function wordsOf(text) {
  return [...words.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map((each) => each.segment);
}

/** The text with each listed term made one short word. */
export function withoutTerms(text, terms) {
  return terms.length === 0
    ? text
    : text.replace(
        new RegExp(
          `(?<![\\p{L}\\p{N}])(?:${terms.map(escaped).join('|')})(?![\\p{L}\\p{N}])`,
          'giu',
        ),
        'term',
      );
}
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export function gradeOf(texts, terms) {
  const plain = texts.map((text) => withoutTerms(text, terms));
  const all = plain.flatMap(wordsOf);
  return fleschKincaid({
    sentence: plain.flatMap(sentencesOf).length,
    word: all.length,
    syllable: all.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0),
  });
}

const strings = (value) =>
  typeof value === 'string'
    ? value.startsWith('https://')
      ? []
      : [value]
    : Object.values(value ?? {}).flatMap(strings);

/** What a person reads at once: one entry a screen or card. */
export function screensOf(texts) {
  const parts = {
    questions: 'question',
    notices: 'notice',
    needs: 'need',
    topics: 'topic',
    actions: 'action',
    programmes: 'programme',
  };
  return Object.entries(parts).flatMap(([part, kind]) =>
    Object.entries(texts[part] ?? {}).map(([id, text]) => {
      const { short, provider, ...read } = text; // said elsewhere; a name
      return { kind, id, texts: strings(read) };
    }),
  );
}

async function textsOf(pack) {
  const folder = `${root}questionnaires/${pack}/texts/en`;
  const texts = {};
  for (const file of (await readdir(folder)).sort())
    Object.assign(texts, JSON.parse(await readFile(`${folder}/${file}`, 'utf8')));
  return texts;
}

const percentile = (sorted, share) => sorted[Math.ceil(sorted.length * share) - 1];

async function main() {
  const all = process.argv.includes('--all');
  const terms = JSON.parse(await readFile(`${root}questionnaires/terms.json`, 'utf8')).terms;
  terms.sort((a, b) => b.length - a.length);
  const folders = await readdir(`${root}questionnaires`, { withFileTypes: true });
  const packs = [];
  for (const folder of folders)
    if (
      folder.isDirectory() &&
      (await readdir(`${root}questionnaires/${folder.name}`)).includes('pack.json')
    )
      packs.push(folder.name);
  let faults = 0;
  const row = (...cells) =>
    console.log(
      cells
        .map((cell, i) => (i === 0 ? String(cell).padEnd(28) : String(cell).padStart(9)))
        .join(' '),
    );
  for (const pack of packs.sort()) {
    const screens = screensOf(await textsOf(pack)).map((screen) => ({
      ...screen,
      grade: gradeOf(screen.texts, terms),
    }));
    console.log(`\n${pack}: grade by screen`);
    row('screens', 'how many', 'median', '90 of 100', 'hardest', 'bar');
    for (const [kind, bar] of Object.entries(highestGrade)) {
      const grades = screens.filter((each) => each.kind === kind).map(({ grade }) => grade);
      if (grades.length === 0) continue;
      grades.sort((a, b) => a - b);
      const most = percentile(grades, 0.9);
      row(
        kind,
        grades.length,
        ...[percentile(grades, 0.5), most, grades.at(-1)].map((n) => n.toFixed(1)),
        bar,
      );
      if (most > bar) {
        faults += 1;
        console.log(`  over the bar; the hardest:`);
      }
      const hardest = screens.filter((each) => each.kind === kind && (all || each.grade > bar));
      hardest.sort((a, b) => b.grade - a.grade);
      for (const { id, grade } of all || most > bar ? hardest : [])
        console.log(`    ${grade.toFixed(1)} ${id}`);
    }
    for (const { kind, id, texts } of screens)
      for (const sentence of texts.flatMap(sentencesOf)) {
        const length = wordsOf(sentence).length;
        if (length <= longestSentence) continue;
        faults += 1;
        console.log(`  ${kind} ${id}: ${length} words in a sentence: "${sentence}"`);
      }
  }
  if (faults > 0) {
    console.log(
      `\n${faults} faults: shorten sentences, use common words, or add a term of a field to terms.json`,
    );
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
