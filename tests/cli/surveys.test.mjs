// The commands of core/cli/surveys.md, run as they stand there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import { lines, program, root, waymark } from '../support/command_line.mjs';

const document = readFileSync(`${root}core/cli/surveys.md`, 'utf8');
const blocks = [...document.matchAll(/^```(.*)\n([^]*?)^```$/gm)].map(([, kind, text]) => ({
  kind,
  text,
}));

const NOT_JSON = 'nonsense';
const NOT_ASKED = '{"role":"returner","shoe_size":41}';
const people = [
  ...Array.from({ length: 300 }, (_, i) => `{"role":"returner","away_since":${i}}`),
  NOT_JSON,
  NOT_ASKED,
  ...Array.from({ length: 300 }, (_, i) => `{"role":"returner","hours_a_week":${i % 60}}`),
];
const input = people.map((line) => `${line}\n`).join('');

/** A folder with what the document supposes. */
function folderOfResearcher() {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-survey-'));
  symlinkSync(program, path.join(folder, 'waymark'));
  symlinkSync(`${root}questionnaires`, path.join(folder, 'questionnaires'));
  writeFileSync(path.join(folder, 'answers.jsonl'), input);
  writeFileSync(
    path.join(folder, 'people.tsv'),
    people.map((line, i) => `p-${i}\t${line}\n`).join(''),
  );
  return folder;
}

const folder = folderOfResearcher();
const read = (name) => readFileSync(path.join(folder, name));
const unpacked = (name) => gunzipSync(read(name)).toString();

function run(command) {
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
  const { stderr, error } = spawnSync('sh', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  if (error) throw error;
  const unexpected = lines(stderr).filter((line) => !/^waymark: line \d+ is not/.test(line));
  assert.deepEqual(unexpected, []);
}

/** Cut into parts that are small enough for this many people to make several. */
const small = (text) => text.replace('--lines=1000000', '--lines=100').replace('10M', '4k');

const whole = waymark(
  ['assess', 'questionnaires/stem-return', '--lines', '--detail', '3', '--today', '2026-11-24'],
  input,
).out;

test('the commands for one machine do what the document says of them', () => {
  const shell = blocks.filter(({ kind }) => kind === 'sh');
  assert.equal(shell.length, 7);
  for (const { text } of shell) run(small(text));
  assert.equal(unpacked('assessed.jsonl.gz'), whole);
  const withIds = lines(whole).map((line, i) => `p-${i}\t${line}\n`);
  assert.equal(read('assessed.tsv').toString(), withIds.join(''));
  const lineOf = (wanted) => `${people.indexOf(wanted) + 1}\n`;
  assert.equal(read('bad-lines.txt').toString(), lineOf(NOT_JSON));
  assert.equal(read('lines-with-warnings.txt').toString(), lineOf(NOT_ASKED));
});

test('parts assessed apart and joined are the whole', () => {
  assert.ok(read('part-0006.out.gz').length > 0);
  assert.equal(unpacked('joined.jsonl.gz'), whole);
});

const hasParallel = spawnSync('parallel', ['--version']).status === 0;

test('GNU parallel gives the whole too', { skip: !hasParallel && 'it is not here' }, () => {
  const [{ text }] = blocks.filter(({ kind }) => kind === 'sh parallel');
  run(small(text));
  assert.equal(unpacked('parallel.jsonl.gz'), whole);
});
