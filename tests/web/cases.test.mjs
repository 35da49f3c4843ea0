/** Shared cases, answered on the page as a person would: what it shows must be what they expect. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { close, open } from './support/browser.mjs';
import { answerAll, goOn, heading, press, toNewScreen } from './support/person.mjs';
import { groupOf } from './support/results.mjs';
import { servedSite, startedChromium } from './support/running.mjs';
import { bundle, PACK, texts, words } from './support/site.mjs';

/** A case takes seconds here; all of them run without the page elsewhere. */
const MOST = 3;

const folder = new URL('../cases/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  .filter(({ page, pack }) => page === true && pack === PACK)
  .slice(0, MOST);

const site = servedSite();
const chromium = startedChromium();

test('there are cases for the page', () => {
  assert.ok(cases.length > 0);
});

for (const { name, today, answers, expect } of cases) {
  test(`${name}, on the page`, async () => {
    assert.ok(today >= bundle.pack.published, 'the page takes no date before publication');
    const page = await open(chromium.browser, `${site.address}?lang=en`, { today });
    await goOn(page);
    const asked = await answerAll(page, inMonths(answers, today));
    assert.deepEqual(asked.sort(), Object.keys(answers).sort(), 'every answer is asked for');
    const notice = (expect.notices ?? []).find((id) => isEnding(id));
    if (notice) {
      assert.equal(await heading(page), texts.notices[notice].title);
    } else {
      await showResults(page);
      assert.deepEqual(await shown(page, expect), expected(expect));
    }
    await close(page);
  });
}

/** The page asks for a month; a case may count months back from its day. */
function inMonths(answers, today) {
  const entries = Object.entries(answers).map(([id, answer]) => {
    const isSince = bundle.questions.some(
      (question) => question.id === id && question.kind === 'since',
    );
    return [id, isSince && typeof answer === 'number' ? monthsBefore(today, answer) : answer];
  });
  return Object.fromEntries(entries);
}

function monthsBefore(today, months) {
  const [year, month] = today.split('-').map(Number);
  const at = year * 12 + month - 1 - months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

function isEnding(id) {
  return bundle.pack.notices.some((notice) => notice.id === id && notice.ends);
}

async function showResults(page) {
  if (await page.$('.answers')) return goOn(page);
  await toNewScreen(page, () => press(page, words.en['question.so-far']));
}

async function shown(page, { programmes = {}, needs = {} }) {
  const groups = {};
  for (const id of Object.keys(programmes)) groups[id] = await groupOf(page, id);
  const bands = {};
  for (const id of Object.keys(withBand(needs))) bands[id] = await bandOf(page, id);
  return { groups, bands };
}

function expected({ programmes = {}, needs = {} }) {
  const groups = Object.entries(programmes).map(([id, { verdict, status }]) => {
    const place = status === 'closed' ? 'closed' : verdict;
    return [id, words.en[`programmes.${place}.title`]];
  });
  const bands = Object.entries(withBand(needs)).map(([id, { band }]) => [
    id,
    band === null ? words.en['needs.open'] : texts.needs[id].bands[band].word,
  ]);
  return { groups: Object.fromEntries(groups), bands: Object.fromEntries(bands) };
}

function withBand(needs) {
  return Object.fromEntries(Object.entries(needs).filter(([, need]) => 'band' in need));
}

function bandOf(page, id) {
  return page.evaluate((title) => {
    const need = [...document.querySelectorAll('.need')].find(
      (each) => each.querySelector('h3').textContent.trim() === title,
    );
    return need?.querySelector('.band-word').textContent.trim();
  }, texts.needs[id].title);
}
