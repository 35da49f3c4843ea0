/** The site and the browsers that a file of tests needs, started before its tests and stopped after them. */
import { after, before, describe } from 'node:test';
import { launch } from './browser.mjs';
import { engines } from './engines.mjs';
import { serve } from './site.mjs';

/** The served site; it has its `address` once tests run. */
export function servedSite() {
  return running(serve);
}

/** A Chromium of the file's own, for what only that tells; it has its `browser` once tests run. */
export function startedChromium() {
  return running(launch);
}

/**
 * Describes tests once for each engine.
 * @param body gets the engine, whose `open` opens pages in a browser of its own.
 */
export function inEveryEngine(body) {
  for (const engine of engines) {
    describe(`in ${engine.name}`, () => {
      const started = running(engine.launch);
      const open = (address, options) => engine.open(started.browser, address, options);
      body({ ...engine, open });
    });
  }
}

/** What `start` gives, once tests run. */
function running(start) {
  const started = {};
  before(async () => {
    Object.assign(started, await start());
  });
  after(() => started.stop?.());
  return started;
}
