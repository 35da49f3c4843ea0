// Measures the page as packs grow, in Chromium: a first visit, answering, and what is held in memory; and prints it
// beside its budgets. What is slow is told and fails nothing.
//
// node tests/bench/page/page.mjs [--sizes shipped,100x100,...]
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { launch } from '../../web/support/browser.mjs';
import { serve } from '../../web/support/site.mjs';
import { median, percentile } from '../statistics.mjs';
import {
  LONGEST_RESULTS,
  measureAnswers,
  measureLoad,
  measureMemory,
  measureResults,
} from './measured.mjs';
import { folder, siteOf, sizes } from './sites.mjs';

const LOADS = 7;
const ANSWERS = 40;
const COUNTS = [100, 1_000, 10_000];
/** Where a load, or an answer, takes longer than this (in milliseconds), fewer are measured. */
const LONG_LOAD = 60_000;
const LONG_ANSWER = 100;

const { values } = parseArgs({ options: { sizes: { type: 'string' } } });
const chosen = values.sizes?.split(',') ?? sizes;
const budgets = JSON.parse(await readFile(new URL('../budgets.json', import.meta.url), 'utf8'));

async function measure(size) {
  const site = await serve(await siteOf(size));
  const { browser, stop } = await launch();
  try {
    const loads = [await measureLoad(browser, site.address)];
    const wanted = loads[0].tool > LONG_LOAD ? 3 : LOADS;
    while (loads.length < wanted) loads.push(await measureLoad(browser, site.address));
    const answers = await measureAnswers(browser, site.address, ANSWERS);
    const memory = await measureMemory(browser, site.address, COUNTS, LONG_ANSWER);
    // Last: where it takes too long, the browser is left at it.
    const results = await measureResults(browser, site.address);
    return {
      size,
      loads: loads.length,
      start: median(loads.map(({ start }) => start)),
      question: median(loads.map(({ question }) => question)),
      tool: median(loads.map(({ tool }) => tool)),
      bytes: loads[0].bytes,
      answers: answers.length,
      median: median(answers),
      ninetyFifth: percentile(answers, 0.95),
      results,
      memory,
    };
  } finally {
    await stop();
    site.stop();
  }
}

const ms = (number) => `${number.toFixed(0)} ms`;
const kib = (number) => `${(number / 1024).toFixed(0)} KiB`;
const row = (...cells) =>
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(13) : cell.padStart(13))).join(' '));

function printTimes(measured) {
  console.log(
    `Slow profile: processor 4 times slower, 1.6 Mbit/s, 150 ms a request, brotli. Medians of first visits; answers\n` +
      `from the press on "Continue" to the task after the frame that shows the next question (requestAnimationFrame,\n` +
      `then a message). Results: after ten answers, once. Load: of the machine, at the end; more than 2 spoils times.\n`,
  );
  row(
    'pack',
    'fetched',
    'start screen',
    'question',
    'tool there',
    'loads',
    'answer: median',
    '95th',
    'results',
    'load',
  );
  for (const each of measured)
    row(
      each.size,
      kib(each.bytes),
      ms(each.start),
      ms(each.question),
      ms(each.tool),
      String(each.loads),
      ms(each.median),
      ms(each.ninetyFifth),
      each.results === undefined ? `> ${LONGEST_RESULTS / 1000} s` : ms(each.results),
      each.load.toFixed(1),
    );
  for (const [size, budget] of Object.entries(budgets.answer_to_question_milliseconds)) {
    const found = measured.find((each) => each.size === size);
    if (!found) continue;
    const word = found.ninetyFifth <= budget ? 'ok' : 'over';
    console.log(
      `\nBudget, ${size}: an answer to the next question, 95th percentile, ${budget} ms: ${word}`,
    );
  }
}

function printMemory(measured) {
  console.log('\nHeld by one page after so many answers, each an assessment, without slowing:\n');
  row('pack', 'answers', 'module', 'heap', 'nodes');
  for (const { size, memory } of measured)
    for (const { answers, module, heap, nodes } of memory)
      row(size, String(answers), kib(module), kib(heap), String(nodes));
}

await mkdir(folder, { recursive: true });
const measured = [];
for (const size of chosen) {
  console.error(`${size} ...`);
  // Where others work on the machine too, times say little.
  measured.push({ ...(await measure(size)), load: loadavg()[0] });
  await writeFile(`${folder}.json`, `${JSON.stringify(measured, null, 2)}\n`);
}
printTimes(measured);
printMemory(measured);
