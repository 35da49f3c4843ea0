// Measures Waymark beside its peers, prints the tables, and writes them to RESULTS.md.
//
// node --expose-gc tests/bench/peers/run.mjs [--runs N] [--only PART,...]: parts are pages, scoring and rules. With
// fewer runs or parts nothing is written but to build/bench/peers/.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from '../../support/command_line.mjs';
import { launch } from '../../web/support/browser.mjs';
import { measureBytes } from './bytes.mjs';
import { QUESTIONS } from './form.mjs';
import { measureLoading } from './load.mjs';
import { look, STRICT, underPolicy } from './looks.mjs';
import { loadNow, machine } from './machine.mjs';
import { RUNS } from './measure.mjs';
import { PAGES } from './pages/all.mjs';
import { measureRules } from './rules.mjs';
import { measureScoring } from './scoring.mjs';
import { compressed } from './serve.mjs';
import { report } from './tables.mjs';

const PARTS = ['pages', 'scoring', 'rules'];
const folder = `${root}build/bench/peers`;
const say = (what) => console.error(`measuring ${what}`);

const { values } = parseArgs({
  options: { runs: { type: 'string' }, only: { type: 'string' } },
});
const runs = Number(values.runs ?? RUNS);
const parts = values.only?.split(',') ?? PARTS;

async function measurePages(browser) {
  const shownAtFirst = QUESTIONS.filter(({ shownIf }) => !shownIf).length;
  const pages = [];
  for (const page of PAGES) {
    say(`pages: ${page.title}`);
    const served = await compressed(await page.files());
    const told = { ...page, served };
    pages.push({
      ...told,
      bytes: await measureBytes(browser, told),
      look: await look(browser, told, shownAtFirst),
      policy: await underPolicy(browser, told, STRICT),
    });
  }
  say(`pages: loading each ${runs} times`);
  const loads = await measureLoading(browser, pages, runs);
  return pages.map(({ name, title, bytes, look: seen, policy }) => ({
    name,
    title,
    bytes,
    look: seen,
    policy,
    load: loads.get(name),
  }));
}

const load = loadNow();
await mkdir(folder, { recursive: true });
const { browser, stop } = await launch();
const measured = {
  runs,
  ...(parts.includes('scoring') ? { scoring: await measureScoring(say) } : {}),
  ...(parts.includes('rules') ? { rules: await measureRules(say) } : {}),
  ...(parts.includes('pages') ? { pages: await measurePages(browser) } : {}),
};
measured.machine = machine(await browser.version(), { load });
await stop();

// What was not measured this time is taken from the last, for looking alone.
const last = `${folder}/results.json`;
const whole = runs >= RUNS && parts.length === PARTS.length;
const results = whole ? measured : { ...(await earlier()), ...measured };
await writeFile(last, JSON.stringify(results, null, 1));
if (PARTS.every((part) => results[part])) {
  const text = report(results);
  console.log(text);
  if (whole) await writeFile(fileURLToPath(new URL('RESULTS.md', import.meta.url)), text);
}

async function earlier() {
  try {
    return JSON.parse(await readFile(last, 'utf8'));
  } catch {
    return {};
  }
}
