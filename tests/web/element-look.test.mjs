/** The element follows the look that its page asks for, wherever it stands and whenever it is asked. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, launch } from './support/browser.mjs';
import { framed, inlined, servePartners } from './support/partner.mjs';
import { serve } from './support/site.mjs';

const CREAM = 'rgb(255, 247, 224)';

let site;
let partners;
let chromium;
before(async () => {
  [site, chromium] = await Promise.all([serve(), launch()]);
  partners = await servePartners(chromium.browser);
});
after(async () => {
  await chromium?.stop();
  site?.stop();
  partners?.stop();
});

const openPartner = (body, options) =>
  partners.open(`<script type="module" src="${site.address}waymark.js"></script>${body}`, options);

const ground = (frame) => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);

function untilGround(frame, colour) {
  return frame.waitForFunction(
    (colour) => getComputedStyle(document.body).backgroundColor === colour,
    {},
    colour,
  );
}

test('a frame out of sight gets its height too, and is not taken for one that did not open', async () => {
  const far = '<div style="height: 5000px"></div>';
  const page = await openPartner(`${far}<waymark-assessment lang="en"></waymark-assessment>`);
  const inside = await framed(page);
  const height = await inside.$eval('#waymark', (root) =>
    Math.ceil(root.getBoundingClientRect().height),
  );
  await page.waitForFunction(
    (height) =>
      document.querySelector('waymark-assessment').shadowRoot.querySelector('iframe').style
        .height === `${height}px`,
    {},
    height,
  );
  await close(page);
});

test('a look that is asked for while the tool is on its way arrives', async () => {
  const early = `<waymark-assessment lang="en"></waymark-assessment><script type="module">
    const element = document.querySelector('waymark-assessment');
    await customElements.whenDefined(element.localName);
    element.style.setProperty('--waymark-paper', '#fff7e0');
  </script>`;
  const inFrame = await openPartner(early);
  await untilGround(await framed(inFrame), CREAM);
  assert.deepEqual(inFrame.log, []);
  await close(inFrame);

  const inline = await openPartner(early.replace('lang="en"', 'lang="en" inline'));
  const start = await inlined(inline);
  await inline.waitForFunction(
    (start, colour) => getComputedStyle(start.closest('.waymark')).backgroundColor === colour,
    {},
    start,
    CREAM,
  );
  await close(inline);
});

test('changes in the element’s own style are followed, and begin nothing anew', async () => {
  const page = await openPartner('<waymark-assessment lang="en"></waymark-assessment>');
  const inside = await framed(page);
  const usual = await ground(inside);
  const setPaper = (colour) =>
    page.$eval(
      'waymark-assessment',
      ({ style }, colour) => style.setProperty('--waymark-paper', colour),
      colour,
    );
  await setPaper('#fff7e0');
  await untilGround(inside, CREAM);
  await setPaper('');
  await untilGround(inside, usual);
  await close(page);
});

test('a plain frame judges its colours anew when the device turns dark', async () => {
  const page = await partners.open(
    `<iframe src="${site.address}frame.html?lang=en&amp;paper=%23fff7e0"></iframe>`,
  );
  const inside = await framed(page, 'iframe');
  assert.equal(await ground(inside), CREAM);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await untilGround(inside, 'rgb(19, 32, 31)');
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await untilGround(inside, CREAM);
  await close(page);
});

test('inline, lengths follow the text size that the visitor chose, not the page’s', async () => {
  const page = await openPartner('<waymark-assessment lang="en" inline></waymark-assessment>', {
    head: '<style>html { font-size: 62.5% }</style>',
  });
  const start = await inlined(page);
  const { text, space } = await start.evaluate((start) => {
    const root = start.closest('.waymark');
    const tool = root.querySelector('.tool');
    return {
      text: getComputedStyle(root).fontSize,
      space: getComputedStyle(tool).paddingBottom,
    };
  });
  assert.equal(text, '18px');
  assert.equal(space, '56px');
  await close(page);
});

test('a colour that leaves other colours unreadable is the one that the editor is told of', async () => {
  for (const [look, name] of [
    [{ paper: '#777777' }, 'paper'],
    [{ ink: '#dddddd' }, 'ink'],
    [{ acting: 'var(--ink)' }, 'acting'],
    [{ radius: 'var(--space-4)' }, 'radius'],
  ]) {
    const query = new URLSearchParams({ lang: 'en', ...look });
    const page = await partners.open(
      `<iframe src="${site.address}frame.html?${query.toString().replaceAll('&', '&amp;')}"></iframe>`,
    );
    await framed(page, 'iframe');
    assert.match(page.log.join('\n'), new RegExp(`^Waymark: ${name} `), JSON.stringify(look));
    await close(page);
  }
});
