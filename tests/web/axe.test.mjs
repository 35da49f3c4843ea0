import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe, axeOnColours } from './support/axe.mjs';
import { servedSite, startedChromium } from './support/running.mjs';
import { everyScreen, STATES } from './support/screens.mjs';

const site = servedSite();
const chromium = startedChromium();

for (const lang of ['en', 'cy']) {
  test(`axe finds nothing on any screen (${lang})`, async () => {
    const faults = [];
    const seen = await everyScreen(
      chromium.browser,
      site.address,
      lang,
      {},
      async (page, state) => {
        faults.push(...(await axe(page)).map((fault) => `${state}: ${fault}`));
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
        faults.push(...(await axeOnColours(page)).map((fault) => `${state}, dark: ${fault}`));
        await page.emulateMediaFeatures([]);
      },
    );
    assert.deepEqual(faults, []);
    assert.deepEqual([...seen].sort(), [...STATES].sort());
  });
}
