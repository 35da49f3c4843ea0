/** What a visit leaves in a browser that others use too, and what an address or a broken machine can do to it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { begun } from './support/begun.mjs';
import { close, open } from './support/browser.mjs';
import { LEEDS, LEEDS_TODAY } from './support/people.mjs';
import { answerAll, click, fillIn, goOn, heading, press, toNewScreen } from './support/person.mjs';
import { servedSite, startedChromium } from './support/running.mjs';
import { everyScreen, STATES } from './support/screens.mjs';
import { fileNamed, readSite, SITE, texts, words } from './support/site.mjs';

const { en } = words;

const site = servedSite();
const chromium = startedChromium();

const visit = (query = '?lang=en', options = {}) =>
  open(chromium.browser, `${site.address}${query}`, { today: LEEDS_TODAY, ...options });

test('every control of every screen turns autocomplete off, and every link opens without opener and referrer', async () => {
  const faults = [];
  let controls = 0;
  let links = 0;
  const seen = await everyScreen(chromium.browser, site.address, 'en', {}, async (page, state) => {
    const found = await page.evaluate(() => {
      const controls = [...document.querySelectorAll('input, select, textarea')];
      const links = [...document.querySelectorAll('a:not([href^="#"])')];
      const isOff = ({ autocomplete, form }) => (autocomplete || form?.autocomplete) === 'off';
      const isApart = ({ target, rel }) => target === '_blank' && /noopener|noreferrer/.test(rel);
      return {
        controls: controls.length,
        links: links.length,
        faults: [
          ...controls.filter((each) => !isOff(each)).map(({ id, name }) => id || name),
          ...links.filter((each) => !isApart(each)).map(({ href }) => href),
          ...(document.querySelector('meta[name=referrer]')?.content === 'no-referrer'
            ? []
            : ['referrer']),
        ],
      };
    });
    controls += found.controls;
    links += found.links;
    faults.push(...found.faults.map((fault) => `${state}: ${fault}`));
  });
  assert.deepEqual([...seen].sort(), [...STATES].sort());
  assert.ok(controls > 50 && links > 50);
  assert.deepEqual(faults, []);
});

test('clearing takes away what another questionnaire has kept', async () => {
  const page = await begun(() => visit());
  await page.evaluate(() => {
    localStorage.setItem('waymark:into-teaching', 'kept');
    sessionStorage.setItem('waymark:into-teaching', 'kept');
    localStorage.setItem('theirs', 'kept');
  });
  await click(page, '#clear');
  await click(page, '.confirm .warn');
  const left = await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)]);
  assert.deepEqual(left, [['theirs'], []]);
  await close(page);
});

for (const lang of [
  'constructor',
  '__proto__',
  '<img src=x onerror=alert(1)>',
  '../../secret',
  'EN',
]) {
  test(`a language in the address that is none (${lang}) opens in the reader’s own, and fetches nothing else`, async () => {
    const page = await visit(`?lang=${encodeURIComponent(lang)}`);
    assert.equal(await heading(page), texts.pack.title);
    const fetched = page.requests.slice(1).map((request) => new URL(request).pathname.slice(1));
    const known = ['page.js', 'calendar.js', 'icon.svg', 'texts/en.json', 'waymark.wasm'];
    const ours = [
      ...known,
      'packs/stem-return/bundle.json',
      'packs/stem-return/texts.en.json',
      'packs/stem-return/model.bin',
    ];
    const names = ours.map((name) => fileNamed(name));
    assert.deepEqual(
      fetched.filter((each) => !names.includes(each)),
      [],
    );
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    await close(page);
  });
}

test('a hash and unknown words in the address change nothing', async () => {
  const shown = async (query) => {
    const page = await visit(query);
    await goOn(page);
    const text = await page.$eval('body', ({ innerText }) => innerText);
    const { log } = page;
    await close(page);
    return { text, log };
  };
  const plain = await shown('?lang=en');
  assert.deepEqual(plain.log, []);
  assert.deepEqual(await shown('?lang=en&answers=%7B%7D&x=<b>&role=student#programmes'), plain);
});

test('settings in the address that make no sense are told to the editor, and the rest holds', async () => {
  const page = await visit(
    '?lang=en&start=never&theme=purple&programmes-only=%3Cb%3E&paper=url(x)',
  );
  assert.equal(await heading(page), texts.pack.title);
  assert.equal(page.log.length, 4);
  for (const name of ['start', 'theme', 'programmes-only', 'paper'])
    assert.ok(
      page.log.some((line) => line.includes(name)),
      name,
    );
  await close(page);
});

test('a core that stops can be started anew, and no answer is lost', async () => {
  const page = await visit('?lang=en', { before: [stopsWhenAsked] });
  await goOn(page);
  await answerAll(page, { role: LEEDS.role, region: LEEDS.region });
  await page.evaluate(() => (window.stopped = true));
  await fillIn(page, 'work_now', LEEDS.work_now);
  await click(page, '.button.go');
  await page.waitForSelector('.fault');
  assert.equal(await heading(page), en['fault.crashed.title']);
  await page.evaluate(() => (window.stopped = false));
  await click(page, '.fault button');
  await page.waitForSelector('.question');
  await toNewScreen(page, () => press(page, en['question.so-far']));
  await toNewScreen(page, () => press(page, en['results.change']));
  const told = await page.$eval('.answers', ({ innerText }) => innerText);
  assert.ok(told.includes(texts.questions.role.options.returner));
  await close(page);
});

/** Runs in the page. */
function stopsWhenAsked() {
  const start = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...given) => {
    const { instance } = await start.apply(WebAssembly, given);
    const assess = (...args) => {
      if (window.stopped) throw new WebAssembly.RuntimeError('unreachable');
      return instance.exports.waymark_assess(...args);
    };
    return { instance: { exports: { ...instance.exports, waymark_assess: assess } } };
  };
}

const LIST = 'programmes-stem-return.en.html';

test('without JavaScript the page leads to the list of programmes', async () => {
  const page = await open(chromium.browser, `${site.address}?lang=en`, {
    wait: null,
    scripts: false,
  });
  const links = await page.$$eval('noscript a', (all) => all.map(({ href }) => href));
  const shown = await page.$eval('body', ({ innerText }) => innerText);
  assert.equal(links[0], `${site.address}${LIST}`);
  assert.match(shown, /needs JavaScript/);
  assert.match(shown, /Mae angen JavaScript/);
  assert.ok((await fetch(links[0])).ok);
  await close(page);
});

test('a browser that is too old is led to the list of programmes', async () => {
  const page = await visit('?lang=en', {
    wait: null,
    intercept: { '/page.js': { contentType: 'text/javascript', body: 'a syntax of the future' } },
  });
  const link = await page.waitForSelector('.late a', { visible: true });
  assert.equal(await link.evaluate(({ href }) => href), `${site.address}${LIST}`);
  await close(page);
});

const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };

for (const [name, instead] of Object.entries({
  'page.js': '.late',
  'waymark.wasm': '.fault',
  'texts/en.json': 'h1',
  'packs/stem-return/bundle.json': '.fault',
  'packs/stem-return/texts.en.json': '.fault',
})) {
  test(`${name} with one byte changed is refused in plain words`, async () => {
    const body = Buffer.concat([readFileSync(path.join(SITE, fileNamed(name))), Buffer.from(' ')]);
    const contentType = TYPES[path.extname(name)] ?? 'application/json';
    const page = await visit('?lang=en', {
      wait: null,
      intercept: { [`/${fileNamed(name)}`]: { body, contentType } },
    });
    await page.waitForSelector(instead, { visible: true });
    // What the page itself holds stays where its script does not run.
    if (name !== 'page.js') assert.equal(await page.$('.start'), null);
    assert.ok(
      page.log.some((line) => /integrity|digest/i.test(line)),
      String(page.log),
    );
    await close(page);
  });
}

test('page-styles.css, for hosts that forbid styles in the page, is left out where a byte is changed', async () => {
  const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";
  const index = {
    body: readSite('index.html'),
    contentType: 'text/html',
    headers: { 'Content-Security-Policy': policy },
  };
  const visitWith = (end) =>
    visit('?lang=en', {
      intercept: {
        '/': index,
        [`/${fileNamed('page-styles.css')}`]: {
          body: `${readSite('page-styles.css')}${end}`,
          contentType: 'text/css',
        },
      },
    });
  const whole = await visitWith('');
  await whole.waitForFunction(() => document.styleSheets.length > 0);
  await close(whole);
  const page = await visitWith(' ');
  await goOn(page);
  assert.equal(await heading(page), texts.questions.role.title);
  assert.ok(
    page.log.some((line) => /integrity|digest/i.test(line)),
    String(page.log),
  );
  await close(page);
});
