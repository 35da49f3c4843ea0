// Rules over people with missing answers: what each engine takes for a decision, and what it says beside the truth.
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { root } from '../../support/command_line.mjs';
import { compiled, moduleExports } from '../../support/module.mjs';
import { RUNS, summary, timed } from './measure.mjs';
import { ENGINES } from './rule-engines.mjs';
import { makePeople, makeRules, RULE_COUNT } from './rule-set.mjs';
import { compare, truthOf } from './truth.mjs';
import { rulesBundle } from './waymark-rules.mjs';

const PEOPLE = 10_000;
/** Each as JSON of its own. */
const PEOPLE_ONE_BY_ONE = 2_000;

const folder = `${root}build/bench/peers/rules`;
const program = process.env.WAYMARK_PEERS_BENCH ?? `${root}build/native/waymark_peers_bench`;
const modulePath = `${root}build/peers/wasm/rules_module.wasm`;

export async function measureRules(say) {
  const rules = makeRules();
  const people = makePeople(PEOPLE);
  const truths = allOf(
    people,
    rules.map((rule) => truthOf(rule)),
  );
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/model.bin`, await compiled(rulesBundle(rules)));
  await writeFile(
    `${folder}/people.jsonl`,
    people.map((one) => `${JSON.stringify(one)}\n`).join(''),
  );
  say('rules: Waymark, native');
  const rows = await measureNative(truths);
  say('rules: Waymark, WebAssembly');
  rows.push(...(await measureModule(people, truths)));
  for (const engine of ENGINES) {
    say(`rules: ${engine.title}`);
    rows.push(await measureEngine(engine, rules, people, truths));
  }
  return { people: PEOPLE, rules: RULE_COUNT, rows };
}

function allOf(people, judges) {
  const truths = new Uint8Array(people.length * judges.length);
  let next = 0;
  for (const person of people) for (const judge of judges) truths[next++] = judge(person);
  return truths;
}

async function measureNative(truths) {
  const { stdout } = await promisify(execFile)(program, [
    'rules',
    `${folder}/model.bin`,
    `${folder}/people.jsonl`,
    String(RUNS),
    folder,
  ]);
  const runs = JSON.parse(stdout);
  const row = async (level, title) => ({
    name: `waymark-native-${level}`,
    title: `Waymark, native, ${title}`,
    people: PEOPLE,
    time: summary(runs[level].map((microseconds) => microseconds / truths.length)),
    said: compare(await readFile(`${folder}/${level}.truths`), truths),
  });
  return [await row('three_valued', 'three-valued'), await row('completed', 'with completion')];
}

/** The evaluator in a module of its own: `all` people once they are in it, and `one` by one, each as JSON. */
async function startModule() {
  const exports = await moduleExports(await readFile(modulePath));
  exports._initialize();
  const encoder = new TextEncoder();
  const withBytes = (bytes, call) => {
    const at = exports.rules_allocate(bytes.length);
    new Uint8Array(exports.memory.buffer, at, bytes.length).set(bytes);
    call(at, bytes.length);
    exports.rules_release(at);
  };
  const withText = (text, call) => withBytes(encoder.encode(text), call);
  withBytes(await readFile(`${folder}/model.bin`), exports.rules_open);
  return {
    add: (person) => withText(JSON.stringify(person), exports.rules_add_person),
    judgeAll: (completed) => exports.rules_judge_all(completed),
    judgeOne: (person, completed) =>
      withText(JSON.stringify(person), (at, size) => exports.rules_judge_one(at, size, completed)),
    truths: (count) => new Uint8Array(exports.memory.buffer, exports.rules_truths(), count).slice(),
  };
}

async function measureModule(people, truths) {
  const module = await startModule();
  for (const person of people) module.add(person);
  const rows = [];
  for (const [completed, title] of ['three-valued', 'with completion'].entries()) {
    const time = await timed(truths.length, RUNS, () => module.judgeAll(completed));
    rows.push({
      name: `waymark-wasm-${completed === 0 ? 'three_valued' : 'completed'}`,
      title: `Waymark, WebAssembly, ${title}`,
      people: PEOPLE,
      time,
      said: compare(module.truths(truths.length), truths),
    });
  }
  const some = people.slice(0, PEOPLE_ONE_BY_ONE);
  let all;
  const time = await timed(some.length * RULE_COUNT, RUNS, () => {
    all = some.map((person) => {
      module.judgeOne(person, 0);
      return module.truths(RULE_COUNT);
    });
  });
  rows.push({
    name: 'waymark-wasm-json',
    title: 'Waymark, WebAssembly, three-valued, people as JSON',
    people: some.length,
    time,
    said: compare(Buffer.concat(all), truths.subarray(0, some.length * RULE_COUNT)),
  });
  return rows;
}

async function measureEngine({ name, title, people: count, make }, rules, people, truths) {
  const { enter = () => {}, judge } = make(rules);
  const some = people.slice(0, count);
  const said = new Uint8Array(count * rules.length);
  const time = await timed(said.length, RUNS, () => {
    let next = 0;
    for (const person of some) {
      enter(person);
      for (let rule = 0; rule < rules.length; rule += 1) said[next++] = judge(person, rule);
    }
  });
  return { name, title, people: count, time, said: compare(said, truths.subarray(0, said.length)) };
}
