import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { lines, root, waymark } from '../support/command_line.mjs';

const pack = 'questionnaires/stem-return';

/** A copy of the shipped pack with a rule of one file changed. */
function changed(file, from, to) {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'waymark-')), 'pack');
  cpSync(`${root}${pack}`, folder, { recursive: true });
  const target = path.join(folder, file);
  const text = readFileSync(target, 'utf8');
  assert.equal(text.split(from).length, 2, 'what is changed stands there once');
  writeFileSync(target, text.replace(from, to));
  return folder;
}

test('reach: everything of the shipped pack can be reached', () => {
  const { status, out, err } = waymark(['reach', pack]);
  assert.equal(err, '');
  assert.equal(status, 0);
  const told = lines(out);
  assert.match(told[0], /^stem-return at \d{4}-\d\d-\d\d, the day it was published$/);
  assert.match(told[1], /^\d+ questions: all can be asked$/);
  assert.equal(told.at(-1), 'nothing is out of reach');
  const notReached = told.filter((line) => line.startsWith('  '));
  assert.ok(notReached.every((line) => line.endsWith(': ruled out by the form of the criteria')));
});

test('reach --json: assessing the examples shows what they claim', () => {
  const today = '2023-09-01';
  const { status, out, err } = waymark(['reach', pack, '--json', '--today', today]);
  assert.equal(err, '');
  assert.equal(status, 0);
  const report = JSON.parse(out);
  assert.equal(report.today, today);
  assert.equal(report.unreachable, 0);
  assert.equal(report.not_proved, 0);
  assert.deepEqual(report.diagnostics, []);
  const reached = report.claims.filter((claim) => claim.proof === 'reached');
  assert.equal(reached.length, report.reached);
  assert.equal(report.claims.length, report.reached + report.by_form);
  const input = reached.map((claim) => `${JSON.stringify(claim.example)}\n`).join('');
  const assessed = lines(waymark(['assess', pack, '--lines', '--today', today], input).out);
  assert.equal(assessed.length, reached.length);
  const shown = {
    question: (it, { question }) => ![...it.not_asked, ...it.undecided].includes(question),
    answer: (it, { question, answer, example }) =>
      shown.question(it, { question }) && [example[question]].flat().includes(answer),
    group: (it) => it.topics_offered.length > 0,
    notice: (it, { notice }) => it.notices.includes(notice),
    band: (it, { need, band }) => it.needs.find(({ id }) => id === need).band === band,
    verdict: (it, { programme, verdict }) =>
      it.programmes.find(({ id }) => id === programme).verdict === verdict,
    must: (it, { programme, criterion, truth }) =>
      truths(it.programmes.find(({ id }) => id === programme))[truth].includes(criterion),
    preference: (it, { programme, criterion, truth }) =>
      truths(it.programmes.find(({ id }) => id === programme).preferences)[truth].includes(
        criterion,
      ),
  };
  const truths = ({ met, unmet }) => ({ yes: met, no: unmet });
  const kinds = new Set();
  for (const [index, claim] of reached.entries()) {
    kinds.add(claim.claim);
    assert.ok(shown[claim.claim](JSON.parse(assessed[index]), claim), JSON.stringify(claim));
  }
  assert.deepEqual([...kinds], Object.keys(shown));
});

test('reach: what cannot be reached is told with its place, and the status says so', () => {
  const folder = changed(
    'questions.json',
    `"ask_if": "target == 'new-field'"`,
    `"ask_if": "target == 'new-field' && role == 'student'"`,
  );
  const file = path.join(folder, 'questions.json');
  const { status, out, err } = waymark(['reach', folder]);
  const told = lines(err);
  const at = readFileSync(file, 'utf8').split('\n');
  const line = at.findIndex((each) => each.includes(`role == 'student'`)) + 1;
  const column = at[line - 1].indexOf(`role == 'student'`) + 1;
  assert.equal(
    told[0],
    `${file}:${line}:${column}: error: "target_field" can never be asked: "role == 'student'" is never true ` +
      'together with what stands before it; change the rule, or take the question out [unreachable]',
  );
  assert.equal(told.length, 1);
  assert.match(out, /\n {2}target_field = engineering: cannot be\n/);
  assert.match(out, /\n7 things cannot be reached\n$/);
  assert.equal(status, 1);
  const report = JSON.parse(waymark(['reach', folder, '--json']).out);
  assert.equal(report.unreachable, 7);
  assert.deepEqual(
    report.diagnostics.map(({ code, line }) => ({ code, line })),
    [{ code: 'unreachable', line }],
  );
});

test('reach --examples: the answers that show each claim', () => {
  const { status, out } = waymark(['reach', pack, '--examples']);
  assert.equal(status, 0);
  assert.match(out, /\n {2}target_field: \{"role":"returner","target":"new-field"\}\n/);
  assert.match(
    out,
    /\n {2}code-first-girls = eligible: \{"role":"returner","show_women_only":true\}\n/,
  );
});

test('reach: packs with errors, and arguments that make no sense', () => {
  const faulty = waymark(['reach', changed('questions.json', `'new-field'"`, `'new-feild'"`)]);
  assert.equal(faulty.status, 1);
  assert.equal(faulty.out, '');
  assert.match(faulty.err, /did you mean "new-field"\? \[rule_unknown_option\]\n$/);
  assert.equal(waymark(['reach', 'no/such/folder']).status, 2);
  assert.equal(waymark(['reach']).status, 2);
  assert.equal(waymark(['reach', pack, '--json', '--examples']).status, 2);
  assert.equal(waymark(['reach', pack, '--today', 'soon']).status, 2);
});
