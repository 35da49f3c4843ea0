import assert from 'node:assert/strict';
import test from 'node:test';
import { openPack } from '../support/module.mjs';
import { assessmentOf, missing, readPersonas, told } from './personas.mjs';

const personas = await readPersonas();
const opened = new Map();
for (const { pack } of personas) if (!opened.has(pack)) opened.set(pack, await openPack(pack));

for (const persona of personas)
  test(`${persona.pack}: ${persona.name}`, () => {
    const assessment = assessmentOf(persona);
    assert.deepEqual(told(assessment), persona.expect);
    const { diagnostics, ...inModule } = opened
      .get(persona.pack)
      .assess(persona.answers, persona.today);
    assert.deepEqual(diagnostics, []);
    assert.deepEqual({ ...inModule, diagnostics }, assessment);
  });

test('the personas show all that can be reached', async () => {
  const all = await missing(personas);
  assert.ok(Object.keys(all).includes('stem-return'));
  for (const [pack, claims] of Object.entries(all)) assert.deepEqual(claims, [], pack);
});
