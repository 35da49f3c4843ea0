// The tables of a run, as text that is also a page.
import { barsOf } from './bars.mjs';

/** Columns after the first stand to the right. */
function table(heads, rows) {
  const cells = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, at) => Math.max(3, ...cells.map((row) => row[at].length)));
  const line = (row) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n');
}

const none = '–';
const count = (number) => number.toLocaleString('en-GB');
const kib = (bytes) => (bytes / 1_024).toFixed(1);
const digits = (number) => (number >= 100 ? 0 : number >= 1 ? 2 : 3);
const short = (number) => number.toFixed(digits(number));
const times = (number) => `${number >= 10 ? number.toFixed(0) : number.toFixed(2)} x`;
const milliseconds = (time) => (time ? String(Math.round(time.median)) : none);
const spread = (time) =>
  time ? `${milliseconds(time)} (${Math.round(time.least)}–${Math.round(time.most)})` : none;
const yes = (it) => (it ? 'yes' : 'no');

function bytesTable(pages) {
  const of = ({ bytes }, ...kinds) => kinds.reduce((sum, kind) => sum + (bytes.of[kind] ?? 0), 0);
  const waymark = pages.find(({ name }) => name === 'waymark').bytes.brotli;
  return table(
    [
      'page',
      'all, brotli',
      'HTML',
      'CSS',
      'scripts',
      'module',
      'form',
      'other',
      'raw',
      'requests',
      'beside Waymark',
    ],
    pages.map((page) => [
      page.title,
      kib(page.bytes.brotli),
      kib(of(page, 'html')),
      kib(of(page, 'css')),
      kib(of(page, 'js')),
      kib(of(page, 'wasm')),
      kib(of(page, 'form')),
      kib(of(page, 'json', 'svg')),
      kib(page.bytes.raw),
      page.bytes.requests,
      times(page.bytes.brotli / waymark),
    ]),
  );
}

function loadTable(pages) {
  const floor = pages.find(({ name }) => name === 'floor').load.visible.median;
  return table(
    [
      'page',
      'first paint',
      'first question',
      'beside the floor',
      'interactive',
      'works',
      'blocking',
      'script',
      'heap, KiB',
      'nodes',
    ],
    pages.map(({ title, load }) => [
      title,
      milliseconds(load.painted),
      spread(load.visible),
      load.visible ? times(load.visible.median / floor) : none,
      spread(load.interactive),
      milliseconds(load.works),
      milliseconds(load.blocked),
      milliseconds(load.script),
      load.heap ? count(Math.round(load.heap.median)) : none,
      load.nodes ? count(load.nodes.median) : none,
    ]),
  );
}

function refusedIn({ refused }) {
  const kinds = Object.entries(refused).map(([what, often]) => `${often} ${what}`);
  return kinds.length > 0 ? kinds.join(', ') : 'nothing';
}

function looksTable(pages) {
  return table(
    [
      'page',
      'groups named',
      'choices in no group',
      'shows the score',
      'strict CSP: renders',
      'works',
      'refused',
    ],
    pages.map(({ title, look, policy }) => [
      title,
      `${look.named} of ${look.groups}`,
      look.outside,
      Number.isFinite(look.score) ? yes(look.scores) : none,
      yes(policy.renders),
      yes(policy.works),
      refusedIn(policy),
    ]),
  );
}

function scoringTable({ rows }) {
  const floor = rows.find(({ title }) => title.endsWith('(floor)')).time.median;
  return table(
    [
      'engine',
      'µs a set',
      'least–most',
      'sets a second',
      'beside the floor',
      'sets a run',
      'wrong scores',
    ],
    rows.map(({ title, time, sets, wrong }) => [
      title,
      short(time.median),
      `${short(time.least)}–${short(time.most)}`,
      count(Math.round(1e6 / time.median)),
      times(time.median / floor),
      count(sets),
      wrong,
    ]),
  );
}

function rulesTable({ rows }) {
  const floor = rows.find(({ title }) => title.endsWith('(floor)')).time.median;
  return table(
    [
      'engine',
      'µs a decision',
      'least–most',
      'beside the floor',
      'people',
      'wrong verdicts',
      'in 10,000',
      'left open',
    ],
    rows.map(({ title, time, people, said }) => [
      title,
      short(time.median),
      `${short(time.least)}–${short(time.most)}`,
      times(time.median / floor),
      count(people),
      count(said.wrong),
      ((said.wrong / (said.yes + said.no + said.unknown)) * 10_000).toFixed(0),
      count(said.leftOpen),
    ]),
  );
}

function barsTable(results) {
  return table(
    ['bar', 'wanted', 'found', '', 'beside'],
    barsOf(results).map(({ what, sign, number, bar, met, beside }) => {
      const shown = what.startsWith('wrong') ? String : times;
      return [what, `${sign} ${shown(bar)}`, shown(number), met ? 'met' : 'missed', beside];
    }),
  );
}

export function report(results) {
  const { pages, scoring, rules, machine, runs } = results;
  const section = (title, words, ...tables) => `## ${title}\n\n${words}\n\n${tables.join('\n\n')}`;
  return `${[
    '# Waymark beside its peers',
    'Written by `./dev bench --peers`: one form of 30 questions, three of them conditional, and one score, as ' +
      `\`tests/bench/peers/form.mjs\` has it, in every peer. All from one run; medians of ${runs} runs. ` +
      'Numbers are one machine’s: what carries over is their order and ratios.',
    machine.map((line) => `- ${line}`).join('\n'),
    section(
      'Bars',
      'Of bytes and time less is better, of rates more: how many times the peer’s.',
      barsTable(results),
    ),
    section(
      'Bytes',
      'KiB that a first visit fetches until nothing more comes, each file at brotli 11; the HTML and the form’s ' +
        'definition are counted. Peers as published, or bundled and minified by esbuild where that is how they are ' +
        'used. The renderers of RJSF and JSON Forms ship no styles.',
      bytesTable(pages),
    ),
    section(
      'Loading',
      'Milliseconds from the start of a cold visit, with the processor slowed down four times, 1.6 Mbit/s, 150 ms to ' +
        'and fro, brotli, a screen of 390 x 844. First question: its first choice has a box. Interactive: a click on it ' +
        'is kept. Works: choosing brings the conditional question, or the next one where there is one a page. Where a ' +
        'start page comes first, its button is pressed as soon as it is there. Blocking: what tasks take beyond 50 ms. ' +
        'Heap: after a collection, with array buffers, without the memory of a WebAssembly module: Waymark’s starts with ' +
        '2 MiB. Waymark asks one question a page; the peers show all 27 at once unless the row says otherwise, which costs them more.',
      loadTable(pages),
    ),
    section(
      'Names and policy',
      'Groups of choices with their question as accessible name, by Chromium’s accessibility tree; 27 questions are ' +
        "shown at first. The policy: `default-src 'none'; script-src 'self'; style-src 'self'; connect-src " +
        "'self'; img-src 'self'`, under which Waymark runs its core as JavaScript; with `'wasm-unsafe-eval'` " +
        'added, as WebAssembly. Waymark shows its score when all is answered, so the next table checks it.',
      looksTable(pages),
    ),
    section(
      'Scoring',
      `Processor time for one of ${count(scoring.sets)} sets of answers, a tenth of them skipped, once the form is ` +
        'loaded; fewer sets a run where it would take long. Peers take and give JavaScript objects. RJSF and JSON ' +
        'Forms have no scores.',
      scoringTable(scoring),
    ),
    section(
      'Rules',
      `Processor time for one decision of ${rules.rules} rules over up to ${count(rules.people)} people of whom 15 % ` +
        'of the answers are missing. Wrong: eligible or not is said where it is not so, or where the missing answers ' +
        'could make it either, by trying them all. Left open: unknown is said where every answer comes to the same. ' +
        'Peers take JavaScript objects; an error of the two CEL engines counts as unknown. Waymark holds the people ' +
        'in its own memory, but for the row with JSON. In WebAssembly its evaluator is a module of its own, made for ' +
        'this bench with the options of the one that is shipped.',
      rulesTable(rules),
    ),
  ].join('\n\n')}\n`;
}
