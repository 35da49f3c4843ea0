/** Other languages: made-up ones that are longer and written from right to left, and switching between real ones. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from './support/axe.mjs';
import { close, open } from './support/browser.mjs';
import { LEEDS, LEEDS_TODAY } from './support/people.mjs';
import { answerAll, click, goOn, heading } from './support/person.mjs';
import { inPseudo, outsideMarks } from './support/pseudo.mjs';
import { servedSite, startedChromium } from './support/running.mjs';
import { everyScreen } from './support/screens.mjs';
import { texts, welshTexts, words } from './support/site.mjs';

const NARROW = 320;

const site = servedSite();
const chromium = startedChromium();

for (const direction of ['ltr', 'rtl']) {
  test(`in a longer language (${direction}) every word comes from the texts, and all fits ${NARROW} pixels`, async () => {
    const faults = [];
    const options = { width: NARROW, height: 640, intercept: inPseudo(direction) };
    await everyScreen(chromium.browser, site.address, 'en', options, async (page, state) => {
      const { lines, width, dir } = await page.evaluate(readPage);
      assert.equal(dir, direction);
      if (width > NARROW) faults.push(`${state} is ${width} pixels wide`);
      for (const line of lines) {
        const outside = outsideMarks(line).replace(/[\d\s.,:;·/()~–-]+/g, '');
        if (outside !== '') faults.push(`${state}: "${outside}" in "${line}"`);
      }
      if (direction === 'rtl')
        faults.push(...(await axe(page)).map((fault) => `${state}: ${fault}`));
    });
    assert.deepEqual([...new Set(faults)], []);
  });
}

/** Runs in the page: all that is read out or shown, but addresses and the names of languages. */
function readPage() {
  const copy = document.body.cloneNode(true);
  for (const skipped of copy.querySelectorAll(
    'script, noscript, template, .language, .truths ~ ul a, .paper',
  ))
    skipped.remove();
  const blocks = copy.querySelectorAll(
    'p, h1, h2, h3, h4, li, dt, dd, th, td, label, legend, summary, button',
  );
  const lines = [...blocks].map(({ textContent }) => textContent.trim().replace(/\s+/g, ' '));
  return {
    lines: lines.filter(Boolean),
    width: document.documentElement.scrollWidth,
    dir: document.documentElement.dir,
  };
}

test('switching the language in the middle of a question loses nothing', async () => {
  const page = await open(chromium.browser, `${site.address}?lang=en`, { today: LEEDS_TODAY });
  await goOn(page);
  await answerAll(page, { role: LEEDS.role });
  await click(page, `input[value=${LEEDS.region}]`);
  await click(page, '.language');
  await page.waitForSelector('html[lang=cy] .language[lang=en]');
  assert.equal(await heading(page), welshTexts.questions.region.title);
  assert.equal(await page.$eval('input:checked', ({ value }) => value), LEEDS.region);
  await click(page, '.language');
  await page.waitForSelector('html[lang=en] .language[lang=cy]');
  assert.equal(await heading(page), texts.questions.region.title);
  await goOn(page);
  assert.equal(await heading(page), texts.questions.work_now.title);
  await close(page);
});

test('a language that does not arrive leaves the person where they are, and can be asked for again', async () => {
  const intercept = {};
  const page = await open(chromium.browser, `${site.address}?lang=en`, {
    today: LEEDS_TODAY,
    intercept,
  });
  await goOn(page);
  await answerAll(page, { role: LEEDS.role });
  intercept['/packs/stem-return/texts.cy.json'] = 'abort';
  await click(page, '.language');
  await page.waitForFunction(
    (text) => document.querySelector('.message').textContent.trim() === text,
    {},
    words.en['language.failed'],
  );
  assert.equal(await heading(page), texts.questions.region.title);
  delete intercept['/packs/stem-return/texts.cy.json'];
  await click(page, '.language');
  await page.waitForSelector('html[lang=cy]');
  assert.equal(await heading(page), welshTexts.questions.region.title);
  await close(page);
});
