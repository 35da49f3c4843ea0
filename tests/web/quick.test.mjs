/** The quick check, and going over from it to every question and back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, open } from './support/browser.mjs';
import { LEEDS, LEEDS_TODAY } from './support/people.mjs';
import { answerAll, heading, press, toNewScreen } from './support/person.mjs';
import { assessed } from './support/command-line.mjs';
import { servedSite, startedChromium } from './support/running.mjs';
import { words } from './support/site.mjs';

const { en } = words;

const site = servedSite();
const chromium = startedChromium();

const visit = () => open(chromium.browser, `${site.address}?lang=en`, { today: LEEDS_TODAY });

const message = (page) => page.$eval('.message', (told) => told.textContent.trim());

test('the quick check asks what the core asks, says what it left out, and asks that too', async () => {
  const page = await visit();
  await toNewScreen(page, () => press(page, en['quick.start']));
  const asked = await answerAll(page, LEEDS);
  assert.deepEqual(asked, askedByTheCore());
  assert.ok(asked.length < Object.keys(LEEDS).length);
  assert.equal(await heading(page), en['check.title']);

  const { progress } = assessed(pick(asked));
  assert.match(
    await page.$eval('.rest', (rest) => rest.innerText),
    new RegExp(` ${progress.open} `),
  );
  await toNewScreen(page, () => press(page, en['quick.ask-rest']));
  const rest = await answerAll(page, LEEDS);
  assert.deepEqual([...asked, ...rest].sort(), Object.keys(LEEDS).sort());
  assert.equal(await page.$('.rest'), null);
  await close(page);
});

test('one may go over to the other at any question, and no answer is lost', async () => {
  const page = await visit();
  await toNewScreen(page, () => press(page, en['quick.start']));
  const [first, second] = askedByTheCore();
  await answerAll(page, { [first]: LEEDS[first], [second]: LEEDS[second] });
  const here = await heading(page);
  await press(page, en['quick.to-full']);
  assert.equal(await message(page), en['quick.now-full']);
  assert.equal(await heading(page), here, 'the question on screen stays');
  await press(page, en['quick.to-quick']);
  assert.equal(await message(page), en['quick.now-quick']);
  await press(page, en['quick.to-full']);
  const rest = await answerAll(page, LEEDS);
  assert.deepEqual([first, second, ...rest].sort(), Object.keys(LEEDS).sort());
  await close(page);
});

function askedByTheCore() {
  const answers = {};
  for (;;) {
    const { next_question: next } = assessed(answers, LEEDS_TODAY, 'quick');
    if (next === null) return Object.keys(answers);
    answers[next] = LEEDS[next];
  }
}

function pick(ids) {
  return Object.fromEntries(ids.map((id) => [id, LEEDS[id]]));
}
