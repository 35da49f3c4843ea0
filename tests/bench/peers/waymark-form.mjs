// The form as a questionnaire of Waymark: a pack, answers as it takes them, and the score out of an assessment.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { QUESTIONS, TITLE } from './form.mjs';

export const TODAY = '2026-11-22';

const MOST_POINTS = 4;
const MOST_NEED = 10_000;
const KINDS = { scale: 'scale', list: 'one', yes_no: 'yes_no' };

const needOf = (points) => (points / MOST_POINTS) * MOST_NEED;
const nameOf = ({ text }) => text.toLowerCase().replaceAll(' ', '-');

function answerNames({ kind, options }) {
  return kind === 'scale'
    ? options.map((_, place) => String(place + 1))
    : options.map((option) => nameOf(option));
}

function authored({ id, kind, options, shownIf }) {
  return {
    id,
    section: 'form',
    kind: KINDS[kind],
    ...(kind === 'scale' ? { points: options.length } : {}),
    ...(kind === 'list' ? { options: options.map(nameOf) } : {}),
    ...(shownIf ? { ask_if: `${shownIf.question} == ${shownIf.points + 1}`, if_not_asked: 1 } : {}),
  };
}

function item(question) {
  const needs = question.options.map(({ points }) => needOf(points));
  const names = answerNames(question);
  return {
    question: question.id,
    weight: 1,
    need:
      question.kind === 'scale'
        ? needs
        : Object.fromEntries(names.map((name, place) => [name, needs[place]])),
  };
}

function words(question) {
  const names = answerNames(question);
  return {
    title: question.text,
    why: 'It counts towards your score.',
    options: Object.fromEntries(names.map((name, place) => [name, question.options[place].text])),
    decline: 'I do not know',
  };
}

const band = { word: 'Your score', advice: 'Look at what gave it.' };

/** The pack's files by their paths. */
export function packFiles() {
  return {
    'pack.json': {
      id: 'skills-check',
      version: 1,
      published: TODAY,
      languages: ['en'],
      settings: { stale_after: 18 },
      sections: [{ id: 'form' }],
      notices: [],
    },
    'questions.json': QUESTIONS.map(authored),
    'needs.json': [
      {
        id: 'score',
        source: 'editorial',
        items: QUESTIONS.map(item),
        bands: [{ id: 'all', from: 0 }],
      },
    ],
    'supports.json': { source: 'editorial', supports: [] },
    'texts/en/pack.json': {
      pack: { title: TITLE, intro: 'Thirty questions.' },
      sections: { form: TITLE },
    },
    'texts/en/questions.json': {
      questions: Object.fromEntries(QUESTIONS.map((question) => [question.id, words(question)])),
    },
    'texts/en/needs.json': {
      needs: { score: { title: 'Score', about: 'All of it.', bands: { all: band } } },
    },
  };
}

export async function writePack(folder, files = packFiles()) {
  await rm(folder, { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
  }
}

/** Answers as Waymark takes them. */
export function waymarkAnswers(answers) {
  const given = QUESTIONS.filter(({ id }) => answers[id] !== undefined);
  return Object.fromEntries(given.map((question) => [question.id, answerOf(question, answers)]));
}

function answerOf(question, answers) {
  const points = answers[question.id];
  if (question.kind === 'scale') return points + 1;
  const chosen = question.options.find((option) => option.points === points);
  return question.kind === 'yes_no' ? chosen.text === 'Yes' : nameOf(chosen);
}

/** The sum of points, which Waymark has as a mean over what was answered. */
export function scoreIn({ needs: [{ likely, parts }] }) {
  return scoreOfMean(likely ?? 0, parts.length);
}

export function scoreOfMean(mean, answered) {
  return Math.round((mean * answered * MOST_POINTS) / MOST_NEED);
}
