import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { root, waymark } from '../support/command_line.mjs';
import {
  bundledEngine,
  compiled,
  importEngine,
  moduleExports,
  modulePath,
} from '../support/module.mjs';

const bytes = await readFile(modulePath);
const bundle = await readFile(`${root}build/bundles/stem-return/bundle.json`, 'utf8');
const modelPath = `${root}build/bundles/stem-return/model.bin`;
const model = await readFile(modelPath);
const { Engine, EngineError } = await importEngine();

/** What emscripten's linker exports beside the list, for its own JavaScript, which is not used here. */
const linkerExport =
  /^(_?emscripten_stack_\w+|stack(Alloc|Restore|Save)|__errno_location|__indirect_function_table)$/;

test('the module exports what exports.txt lists, and nothing else of ours', async () => {
  const listed = (await readFile(`${root}wasm/exports.txt`, 'utf8')).trim().split('\n').sort();
  const real = WebAssembly.Module.exports(new WebAssembly.Module(bytes)).map(({ name }) => name);
  const ours = real.filter((name) => !linkerExport.test(name)).sort();
  assert.deepEqual(ours, listed);
});

test('the module asks for no more than it is given', () => {
  const asked = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(
    ({ module, name }) => `${module}.${name}`,
  );
  const given = ['wasi_snapshot_preview1.proc_exit', 'env.emscripten_notify_memory_growth'];
  assert.deepEqual(
    asked.filter((name) => !given.includes(name)),
    [],
  );
});

test('it runs where code generation from strings is forbidden', async () => {
  const script = `
    import { readFile } from 'node:fs/promises';
    import { Engine } from ${JSON.stringify(await bundledEngine())};
    try { new Function('return 1'); throw new Error('code generation is allowed'); }
    catch (error) { if (!(error instanceof EvalError)) throw error; }
    const engine = await Engine.load(await readFile(${JSON.stringify(modulePath)}));
    const pack = engine.open(await readFile(${JSON.stringify(modelPath)}));
    console.log(pack.assess({ role: 'returner' }, '2026-11-22').next_question);
  `;
  const out = execFileSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', script],
    { encoding: 'utf8' },
  );
  assert.equal(out, 'region\n');
});

test('a request says how the next question is picked', async () => {
  const engine = await Engine.load(bytes);
  const pack = engine.open(model);
  const next = (options) => pack.assess({ role: 'returner' }, '2026-11-22', options).next_question;
  assert.equal(next({ interview: 'full' }), next({}));
  assert.notEqual(next({ interview: 'quick' }), next({}));
  const error = await fault(() => next({ interview: 'brief' }));
  assert.equal(error.fault, 'request');
  assert.match(error.diagnostics[0].message, /"brief" is no kind of interview/);
});

async function fault(work) {
  try {
    await work();
  } catch (error) {
    assert.ok(error instanceof EngineError, String(error));
    return error;
  }
  throw new Error('nothing was refused');
}

test('a questionnaire that is damaged or none at all is refused with a code, and the module goes on', async () => {
  const engine = await Engine.load(bytes);
  const changed = Buffer.from(model);
  changed[changed.length >> 1] ^= 1;
  const newer = Buffer.from(model);
  newer[4] += 1;
  for (const [what, code] of [
    [Buffer.alloc(0), 'model_unusable'],
    [Buffer.from(bundle), 'model_unusable'],
    [model.subarray(0, model.length / 2), 'model_unusable'],
    [model.subarray(0, -1), 'model_unusable'],
    [Buffer.concat([model, Buffer.alloc(1)]), 'model_unusable'],
    [changed, 'model_unusable'],
    [newer, 'model_unusable'],
    [Buffer.alloc(9 << 20), 'too_large'],
  ]) {
    const error = await fault(() => engine.open(what));
    assert.equal(error.fault, 'pack');
    assert.deepEqual(
      error.diagnostics.map((each) => each.code),
      [code],
    );
  }
  const { diagnostics } = await fault(() => engine.open(changed));
  assert.match(diagnostics[0].message, /damaged or of another version; build the site again/);
  assert.equal(engine.open(model).assess({}, '2026-11-22').next_question, 'role');
});

test('a bundle that was compiled says the same as the questionnaire that it was made of', async () => {
  const engine = await Engine.load(bytes);
  assert.deepEqual(await compiled(bundle), model);
  const [one, other] = [engine.open(model), engine.open(await compiled(bundle))];
  assert.deepEqual(other.assess(person, '2026-11-22'), one.assess(person, '2026-11-22'));
});

test('what reads and checks questionnaires is not in the module', () => {
  const text = bytes.toString('latin1');
  assert.ok(text.includes('damaged or of another version'));
  for (const said of ['reserved word of CEL', 'nothing uses the answer'])
    assert.equal(text.includes(said), false, said);
});

test('a request that cannot be used is refused, and what is wrong with an answer is told beside the rest', async () => {
  const engine = await Engine.load(bytes);
  const pack = engine.open(model);
  for (const today of ['', '2026-02-30', 'tomorrow', '2026-1-1', null, 7]) {
    assert.equal((await fault(() => pack.assess({}, today))).fault, 'request');
  }
  const { diagnostics, next_question } = pack.assess(
    { role: 'returner', region: 'yorkshrie', age: 40 },
    '2026-11-22',
  );
  assert.deepEqual(
    diagnostics.map(({ code, question }) => [code, question]),
    [
      ['answer_unknown_option', 'region'],
      ['answer_unknown_question', 'age'],
    ],
  );
  assert.equal(next_question, 'region');
  assert.equal(pack.assess([], '2026-11-22').diagnostics[0].code, 'answer_wrong_type');
});

test('what to explain is chosen by number or by id, and a choice that makes no sense is refused', async () => {
  const engine = await Engine.load(bytes);
  const pack = engine.open(model);
  const today = '2026-11-22';
  const all = pack.assess({ role: 'returner' }, today);
  assert.deepEqual(pack.assess({ role: 'returner' }, today, { detail: 'all' }), all);
  const explained = ({ programmes }) =>
    programmes.filter(({ reasons }) => reasons).map(({ id }) => id);
  const two = pack.assess({ role: 'returner' }, today, { detail: 2 });
  assert.deepEqual(two.programmes.slice(0, 2), all.programmes.slice(0, 2));
  assert.equal(explained(two).length, 2);
  assert.deepEqual(Object.keys(two.programmes[2]), ['id', 'verdict', 'status', 'fit']);
  assert.deepEqual({ ...two, programmes: [] }, { ...all, programmes: [] });

  const named = pack.assess({}, today, { detail: ['stem-recharge', 'stem-rechrage'] });
  assert.deepEqual(explained(named), ['stem-recharge']);
  assert.deepEqual(
    named.diagnostics.map(({ code, suggestion }) => [code, suggestion]),
    [['id_unknown', 'did you mean "stem-recharge"?']],
  );
  for (const detail of [-1, 1.5, 1e9, 'some', null, {}, [1]]) {
    const error = await fault(() => pack.assess({}, today, { detail }));
    assert.equal(error.fault, 'request');
    assert.equal(error.diagnostics[0].code, 'request_malformed');
  }
});

test('hostile answers neither trap nor change what others are told', async () => {
  const engine = await Engine.load(bytes);
  const pack = engine.open(model);
  const before = JSON.stringify(pack.assess({ role: 'returner' }, '2026-11-22'));
  const hostile = [
    { role: 'x'.repeat(1_000_000) },
    { hours_a_week: 1e308 },
    { hours_a_week: -9007199254740991 },
    { away_since: '9999-99' },
    { away_since: '0000-01' },
    { break_reasons: Array(50_000).fill('childcare') },
    { topics: Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`t${i}`, {}])) },
    { topics: { 'mechanical-design': { able: 99, current: 'x', other: 1 } } },
    { __proto__: null, constructor: 1 },
  ];
  for (const answers of hostile) assert.ok(pack.assess(answers, '2026-11-22').needs.length > 0);
  assert.equal(JSON.stringify(pack.assess({ role: 'returner' }, '2026-11-22')), before);
});

test('memory stays flat over many assessments', async () => {
  const core = await moduleExports(bytes);
  core._initialize();
  const write = (given) => {
    const data = typeof given === 'string' ? new TextEncoder().encode(given) : given;
    const at = core.waymark_allocate(data.length);
    new Uint8Array(core.memory.buffer, at, data.length).set(data);
    return [at, data.length];
  };
  const opened = write(model);
  const pack = core.waymark_open(...opened);
  core.waymark_release(opened[0]);
  assert.notEqual(pack, 0);
  const assess = (times) => {
    for (let i = 0; i < times; i++) {
      const request = write(
        '{"today":"2026-11-22","answers":{"role":"returner","region":"wales"}}',
      );
      core.waymark_assess(pack, ...request);
      core.waymark_release(request[0]);
    }
    return core.memory.buffer.byteLength;
  };
  assert.equal(assess(100), assess(1_000));
});

test('a pack that was closed is not used again', async () => {
  const engine = await Engine.load(bytes);
  const pack = engine.open(model);
  pack.close();
  pack.close();
  for (const call of [
    () => pack.assess({}, '2026-11-22'),
    () => pack.save({}, '2026-11-22'),
    () => pack.restore('{}'),
  ])
    assert.equal((await fault(call)).fault, 'request');
});

test('what is not a module is refused', async () => {
  assert.equal((await fault(() => Engine.load(new Uint8Array([1, 2, 3])))).fault, 'refused');
});

const person = {
  role: 'returner',
  region: 'wales',
  work_now: 'not-working',
  away_since: '2021-09',
  break_reasons: ['childcare', 'other'],
  hours_a_week: 12,
  right_to_work: null,
  topics: { 'mechanical-design': { able: 2, current: null } },
};

test('what is saved comes back, and is assessed the same', async () => {
  const pack = (await Engine.load(bytes)).open(model);
  const { file, diagnostics } = pack.save(person, '2026-11-22');
  assert.deepEqual(diagnostics, []);
  assert.equal(JSON.parse(file).saved, '2026-11-22');
  const restored = pack.restore(file, '2026-11-22');
  assert.deepEqual(restored, {
    answers: person,
    saved: '2026-11-22',
    version: JSON.parse(bundle).pack.version,
    dropped: [],
    diagnostics: [],
  });
  assert.deepEqual(pack.assess(restored.answers, '2026-11-22'), pack.assess(person, '2026-11-22'));
  assert.deepEqual(pack.restore(file).answers, person);
  // a program that reads and writes JSON may have had it in between
  assert.deepEqual(pack.restore(JSON.stringify(JSON.parse(file))).answers, person);
});

test('what cannot be saved is told, and the native command line writes the same file', async () => {
  const pack = (await Engine.load(bytes)).open(model);
  const { file, diagnostics } = pack.save({ role: 'returner', region: 'nowhere' }, '2026-11-22');
  assert.deepEqual(
    diagnostics.map(({ code, question }) => [code, question]),
    [['answer_unknown_option', 'region']],
  );
  const args = ['save', 'questionnaires/stem-return', '-', '--today', '2026-11-22'];
  assert.equal(waymark(args, '{"role":"returner"}').out, file);
  assert.equal(waymark(args, JSON.stringify(person)).out, pack.save(person, '2026-11-22').file);
});

test('a file that is no save file is refused with a code, and the module goes on', async () => {
  const pack = (await Engine.load(bytes)).open(model);
  const { file } = pack.save(person, '2026-11-22');
  for (const [text, code] of [
    ['', 'json_syntax'],
    ['{}', 'save_not_ours'],
    [file.slice(0, -9), 'json_syntax'],
    [file.replace('childcare', 'adult-care'), 'save_damaged'],
    [file.replace('"waymark":1', '"waymark":2'), 'save_newer_format'],
    ['['.repeat(100_000), 'json_too_deep'],
    ['x'.repeat(300_000), 'too_large'],
    ['x'.repeat(3_000_000), 'too_large'],
    ['\u0000\ud800', 'json_syntax'],
  ]) {
    const error = await fault(() => pack.restore(text));
    assert.equal(error.fault, 'file');
    assert.equal(error.diagnostics[0].code, code);
  }
  assert.equal((await fault(() => pack.restore(file, 'someday'))).fault, 'file');
  assert.deepEqual(pack.restore(file).answers, person);
});

test('an answer that no longer means the same is left out with its reason', async () => {
  const engine = await Engine.load(bytes);
  const { file } = engine.open(model).save(person, '2026-11-22');
  const changed = JSON.parse(bundle);
  changed.pack.version += 1;
  changed.questions.find(({ id }) => id === 'hours_a_week').meaning_since = changed.pack.version;
  changed.questions.find(({ id }) => id === 'topics').aspects[0].points += 1;
  changed.needs.forEach(({ items }) =>
    items.forEach((item) => item.aspect === 'able' && item.need.push(0)),
  );
  changed.refresh.parts.forEach((part) => {
    if (part.aspect !== 'able') return;
    for (const points of part.points ? [part.points] : Object.values(part.by_pace)) points.push(0);
  });
  const { answers, version, dropped } = engine
    .open(await compiled(JSON.stringify(changed)))
    .restore(file);
  const { hours_a_week: unused, ...rest } = person;
  assert.deepEqual(answers, { ...rest, topics: { 'mechanical-design': { current: null } } });
  assert.equal(version, changed.pack.version - 1);
  assert.deepEqual(
    dropped.map(({ code, question, topic }) => [code, question, topic]),
    [
      ['answer_question_changed', 'hours_a_week', undefined],
      ['answer_question_changed', 'topics', 'mechanical-design'],
    ],
  );
  assert.ok(dropped.every(({ message, line }) => message && line > 1));
});

test('months of a saved answer count at the day given', async () => {
  const pack = (await Engine.load(bytes)).open(model);
  const { file } = pack.save({ role: 'returner', away_since: 719 }, '2026-11-22');
  assert.equal(pack.restore(file, '2026-12-22').answers.away_since, '1966-12');
  const late = pack.restore(file, '2027-01-22');
  assert.equal('away_since' in late.answers, false);
  assert.deepEqual(
    late.dropped.map(({ code, question }) => [code, question]),
    [['answer_out_of_range', 'away_since']],
  );
});

test('two occasions are compared', async () => {
  const pack = (await Engine.load(bytes)).open(model);
  const before = { today: '2026-11-22', answers: person };
  const same = pack.compare(before, before);
  for (const changes of ['answers', 'needs', 'refreshes', 'programmes'])
    assert.deepEqual(same[changes], []);
  const after = { today: '2026-11-22', answers: { ...person, topics: {}, role: 'student' } };
  const changed = pack.compare(before, after);
  assert.deepEqual(changed.answers, ['role', 'topics']);
  assert.deepEqual(
    changed.refreshes.map(({ topic, after: now }) => [topic, now]),
    [['mechanical-design', null]],
  );
  assert.ok(changed.eligible.left.length + changed.programmes.length > 0);
  assert.deepEqual(pack.compare(after, before).eligible.entered, changed.eligible.left);
  for (const broken of [{}, null, { today: 'x', answers: {} }, { today: '2026-11-22' }])
    assert.equal((await fault(() => pack.compare(before, broken))).fault, 'request');
});
