import assert from 'node:assert/strict';
import {
  mkdtempSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
  cpSync,
  existsSync,
  readdirSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { lines, root, waymark } from '../support/command_line.mjs';

const pack = 'questionnaires/stem-return';
const today = ['--today', '2026-11-22'];
const fresh = () => mkdtempSync(path.join(tmpdir(), 'waymark-'));

/** A copy of the shipped pack with one file changed. */
function changed(file, change) {
  const folder = path.join(fresh(), 'pack');
  cpSync(`${root}${pack}`, folder, { recursive: true });
  const target = path.join(folder, file);
  const text = existsSync(target) ? readFileSync(target, 'utf8') : '';
  const result = change(text);
  assert.notEqual(result, text, 'the change changes something');
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, result);
  return folder;
}

test('check: a sound pack is summed up on one line', () => {
  const { status, out, err } = waymark(['check', pack, ...today]);
  assert.equal(err, '');
  assert.match(
    out,
    /^stem-return: \d+ questions, 6 need areas, \d+ topics, \d+ programmes: no errors\n$/,
  );
  assert.equal(status, 0);
});

test('check: a fault names file, line, column, message, suggestion and code', () => {
  const folder = changed('programmes/stem-recharge.json', (text) =>
    text.replace("'yorkshire-and-the-humber'", "'yorkshrie-and-the-humber'"),
  );
  const file = path.join(folder, 'programmes/stem-recharge.json');
  const line =
    readFileSync(file, 'utf8')
      .split('\n')
      .findIndex((each) => each.includes('yorkshrie')) + 1;
  const column = readFileSync(file, 'utf8').split('\n')[line - 1].indexOf("'yorkshrie") + 1;
  const { status, out, err } = waymark(['check', folder]);
  assert.equal(
    err,
    `${file}:${line}:${column}: error: "yorkshrie-and-the-humber" is not one of the options here; ` +
      'did you mean "yorkshire-and-the-humber"? [rule_unknown_option]\n',
  );
  assert.equal(out, '');
  assert.equal(status, 1);
});

test('check: all faults of all packs are told in one go', () => {
  const first = changed('questions.json', (text) =>
    text.replace('"kind": "since"', '"kind": "sinse"'),
  );
  const second = changed('texts/en/programmes.json', (text) => text.replace('"line":', '"lime":'));
  const { status, err } = waymark(['check', first, second, pack]);
  assert.equal(status, 1);
  assert.match(err, /"sinse" is no kind of question; did you mean "since"\? \[id_unknown\]/);
  assert.match(err, /needs the member "line" \[member_missing\]/);
  assert.match(err, /has no member "lime"; did you mean "line"\? \[member_unknown\]/);
});

test('stamp: a translation is as new as the English until that changes', () => {
  const folder = changed('texts/en/questions.json', (text) =>
    text.replace('Where do you live?', 'Where is home?'),
  );
  const outdated = waymark(['check', folder]);
  assert.equal(outdated.status, 0);
  assert.match(
    outdated.err,
    /cy\/questions\.json:\d+:\d+: warning: "region" \(questions\) in "cy" may be older than in "en"/,
  );
  assert.equal(lines(outdated.err).length, 1);
  assert.equal(waymark(['stamp', folder, 'cy']).status, 0);
  assert.equal(waymark(['check', folder]).err, '');
  const bare = path.join(fresh(), 'pack');
  cpSync(folder, bare, { recursive: true, filter: (file) => !file.includes(`${path.sep}texts`) });
  const empty = waymark(['stamp', bare, 'cy']);
  assert.equal(empty.status, 1);
  assert.match(empty.err, /there are no texts in "en" that a translation could be made from/);
  const foreign = waymark(['stamp', folder, 'en']);
  assert.equal(foreign.status, 2);
  assert.match(foreign.err, /"en" is none of the languages that pack.json lists after the first/);
});

test('check: entries that nobody looked at for a year are warned of, at the date given', () => {
  const { status, err } = waymark(['check', pack, '--today', '2027-11-22']);
  assert.equal(status, 0);
  const programmes = readdirSync(`${root}questionnaires/stem-return/programmes`);
  assert.equal(lines(err).filter((line) => line.endsWith('[check_due]')).length, programmes.length);
});

test('check: a pack without texts in any language is warned of', () => {
  const { status, err } = waymark(['check', 'tests/packs/partial']);
  assert.equal(status, 0);
  assert.match(
    err,
    /partial\/texts: warning: there are no texts in any language; .* \[text_missing\]/,
  );
  assert.doesNotMatch(waymark(['check', pack]).err, /text_missing/);
});

test('check: a folder that is no pack, and files that a pack does not have', () => {
  const missing = waymark(['check', 'no/such/folder']);
  assert.equal(missing.status, 1);
  assert.match(
    missing.err,
    /^no\/such\/folder: error: there is no such folder; .*\[file_missing\]\n$/,
  );
  const empty = waymark(['check', fresh()]);
  assert.equal(empty.status, 1);
  assert.match(empty.err, /the pack has no pack\.json \[file_missing\]/);
  const stray = waymark(['check', changed('programs/new.json', () => '{}')]);
  assert.equal(stray.status, 1);
  assert.match(
    stray.err,
    /programs\/new\.json: error: a pack has no such file; .*\[file_unknown\]/,
  );
});

test('assess: answers from a file and from standard input are the same', () => {
  const file = path.join(fresh(), 'answers.json');
  writeFileSync(file, '{"role": "returner"}');
  const fromFile = waymark(['assess', pack, file, ...today]);
  const fromInput = waymark(['assess', pack, '-', ...today], '{"role": "returner"}');
  assert.equal(fromFile.status, 0);
  assert.equal(fromFile.out, fromInput.out);
  assert.equal(JSON.parse(fromFile.out).next_question, 'region');
});

test('assess: what is left out is told on standard error with its place, and the rest stands', () => {
  const { status, out, err } = waymark(
    ['assess', pack, '-', ...today],
    '{"role": "returner",\n "regoin": "london"}',
  );
  assert.equal(status, 0);
  assert.equal(
    err,
    'standard input:2:2: warning: there is no question "regoin"; its answer is left out; ' +
      'did you mean "region"? [answer_unknown_question]\n',
  );
  assert.equal(JSON.parse(out).next_question, 'region');
});

test('assess: answers that are not JSON', () => {
  const { status, out, err } = waymark(['assess', pack, '-', ...today], '{"role": }');
  assert.equal(status, 1);
  assert.equal(out, '');
  assert.match(err, /^standard input:1:10: error: not JSON: .*\[json_syntax\]\n$/);
});

test('assess --lines: one assessment for each line, and a bad line stops nobody', () => {
  const input = '{}\n{"role":"returner"}\nnonsense\n{"role":"student"}\n';
  const { status, out, err } = waymark(['assess', pack, '--lines', ...today], input);
  const results = lines(out).map((line) => JSON.parse(line));
  assert.deepEqual(
    results.map(({ next_question }) => next_question),
    ['role', 'region', undefined, null],
  );
  assert.equal(results[2].diagnostics[0].code, 'json_syntax');
  assert.equal(err, 'waymark: line 3 is not a JSON object of answers\n');
  assert.equal(status, 1);
});

test('assess: a bundle says the same as the pack that it was made from', () => {
  const folder = path.join(fresh(), 'bundle');
  const bundled = waymark(['bundle', pack, '-o', folder]);
  assert.equal(bundled.status, 0, bundled.err);
  const answers = '{"role":"returner","region":"wales","topics":{"bim":{"able":2}}}';
  assert.equal(
    waymark(['assess', folder, '-', ...today], answers).out,
    waymark(['assess', pack, '-', ...today], answers).out,
  );
});

test('bundle: the same pack gives the same bytes, and a faulty one gives nothing', () => {
  const [one, two] = [path.join(fresh(), 'a'), path.join(fresh(), 'b')];
  for (const folder of [one, two]) assert.equal(waymark(['bundle', pack, '-o', folder]).status, 0);
  for (const name of ['bundle.json', 'model.bin', 'texts.en.json'])
    assert.deepEqual(readFileSync(path.join(one, name)), readFileSync(path.join(two, name)));
  const again = path.join(fresh(), 'again');
  assert.equal(waymark(['bundle', one, '-o', again]).status, 0);
  for (const name of ['bundle.json', 'model.bin'])
    assert.deepEqual(readFileSync(path.join(again, name)), readFileSync(path.join(one, name)));
  const none = path.join(fresh(), 'c');
  const refused = waymark(['bundle', changed('needs.json', (text) => `${text}]`), '-o', none]);
  assert.equal(refused.status, 1);
  assert.match(refused.err, /needs\.json:\d+:\d+: error: not JSON/);
  assert.equal(existsSync(none), false);
});

test('bundle: a place that cannot be written to', () => {
  const file = path.join(fresh(), 'file');
  writeFileSync(file, '');
  const { status, err } = waymark(['bundle', pack, '-o', path.join(file, 'folder')]);
  assert.equal(status, 2);
  assert.match(err, /^waymark: cannot make the folder /);
});

test('rule: a value, an unknown with its causes, an error', () => {
  const bindings = path.join(fresh(), 'bindings.json');
  writeFileSync(bindings, '{"age": 41, "tags": ["a", "b"], "share": 0.1}');
  const said = (rule, ...more) => {
    const { status, out, err } = waymark(['rule', rule, '--bindings', bindings, ...more]);
    assert.equal(err, '');
    assert.equal(status, 0);
    return out;
  };
  assert.equal(said('age + 1'), '42\n');
  assert.equal(said("tags.map(t, t + '!')"), '["a!","b!"]\n');
  assert.equal(said('share + 0.2'), '0.30000000000000004\n');
  assert.equal(said('2.0'), '2.0\n');
  assert.equal(said('x || age > 40', '--unknown', 'x'), 'true\n');
  assert.equal(said('x && age > 40 || y', '--unknown', 'x,y'), '{"unknown":["x","y"]}\n');
  assert.equal(said('age / 0'), '{"error":"division by zero"}\n');
  assert.equal(said('name'), '{"error":"at character 1: nothing is called \\"name\\""}\n');
  assert.equal(said('age >'), '{"error":"at character 6: the rule ends too early"}\n');
  assert.equal(
    said('{1: 2}'),
    '{"error":"at character 1: maps are outside the subset of CEL that rules use"}\n',
  );
});

test('rule --lines: one outcome for each line, in order', () => {
  const input = [
    { rule: 'a && b', bindings: { a: true }, unknown: ['b'] },
    { rule: 'a && b', bindings: { a: false }, unknown: ['b'] },
    { rule: 'a && b', bindings: { a: true } },
    { rule: 'a', bindings: { a: null } },
    { id: 'another member', rule: "'x' in xs", bindings: { xs: ['x'] } },
  ];
  const { status, out } = waymark(
    ['rule', '--lines'],
    input.map((line) => `${JSON.stringify(line)}\n`).join(''),
  );
  assert.equal(status, 0);
  assert.deepEqual(lines(out), [
    '{"unknown":["b"]}',
    'false',
    '{"error":"at character 6: nothing is called \\"b\\""}',
    '{"error":"the binding of \\"a\\" is null, outside the subset of CEL that rules use"}',
    'true',
  ]);
});

test('rule --lines: a line of another form is told and skipped', () => {
  const { status, out, err } = waymark(['rule', '--lines'], '[]\n{"rule":"1"}\n');
  assert.equal(status, 1);
  assert.deepEqual(lines(out), ['{"error":"a line is an object with the text \\"rule\\""}', '1']);
  assert.equal(err, 'waymark: line 1: a line is an object with the text "rule"\n');
});

test('arguments that make no sense end with status 2 and say so', () => {
  for (const [args, says] of [
    [[], /subcommand is required/],
    [['asess'], /asess|subcommand/],
    [['assess', pack, '-'], /--today is required/],
    [
      ['assess', pack, '-', '--today', '2026-02-30'],
      /"2026-02-30" is no day; write it as 2026-11-22/,
    ],
    [['assess', pack, '-', '--today', '2026-11-22', '--lines'], /excludes/],
    [
      ['assess', pack, 'no-such.json', '--today', '2026-11-22'],
      /cannot read the answers file no-such\.json/,
    ],
    [['rule'], /EXPRESSION or --lines/],
    [['rule', '1', '--bindings', 'no-such.json'], /cannot read the bindings file no-such\.json/],
    [['bundle', pack], /--output is required/],
  ]) {
    const { status, err } = waymark(args);
    assert.equal(status, 2, `${args.join(' ')}: ${err}`);
    assert.match(err, says);
  }
  assert.equal(waymark(['--help']).status, 0);
});

test('assess --interview: how the next question is picked', () => {
  const answers = JSON.stringify({ role: 'returner' });
  const next = (...how) =>
    JSON.parse(waymark(['assess', pack, '-', ...today, ...how], answers).out).next_question;
  assert.equal(next(), 'region');
  assert.equal(next('--interview', 'full'), 'region');
  assert.notEqual(next('--interview', 'quick'), 'region');
  const { status, err } = waymark(['assess', pack, '-', ...today, '--interview', 'brief'], answers);
  assert.equal(status, 2);
  assert.match(err, /brief/);
});

test('simulate: the same people whoever works on them, and the table of what their interviews come to', () => {
  const simulate = (...how) =>
    waymark(['simulate', pack, '--people', '30', '--seed', '4', ...today, ...how]);
  const alone = simulate('--jobs', '1');
  assert.equal(alone.status, 0, alone.err);
  assert.equal(simulate('--jobs', '2').out, alone.out);
  assert.notEqual(
    waymark(['simulate', pack, '--people', '30', '--seed', '5', ...today]).out,
    alone.out,
  );
  assert.match(alone.out, /^stem-return: 30 made-up people, seed 4, at 2026-11-22\n/);
  const cells = (name) =>
    lines(alone.out)
      .find((line) => line.startsWith(`${name} `))
      .slice(name.length)
      .match(/[\d.]+/g)
      .map(Number);
  const [asked, ...full] = cells('full');
  assert.deepEqual(full, [100, 100, 100]);
  const [askedQuickly, share, first, bands] = cells('quick check');
  assert.ok(askedQuickly < asked && share < 100, 'the quick check asks less');
  const [sameLength, , firstAtRandom, bandsAtRandom] = cells('as many, in random order');
  assert.equal(sameLength, askedQuickly);
  assert.ok(first > firstAtRandom && bands > bandsAtRandom, 'and better than at random');
  assert.deepEqual(cells('no question').slice(0, 2), [0, 0]);
});

test('simulate: without people, or of a pack that is none', () => {
  assert.equal(waymark(['simulate', pack, '--seed', '1']).status, 2);
  assert.equal(waymark(['simulate', pack, '--people', '0', '--seed', '1']).status, 2);
  assert.equal(waymark(['simulate', 'no-such', '--people', '1', '--seed', '1']).status, 2);
  const folder = changed('interview.json', (text) => text.replace('"uniform"', '"a guess"'));
  const { status, err } = waymark(['simulate', folder, '--people', '1', '--seed', '1']);
  assert.equal(status, 1);
  assert.match(err, /interview\.json:\d+:\d+: error: .*\[shares_form\]/);
});
