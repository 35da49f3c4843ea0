// The shared cases: a person's answers and a date in, what must be said of them out. Each runs natively by the command
// line and in WebAssembly by the page's own wrapper; the two must also agree to the last byte.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import test from 'node:test';
import { folderOf, waymark } from '../support/command_line.mjs';
import { openPack } from '../support/module.mjs';

const folder = new URL('./', import.meta.url);
const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
const cases = await Promise.all(
  names.map(async (name) => JSON.parse(await readFile(new URL(name, folder), 'utf8'))),
);

const packs = new Map();
for (const { pack } of cases) {
  if (!packs.has(pack)) packs.set(pack, await openPack(pack));
}

/** The parts of an assessment that a case speaks of, in the case's own shape. */
function said(assessment, expect) {
  const result = {};
  if (expect.programmes) {
    result.programmes = pick(assessment.programmes, expect.programmes);
  }
  if (expect.needs) result.needs = pick(assessment.needs, expect.needs);
  if (expect.refreshes) {
    const byTopic = assessment.refreshes.map((refresh) => ({ id: refresh.topic, ...refresh }));
    result.refreshes = pick(byTopic, expect.refreshes);
  }
  if (expect.plan) result.plan = planSaid(assessment.plan, expect.plan);
  if (expect.first)
    result.first = assessment.programmes.slice(0, expect.first.length).map(({ id }) => id);
  for (const key of ['next_question', 'notices', 'not_asked', 'undecided', 'topics_offered']) {
    if (key in expect) result[key] = assessment[key];
  }
  if ('diagnostics' in expect) {
    result.diagnostics = assessment.diagnostics.map(({ code, question }) => [code, question]);
  }
  return result;
}

/** The members of a plan that a case speaks of; of its weeks, as many as it tells. */
function planSaid(plan, wanted) {
  const told = Object.fromEntries(Object.keys(wanted).map((key) => [key, plan[key]]));
  if (wanted.weeks) told.weeks = plan.weeks.slice(0, wanted.weeks.length);
  return told;
}

function forgetPlace(diagnostic) {
  for (const key of ['file', 'line', 'column']) delete diagnostic[key];
}

function pick(things, wanted) {
  return Object.fromEntries(
    Object.entries(wanted).map(([id, members]) => {
      const thing = things.find((each) => each.id === id);
      assert.ok(thing, `the assessment says nothing of ${id}`);
      return [id, Object.fromEntries(Object.keys(members).map((key) => [key, thing[key]]))];
    }),
  );
}

for (const { name, pack, today, answers, expect } of cases) {
  test(name, () => {
    const native = waymark(
      ['assess', folderOf(pack), '-', '--today', today],
      JSON.stringify(answers),
    );
    assert.equal(native.status, 0, native.err);
    const assessment = JSON.parse(native.out);
    assert.deepEqual(said(assessment, expect), expect);
    const inModule = packs.get(pack).assess(answers, today);
    // The answers stand at other places of the two texts; what is said of them is the same.
    for (const { diagnostics } of [assessment, inModule])
      for (const each of diagnostics) forgetPlace(each);
    assert.equal(JSON.stringify(inModule), JSON.stringify(assessment));
  });
}
