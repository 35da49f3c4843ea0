// Generated packs and people (tests/properties), natively and in WebAssembly: the two must agree to the last byte.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { lines, root } from '../support/command_line.mjs';
import { importEngine, modulePath } from '../support/module.mjs';

const program =
  process.env.WAYMARK_GENERATE_CASES ?? `${root}build/native-debug/tests/properties/generate_cases`;
const count = process.env.WAYMARK_GENERATED_CASES ?? '500';
const seed = process.env.WAYMARK_SEED ?? String(randomInt(2 ** 32));

test(`${count} generated cases say the same natively and in WebAssembly (WAYMARK_SEED=${seed})`, async () => {
  const { status, stdout, stderr, error } = spawnSync(program, [count, seed], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  assert.ifError(error);
  assert.equal(status, 0, stderr);
  const cases = lines(stdout);
  assert.equal(cases.length, Number(count));
  const { Engine } = await importEngine();
  const engine = await Engine.load(await readFile(modulePath));
  for (const line of cases) {
    const { model, today, answers, assessment, next } = JSON.parse(line);
    const pack = engine.open(Buffer.from(model, 'hex'));
    assert.deepEqual(pack.diagnostics, [], line);
    assert.equal(
      JSON.stringify(pack.assess(answers, today)),
      JSON.stringify(assessment),
      `seed ${seed}: ${line}`,
    );
    const quick = pack.assess(answers, today, { interview: 'quick' });
    assert.equal(quick.next_question ?? '', next, `seed ${seed}: ${line}`);
    pack.close();
  }
});
