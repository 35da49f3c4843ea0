/** What there is to read about the tool is as accessible as the tool. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axe } from './support/axe.mjs';
import { close, open } from './support/browser.mjs';
import { servedSite, startedChromium } from './support/running.mjs';
import { words } from './support/site.mjs';

const site = servedSite();
const chromium = startedChromium();

for (const [name, file, key] of [
  ['the accessibility statement', 'accessibility.html', 'site.accessibility'],
  ['the privacy page', 'privacy.html', 'site.privacy'],
])
  for (const lang of ['en', 'cy'])
    test(`${name} is a link away, and accessible itself (${lang})`, async () => {
      const tool = await open(chromium.browser, `${site.address}?lang=${lang}`);
      const link = await tool.$eval(
        `footer a[href*="${file}"]`,
        ({ href, textContent, target }) => ({
          href,
          target,
          text: textContent.trim(),
        }),
      );
      assert.equal(link.text, words[lang][key]);
      assert.equal(link.target, '_blank', 'answers are not lost by reading it');
      await close(tool);
      const page = await open(chromium.browser, link.href, { width: 320 });
      assert.deepEqual(await axe(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      assert.deepEqual(await page.evaluate(() => window.violations), []);
      assert.deepEqual(page.log, []);
      await close(page);
    });
