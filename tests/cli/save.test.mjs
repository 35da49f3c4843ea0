import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { lines, root, waymark } from '../support/command_line.mjs';

const pack = 'tests/packs/small';
const today = ['--today', '2026-11-22'];
const folder = mkdtempSync(path.join(tmpdir(), 'waymark-save-'));
const said = '{"role":"returner","away_since":"2024-04","sure":4,"topics":{"web":{"able":2}}}';

let files = 0;
function file(text) {
  const name = path.join(folder, `file-${files++}.json`);
  writeFileSync(name, text);
  return name;
}

/** The answers as a save file. */
function saved(answers, day = '2026-11-22') {
  const name = path.join(folder, `save-${files++}.json`);
  const { status, err } = waymark(['save', pack, '-', '-o', name, '--today', day], answers);
  assert.equal(status, 0, err);
  return name;
}

/** The small pack, with its version raised and its questions changed. */
function newer(change) {
  const copy = path.join(mkdtempSync(path.join(tmpdir(), 'waymark-newer-')), 'pack');
  cpSync(`${root}${pack}`, copy, { recursive: true });
  const edit = (name, work) => {
    const text = readFileSync(path.join(copy, name), 'utf8');
    assert.notEqual(work(text), text, 'the change changes something');
    writeFileSync(path.join(copy, name), work(text));
  };
  edit('pack.json', (text) => text.replace('"version": 1', '"version": 2'));
  edit('questions.json', change);
  return copy;
}

test('save and restore: the answers come back, also through standard input and output', () => {
  const written = waymark(['save', pack, '-', ...today], said);
  assert.equal(written.status, 0, written.err);
  assert.equal(written.out, readFileSync(saved(said), 'utf8'));
  const back = waymark(['restore', pack, '-'], written.out);
  assert.deepEqual(back, { status: 0, out: `${said}\n`, err: '' });
  assert.equal(waymark(['restore', pack, saved(said), '--today', '2030-01-01']).out, `${said}\n`);
});

test('save: what cannot be used of the answers is told and is not in the file', () => {
  const { status, out, err } = waymark(
    ['save', pack, '-', ...today],
    '{"role":"returner","sure":9}',
  );
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(out).answers, { role: 'returner' });
  assert.equal(
    err,
    'standard input:1:27: warning: the answer to "sure" is not within 1 to 5; it is left out [answer_out_of_range]\n',
  );
  const none = waymark(['save', pack, '-', ...today], 'nonsense');
  assert.equal(none.status, 1);
  assert.equal(none.out, '');
});

test('restore: a file that was changed by hand is refused with the place, the reason and the fix', () => {
  const text = readFileSync(saved(said), 'utf8').replace('"sure":4', '"sure":5');
  const name = file(text);
  const line = text.split('\n').findIndex((each) => each.includes('checksum')) + 1;
  assert.deepEqual(waymark(['restore', pack, name]), {
    status: 1,
    out: '',
    err:
      `${name}:${line}:14: error: the file was changed or damaged after it was saved: its checksum is another; ` +
      'choose a copy that nobody changed, or answer the questions again [save_damaged]\n',
  });
});

test('restore: files of other things, of other packs and of newer copies are refused', () => {
  for (const [text, says] of [
    ['not JSON', /\[json_syntax\]/],
    ['{"name":"somebody"}', /\[save_not_ours\]/],
    ['{"waymark":2}', /open it with a newer copy of this tool \[save_newer_format\]/],
    ['{"waymark":1}', /\[save_damaged\]/],
    [`"${'x'.repeat(300_000)}"`, /larger than 256 KiB.*\[too_large\]/],
  ]) {
    const { status, out, err } = waymark(['restore', pack, file(text)]);
    assert.equal(status, 1);
    assert.equal(out, '');
    assert.match(err, says);
    assert.equal(lines(err).length, 1);
  }
  const other = waymark(['restore', 'questionnaires/stem-return', saved(said)]);
  assert.equal(other.status, 1);
  assert.match(other.err, /open the questionnaire "small".*\[save_other_pack\]/);
});

test('restore: in a newer pack, what means the same is kept and the rest is told', () => {
  const pointed = newer((text) =>
    text
      .replace('"kind": "scale", "points": 5', '"kind": "scale", "points": 5, "meaning_since": 2')
      .replace('["caring", "health", "move"]', '["caring", "health", "move", "study"]'),
  );
  const texts = path.join(pointed, 'texts/en/questions.json');
  writeFileSync(
    texts,
    readFileSync(texts, 'utf8').replace('"move": "Move"', '"move": "Move", "study": "Study"'),
  );
  const shares = path.join(pointed, 'interview.json');
  writeFileSync(
    shares,
    readFileSync(shares, 'utf8').replace('"move": 500', '"move": 500, "study": 500'),
  );
  const name = saved('{"role":"returner","reasons":["move"],"sure":4,"mentor":true}');
  const { status, out, err } = waymark(['restore', pointed, name]);
  assert.equal(status, 0, err);
  assert.equal(out, '{"role":"returner","mentor":true}\n');
  assert.deepEqual(
    lines(err).map((line) => line.replace(/^.*?warning: /, '')),
    [
      '"reasons" has a new option "study", which nobody could choose then; the saved answer is left out [answer_question_changed]',
      '"sure" asks something else now than when it was answered; the saved answer is left out [answer_question_changed]',
    ],
  );
});

test('compare: two files each at its day, or one of them at another', () => {
  const before = saved(said);
  const same = waymark(['compare', pack, before, before]);
  assert.equal(same.status, 0, same.err);
  const nothing = JSON.parse(same.out);
  assert.deepEqual([nothing.answers, nothing.needs, nothing.programmes], [[], [], []]);
  const after = saved('{"role":"student","away_since":"2024-04"}', '2027-01-10');
  const changed = JSON.parse(waymark(['compare', pack, before, after]).out);
  assert.equal(changed.before, '2026-11-22');
  assert.equal(changed.after, '2027-01-10');
  assert.deepEqual(changed.answers, ['role', 'sure', 'topics']);
  assert.deepEqual(
    changed.refreshes.map(({ topic, after: now }) => [topic, now]),
    [['web', null]],
  );
  const later = JSON.parse(waymark(['compare', pack, before, before, '--today', '2030-01-10']).out);
  assert.equal(later.after, '2030-01-10');
  assert.deepEqual(later.answers, []);
  assert.deepEqual(later.joinable.left, ['bravo-cohorts']);
});

test('compare: a file that is refused ends with status 1', () => {
  const { status, out, err } = waymark(['compare', pack, saved(said), file('{}')]);
  assert.equal(status, 1);
  assert.equal(out, '');
  assert.match(err, /\[save_not_ours\]/);
});

test('files that cannot be read or written, and arguments that make no sense, end with status 2', () => {
  for (const [args, says] of [
    [['save', pack, '-'], /--today is required/],
    [['save', pack, 'no-such.json', ...today], /cannot read the answers file no-such\.json/],
    [['save', pack, '-', '-o', path.join(folder, 'no', 'such'), ...today], /cannot write /],
    [['restore', pack, 'no-such.json'], /cannot read the save file no-such\.json/],
    [['restore', 'no/such/pack', 'no-such.json'], /there is no such folder/],
    [['compare', pack, 'no-such.json', 'no-such.json'], /cannot read the save file no-such\.json/],
    [['compare', pack, 'one.json'], /AFTER is required/],
  ]) {
    const { status, err } = waymark(args, said);
    assert.equal(status, 2, `${args.join(' ')}: ${err}`);
    assert.match(err, says);
  }
});
