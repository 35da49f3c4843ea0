import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { root } from '../support/command_line.mjs';
import { bundledEngine, importEngine, modulePath } from '../support/module.mjs';

const bytes = await readFile(modulePath);
const bundle = await readFile(`${root}build/bundles/stem-return/bundle.json`, 'utf8');
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
    const pack = engine.open(await readFile(${JSON.stringify(`${root}build/bundles/stem-return/bundle.json`)}));
    console.log(pack.assess({ role: 'returner' }, '2026-11-22').next_question);
  `;
  const out = execFileSync(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', script],
    { encoding: 'utf8' },
  );
  assert.equal(out, 'region\n');
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

test('a bundle that is not one is refused with a place and a code, and the module goes on', async () => {
  const engine = await Engine.load(bytes);
  for (const [text, code] of [
    ['', 'json_syntax'],
    ['{', 'json_syntax'],
    ['[]', 'wrong_type'],
    ['{}', 'member_missing'],
    ['[[[['.repeat(10_000), 'json_too_deep'],
    ['"\u0000"', 'json_syntax'],
    [bundle.slice(0, bundle.length / 2), 'json_syntax'],
    [bundle.replace('"kind":"one"', '"kind":"won"'), 'id_unknown'],
    [bundle.replace("role == 'returner'", "role == 'retruner'"), 'rule_unknown_option'],
  ]) {
    const error = await fault(() => engine.open(text));
    assert.equal(error.fault, 'pack');
    assert.ok(
      error.diagnostics.some((each) => each.code === code),
      JSON.stringify(error.diagnostics.slice(0, 3)),
    );
    assert.ok(error.diagnostics.every(({ message, line }) => message && line >= 1));
  }
  assert.equal(engine.open(bundle).assess({}, '2026-11-22').next_question, 'role');
});

test('bytes that are not UTF-8 are refused', async () => {
  const engine = await Engine.load(bytes);
  const error = await fault(() => engine.open(new Uint8Array([0x22, 0xff, 0xfe, 0x22])));
  assert.equal(error.diagnostics[0].code, 'json_syntax');
});

test('a request that cannot be used is refused, and what is wrong with an answer is told beside the rest', async () => {
  const engine = await Engine.load(bytes);
  const pack = engine.open(bundle);
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

test('hostile answers neither trap nor change what others are told', async () => {
  const engine = await Engine.load(bytes);
  const pack = engine.open(bundle);
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
  const { instance } = await WebAssembly.instantiate(bytes, {
    wasi_snapshot_preview1: { proc_exit() {} },
    env: { emscripten_notify_memory_growth() {} },
  });
  const core = instance.exports;
  core._initialize();
  const write = (text) => {
    const data = new TextEncoder().encode(text);
    const at = core.waymark_allocate(data.length);
    new Uint8Array(core.memory.buffer, at, data.length).set(data);
    return [at, data.length];
  };
  const opened = write(bundle);
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
  const pack = engine.open(bundle);
  pack.close();
  pack.close();
  assert.equal((await fault(() => pack.assess({}, '2026-11-22'))).fault, 'request');
});

test('what is not a module is refused', async () => {
  assert.equal((await fault(() => Engine.load(new Uint8Array([1, 2, 3])))).fault, 'refused');
});
