// Opens a site's page as a first visit, and measures in it.
import { setTimeout } from 'node:timers/promises';
import { setToday } from '../../web/support/before-page.mjs';
import { slowDown } from '../slow_profile.mjs';
import { install } from './in_page.mjs';

const TODAY = '2026-11-24';

/** Longer than anything takes, in milliseconds. */
const PATIENCE = 900_000;

/** How long results are waited for, in milliseconds. */
export const LONGEST_RESULTS = 60_000;

/**
 * @param {boolean} isSlow whether under the slow profile; otherwise as fast as the machine is.
 * @param visit what to do with the page, whose CDP session it gets too.
 */
export async function visitOf(browser, address, isSlow, visit) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.setViewport({ width: 390, height: 844 });
    await page.evaluateOnNewDocument(setToday, TODAY);
    await page.evaluateOnNewDocument(install);
    const session = await page.createCDPSession();
    if (isSlow) await slowDown(page);
    await page.goto(`${address}?lang=en`, { waitUntil: 'domcontentloaded' });
    return await visit(page, session);
  } finally {
    await context.close();
  }
}

/**
 * A first visit: milliseconds until the first screens were painted and until the tool had taken over, and bytes that
 * came over the line by then.
 */
export function measureLoad(browser, address) {
  return visitOf(browser, address, true, async (page) => {
    const opened = await page.evaluate(() => window.bench.opened);
    const bytes = await page.evaluate(() =>
      [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .map(({ encodedBodySize }) => encodedBodySize)
        .reduce((sum, each) => sum + each, 0),
    );
    return { ...opened, bytes };
  });
}

/** How many answers are given in one call to the browser, which may not take for ever. */
const AT_ONCE = 10;

/** Milliseconds from each press on an answer to the next question painted; as many people answer as it takes. */
export async function measureAnswers(browser, address, count) {
  const times = [];
  while (times.length < count)
    await visitOf(browser, address, true, async (page) => {
      await page.evaluate(() => window.bench.opened);
      let some;
      do {
        some = await page.evaluate((count) => window.bench.answer(count), AT_ONCE);
        times.push(...some);
      } while (some.length === AT_ONCE && times.length < count);
    });
  return times;
}

/** Milliseconds from the press to the results painted, after a few answers; nothing if that takes too long. */
export function measureResults(browser, address) {
  return visitOf(browser, address, true, async (page) => {
    await page.evaluate(() => window.bench.opened);
    await page.evaluate(() => window.bench.answer(10));
    return Promise.race([
      page.evaluate(() => window.bench.results()).catch(() => undefined),
      setTimeout(LONGEST_RESULTS, undefined, { ref: false }),
    ]);
  });
}

/**
 * What a page holds after so many answers, each of which is one assessment, when all garbage is collected.
 * @param counts of answers at which to look; the last is left out where an answer takes longer than `longest`.
 */
export function measureMemory(browser, address, counts, longest) {
  return visitOf(browser, address, false, async (page, session) => {
    await page.evaluate(() => window.bench.opened);
    const held = [];
    const started = performance.now();
    let done = 0;
    for (const count of counts) {
      if (count === counts.at(-1) && performance.now() - started > longest * done) break;
      for (; done < count; done += AT_ONCE)
        await page.evaluate((count) => window.bench.answerWithoutPause(count), AT_ONCE);
      held.push({ answers: count, ...(await holding(page, session)) });
    }
    return held;
  });
}

async function holding(page, session) {
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  const module = await page.evaluate(() => window.bench.memory?.buffer.byteLength);
  return { module, heap: usedSize, nodes };
}
