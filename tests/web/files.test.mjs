/** Files of answers: saved, opened again, opened much later, and such as cannot be opened. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { begun, message } from './support/begun.mjs';
import { restoredAnswers, savedAnswers } from './support/command-line.mjs';
import { catchDownloads, saved } from './support/downloads.mjs';
import { LEEDS, LEEDS_TODAY } from './support/people.mjs';
import { fillIn, goOn, heading, press, toNewScreen } from './support/person.mjs';
import { toRemembered } from './support/remembered.mjs';
import { sectionText } from './support/results.mjs';
import { inEveryEngine, servedSite } from './support/running.mjs';
import { texts, words } from './support/site.mjs';

const { en } = words;
const folder = mkdtempSync(path.join(tmpdir(), 'waymark-files-'));
after(() => rmSync(folder, { recursive: true, force: true }));

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

const site = servedSite();

inEveryEngine((engine) => {
  const visit = () => engine.open(`${site.address}?lang=en`, { today: LEEDS_TODAY });

  test('a file holds what the command line reads, and the page opens it again', async () => {
    const page = await visit();
    await toRemembered(page, LEEDS);
    await toNewScreen(page, () => press(page, en['take.keep']));
    const text = await savedFile(page);
    assert.deepEqual(restoredAnswers(text), LEEDS);
    await engine.close(page);

    const again = await visit();
    await toNewScreen(again, () => press(again, en['start.keep']));
    await toNewScreen(again, () => openFile(again, text));
    assert.equal(await heading(again), en['check.title']);
    assert.match(await again.$eval('.opened', (note) => note.innerText), /24 November 2026/);
    await goOn(again);
    assert.equal(await heading(again), en['results.title']);
    await engine.close(again);
  });

  test('a file from earlier brings back what still counts, and says what has changed since', async () => {
    const text = savedAnswers(LEEDS, '2025-01-10');
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
    await engine.close(page);
  });

  test('a file that cannot be opened says why, and nothing is lost', async () => {
    const page = await begun(visit);
    const good = await savedFile(page);
    const cases = {
      missing: null,
      'not-ours': [
        'not JSON',
        '{"a": 1}',
        '[]',
        '',
        `{"waymark": 1, "x": "${'y'.repeat(300_000)}"}`,
      ],
      'other-pack': [signed(good.replace('stem-return', 'into-teaching'))],
      newer: [
        signed(
          good.replace('"waymark":1', '"waymark":99').replace('"waymark": 1', '"waymark": 99'),
        ),
      ],
      damaged: [good.replace('yorkshire-and-the-humber', 'wales')],
    };
    for (const [key, bodies] of Object.entries(cases)) {
      for (const body of bodies ?? [null]) {
        // The summary of the last one still stands; once the new one is there it takes the focus.
        await page.evaluate(() => document.activeElement.blur());
        if (body === null) await press(page, en['keep.open']);
        else await openFile(page, body);
        await page.waitForFunction(() => document.activeElement.className === 'error-summary');
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
    await engine.close(page);
  });
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
