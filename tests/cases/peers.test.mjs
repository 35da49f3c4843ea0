// What the bench of peers holds Waymark to: the same form gives the same score as the plain sum, and the same rules give
// the truth. Needs none of the peers.
import assert from 'node:assert/strict';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { answerSets, QUESTIONS, scoreOf } from '../bench/peers/form.mjs';
import { makePeople, makeRules } from '../bench/peers/rule-set.mjs';
import { NO, threeValued, truthByTrying, truthOf, UNKNOWN, YES } from '../bench/peers/truth.mjs';
import { scoreIn, TODAY, waymarkAnswers, writePack } from '../bench/peers/waymark-form.mjs';
import { rulesBundle } from '../bench/peers/waymark-rules.mjs';
import { compiled, importEngine, modulePath, openPack } from '../support/module.mjs';

test('the form scores the same as the plain sum', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'waymark-form-'));
  await writePack(folder);
  const pack = await openPack(folder);
  const sets = answerSets(500);
  const asked = new Set(sets.flatMap((answers) => Object.keys(answers)));
  assert.equal(asked.size, QUESTIONS.length, 'some questions are never asked');
  for (const answers of sets) {
    const assessment = pack.assess(waymarkAnswers(answers), TODAY);
    assert.deepEqual(assessment.diagnostics, []);
    assert.equal(scoreIn(assessment), scoreOf(answers), JSON.stringify(answers));
  }
});

test('the rules give the truth of people with missing answers, whatever those would be', async () => {
  const { Engine } = await importEngine();
  const engine = await Engine.load(await readFile(modulePath));
  const rules = makeRules();
  const pack = engine.open(await compiled(rulesBundle(rules)));
  const judges = rules.map(truthOf);
  const verdicts = { eligible: YES, not_eligible: NO, may_be_eligible: UNKNOWN };
  for (const person of makePeople(100)) {
    const { programmes } = pack.assess(person, TODAY, { detail: 0 });
    assert.deepEqual(
      Object.fromEntries(programmes.map(({ id, verdict }) => [id, verdicts[verdict]])),
      Object.fromEntries(judges.map((judge, at) => [`programme-${1000 + at}`, judge(person)])),
      JSON.stringify(person),
    );
  }
});

test('what three-valued logic settles, trying all answers settles alike', () => {
  for (const rule of makeRules().slice(0, 20)) {
    const [quick, tried] = [threeValued(rule), truthByTrying(rule)];
    for (const person of makePeople(100))
      if (quick(person) !== UNKNOWN) assert.equal(quick(person), tried(person));
  }
});
