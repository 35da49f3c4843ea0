/** What a visitor sees and does before the tool has arrived. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { LEEDS_TODAY } from './support/people.mjs';
import { click, goOn, heading, press } from './support/person.mjs';
import { READY } from './support/ready.mjs';
import { inEveryEngine, servedSite } from './support/running.mjs';
import { bundle, fileNamed, readSite, texts, welshTexts, words } from './support/site.mjs';
import { slowLine } from './support/slow-line.mjs';

const budgets = JSON.parse(readFileSync(new URL('../bench/budgets.json', import.meta.url), 'utf8'));
const site = servedSite();
const [FIRST, SECOND] = bundle.questions.map(({ id }) => id);
/** What does not arrive. WebKit's driver tells nothing of a page whose scripts have not. */
const HELD = { WebKitGTK: /\.(json|wasm)$/ };
const ALL_HELD = /\.(js|json|wasm)$/;

inEveryEngine((engine) => {
  let line;
  afterEach(() => line?.stop());

  /** Opens the page, of which nothing but itself arrives until `line.release()`. */
  async function early(query = '?lang=en', { held, ...options } = {}) {
    line = await slowLine(site.address, held ?? HELD[engine.name] ?? ALL_HELD);
    return engine.open(`${line.address}${query}`, {
      today: LEEDS_TODAY,
      wait: '[data-early]',
      stalls: !HELD[engine.name],
      ...options,
    });
  }

  const takenOver = async (page) => {
    line.release();
    await page.waitForSelector(READY);
  };

  for (const [path, name] of [
    ['', 'page'],
    ['frame.html', 'frame'],
  ]) {
    for (const lang of ['en', 'cy']) {
      test(`the first screens of the ${name}, in ${lang}, are those that the tool draws`, async () => {
        const page = await early(`${path}?lang=${lang}`);
        const drawn = [await looks(page)];
        await click(page, '.start .go');
        drawn.push(await looks(page));
        await takenOver(page);
        const after = await engine.open(`${site.address}${path}?lang=${lang}`, {
          today: LEEDS_TODAY,
        });
        assert.deepEqual(drawn[0], await looks(after));
        await goOn(after);
        assert.deepEqual(drawn[1], await looks(after));
        await engine.close(after);
        await engine.close(page);
      });
    }
  }

  test('the first question is answered before the tool is there, and the second comes when it is', async () => {
    const page = await early();
    assert.equal(await heading(page), texts.pack.title);
    await click(page, '.start .go');
    assert.equal(await heading(page), texts.questions[FIRST].title);
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'h1');
    await click(page, 'input');
    await click(page, '.question .go');
    assert.equal(await status(page), words.en['opening.wait']);
    await takenOver(page);
    assert.equal(await heading(page), texts.questions[SECOND].title);
    await click(page, '.back');
    await page.waitForSelector('input:checked');
    assert.equal(await heading(page), texts.questions[FIRST].title);
    assert.deepEqual(page.log, []);
    await engine.close(page);
  });

  test('what was chosen, opened and reached stays when the tool takes over', async () => {
    const page = await early();
    await click(page, '.start .go');
    await page.evaluate(() => {
      const input = document.querySelectorAll('input')[1];
      input.click();
      input.focus();
      document.querySelector('details').open = true;
    });
    await takenOver(page);
    const state = await page.evaluate(() => ({
      checked: [...document.querySelectorAll('input')].map(({ checked }) => checked),
      focused: document.activeElement === document.querySelectorAll('input')[1],
      open: document.querySelector('details').open,
    }));
    assert.deepEqual(state.checked.indexOf(true), 1);
    assert.ok(state.focused && state.open);
    await engine.close(page);
  });

  test('pressed without an answer, the tool says what is missing once it is there', async () => {
    const page = await early();
    await click(page, '.start .go');
    await click(page, '.question .go');
    line.release();
    await page.waitForSelector('.error-summary');
    await engine.close(page);
  });

  test('the quick check that was asked for before the tool was there is what comes', async () => {
    const page = await early();
    await press(page, words.en['quick.start']);
    assert.equal(await status(page), words.en['opening.wait']);
    await takenOver(page);
    await page.waitForSelector('form.question');
    const other = await page.$eval('.so-far', ({ textContent }) => textContent);
    assert.ok(other.includes(words.en['quick.to-full']), other);
    await engine.close(page);
  });

  test('the language is changed back while the tool still fetches it, and stays so', async () => {
    const page = await early('?lang=en', { held: /\.(json|wasm)$/ });
    await page.waitForFunction(() => document.readyState === 'complete');
    await click(page, '.language');
    assert.equal(await heading(page), welshTexts.pack.title);
    line.release(/^(?!.*cy\b.*\.json)/);
    while (!line.heard.some((path) => path.includes('cy') && path.endsWith('.json')))
      await new Promise((waited) => setTimeout(waited, 10));
    await click(page, '.language');
    await takenOver(page);
    await page.waitForSelector('html[lang=en]');
    assert.equal(await heading(page), texts.pack.title);
    await engine.close(page);
  });

  test('the language is changed before the tool is there, and stays changed', async () => {
    const page = await early();
    await click(page, '.language');
    assert.equal(await heading(page), welshTexts.pack.title);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'cy');
    await click(page, '.start .go');
    await click(page, 'input');
    await takenOver(page);
    assert.equal(await heading(page), welshTexts.questions[FIRST].title);
    assert.ok(await page.$('input:checked'));
    await engine.close(page);
  });

  test('the Enter key sends nothing before the tool is there', async () => {
    const page = await early();
    await click(page, '.start .go');
    const before = await page.evaluate(() => {
      const input = document.querySelector('input');
      input.checked = true;
      const key = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
      return { sends: input.dispatchEvent(key), address: location.href };
    });
    assert.equal(before.sends, false);
    await takenOver(page);
    assert.equal(await heading(page), texts.questions[SECOND].title);
    assert.equal(await page.evaluate(() => location.href), before.address);
    await engine.close(page);
  });

  test('whoever kept answers here, or was sent with other wishes, sees no first screen that is not theirs', async () => {
    for (const query of [
      '?lang=en&start=quick',
      '?lang=en&theme=dark',
      '?pack=into-teaching&lang=en',
    ]) {
      const page = await early(query);
      assert.equal(await page.$('.start'), null, query);
      await takenOver(page);
      assert.ok(await page.$('.start'), query);
      await engine.close(page);
    }
    const page = await early('?lang=en', {
      before: [() => sessionStorage.setItem('waymark:stem-return', '{}')],
    });
    assert.equal(await page.$('.start'), null);
    await engine.close(page);
  });

  test('nothing is asked for twice, or that has no budget', async () => {
    const page = await early();
    await takenOver(page);
    const files = line.heard.map((path) => path.slice(1).split('?')[0] || 'index.html');
    assert.deepEqual([...new Set(files)], files);
    const budgeted = budgets.bytes.parts['a first visit'].files.map(fileNamed);
    assert.deepEqual(
      files.filter((path) => path !== 'favicon.ico' && !budgeted.includes(path)),
      [],
    );
    await engine.close(page);
  });
});

test('without JavaScript the first question can be read', () => {
  const read = /<noscript>(.*?)<\/noscript>/s.exec(readSite('index.html'))[1];
  for (const { questions } of [texts, welshTexts]) {
    const { title, options } = questions[FIRST];
    for (const text of [title, ...Object.values(options)])
      assert.ok(read.includes(text.replaceAll('&', '&amp;')), text);
  }
});

function status(page) {
  return page.$eval('.arriving [role=status]', ({ textContent }) => textContent);
}

/** The elements of a screen with all that people meet of them, and nothing of how they came to be. */
function looks(page) {
  return page.evaluate(() => {
    const ofElement = (element) => [
      element.localName,
      Object.fromEntries(
        [...element.attributes]
          .map(({ name, value }) => [
            name,
            name === 'href' ? new URL(element.href).pathname : value.trim(),
          ])
          .sort(),
      ),
      [...element.childNodes]
        .filter((node) => node instanceof Element || node.textContent.trim())
        .filter((node) => !(node instanceof Comment))
        .map((node) =>
          node instanceof Element ? ofElement(node) : node.textContent.trim().replace(/\s+/g, ' '),
        ),
    ];
    const root = document.querySelector('[data-early]') ?? document.querySelector('#waymark');
    return {
      title: document.title,
      lang: document.documentElement.lang,
      elements: [...root.children].map((child) => JSON.stringify(ofElement(child))),
    };
  });
}
