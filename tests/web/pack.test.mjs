/** A questionnaire that is missing, broken or hostile. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { root } from '../support/command_line.mjs';
import { compiled } from '../support/module.mjs';
import { close, open } from './support/browser.mjs';
import { LEEDS, LEEDS_TODAY } from './support/people.mjs';
import { answerAll, goOn, heading, toResults } from './support/person.mjs';
import { servedSite, startedChromium } from './support/running.mjs';
import { readSite, texts, words } from './support/site.mjs';

const { en } = words;
const BUNDLE = '/packs/stem-return/bundle.json';
const MODEL = '/packs/stem-return/model.bin';
const TEXTS = '/packs/stem-return/texts.en.json';
const HOSTILE = '<img src="x" onerror="window.pwned = true"><script>window.pwned = true</script>';

const site = servedSite();
const chromium = startedChromium();

const visit = (intercept, query = '?lang=en') =>
  open(chromium.browser, `${site.address}${query}`, { today: LEEDS_TODAY, intercept });

for (const [what, query] of Object.entries({
  'an unknown questionnaire': '?pack=no-such-pack&lang=en',
  'a questionnaire named like a file elsewhere': '?pack=constructor&lang=en',
})) {
  test(`${what} is refused in plain words`, async () => {
    const page = await visit({}, query);
    assert.equal(await heading(page), en['fault.pack.title']);
    await close(page);
  });
}

test('a name that is no name opens the usual questionnaire, and fetches nothing else', async () => {
  const page = await visit({}, '?pack=../../secret&lang=en');
  assert.equal(await heading(page), texts.pack.title);
  assert.ok(page.requests.slice(1).every((request) => !request.includes('secret')));
  await close(page);
});

const whole = readSite('packs/stem-return/bundle.json');
const model = readSite('packs/stem-return/model.bin', null);
const damaged = Buffer.from(model);
damaged[damaged.length >> 1] ^= 1;
for (const [what, file, body] of [
  ['cut short', BUNDLE, whole.slice(0, whole.length / 2)],
  ['empty', BUNDLE, ''],
  ['of another shape', BUNDLE, '[]'],
  ['whose compiled form is cut short', MODEL, model.subarray(0, model.length / 2)],
  ['whose compiled form was changed', MODEL, damaged],
  ['whose compiled form is of another kind', MODEL, whole],
]) {
  test(`a questionnaire ${what} is refused in plain words`, async () => {
    const page = await visit({ [file]: { body } });
    assert.equal(await heading(page), en['fault.pack.title']);
    await close(page);
  });
}

test('markup in a questionnaire’s words is shown as it was written', async () => {
  const hostile = structuredClone(texts);
  hostile.pack.title += HOSTILE;
  hostile.pack.intro = HOSTILE;
  Object.assign(hostile.questions.role, { why: HOSTILE, hint: HOSTILE });
  hostile.questions.role.options.returner = HOSTILE;
  hostile.programmes['stem-returners-placement'].line = HOSTILE;
  hostile.notices['about-your-results'].body = [HOSTILE];
  const page = await visit({ [TEXTS]: { body: JSON.stringify(hostile) } });
  assert.ok((await heading(page)).endsWith(HOSTILE));
  await toResults(page, LEEDS);
  assert.equal(await heading(page), en['results.title']);
  assert.ok((await page.$eval('main', (main) => main.textContent)).includes(HOSTILE));
  assert.equal(await page.$('main img, main script'), null);
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  await close(page);
});

test('only https addresses become links', async () => {
  const addresses = ['javascript:alert(1)', 'data:text/html,hi', 'http://example.org/', 'nonsense'];
  const hostile = structuredClone(texts);
  hostile.notices['for-students'].links = addresses.map((link) => ({ text: link, link }));
  const page = await visit({ [TEXTS]: { body: JSON.stringify(hostile) } });
  await goOn(page);
  await page.click('input[value=student]');
  await goOn(page);
  const shown = await page.$eval('.notice', (notice) => notice.innerText);
  for (const address of addresses) assert.ok(shown.includes(address), address);
  assert.deepEqual(await page.$$eval('main a', (all) => all.map(({ href }) => href)), []);
  await close(page);
});

test('a question with thousands of options is still answered', async () => {
  const many = JSON.parse(await readFile(`${root}build/bundles/stem-return/bundle.json`, 'utf8'));
  const words = structuredClone(texts);
  const bodies = many.questions.find(({ id }) => id === 'professional_bodies');
  for (let at = 0; at < 3_000; at += 1) {
    bodies.options.push(`body-${at}`);
    words.questions.professional_bodies.options[`body-${at}`] = `Body ${at}`;
  }
  many.interview.shares = many.interview.shares.map((shares) =>
    shares.question === bodies.id ? { question: bodies.id, source: 'uniform' } : shares,
  );
  const page = await visit({
    [BUNDLE]: { body: JSON.stringify(many) },
    [MODEL]: { body: await compiled(JSON.stringify(many)) },
    [TEXTS]: { body: JSON.stringify(words) },
  });
  await goOn(page);
  await answerAll(page, { ...LEEDS, professional_bodies: ['body-7', 'body-2999'] });
  assert.match(await page.$eval('main', (main) => main.innerText), /Body 7\s+Body 2999/);
  await goOn(page);
  assert.equal(await heading(page), en['results.title']);
  await close(page);
});

test('an address of a bundle that is not https makes no link', async () => {
  const hostile = whole.replaceAll('https://stemreturners.com/', 'javascript:alert(1)');
  assert.notEqual(hostile, whole);
  const page = await visit({ [BUNDLE]: { body: hostile } });
  await toResults(page, LEEDS);
  assert.equal(await heading(page), en['results.title']);
  const links = await page.$$eval('main a', (all) => all.map(({ protocol }) => protocol));
  assert.ok(links.length > 0);
  assert.ok(links.every((protocol) => protocol !== 'javascript:'));
  await close(page);
});
