// The published JSON Schemas say what `waymark check` says, as far as a schema can know it.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { after, test } from 'node:test';
import Ajv2020 from 'ajv/dist/2020.js';
import { root, waymark } from '../support/command_line.mjs';

const folder = `${root}questionnaires/schemas/`;
const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  strictRequired: false,
  strictTypes: false,
});
for (const file of await readdir(folder))
  ajv.addSchema(JSON.parse(await readFile(folder + file, 'utf8')));

/** Which schema a file of a pack has, by the editor's own settings. */
const editor = JSON.parse(await readFile(`${root}.vscode/settings.json`, 'utf8'))['json.schemas'];
function schemaOf(path) {
  const found = editor.find(({ fileMatch: [pattern] }) =>
    new RegExp(
      `^${pattern.replace('/questionnaires/*/', '').replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`,
    ).test(path),
  );
  assert.ok(found, `no schema for ${path}`);
  return found.url.split('/').at(-1);
}
const faultsOf = (path, json) => {
  const validate = ajv.getSchema(schemaOf(path));
  return validate(json) ? [] : validate.errors;
};

const isPack = async (pack) => (await readdir(pack)).includes('pack.json');
const foldersIn = async (parent) =>
  (await readdir(parent, { withFileTypes: true }))
    .filter((each) => each.isDirectory())
    .map(({ name }) => parent + name);
const packs = [];
for (const pack of [
  ...(await foldersIn(`${root}questionnaires/`)),
  ...(await foldersIn(`${root}tests/packs/`)),
])
  if (await isPack(pack)) packs.push(pack);
const filesOf = async (pack) =>
  (await readdir(pack, { recursive: true })).filter((file) => file.endsWith('.json')).sort();
const read = async (path) => JSON.parse(await readFile(path, 'utf8'));

test('every schema is one itself, by the strictest reading', async () => {
  for (const file of await readdir(folder)) assert.ok(ajv.getSchema(file), file);
});

test('every file of every pack is as its schema says', async () => {
  assert.ok(packs.length >= 4);
  for (const pack of packs)
    for (const file of await filesOf(pack))
      assert.deepEqual(faultsOf(file, await read(`${pack}/${file}`)), [], `${pack}/${file}`);
});

test('answers are as their schema says', async () => {
  const validate = ajv.getSchema('answers.schema.json');
  for (const file of (await readdir(`${root}tests/cases`)).filter((each) =>
    each.endsWith('.json'),
  )) {
    const { answers, diagnostics } = await read(`${root}tests/cases/${file}`);
    if (answers && !file.startsWith('unusable')) assert.ok(validate(answers), file);
  }
  assert.ok(!validate({ 'Not a question': 1 }));
  assert.ok(!validate([]));
});

// --- faults ---

const other = (value) =>
  typeof value === 'string'
    ? 17
    : typeof value === 'number'
      ? 'seventeen'
      : typeof value === 'boolean'
        ? 'yes'
        : Array.isArray(value)
          ? {}
          : [];

/** The places of a value, each a list of keys. */
function* placesIn(value, at = []) {
  yield at;
  if (typeof value === 'object' && value !== null)
    for (const key of Object.keys(value)) yield* placesIn(value[key], [...at, key]);
}

/** The value with one fault at one place: another type, a member left out, a member too many. */
function* faultsIn(json) {
  for (const place of placesIn(json)) {
    const change = (act) => {
      const copy = structuredClone({ json });
      let parent = copy;
      const path = ['json', ...place];
      for (const key of path.slice(0, -1)) parent = parent[key];
      act(parent, path.at(-1));
      return copy.json;
    };
    yield {
      what: `another type at /${place.join('/')}`,
      json: change((parent, key) => (parent[key] = other(parent[key]))),
    };
    const value = place.reduce((of, key) => of[key], json);
    if (typeof value === 'object' && !Array.isArray(value))
      yield {
        what: `a member too many at /${place.join('/')}`,
        json: change((parent, key) => (parent[key].surplus = 1)),
      };
    const parentOf = place.slice(0, -1).reduce((of, key) => of[key], json);
    if (place.length > 0 && !Array.isArray(parentOf))
      yield {
        what: `without /${place.join('/')}`,
        json: change((parent, key) => delete parent[key]),
      };
  }
}

/** What only `check` can know: whether names that files give each other exist. */
const structural = [
  'wrong_type',
  'member_missing',
  'member_unknown',
  'out_of_range',
  'criterion_form',
  'refresh_form',
  'link_not_https',
];

const work = await mkdtemp(`${tmpdir()}/waymark-schemas-`);
after(() => rm(work, { recursive: true }));

test(
  'a schema refuses what check refuses for its form, and nothing that check takes',
  { timeout: 600_000 },
  async () => {
    const pack = `${root}tests/packs/small`;
    const mutants = [];
    for (const file of await filesOf(pack)) {
      const json = await read(`${pack}/${file}`);
      for (const fault of faultsIn(json)) mutants.push({ file, ...fault });
    }
    assert.ok(mutants.length > 1000);
    const disagree = [];
    const atOnce = 100;
    for (let index = 0; index < atOnce; index += 1)
      await cp(pack, `${work}/${index}`, { recursive: true });
    for (let start = 0; start < mutants.length; start += atOnce) {
      const batch = mutants.slice(start, start + atOnce);
      for (const [index, { file, json }] of batch.entries())
        await writeFile(`${work}/${index}/${file}`, JSON.stringify(json));
      const { out, err } = waymark(['check', ...batch.map((_, index) => `${work}/${index}`)]);
      const said = `${out}\n${err}`.split('\n').filter((line) => line.includes(': error: '));
      for (const [index, { file, what, json }] of batch.entries()) {
        const codes = said
          .filter((line) => line.startsWith(`${work}/${index}/`))
          .map((line) => ({
            in: line.slice(`${work}/${index}/`.length).split(':')[0],
            code: line.match(/\[(\w+)\]$/)?.[1],
          }));
        const refused = faultsOf(file, json).length > 0;
        if (refused && codes.length === 0)
          disagree.push(`only the schema refuses ${file}: ${what}`);
        const form = codes.some((each) => each.in === file && structural.includes(each.code));
        const named =
          file.startsWith('texts/') ||
          /\/(if_not_asked|need|points|shares|helps|ratings|aspect|decimals)(\/|$)/.test(what);
        if (!refused && form && !named)
          disagree.push(`only check refuses ${file}: ${what} ${JSON.stringify(codes)}`);
      }
      for (const [index, { file }] of batch.entries())
        await cp(`${pack}/${file}`, `${work}/${index}/${file}`);
    }
    assert.deepEqual(disagree, []);
  },
);
