// What the questionnaires promise their readers, and `waymark check` cannot know.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import test from 'node:test';
import { root, waymark } from '../support/command_line.mjs';

const read = async (path) => JSON.parse(await readFile(path, 'utf8'));
const folders = await readdir(`${root}questionnaires`, { withFileTypes: true });
const packs = [];
for (const { name } of folders.filter((each) => each.isDirectory()))
  if ((await readdir(`${root}questionnaires/${name}`)).includes('pack.json')) packs.push(name);

for (const pack of packs) {
  const folder = `${root}questionnaires/${pack}/`;
  const questions = await read(`${folder}questions.json`);
  const names = await readdir(`${folder}programmes`);
  const programmes = await Promise.all(names.map((name) => read(`${folder}programmes/${name}`)));

  test(`${pack}: a full interview asks for at most 50 answers`, () => {
    const answers = questions.map(({ kind, most, aspects }) =>
      kind === 'topics' ? 1 + most * aspects.length : 1,
    );
    assert.ok(answers.reduce((sum, each) => sum + each) <= 50);
  });

  test(`${pack}: what is closed names something that is not`, () => {
    const today = '2026-11-24';
    const { out } = waymark(['assess', `questionnaires/${pack}`, '-', '--today', today], '{}');
    const statuses = new Map(JSON.parse(out).programmes.map(({ id, status }) => [id, status]));
    for (const { id, instead = [] } of programmes)
      if (statuses.get(id) === 'closed')
        assert.ok(
          instead.some((other) => statuses.get(other) !== 'closed'),
          id,
        );
  });

  test(`${pack}: every programme is checked and sourced, and nothing is checked in the future`, async () => {
    const { published } = await read(`${folder}pack.json`);
    for (const { id, checked, sources, last_seen } of programmes) {
      assert.ok(sources.length > 0, id);
      assert.match(checked, /^\d{4}-\d{2}-\d{2}$/, id);
      if (last_seen)
        assert.ok(last_seen < checked, `${id} was last seen running on the day of a look`);
    }
    assert.ok(
      programmes.every(({ checked }) => checked <= published),
      `${pack} is published after its last check`,
    );
  });

  test(`${pack}: everyone may decline, but for who they are here`, () => {
    const firm = questions.filter(({ declinable }) => declinable === false).map(({ id }) => id);
    assert.deepEqual(firm, [questions[0].id]);
  });
}
