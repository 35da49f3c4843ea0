// What it takes to score answers to the form: each engine by its own means, once its form is loaded.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { root } from '../../support/command_line.mjs';
import { importEngine, moduleExports, modulePath } from '../../support/module.mjs';
import { answerSets, QUESTIONS, scoreOf } from './form.mjs';
import { RUNS, summary, timed } from './measure.mjs';
import { formioDefinition } from './pages/formio.mjs';
import { coding, fhirQuestionnaire, SUM } from './pages/lforms.mjs';
import { surveyDefinition } from './pages/surveyjs.mjs';
import { formModel } from './pages/waymark.mjs';
import { scoreIn, scoreOfMean, TODAY, waymarkAnswers } from './waymark-form.mjs';

const SETS = 10_000;

const require = createRequire(import.meta.url);
const program = process.env.WAYMARK_PEERS_BENCH ?? `${root}build/native/waymark_peers_bench`;

export async function measureScoring(say) {
  const sets = answerSets(SETS);
  const scores = sets.map(scoreOf);
  const wrongIn = (said) => said.filter((score, place) => Number(score) !== scores[place]).length;
  const model = await formModel();
  say('scoring: Waymark, native');
  const rows = await measureNative(model, sets, wrongIn);
  say('scoring: Waymark, WebAssembly');
  rows.push(...(await measureModule(model, sets, wrongIn)));
  for (const { title, sets: count, make } of PEERS) {
    say(`scoring: ${title}`);
    const work = await make(sets.slice(0, count));
    let said;
    const time = await timed(count, RUNS, async () => {
      said = await work();
    });
    rows.push({ name: title, title, sets: count, time, wrong: wrongIn(said) });
  }
  return { sets: SETS, rows };
}

async function measureNative(model, sets, wrongIn) {
  const file = `${root}build/bench/peers/answers.jsonl`;
  const lines = sets.map((answers) => `${JSON.stringify(waymarkAnswers(answers))}\n`).join('');
  await writeFile(file, lines);
  const { stdout } = await promisify(execFile)(program, ['score', model, file, String(RUNS)], {
    maxBuffer: 1 << 28,
  });
  const { assess, json, scores } = JSON.parse(stdout);
  const each = (runs) => summary(runs.map((microseconds) => microseconds / sets.length));
  const wrong = wrongIn(scores.map(([likely, answered]) => scoreOfMean(likely, answered)));
  return [
    { name: 'native', title: 'Waymark, native', sets: SETS, time: each(assess), wrong },
    {
      name: 'native-json',
      title: 'Waymark, native, JSON in and out',
      sets: SETS,
      time: each(json),
      wrong,
    },
  ];
}

/** As the page calls it, and without what the wrapper does around it. */
async function measureModule(model, sets, wrongIn) {
  const { Engine } = await importEngine();
  const exports = await moduleExports(await readFile(modulePath));
  let handle;
  const engine = Engine.fromExports({
    ...exports,
    waymark_open: (...given) => (handle = exports.waymark_open(...given)),
  });
  const pack = engine.open(await readFile(model));
  const given = sets.map(waymarkAnswers);
  let said;
  const whole = await timed(sets.length, RUNS, () => {
    said = given.map((answers) => scoreIn(pack.assess(answers, TODAY)));
  });
  const encoder = new TextEncoder();
  const requests = given.map((answers) => {
    const bytes = encoder.encode(JSON.stringify({ today: TODAY, answers }));
    const at = exports.waymark_allocate(bytes.length);
    new Uint8Array(exports.memory.buffer, at, bytes.length).set(bytes);
    return [at, bytes.length];
  });
  const inside = await timed(sets.length, RUNS, () => {
    for (const [at, size] of requests) exports.waymark_assess(handle, at, size);
  });
  const wrong = wrongIn(said);
  return [
    {
      name: 'wasm-inside',
      title: 'Waymark, WebAssembly, inside its functions',
      sets: SETS,
      time: inside,
      wrong,
    },
    {
      name: 'wasm',
      title: 'Waymark, WebAssembly, whole call from objects to objects',
      sets: SETS,
      time: whole,
      wrong,
    },
  ];
}

/** `sets`: how many a run scores, fewer where it would take long. `make`: a function that scores them all. */
const PEERS = [
  {
    title: 'plain loop in JavaScript (floor)',
    sets: SETS,
    make: (sets) => () => sets.map(scoreOf),
  },
  {
    title: 'Form.io (conditions and calculation of its core)',
    sets: 1_000,
    make(sets) {
      const core = require('@formio/core');
      const form = formioDefinition();
      const processors = [core.conditionProcessInfo, core.calculateProcessInfo];
      return () =>
        sets.map((answers) => {
          const submission = { data: { ...answers } };
          core.processSync({
            form,
            submission,
            components: form.components,
            data: submission.data,
            processors,
            scope: {},
            config: {},
          });
          return submission.data.total ?? 0;
        });
    },
  },
  {
    title: 'SurveyJS (one model, given data after data)',
    sets: 500,
    make(sets) {
      const { Model } = require('survey-core');
      const survey = new Model(surveyDefinition());
      return () =>
        sets.map((answers) => {
          survey.data = answers;
          return survey.calculatedValues[0].value ?? 0;
        });
    },
  },
  {
    title: 'fhirpath.js, compiled (the engine of LHC-Forms)',
    sets: 200,
    make(sets) {
      const fhirpath = require('fhirpath');
      const score = fhirpath.compile(SUM, require('fhirpath/fhir-context/r4'), { async: true });
      const questionnaire = fhirQuestionnaire();
      const responses = sets.map((answers) => ({
        resourceType: 'QuestionnaireResponse',
        item: QUESTIONS.filter(({ id }) => answers[id] !== undefined).map(({ id }) => ({
          linkId: id,
          answer: [{ valueCoding: coding(answers[id]) }],
        })),
      }));
      return async () => {
        const said = [];
        for (const resource of responses)
          said.push((await score(resource, { resource, questionnaire }))[0]);
        return said;
      };
    },
  },
];
