// Measures every case natively and in WebAssembly, and bulk assessment on the command line, and prints each beside its
// budget. A case that is slow is told and fails nothing.
//
// node tests/bench/bench.mjs [--brief]: --brief runs each case once, to show that all of this works.
import { execFile, execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { root } from '../support/command_line.mjs';
import { importEngine, moduleExports, modulePath } from '../support/module.mjs';
import { median } from './statistics.mjs';
import { weigh } from '../support/site_bytes.mjs';

const brief = process.argv.includes('--brief');
const program = process.env.WAYMARK_BENCH ?? `${root}build/native/waymark_bench`;
const bundle = `${root}build/bundles/stem-return/bundle.json`;
const folder = `${root}build/bench/${brief ? 'brief' : 'cases'}`;
const runs = brief ? 1 : 7;
const budgets = JSON.parse(await readFile(new URL('budgets.json', import.meta.url), 'utf8'));

/** Medians in milliseconds by case. */
async function measureNative() {
  const options = brief
    ? ['--benchmark_min_time=0']
    : [`--benchmark_repetitions=${runs}`, '--benchmark_report_aggregates_only=true'];
  const { stdout } = await promisify(execFile)(
    program,
    [
      bundle,
      ...(brief ? ['--brief'] : ['--benchmark_min_time=0.05']),
      ...options,
      '--benchmark_format=json',
    ],
    { maxBuffer: 1 << 26 },
  );
  return new Map(
    JSON.parse(stdout)
      .benchmarks.filter((each) => brief || each.aggregate_name === 'median')
      .map((each) => [each.run_name, each.cpu_time]),
  );
}

/** Milliseconds that the module itself has worked so far, without what the wrapper does around it. */
let inside = 0;

/** Starts the module with a clock around the functions that work. */
async function loadTimed(Engine) {
  const own = await moduleExports(await readFile(modulePath));
  const exports = { ...own };
  for (const name of ['waymark_open', 'waymark_assess'])
    exports[name] = (...parameters) => {
      const start = performance.now();
      const result = own[name](...parameters);
      inside += performance.now() - start;
      return result;
    };
  return Engine.fromExports(exports);
}

/** The same in WebAssembly: what one call takes inside the module, and from the wrapper to its parsed result. */
async function measureModule(cases) {
  const { Engine } = await importEngine();
  const engine = await loadTimed(Engine);
  const models = new Map();
  const model = async (pack) => {
    if (!models.has(pack)) models.set(pack, await readFile(`${folder}/model-${pack}.bin`));
    return models.get(pack);
  };
  const result = new Map();
  for (const { name, pack, requests } of cases) {
    const opened = engine.open(await model(pack));
    const said = requests.map((request) => JSON.parse(request));
    const once =
      requests.length === 0
        ? (compiled) => engine.open(compiled).close()
        : (_, turn) => {
            const { today, answers, detail, interview } = said[turn % said.length];
            opened.assess(answers, today, { detail, interview });
          };
    const times = timesOf(once, await model(pack));
    result.set(name, {
      inside: median(times.map((time) => time.inside)),
      whole: median(times.map((time) => time.whole)),
    });
    opened.close();
  }
  return result;
}

/** Milliseconds of each of some runs; what is quick is done many times a run. */
function timesOf(once, compiled) {
  const elapsed = (count) => {
    const start = process.cpuUsage();
    inside = 0;
    for (let turn = 0; turn < count; turn++) once(compiled, turn);
    const { user, system } = process.cpuUsage(start);
    return { inside: inside / count, whole: (user + system) / 1000 / count };
  };
  const first = elapsed(1);
  if (brief) return [first];
  elapsed(Math.ceil(20 / Math.max(first.whole, 0.1))); // so that the engine has compiled what it will
  const count = Math.max(5, Math.ceil(50 / Math.max(elapsed(5).whole, 0.01)));
  return Array.from({ length: runs }, () => elapsed(count));
}

/** Answer sets that the command line assesses in a second of one core's work, all of the program counted. */
async function measureLines(cases) {
  const { requests } = cases.find(({ name }) => name === 'assess/shipped/half');
  const lines = requests
    .map((request) => `${JSON.stringify(JSON.parse(request).answers)}\n`)
    .join('');
  const times = Math.ceil((brief ? 1 : 10_000) / requests.length);
  await writeFile(`${folder}/half.jsonl`, lines.repeat(times));
  const command =
    `TIMEFORMAT='%U %S'; time build/native/waymark assess questionnaires/stem-return --lines ` +
    `--today 2026-11-22 < '${folder}/half.jsonl' > /dev/null`;
  const seconds = Array.from({ length: runs }, () => {
    const said = execFileSync('bash', ['-c', `{ ${command}; } 2>&1`], {
      cwd: root,
      encoding: 'utf8',
    });
    const [user, system] = said.trim().split(' ').map(Number);
    return user + system;
  });
  return (requests.length * times) / Math.max(median(seconds), 0.001);
}

/** The exponent e of the power law time = c x size^e that lies nearest, by the logarithms. */
function growth(points) {
  const logs = points.map(([size, time]) => [Math.log(size), Math.log(time)]);
  const mean = (at) => logs.reduce((sum, pair) => sum + pair[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const sums = logs.reduce(
    ([xy, xx], [a, b]) => [xy + (a - x) * (b - y), xx + (a - x) ** 2],
    [0, 0],
  );
  return sums[0] / sums[1];
}

await mkdir(folder, { recursive: true });
execFileSync(program, [bundle, ...(brief ? ['--brief'] : []), '--write', folder]);
const cases = JSON.parse(await readFile(`${folder}/cases.json`, 'utf8'));
const native = await measureNative();
const inModule = await measureModule(cases);
const rate = await measureLines(cases);

let over = 0;
let judged = 0;
function verdict(budget, fits) {
  if (budget === undefined || brief) return ''; // one run each says nothing
  judged += 1;
  if (fits) return 'ok';
  over += 1;
  return 'over';
}
const row = (...cells) =>
  console.log(cells.map((cell, i) => (i === 0 ? cell.padEnd(42) : cell.padStart(13))).join(' '));
const ms = (number) => (number === undefined ? '' : `${number.toFixed(number < 1 ? 3 : 1)} ms`);

const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
row('compressed with Brotli', 'bytes', '', '', 'budget', '');
for (const { name, bytes, goal } of await weigh(`${root}build/site`, budgets.bytes))
  row(name, kib(bytes), '', '', kib(goal), verdict(goal, bytes <= goal));

console.log(
  brief
    ? '\nOne run each.\n'
    : `\nMedians of ${runs} runs, in processor time; inside the module, by the clock. "Whole call" adds the wrapper's JSON.\n`,
);
row('case', 'native', 'module', 'whole call', 'budget', '');
for (const { name } of cases) {
  const budget = budgets.wasm_milliseconds[name];
  const time = inModule.get(name);
  row(
    name,
    ms(native.get(name)),
    ms(time.inside),
    ms(time.whole),
    ms(budget),
    verdict(budget, time.inside <= budget),
  );
}
for (const [name, time] of native) if (name.startsWith('check/')) row(name, ms(time), '', '', '');
for (const [name, { at_most, cases: sizes }] of Object.entries(budgets.growth)) {
  const exponentOf = (times) =>
    growth(Object.entries(sizes).map(([each, size]) => [size, times.get(each)]));
  if (!Object.keys(sizes).every((each) => inModule.has(each))) continue;
  const [insides, wholes] = ['inside', 'whole'].map(
    (part) => new Map([...inModule].map(([each, time]) => [each, time[part]])),
  );
  const exponent = exponentOf(insides);
  const shown = [exponentOf(native), exponent, exponentOf(wholes), at_most].map((number) =>
    number.toFixed(2),
  );
  row(`growth of ${name}`, ...shown, verdict(at_most, exponent <= at_most));
}
row(
  'bulk, lines a second a core',
  rate.toFixed(0),
  '',
  '',
  String(budgets.lines_a_second),
  verdict(budgets.lines_a_second, rate >= budgets.lines_a_second),
);
console.log(`\n${cases.length} cases, ${judged} with a budget, ${over} over it.`);
