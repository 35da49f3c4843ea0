/** What is gone from the screen is gone from memory too, and what the person said with it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, open } from './support/browser.mjs';
import { LEEDS, LEEDS_TODAY } from './support/people.mjs';
import { click, toNewScreen, toResults } from './support/person.mjs';
import { servedSite, startedChromium } from './support/running.mjs';

const site = servedSite();
const chromium = startedChromium();

test('after "Clear my answers" the page holds nothing of the screens that showed them', async () => {
  const page = await open(chromium.browser, `${site.address}?lang=en`, { today: LEEDS_TODAY });
  for (let person = 0; person < 3; person += 1) {
    await toResults(page, LEEDS, () => watch(page, '.count'));
    await watch(page, '#mentor-text');
    await toNewScreen(page, async () => {
      await click(page, '#clear');
      await click(page, '.confirm .warn');
    });
  }
  assert.deepEqual(await watched(page), { seen: 6, held: 0 });
  await close(page);
});

/** Remembers an element of the screen, without keeping it. */
function watch(page, selector) {
  return page.evaluate((selector) => {
    window.watched ??= [];
    const element = document.querySelector(selector);
    if (element) window.watched.push(new WeakRef(element));
  }, selector);
}

/** How many of them were seen, and how many are still in memory when all garbage is collected. */
async function watched(page) {
  const session = await page.createCDPSession();
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  return page.evaluate(() => ({
    seen: window.watched.length,
    held: window.watched.filter((each) => each.deref()).length,
  }));
}
