/** The element that a partner embeds, on its own origin and on another. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openHost } from './support/hosts.mjs';
import { LEEDS, LEEDS_TODAY } from './support/people.mjs';
import { click, goOn, heading, toResults, travel } from './support/person.mjs';
import { inEveryEngine, servedSite } from './support/running.mjs';
import { texts, words } from './support/site.mjs';

const ELEMENT = JSON.parse(
  readFileSync(new URL('../../web/texts/element.json', import.meta.url), 'utf8'),
);

const ELEMENT_EN = '<waymark-assessment pack="stem-return" lang="en"></waymark-assessment>';

/** A partner's page with the element in it, which notes every event and message that reaches it. */
function hostPage(script, body) {
  return `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
    <title>A charity</title><link rel="icon" href="data:,"><style>body { margin: 0 }</style><h1>Our page</h1>
    <script>
      window.told = []; window.messages = [];
      for (const type of ['waymark-start', 'waymark-complete'])
        addEventListener(type, ({ type, detail, target }) => told.push([type, detail, target.localName]));
      addEventListener('message', ({ data }) => messages.push(data));
      const inShadow = () => [...(document.querySelector('waymark-assessment').shadowRoot?.children ?? [])];
    </script>
    <script type="module" src="${script}"></script>${body}<p>More of our page</p></html>`;
}

const site = servedSite();

/** Waits until the frame is as high as what is in it. */
async function untilSized(page, inside) {
  const height = await inside.evaluate(() =>
    Math.ceil(document.getElementById('waymark').getBoundingClientRect().height),
  );
  await page.waitForFunction(
    (frame, height) => Math.abs(frame.getBoundingClientRect().height - height) <= 1,
    {},
    inside.iframe,
    height,
  );
}

const heightOf = ({ iframe }) => iframe.evaluate(({ style }) => style.height);
const told = (page) => page.evaluate(() => window.told);

inEveryEngine((engine) => {
  const visit = (origin, body = ELEMENT_EN) =>
    openHost(engine, site, ({ script }) => ({ html: hostPage(script, body) }), {
      origin,
      today: LEEDS_TODAY,
      wait: 'waymark-assessment',
    });

  for (const [where, origin] of Object.entries({ 'its own': 'own', another: 'another' })) {
    const onOrigin = (name, body) =>
      test(`on ${where} origin: ${name}`, async () => {
        const page = await visit(origin);
        await body(page, await engine.frame(page, 'waymark-assessment'));
        await engine.close(page);
      });

    onOrigin(
      'unreadable, as high as its content, and it tells no answers',
      async (page, inside) => {
        const { iframe } = inside;
        assert.equal(await iframe.evaluate(({ contentDocument }) => contentDocument), null);
        const sandbox = await iframe.evaluate((element) => element.getAttribute('sandbox'));
        if (origin === 'own') {
          assert.match(sandbox, /allow-scripts/);
          assert.doesNotMatch(sandbox, /allow-same-origin|allow-forms|allow-top-navigation/);
          assert.equal(await inside.evaluate(() => window.origin), 'null');
        } else {
          assert.equal(sandbox, null);
        }
        assert.equal(await iframe.evaluate(({ title }) => title), ELEMENT.en.title);

        await untilSized(page, inside);
        await goOn(inside);
        await page.waitForFunction(() => window.told.length > 0);
        assert.deepEqual(await told(page), [['waymark-start', null, 'waymark-assessment']]);
        await travel(inside, -1);
        await toResults(inside, LEEDS, async (id) => {
          if (id !== 'role' && id !== 'region') return;
          await untilSized(page, inside);
        });
        assert.equal(await heading(inside), words.en['results.title']);
        await untilSized(page, inside);
        const overflow = await inside.evaluate(
          () => document.documentElement.scrollHeight - window.innerHeight,
        );
        assert.ok(overflow <= 0, `an inner scrollbar for ${overflow} pixels`);

        await page.waitForFunction(() => window.told.some(([type]) => type === 'waymark-complete'));
        const all = await told(page);
        assert.equal(all.filter(([type]) => type === 'waymark-complete').length, 1);
        assert.ok(all.every(([, detail]) => detail === null));
        const messages = await page.evaluate(() => window.messages);
        for (const message of messages) {
          const isSize = message.type === 'size';
          const shape = isSize ? ['height', 'type', 'waymark'] : ['type', 'waymark'];
          assert.deepEqual(Object.keys(message).sort(), shape);
          if (isSize) assert.equal(typeof message.height, 'number');
        }
        assert.deepEqual(page.log, []);
      },
    );

    onOrigin('messages that do not come from the frame are ignored', async (page, inside) => {
      await untilSized(page, inside);
      const height = await heightOf(inside);
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
      assert.deepEqual(await told(page), []);
      assert.equal(await heightOf(inside), height);
    });

    onOrigin(
      'the frame obeys no message, and is believed only in the right shape',
      async (page, inside) => {
        await untilSized(page, inside);
        await inside.iframe.evaluate(({ contentWindow }) => {
          for (const type of ['start', 'complete', 'size', 'clear', 'answers', 'language'])
            contentWindow.postMessage({ waymark: 1, type, height: 5, lang: 'cy' }, '*');
        });
        const before = await heightOf(inside);
        await inside.evaluate(() => {
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
        assert.equal(await heading(inside), texts.pack.title);
        assert.deepEqual(await told(page), []);
        assert.equal(await heightOf(inside), before);
      },
    );
  }

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
      const page = await visit('own', `<waymark-assessment ${attributes}></waymark-assessment>`);
      await page.waitForFunction(() => inShadow().length > 0);
      const shown = await page.evaluate(() =>
        inShadow().map(({ localName, textContent }) => [localName, textContent]),
      );
      const { unavailable, open } = ELEMENT[lang];
      assert.deepEqual(shown, [['p', `${unavailable} ${open}`]]);
      assert.equal(page.log.length, 1);
      assert.match(page.log[0], line);
      await engine.close(page);
    });
  }

  test('two on one page keep apart', async () => {
    const one = (id) => `<waymark-assessment id="${id}" lang="en"></waymark-assessment>`;
    const page = await visit('another', one('first') + one('second'));
    const first = await engine.frame(page, '#first');
    const second = await engine.frame(page, '#second');
    await click(first, '.button.go');
    await page.waitForFunction(() => window.told.length === 1);
    assert.equal(await heading(second), texts.pack.title);
    assert.equal(await heading(first), texts.questions.role.title);
    await engine.close(page);
  });
});
