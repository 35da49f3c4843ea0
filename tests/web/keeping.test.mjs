/** Answers that the person has kept in the tab or on the device, and what clearing takes away. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begun, message } from './support/begun.mjs';
import { catchDownloads, saved } from './support/downloads.mjs';
import { openHost } from './support/hosts.mjs';
import { LEEDS_TODAY } from './support/people.mjs';
import { answerAll, click, goOn, heading, press, toNewScreen } from './support/person.mjs';
import { READY } from './support/ready.mjs';
import { inEveryEngine, servedSite } from './support/running.mjs';
import { texts, words } from './support/site.mjs';

const { en } = words;
const KEY = 'waymark:stem-return';

const stored = (page) =>
  page.evaluate(() => ({ tab: { ...sessionStorage }, device: { ...localStorage } }));

async function keepIn(page, place) {
  await click(page, `#keep-${place}`);
  await press(page, en['keep.choose']);
}

async function reload(page) {
  await page.reload();
  await page.waitForSelector(READY);
}

const site = servedSite();

inEveryEngine((engine) => {
  const visit = () => engine.open(`${site.address}?lang=en`, { today: LEEDS_TODAY });

  for (const [place, other] of [
    ['tab', 'device'],
    ['device', 'tab'],
  ]) {
    test(`kept in the ${place}, answers outlive a reload, follow each change, and go when cleared`, async () => {
      const page = await begun(visit);
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
      await engine.close(page);
    });
  }

  test('choosing another place takes the answers out of the first', async () => {
    const page = await begun(visit);
    await keepIn(page, 'device');
    await keepIn(page, 'tab');
    assert.deepEqual(Object.keys((await stored(page)).tab), [KEY]);
    assert.deepEqual((await stored(page)).device, {});
    await keepIn(page, 'memory');
    assert.deepEqual(await stored(page), { tab: {}, device: {} });
    assert.equal(await message(page), en['keep.memory-done']);
    await engine.close(page);
  });

  test('answers that were kept stay when the browser brings the page back from memory', async () => {
    const page = await begun(visit);
    await keepIn(page, 'tab');
    await page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    );
    assert.equal(await heading(page), en['keep.title']);
    assert.deepEqual(Object.keys((await stored(page)).tab), [KEY]);
    await engine.close(page);
  });

  test('a full storage is told, and the answers are still there', async () => {
    const page = await begun(visit);
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
    await engine.close(page);
  });

  for (const [what, text] of Object.entries({
    'no JSON': '{',
    'of another shape': '{"file":7}',
    'with a changed answer': null,
  })) {
    test(`what is kept but ${what} is told, left alone, and can be cleared`, async () => {
      const page = await begun(visit);
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
      await engine.close(page);
    });
  }

  test('clearing in one tab clears every tab', async () => {
    const page = await begun(visit);
    await keepIn(page, 'device');
    const second = await engine.openBeside(page, `${site.address}?lang=en`, { today: LEEDS_TODAY });
    await goOn(second);
    assert.equal(await heading(second), texts.questions.away_since.title);
    await click(page, '#clear');
    await click(page, '.confirm .warn');
    await second.waitForSelector('.start');
    await goOn(second);
    assert.equal(await heading(second), texts.questions.role.title);
    assert.equal(await second.$('input:checked'), null);
    assert.deepEqual(await stored(second), { tab: {}, device: {} });
    await engine.close(page);
  });

  test('where storage is forbidden the page says so, and offers a file and a tab of its own', async () => {
    const sandboxed = ({ site }) => ({
      html: `<!doctype html><title>Host</title><link rel="icon" href="data:,">
        <iframe sandbox="allow-scripts allow-downloads" src="${site}sandboxed.html?lang=en" width="800" height="700"></iframe>`,
    });
    const page = await openHost(engine, site, sandboxed, { today: LEEDS_TODAY });
    const inside = await begun(() => engine.frame(page, 'iframe'));
    assert.equal(await inside.$('#keep-device'), null);
    assert.match(await inside.$eval('main', (main) => main.innerText), new RegExp(en['keep.none']));
    const own = await inside.$eval('main a', ({ href }) => href);
    assert.equal(own, `${page.addresses.site}?pack=stem-return&lang=en`);
    await catchDownloads(inside);
    await press(inside, en['keep.save']);
    assert.equal((await saved(inside)).length, 1);
    assert.deepEqual(page.log, []);
    await engine.close(page);
  });
});
