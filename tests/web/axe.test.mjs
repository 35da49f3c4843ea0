import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, axeOnColours } from './support/axe.mjs';
import { launch } from './support/browser.mjs';
import { everyScreen, STATES } from './support/screens.mjs';
import { serve } from './support/site.mjs';

let site;
let chromium;
before(async () => {
  [site, chromium] = await Promise.all([serve(), launch()]);
});
after(async () => {
  await chromium?.stop();
  site?.stop();
});

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
