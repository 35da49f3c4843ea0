/** The element that a partner embeds, on its own origin and on another. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { close, launch, open } from './support/browser.mjs';
import { LEEDS, LEEDS_TODAY } from './support/people.mjs';
import { click, goOn, heading, toResults, travel } from './support/person.mjs';
import { serve, serveHost, texts, words } from './support/site.mjs';

const ELEMENT = JSON.parse(
  readFileSync(new URL('../../web/texts/element.json', import.meta.url), 'utf8'),
);

/** A partner's page with the element in it, which notes every event and message that reaches it. */
function hostPage(
  script,
  body = '<waymark-assessment pack="stem-return" lang="en"></waymark-assessment>',
) {
  return `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
    <title>A charity</title><link rel="icon" href="data:,"><style>body { margin: 0 }</style><h1>Our page</h1>
    <script>
      window.told = []; window.messages = [];
      for (const type of ['waymark-start', 'waymark-complete'])
        addEventListener(type, ({ type, detail, target }) => told.push([type, detail, target.localName]));
      addEventListener('message', ({ data }) => messages.push(data));
    </script>
    <script type="module" src="${script}"></script>${body}<p>More of our page</p></html>`;
}

let site;
let host;
let chromium;
before(async () => {
  [site, chromium] = await Promise.all([serve(), launch()]);
  host = await serveHost(hostPage(`${site.address}waymark.js`));
});
after(async () => {
  await chromium?.stop();
  site?.stop();
  host?.stop();
});

const openSame = (body) =>
  open(chromium.browser, `${site.address}host.html`, {
    today: LEEDS_TODAY,
    wait: 'waymark-assessment',
    intercept: { '/host.html': { contentType: 'text/html', body: hostPage('waymark.js', body) } },
  });
const openOther = () =>
  open(chromium.browser, host.address, { today: LEEDS_TODAY, wait: 'waymark-assessment' });

/** The frame's handle and, once its first screen is there, its inside. */
async function frameOf(page) {
  const handle = await page.waitForSelector('waymark-assessment >>> iframe');
  const inside = await handle.contentFrame();
  await inside.waitForSelector('h1');
  return { handle, inside };
}

/** Waits until the frame is as high as what is in it. */
async function untilSized(page, { handle, inside }) {
  const height = await inside.evaluate(() =>
    Math.ceil(document.getElementById('waymark').getBoundingClientRect().height),
  );
  await page.waitForFunction(
    (frame, height) => Math.abs(frame.getBoundingClientRect().height - height) <= 1,
    {},
    handle,
    height,
  );
}

for (const [where, openHost] of Object.entries({ 'its own': openSame, another: openOther })) {
  test(`on ${where} origin: unreadable, as high as its content, and it tells no answers`, async () => {
    const page = await openHost();
    const frame = await frameOf(page);
    const { handle, inside } = frame;
    assert.equal(await handle.evaluate(({ contentDocument }) => contentDocument), null);
    const sandbox = await handle.evaluate((element) => element.getAttribute('sandbox'));
    if (openHost === openSame) {
      assert.match(sandbox, /allow-scripts/);
      assert.doesNotMatch(sandbox, /allow-same-origin|allow-forms|allow-top-navigation/);
      assert.equal(await inside.evaluate(() => window.origin), 'null');
    } else {
      assert.equal(sandbox, null);
    }
    assert.equal(await handle.evaluate(({ title }) => title), ELEMENT.en.title);

    await untilSized(page, frame);
    await goOn(inside);
    await page.waitForFunction(() => window.told.length > 0);
    assert.deepEqual(await page.evaluate(() => window.told), [
      ['waymark-start', null, 'waymark-assessment'],
    ]);
    await travel(inside, -1);
    await toResults(inside, LEEDS, async (id) => {
      if (id !== 'role' && id !== 'region') return;
      await untilSized(page, frame);
    });
    assert.equal(await heading(inside), words.en['results.title']);
    await untilSized(page, frame);
    const overflow = await inside.evaluate(
      () => document.documentElement.scrollHeight - window.innerHeight,
    );
    assert.ok(overflow <= 0, `an inner scrollbar for ${overflow} pixels`);

    await page.waitForFunction(() => window.told.some(([type]) => type === 'waymark-complete'));
    const told = await page.evaluate(() => window.told);
    assert.equal(told.filter(([type]) => type === 'waymark-complete').length, 1);
    assert.ok(told.every(([, detail]) => detail === null));
    const messages = await page.evaluate(() => window.messages);
    for (const message of messages) {
      const isSize = message.type === 'size';
      const shape = isSize ? ['height', 'type', 'waymark'] : ['type', 'waymark'];
      assert.deepEqual(Object.keys(message).sort(), shape);
      if (isSize) assert.equal(typeof message.height, 'number');
    }
    assert.deepEqual(page.log, []);
    await close(page);
  });
}

test('messages that do not come from the frame are ignored', async () => {
  const page = await openSame();
  const frame = await frameOf(page);
  await untilSized(page, frame);
  const height = await frame.handle.evaluate(({ style }) => style.height);
  await page.evaluate(async () => {
    const other = document.createElement('iframe');
    const forged = JSON.stringify([
      { waymark: 1, type: 'size', height: 9 },
      { waymark: 1, type: 'complete' },
      { waymark: 1, type: 'start' },
    ]);
    other.srcdoc = `<script>for (const each of ${forged}) parent.postMessage(each, '*')<\/script>`;
    const fromOther = new Promise((arrived) => {
      let count = 0;
      addEventListener('message', ({ source }) => {
        count += source === other.contentWindow;
        if (count === 3) arrived();
      });
    });
    document.body.append(other);
    for (const each of JSON.parse(forged)) postMessage(each, '*');
    await fromOther;
  });
  assert.deepEqual(await page.evaluate(() => window.told), []);
  assert.equal(await frame.handle.evaluate(({ style }) => style.height), height);
  await close(page);
});

test('the frame obeys no message, and the element believes only what has the right shape', async () => {
  const page = await openSame();
  const frame = await frameOf(page);
  await untilSized(page, frame);
  await frame.handle.evaluate(({ contentWindow }) => {
    for (const type of ['start', 'complete', 'size', 'clear', 'answers', 'language'])
      contentWindow.postMessage({ waymark: 1, type, height: 5, lang: 'cy' }, '*');
  });
  const before = await frame.handle.evaluate(({ style }) => style.height);
  await frame.inside.evaluate(() => {
    const wrong = [
      { waymark: 2, type: 'complete' },
      { waymark: 1, type: 'waymark-complete' },
      { waymark: 1, type: 'size', height: -1 },
      { waymark: 1, type: 'size', height: 1e9 },
      { waymark: 1, type: 'size', height: '1px;position:fixed' },
      'complete',
      null,
    ];
    for (const each of wrong) parent.postMessage(each, '*');
    parent.postMessage('the last', '*');
  });
  await page.waitForFunction(() => window.messages.includes('the last'));
  assert.equal(await heading(frame.inside), texts.pack.title);
  assert.deepEqual(await page.evaluate(() => window.told), []);
  assert.equal(await frame.handle.evaluate(({ style }) => style.height), before);
  await close(page);
});

for (const [what, attributes, lang, line] of [
  [
    'an unknown questionnaire',
    'pack="stem-retrun" lang="en"',
    'en',
    /pack="stem-retrun".*stem-return/,
  ],
  ['an unknown questionnaire in Welsh', 'pack="nope" lang="cy"', 'cy', /pack="nope"/],
  ['an unknown language', 'pack="stem-return" lang="fr"', 'en', /lang="fr".*en, cy/],
]) {
  test(`${what} gives a plain message, and one line for the editor`, async () => {
    const page = await openSame(`<waymark-assessment ${attributes}></waymark-assessment>`);
    const told = await page.waitForSelector('waymark-assessment >>> p');
    assert.equal(await told.evaluate(({ textContent }) => textContent), ELEMENT[lang].unavailable);
    assert.equal(await page.$('waymark-assessment >>> iframe'), null);
    assert.equal(page.log.length, 1);
    assert.match(page.log[0], line);
    await close(page);
  });
}

test('two on one page keep apart', async () => {
  const one = '<waymark-assessment lang="en"></waymark-assessment>';
  const page = await openSame(one + one);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('waymark-assessment')].every(
      ({ shadowRoot }) => shadowRoot?.firstChild,
    ),
  );
  const frames = await page.$$('waymark-assessment >>> iframe');
  assert.equal(frames.length, 2);
  const [first, second] = await Promise.all(frames.map((frame) => frame.contentFrame()));
  await Promise.all([first, second].map((inside) => inside.waitForSelector('h1')));
  await click(first, '.button.go');
  await page.waitForFunction(() => window.told.length === 1);
  assert.equal(await heading(second), texts.pack.title);
  assert.equal(await heading(first), texts.questions.role.title);
  await close(page);
});
