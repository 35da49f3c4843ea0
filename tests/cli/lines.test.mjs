// Bulk assessment: `waymark assess --lines`.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { lines, program, root, waymark } from '../support/command_line.mjs';

const pack = 'questionnaires/stem-return';
const bulk = ['assess', pack, '--lines', '--today', '2026-11-22'];
const jobs = (count) => ['--jobs', String(count)];

/** Many short lines of answers, each told apart by what is said of it: the months since a person last worked. */
function people(count) {
  return Array.from(
    { length: count },
    (_, i) => `{"role":"returner","region":"wales","away_since":${i % 720}}\n`,
  ).join('');
}

test('several at once say the same in the same order as one after the other', () => {
  const input = people(1500) + 'nonsense\n' + people(300);
  const alone = waymark(bulk, input);
  assert.equal(lines(alone.out).length, 1801);
  assert.equal(alone.err, 'waymark: line 1501 is not a JSON object of answers\n');
  assert.equal(alone.status, 1);
  for (const count of [2, 5, 0]) assert.deepEqual(waymark([...bulk, ...jobs(count)], input), alone);
});

test('how a line ends does not matter, and every line gets its own', () => {
  const [first, second] = ['{"role":"student"}', '{"role":"returner"}'];
  const plain = waymark(bulk, `${first}\n${second}\n`);
  assert.equal(plain.status, 0);
  assert.equal(lines(plain.out).length, 2);
  assert.deepEqual(waymark(bulk, `${first}\r\n${second}\r\n`), plain);
  assert.deepEqual(waymark(bulk, `${first}\n${second}`), plain);
  assert.deepEqual(waymark(bulk, ''), { status: 0, out: '', err: '' });

  const empty = waymark(bulk, `${first}\n\n${second}\n`);
  assert.equal(empty.status, 1);
  assert.equal(JSON.parse(lines(empty.out)[1]).diagnostics[0].code, 'json_syntax');
  assert.deepEqual([lines(empty.out)[0], lines(empty.out)[2]], lines(plain.out));
});

test('a line longer than the limit is refused, held in part only, and stops nobody', () => {
  const most = 1 << 20;
  const longest = `{"role":"student"}${' '.repeat(most - 18)}`;
  for (const end of ['\n{}\n', '\r\n{}\n']) {
    const { status, out } = waymark(bulk, longest + end);
    assert.equal(status, 0);
    assert.equal(lines(out).length, 2);
  }
  const { status, out, err } = waymark(bulk, `{}\n${longest} \n${'x'.repeat(5 * most)}\n{}\n`);
  assert.equal(status, 1);
  const said = lines(out).map((line) => JSON.parse(line));
  assert.deepEqual(
    said.map(({ diagnostics }) => diagnostics.map(({ code }) => code)),
    [[], ['too_large'], ['too_large'], []],
  );
  assert.match(err, /^waymark: line 2 .*\nwaymark: line 3 .*\n$/);
});

/** The most memory that a run held, in KiB, with this input. */
function memoryOf(input, count) {
  const folder = mkdtempSync(path.join(tmpdir(), 'waymark-'));
  const file = path.join(folder, 'people.jsonl');
  writeFileSync(file, input);
  const stdin = openSync(file, 'r');
  // What a process held at most is known of it only while it lives, so its input stays open a little longer.
  const script = `{ cat; sleep 0.5; } | "$@" > "$OUT" & child=$!
    most=0
    while now=$(awk '/^VmHWM/ { print $2 }' /proc/$child/status 2>/dev/null) && [ -n "$now" ]; do
      most=$now; sleep 0.02
    done
    wait $child && echo $most`;
  const { stdout, status, stderr } = spawnSync(
    'sh',
    ['-c', script, 'sh', program, ...bulk, ...jobs(count)],
    { stdio: [stdin, 'pipe', 'pipe'], cwd: root, env: { ...process.env, OUT: '/dev/null' } },
  );
  closeSync(stdin);
  assert.equal(status, 0, String(stderr));
  return Number(String(stdout).trim());
}

test(
  'memory does not grow with the input',
  { skip: process.platform !== 'linux' && 'read from /proc' },
  () => {
    // Long enough that a copy of the input would show.
    const student = `{"role":"student"}${' '.repeat(400)}\n`;
    for (const count of [1, 2]) {
      const few = memoryOf(student.repeat(4_000), count);
      const many = memoryOf(student.repeat(100_000), count);
      assert.ok(few > 1000, `${few} KiB`);
      assert.ok(many < few + 4096, `from ${few} to ${many} KiB with ${count} at once`);
    }
  },
);

/** Starts a run that is given lines without end. */
function endless(count) {
  const child = spawn(program, [...bulk, ...jobs(count)], { cwd: root });
  child.stdin.on('error', () => {}); // it may leave before it has read all
  const feed = () => {
    while (child.stdin.writable && child.stdin.write(people(100)));
  };
  child.stdin.on('drain', feed);
  feed();
  child.errors = '';
  child.stderr.on('data', (text) => (child.errors += text));
  return child;
}

for (const count of [1, 3]) {
  test(`interrupted, it leaves whole lines and ends with status 130 (${count} at once)`, async () => {
    const child = endless(count);
    let out = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text) => {
      if (out === '') child.kill('SIGINT');
      out += text;
    });
    const [status] = await once(child, 'close');
    assert.equal(status, 130);
    assert.equal(child.errors, '');
    assert.ok(out.endsWith('}\n'));
    for (const line of lines(out)) assert.equal(JSON.parse(line).today, '2026-11-22');
  });

  test(`interrupted while it waits for more, it ends at once (${count} at once)`, async () => {
    const child = spawn(program, [...bulk, ...jobs(count)], { cwd: root });
    child.stdin.write('{}\n');
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    const [status] = await once(child, 'exit');
    assert.equal(status, 130);
  });

  test(`it ends quietly when nobody reads on (${count} at once)`, async () => {
    const child = endless(count);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [status, signal] = await once(child, 'exit');
    assert.ok(signal === 'SIGPIPE' || status === 141, `status ${status}, signal ${signal}`);
    assert.equal(child.errors, '');
  });
}

test('what is said of a line comes before the next is given', async () => {
  const child = spawn(program, [...bulk, ...jobs(2)], { cwd: root });
  for (const role of ['student', 'returner']) {
    child.stdin.write(`{"role":"${role}"}\n`);
    let said = '';
    while (!said.endsWith('\n')) said += (await once(child.stdout, 'data'))[0];
    assert.equal(JSON.parse(said).next_question, role === 'student' ? null : 'region');
  }
  child.stdin.end();
  const [status] = await once(child, 'exit');
  assert.equal(status, 0);
});

test(
  'on a terminal it shows how far it is, and elsewhere it does not',
  { skip: spawnSync('script', ['--version']).status !== 0 && 'there is no script(1)' },
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'waymark-'));
    writeFileSync(path.join(folder, 'in'), people(20));
    const command = `'${program}' ${bulk.join(' ')} < '${folder}/in' > '${folder}/out'`;
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { cwd: root });
    assert.match(String(stdout), /20 lines, \d+ a second/);
    assert.equal(lines(readFileSync(`${folder}/out`, 'utf8')).length, 20);
    assert.equal(waymark(bulk, people(20)).err, '');
  },
);

test('--detail chooses which programmes are explained, and changes nothing else', () => {
  const said = (...detail) => {
    const { status, out, err } = waymark(
      ['assess', pack, '-', '--today', '2026-11-22', ...detail],
      '{"role":"returner"}',
    );
    assert.equal(status, 0, err);
    return JSON.parse(out).programmes;
  };
  const all = said();
  assert.deepEqual(said('--detail', 'all'), all);
  const outline = ({ id, verdict, status, fit: { low, high, likely, may_be_null } }) => ({
    id,
    verdict,
    status,
    fit: { low, high, likely, may_be_null },
  });
  assert.deepEqual(said('--detail', '0'), all.map(outline));
  assert.deepEqual(
    said('--detail', '3'),
    all.map((each, i) => (i < 3 ? each : outline(each))),
  );
  assert.deepEqual(
    said('--detail', 'stem-recharge,stem-exchange'),
    all.map((each) =>
      ['stem-recharge', 'stem-exchange'].includes(each.id) ? each : outline(each),
    ),
  );
  const wrong = waymark(
    ['assess', pack, '-', '--today', '2026-11-22', '--detail', 'stem-rechrage'],
    '{}',
  );
  assert.equal(wrong.status, 2);
  assert.equal(
    wrong.err,
    'waymark: --detail stem-rechrage: there is no programme "stem-rechrage" to explain; did you mean "stem-recharge"?\n',
  );
});
