// How long a page takes under the slow profile, and what it keeps.
import { rest, visit } from './visit.mjs';
import { summary } from './measure.mjs';
import { serve } from './serve.mjs';

/** Milliseconds in which a page comes to rest after it works. */
const TO_REST = 1_500;

/** One cold visit. */
async function load(browser, page, address) {
  const { page: tab, session, close } = await visit(browser, page, address, { slow: true });
  await rest(TO_REST);
  const seen = await tab.evaluate(() => ({
    ...window.probe,
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  }));
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name) => metrics.find((each) => each.name === name)?.value;
  await close();
  return {
    painted: seen.painted,
    visible: seen.visible,
    interactive: seen.interactive,
    works: seen.works,
    blocked: seen.blocked,
    script: metric('ScriptDuration') * 1_000,
    heap: (usedSize + backingStorageSize) / 1_024,
    nodes: metric('Nodes'),
  };
}

/** Summaries of so many visits of every page, in turns, so that a busy moment of the machine hits all. */
export async function measureLoading(browser, pages, runs) {
  const servers = await Promise.all(pages.map(({ served }) => serve(served)));
  const loads = pages.map(() => []);
  for (let run = 0; run < runs; run += 1)
    for (const [place, page] of pages.entries())
      loads[place].push(await load(browser, page, servers[place].address));
  for (const server of servers) server.stop();
  return new Map(pages.map(({ name }, place) => [name, summaries(loads[place])]));
}

function summaries(loads) {
  return Object.fromEntries(
    Object.keys(loads[0]).map((key) => {
      const numbers = loads.map((each) => each[key]).filter((number) => Number.isFinite(number));
      return [key, numbers.length === loads.length ? summary(numbers) : undefined];
    }),
  );
}
