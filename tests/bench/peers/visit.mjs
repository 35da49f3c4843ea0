// One visit of a page, by somebody who has never been there.
import { slowDown } from '../slow_profile.mjs';
import { CHECK } from './form.mjs';
import { probe } from './probe.mjs';

const SCREEN = { width: 390, height: 844 };

/** Milliseconds after which what has not come does not come. */
const PATIENCE = 30_000;
const SLOW_PATIENCE = 60_000;

/**
 * Opens a page and uses it until it works.
 * @param {object} options `slow`: under the slow profile; `onlyLook`: choose nothing.
 * @returns the puppeteer page with its `session`, and what the probe has `seen`.
 */
export async function visit(browser, told, address, { slow = false, onlyLook = false } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(SCREEN);
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  if (slow) await slowDown(page);
  await page.evaluateOnNewDocument(probe, {
    begin: told.begin?.source,
    next: told.next?.source,
    choose: CHECK.choose,
    effect: told.effect ?? CHECK.shows,
    onlyLook,
  });
  const until = onlyLook ? 'visible' : 'works';
  await page.goto(address, { waitUntil: 'domcontentloaded', timeout: SLOW_PATIENCE });
  const end = Date.now() + (slow ? SLOW_PATIENCE : PATIENCE);
  let seen = await page.evaluate(() => window.probe);
  while (seen[until] === undefined && Date.now() < end) {
    await rest(100);
    seen = await page.evaluate(() => window.probe);
  }
  return { page, session, seen, close: () => context.close() };
}

export const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
