/** The bar that keeps "Clear my answers" in sight hides nothing that has the focus (WCAG 2.2, 2.4.11). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, open } from './support/browser.mjs';
import { LEEDS, LEEDS_TODAY } from './support/people.mjs';
import { toRemembered } from './support/remembered.mjs';
import { servedSite, startedChromium } from './support/running.mjs';

/** Enough to get far down the results, and back. */
const PRESSES = 60;

const site = servedSite();
const chromium = startedChromium();

test('the bar stays in sight all the way down the results, and covers no focus', async () => {
  const page = await open(chromium.browser, `${site.address}?lang=en`, {
    today: LEEDS_TODAY,
    width: 360,
    height: 740,
  });
  await toRemembered(page, LEEDS);
  const covered = [];
  let furthest = 0;
  for (const keys of [['Tab'], ['Shift', 'Tab']]) {
    for (let press = 0; press < PRESSES; press += 1) {
      if (keys.length === 2) await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      if (keys.length === 2) await page.keyboard.up('Shift');
      const { scrolled, isCovered, isInSight, what } = await page.evaluate(look);
      furthest = Math.max(furthest, scrolled);
      assert.ok(isInSight, `the bar is out of sight at ${scrolled} pixels`);
      if (isCovered) covered.push(what);
    }
  }
  assert.ok(furthest > 3000, `${furthest} pixels`);
  assert.deepEqual(covered, []);
  await close(page);
});

/** Runs in the page. */
function look() {
  const focus = document.activeElement;
  const bar = document.querySelector('.bar');
  const { top, bottom } = focus.getBoundingClientRect();
  const { top: barTop, bottom: barBottom } = bar.getBoundingClientRect();
  return {
    scrolled: window.scrollY,
    isInSight: barTop >= 0 && barBottom <= window.innerHeight,
    isCovered: !bar.contains(focus) && top >= barTop && bottom <= barBottom,
    what: focus.outerHTML.slice(0, 100),
  };
}
