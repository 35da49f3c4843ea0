// The quick check of each person of the shared cases, question by question: natively and in WebAssembly it asks the same.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import test from 'node:test';
import { lines, waymark } from '../support/command_line.mjs';
import { openPack } from '../support/module.mjs';

const folder = new URL('./', import.meta.url);
const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
const people = (
  await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8'))),
  )
).filter(
  ({ name, pack, answers }) =>
    pack === 'stem-return' &&
    Object.keys(answers).length > 5 &&
    name !== 'unusable-answers-are-left-out', // its diagnostics have places, which differ
);
const pack = await openPack('stem-return');

for (const { name, today, answers } of people) {
  test(name, () => {
    const said = {};
    const states = [];
    const asked = [];
    for (;;) {
      const assessment = pack.assess(said, today, { interview: 'quick' });
      states.push({ said: JSON.stringify(said), assessment: JSON.stringify(assessment) });
      const next = assessment.next_question;
      if (next === null) break;
      const again = asked.includes(next); // what was said is not whole
      assert.ok(!again || said[next] !== null, `${next} is asked again though it was declined`);
      asked.push(next);
      said[next] = again ? null : (answers[next] ?? null); // what the case leaves open is declined
    }
    assert.ok(asked.length > 0);
    const native = waymark(
      ['assess', 'questionnaires/stem-return', '--lines', '--interview', 'quick', '--today', today],
      states.map((state) => state.said + '\n').join(''),
    );
    assert.equal(native.status, 0, native.err);
    assert.deepEqual(
      lines(native.out),
      states.map((state) => state.assessment),
    );
  });
}
