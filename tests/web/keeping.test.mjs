/** Answers that the person has kept: in the tab, on the device, in a file; and what clearing takes away. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { close, launch, open, openBeside } from './support/browser.mjs';
import { catchDownloads, saved } from './support/downloads.mjs';
import { LEEDS, LEEDS_TODAY } from './support/people.mjs';
import {
  answerAll,
  click,
  fillIn,
  goOn,
  heading,
  press,
  toNewScreen,
  toResults,
} from './support/person.mjs';
import { sectionText } from './support/results.mjs';
import { CLI, serve, texts, words } from './support/site.mjs';

const { en } = words;
const KEY = 'waymark:stem-return';
const FIRST = { role: LEEDS.role, region: LEEDS.region, work_now: LEEDS.work_now };

let site;
let chromium;
let folder;
before(async () => {
  [site, chromium] = await Promise.all([serve(), launch()]);
  folder = mkdtempSync(path.join(tmpdir(), 'waymark-files-'));
});
after(async () => {
  await chromium?.stop();
  site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const visit = (options) =>
  open(chromium.browser, `${site.address}?lang=en`, { today: LEEDS_TODAY, ...options });

const stored = (page) =>
  page.evaluate(() => ({ tab: { ...sessionStorage }, device: { ...localStorage } }));

const message = (page) => page.$eval('.message', (told) => told.textContent.trim());

async function toKeep(page) {
  await toNewScreen(page, () => press(page, en['question.keep']));
}

async function keepIn(page, place) {
  await click(page, `#keep-${place}`);
  await press(page, en['keep.choose']);
}

/** Answers the first questions and goes to where answers are kept. */
async function begun() {
  const page = await visit();
  await goOn(page);
  await answerAll(page, FIRST);
  await toKeep(page);
  return page;
}

async function reload(page) {
  await page.reload();
  await page.waitForSelector('.start');
}

for (const [place, other] of [
  ['tab', 'device'],
  ['device', 'tab'],
]) {
  test(`kept in the ${place}, answers outlive a reload, follow each change, and go when cleared`, async () => {
    const page = await begun();
    assert.deepEqual(await stored(page), { tab: {}, device: {} });
    await keepIn(page, place);
    assert.equal(await message(page), en[`keep.${place}-done`]);
    assert.deepEqual(Object.keys((await stored(page))[place]), [KEY]);
    assert.deepEqual((await stored(page))[other], {});

    await toNewScreen(page, () => press(page, en['check.more']));
    await answerAll(page, { away_since: '2021' });
    await reload(page);
    assert.match(await page.$eval('.opened', (note) => note.innerText), /24 November 2026/);
    await goOn(page);
    assert.equal(await heading(page), texts.questions.out_of_work_since.title);
    await page.evaluate(() => document.querySelector('.results-so-far').click());
    await press(page, en['results.change']);
    // That only the year was said is kept as well.
    assert.match(await page.$eval('main', (main) => main.innerText), /About 2021/);

    await click(page, '#clear');
    await toNewScreen(page, () => click(page, '.confirm .warn'));
    assert.deepEqual(await stored(page), { tab: {}, device: {} });
    await reload(page);
    assert.equal(await page.$('.opened'), null);
    await close(page);
  });
}

test('choosing another place takes the answers out of the first', async () => {
  const page = await begun();
  await keepIn(page, 'device');
  await keepIn(page, 'tab');
  assert.deepEqual(Object.keys((await stored(page)).tab), [KEY]);
  assert.deepEqual((await stored(page)).device, {});
  await keepIn(page, 'memory');
  assert.deepEqual(await stored(page), { tab: {}, device: {} });
  assert.equal(await message(page), en['keep.memory-done']);
  await close(page);
});

test('clearing in one tab clears every tab', async () => {
  const page = await begun();
  await keepIn(page, 'device');
  const second = await openBeside(page, `${site.address}?lang=en`, { today: LEEDS_TODAY });
  await goOn(second);
  assert.equal(await heading(second), texts.questions.away_since.title);
  await click(page, '#clear');
  await click(page, '.confirm .warn');
  await second.waitForSelector('.start');
  await goOn(second);
  assert.equal(await heading(second), texts.questions.role.title);
  assert.equal(await second.$('input:checked'), null);
  assert.deepEqual(await stored(second), { tab: {}, device: {} });
  await close(page);
});

test('answers that were kept stay when the browser brings the page back from memory', async () => {
  const page = await begun();
  await keepIn(page, 'tab');
  await page.evaluate(() =>
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  );
  assert.equal(await heading(page), en['keep.title']);
  assert.deepEqual(Object.keys((await stored(page)).tab), [KEY]);
  await close(page);
});

test('a full storage is told, and the answers are still there', async () => {
  const page = await begun();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await keepIn(page, 'device');
  assert.equal(await message(page), en['keep.full']);
  assert.equal(await page.$eval('#keep-memory', ({ checked }) => checked), true);
  await toNewScreen(page, () => press(page, en['check.more']));
  assert.equal(await heading(page), texts.questions.away_since.title);
  await close(page);
});

test('where storage is forbidden the page says so, and offers a file and a tab of its own', async () => {
  const sandboxed = `<!doctype html><title>Host</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts allow-downloads"
    src="/frame.html?lang=en" width="800" height="700"></iframe><h1>Host</h1>`;
  const page = await open(chromium.browser, `${site.address}host.html`, {
    today: LEEDS_TODAY,
    intercept: { '/host.html': { contentType: 'text/html', body: sandboxed } },
  });
  const inside = await (await page.waitForSelector('iframe')).contentFrame();
  await inside.waitForSelector('.start');
  await goOn(inside);
  await answerAll(inside, FIRST);
  await toKeep(inside);
  assert.equal(await inside.$('#keep-device'), null);
  assert.match(await inside.$eval('main', (main) => main.innerText), new RegExp(en['keep.none']));
  const own = await inside.$eval('main a', ({ href }) => href);
  assert.equal(own, `${site.address}?pack=stem-return&lang=en`);
  await catchDownloads(inside);
  await press(inside, en['keep.save']);
  assert.equal((await saved(inside)).length, 1);
  assert.deepEqual(page.log, []);
  await close(page);
});

for (const [what, text] of Object.entries({
  'no JSON': '{',
  'of another shape': '{"file":7}',
  'with a changed answer': null,
})) {
  test(`what is kept but ${what} is told, left alone, and can be cleared`, async () => {
    const page = await begun();
    await keepIn(page, 'device');
    const damaged =
      text ?? (await stored(page)).device[KEY].replace('yorkshire-and-the-humber', 'wales');
    assert.notEqual(damaged, (await stored(page)).device[KEY]);
    await page.evaluate((key, value) => localStorage.setItem(key, value), KEY, damaged);
    await reload(page);
    assert.equal(await message(page), en['opened.kept-damaged']);
    assert.equal(await page.$('.opened'), null);
    assert.equal((await stored(page)).device[KEY], damaged);
    await click(page, '#clear');
    await click(page, '.confirm .warn');
    assert.deepEqual(await stored(page), { tab: {}, device: {} });
    await close(page);
  });
}

/** Saves by the page, and returns the file's text. */
async function savedFile(page) {
  await catchDownloads(page);
  await press(page, en['keep.save']);
  assert.equal(await message(page), en['keep.saved']);
  const [file] = await saved(page);
  assert.equal(file.name, `waymark-answers-${LEEDS_TODAY}.json`);
  assert.equal(file.type, 'application/json');
  return file.text;
}

async function openFile(page, text, name = 'answers.json') {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  await page.setFiles('#file', file);
  await press(page, en['keep.open']);
}

test('a file holds what the command line reads, and the page opens it again', async () => {
  const page = await visit();
  await toResults(page, LEEDS);
  await toNewScreen(page, () => press(page, en['take.keep']));
  const text = await savedFile(page);
  const file = path.join(folder, 'leeds.json');
  writeFileSync(file, text);
  const restored = execFileSync(
    CLI,
    ['restore', 'questionnaires/stem-return', file, '--today', LEEDS_TODAY],
    { cwd: new URL('../../', import.meta.url), encoding: 'utf8' },
  );
  assert.deepEqual(JSON.parse(restored), LEEDS);
  await close(page);

  const again = await visit();
  await toNewScreen(again, () => press(again, en['start.keep']));
  await toNewScreen(again, () => openFile(again, text));
  assert.equal(await heading(again), en['check.title']);
  assert.match(await again.$eval('.opened', (note) => note.innerText), /24 November 2026/);
  await goOn(again);
  assert.equal(await heading(again), en['results.title']);
  await close(again);
});

test('a file from earlier brings back what still counts, and says what has changed since', async () => {
  const earlier = path.join(folder, 'earlier.json');
  const answers = path.join(folder, 'answers.json');
  const { away_since: _, ...rest } = LEEDS;
  writeFileSync(answers, JSON.stringify({ ...rest, away_since: '2023-11' }));
  const cwd = new URL('../../', import.meta.url);
  const text = execFileSync(
    CLI,
    ['save', 'questionnaires/stem-return', answers, '--today', '2025-01-10'],
    { cwd, encoding: 'utf8' },
  );
  writeFileSync(earlier, text);
  const page = await visit();
  await toNewScreen(page, () => press(page, en['start.keep']));
  await toNewScreen(page, () => openFile(page, text));
  await goOn(page);
  const since = await sectionText(page, en['since-last.title']);
  assert.match(since, /You saved your answers on 10 January 2025/);

  await toNewScreen(page, () => press(page, en['results.change']));
  const change = `${en['check.change']}: ${texts.questions.sure_write_cv.short}`;
  await toNewScreen(page, () => press(page, change));
  await fillIn(page, 'sure_write_cv', 5);
  await goOn(page);
  // Back at the line that was changed.
  assert.equal(await page.evaluate(() => document.activeElement.id), 'change-sure_write_cv');
  await goOn(page);
  assert.match(
    await sectionText(page, en['since-last.title']),
    new RegExp(`You have changed 1 answer: ${texts.questions.sure_write_cv.short}`),
  );
  await close(page);
});

test('a file that cannot be opened says why, and nothing is lost', async () => {
  const page = await begun();
  const good = await savedFile(page);
  const cases = {
    missing: null,
    'not-ours': ['not JSON', '{"a": 1}', '[]', '', `{"waymark": 1, "x": "${'y'.repeat(300_000)}"}`],
    'other-pack': [signed(good.replace('stem-return', 'into-teaching'))],
    newer: [
      signed(good.replace('"waymark":1', '"waymark":99').replace('"waymark": 1', '"waymark": 99')),
    ],
    damaged: [good.replace('yorkshire-and-the-humber', 'wales')],
  };
  for (const [key, bodies] of Object.entries(cases)) {
    for (const body of bodies ?? [null]) {
      if (body === null) await press(page, en['keep.open']);
      else await openFile(page, body);
      const told = await page.waitForSelector('.error-summary');
      assert.match(
        await told.evaluate((summary) => summary.innerText),
        regex(en[`opened.${key}`]),
        key,
      );
      assert.match(
        await page.$eval('#file-problem', (problem) => problem.innerText),
        regex(en[`opened.${key}`]),
      );
    }
  }
  await toNewScreen(page, () => press(page, en['check.more']));
  assert.equal(await heading(page), texts.questions.away_since.title);
  await close(page);
});

function regex(text) {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

/** The text with the checksum that it would have, had the tool written it: CRC-32 without blanks. */
function signed(text) {
  const body = text.slice(0, text.lastIndexOf('"checksum"'));
  return `${body}"checksum":"${crc32(strip(body))}"}`;
}

/** Without blanks between words, as the checksum is taken. */
function strip(json) {
  return json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
}

function crc32(text) {
  let crc = ~0;
  for (const byte of Buffer.from(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return (~crc >>> 0).toString(16).padStart(8, '0');
}
