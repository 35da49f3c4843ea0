/** Pages of partners that make it hard for the tool, or try to get at what a visitor says. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { openHost } from './support/hosts.mjs';
import { LEEDS, LEEDS_TODAY } from './support/people.mjs';
import { fillIn, goOn, heading, press, toNewScreen, toResults } from './support/person.mjs';
import { inEveryEngine, servedSite } from './support/running.mjs';
import { fileNamed, manifest, SITE, texts, welshTexts, words } from './support/site.mjs';

const { en } = words;
const NEVER =
  '<waymark-assessment lang="en"><a href="/elsewhere">Open the tool</a></waymark-assessment>';
const ELEMENT = '<waymark-assessment pack="stem-return" lang="en"></waymark-assessment>';

/** What a host notes, in a file of its own so that strict policies let it run. */
const NOTES = `
  window.told = []; window.errors = [];
  for (const type of ['waymark-start', 'waymark-complete'])
    addEventListener(type, ({ type, target }) => told.push([type, target.id]));
  const tell = console.error; console.error = (...all) => { errors.push(all.join(' ')); tell(...all); };`;

const site = servedSite();

/** A host's page: `head` and `body` around the element's script, and the headers it is sent with. */
function hostOf({
  head = '',
  body = ELEMENT,
  attributes = 'lang="en"',
  policy,
  script,
  beside = {},
}) {
  return (addresses) => ({
    html: `<!doctype html><html ${attributes}><head><meta name="viewport" content="width=device-width">
      <title>A charity</title><script src="${addresses.host}notes.js"></script>${head}
      ${script?.(addresses) ?? `<script type="module" src="${addresses.script}"></script>`}</head>
      <body><h1>Our page</h1>${body}</body></html>`,
    headers: policy && { 'Content-Security-Policy': policy(addresses) },
    beside: {
      '/notes.js': { html: NOTES, contentType: 'text/javascript' },
      ...Object.fromEntries(Object.entries(beside).map(([at, each]) => [at, each(addresses)])),
    },
  });
}

inEveryEngine((engine) => {
  const visit = (host, options) =>
    openHost(engine, site, hostOf(host), {
      today: LEEDS_TODAY,
      wait: 'waymark-assessment',
      ...options,
    });
  const told = (page) => page.evaluate(() => window.told.map(([type]) => type));
  const errors = (page) => page.evaluate(() => window.errors);
  const origin = (address) => new URL(address).origin;

  /** The tool in the frame of a page begins, and the page hears of it. */
  async function begins(page, selector = 'waymark-assessment') {
    const inside = await engine.frame(page, selector);
    assert.equal(await heading(inside), texts.pack.title);
    await goOn(inside);
    assert.equal(await heading(inside), texts.questions.role.title);
    await page.waitForFunction(() => window.told.length > 0);
    assert.deepEqual(await told(page), ['waymark-start']);
    return inside;
  }

  /** What stands in the tool's place. */
  async function apology(page) {
    await page.waitForFunction(() =>
      document.querySelector('waymark-assessment').shadowRoot?.querySelector('.unavailable'),
    );
    return page.evaluate(
      () =>
        document.querySelector('waymark-assessment').shadowRoot.querySelector('.unavailable a')
          .href,
    );
  }

  for (const [what, host] of Object.entries({
    'a strict policy that lets the script and the frame be': {
      policy: ({ site, host }) =>
        `default-src 'none'; script-src ${origin(site)} ${origin(host)}; frame-src ${origin(site)}`,
    },
    'a base address that leads elsewhere': { head: '<base href="https://example.org/deep/down/">' },
    'styles that reach for everything': {
      head: `<style>* { font: 5px/1 serif !important; color: red !important; letter-spacing: 1em }
        html { font-size: 62.5% } iframe { display: none !important } p { position: fixed }</style>`,
    },
    'the markup that WordPress makes': {
      head: `<style>.entry-content iframe { max-width: 100%; height: auto !important }
        .entry-content > * { max-width: 640px; margin-block: 24px }</style>`,
      body: `<div class="entry-content wp-block-post-content"><p>Before</p>\n<p>${ELEMENT}</p>\n<p>&nbsp;</p></div>`,
    },
    'a page that reads from right to left': { attributes: 'lang="ar" dir="rtl"' },
  })) {
    test(`in a frame under ${what} the tool runs`, async () => {
      const page = await visit(host);
      await begins(page);
      assert.deepEqual(await errors(page), []);
      await engine.close(page);
    });
  }

  test('a policy that forbids the frame is told at once, and the visitor gets another way', async () => {
    const page = await visit({
      policy: ({ site, host }) => `default-src 'none'; script-src ${origin(site)} ${origin(host)}`,
    });
    assert.equal(await apology(page), `${page.addresses.site}?lang=en`);
    const [line, ...more] = await errors(page);
    assert.deepEqual(more, []);
    assert.match(line, new RegExp(`frame-src ${origin(page.addresses.site)}`));
    await engine.close(page);
  });

  for (const [what, host] of Object.entries({
    'a policy that forbids the script': {
      policy: ({ host }) => `default-src 'none'; script-src ${origin(host)}`,
    },
    'a hash that the script does not have': {
      script: ({ script }) =>
        `<script type="module" src="${script}" crossorigin
          integrity="sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="></script>`,
    },
  })) {
    test(`under ${what} the visitor sees the link that stands in the element`, async () => {
      const page = await visit({ ...host, body: NEVER });
      await page.waitForFunction(() => document.readyState === 'complete');
      const shown = await page.$eval(
        'waymark-assessment a',
        (link) => link.getBoundingClientRect().width,
      );
      assert.ok(shown > 0);
      assert.equal(await page.evaluate(() => customElements.get('waymark-assessment')), undefined);
      await engine.close(page);
    });
  }

  test('with the hash of the script that is there, it runs', async () => {
    const { integrity } = manifest.files['waymark.js'];
    const page = await visit({
      script: ({ script }) =>
        `<script type="module" src="${script}" crossorigin integrity="${integrity}"></script>`,
    });
    await begins(page);
    await engine.close(page);
  });

  test('where the site cannot be reached, the visitor gets another way and the editor a line', async () => {
    const page = await visit({
      head: '<script>const real = setTimeout; window.setTimeout = (act, time) => real(act, time / 50)</script>',
      body: '<waymark-assessment lang="en" site="http://127.0.0.1:9/tool"></waymark-assessment>',
    });
    assert.equal(await apology(page), 'http://127.0.0.1:9/tool/?lang=en');
    const [line, ...more] = await errors(page);
    assert.deepEqual(more, []);
    assert.match(line, /nothing came from http:\/\/127\.0\.0\.1:9/);
    await engine.close(page);
  });

  test('in a host’s page that is itself in a sandbox, the tool runs and offers a file', async () => {
    const page = await visit({
      body: '<iframe sandbox="allow-scripts allow-downloads" src="/inner.html"></iframe><waymark-assessment hidden lang="xx"></waymark-assessment>',
      beside: {
        '/inner.html': ({ script }) => ({
          html: `<!doctype html><title>Inner</title><script type="module" src="${script}"></script>${ELEMENT}`,
        }),
      },
    });
    const middle = await engine.frame(page, 'iframe', { wait: 'waymark-assessment' });
    const inside = await engine.frame(middle, 'waymark-assessment');
    await goOn(inside);
    await fillIn(inside, 'role', 'returner');
    await goOn(inside);
    await toNewScreen(inside, () => press(inside, en['question.keep']));
    assert.equal(await inside.$('#keep-device'), null);
    assert.ok(
      await inside.$eval('main', (main, text) => main.innerText.includes(text), en['keep.save']),
    );
    await engine.close(page);
  });

  test('an element that is removed and put back starts anew, and tells each event once', async () => {
    const page = await visit({});
    await begins(page);
    await page.evaluate(() => {
      const element = document.querySelector('waymark-assessment');
      element.remove();
      window.told.length = 0;
      document.body.append(element);
    });
    await page.waitForFunction(
      () =>
        document.querySelector('waymark-assessment').shadowRoot.querySelectorAll('iframe')
          .length === 1,
    );
    await begins(page);
    await engine.close(page);
  });

  test('the element changes nothing of the page around it', async () => {
    const page = await visit({
      head: `<script>window.own = () => JSON.stringify([
          document.documentElement.outerHTML, document.title, document.cookie, JSON.stringify(history.state), location.href,
          Object.getOwnPropertyNames(window).filter((name) => !/^(\\d+|own|before|told|errors)$/.test(name)).sort(),
          document.adoptedStyleSheets.length, localStorage.length, sessionStorage.length]);
        addEventListener('DOMContentLoaded', () => (window.before = own()), { once: true, capture: true });
        document.addEventListener('readystatechange', () => { window.before ??= own(); }, { once: true });</script>`,
    });
    await begins(page);
    const [before, now] = await page.evaluate(() => [window.before, window.own()]);
    assert.ok(before.includes('Our page'));
    const [are, were] = [now, before].map((text) => new Set(text.split(/[",\[\]]+/)));
    const isPuppeteers = (name) => name.includes('_aria');
    assert.deepEqual(
      [...are].filter((each) => !were.has(each) && !isPuppeteers(each)),
      [],
    );
    assert.deepEqual(
      [...were].filter((each) => !are.has(each)),
      [],
    );
    await engine.close(page);
  });

  test('attributes reach the tool: language, interview, theme, colours', async () => {
    const page = await visit({
      head: '<style>waymark-assessment { --waymark-acting: #7a0a5c; --waymark-radius: 9px; --waymark-paper: #eee8ff }</style>',
      body: '<waymark-assessment lang="cy" start="quick" theme="light"></waymark-assessment>',
    });
    const inside = await engine.frame(page, 'waymark-assessment');
    assert.equal(await heading(inside), welshTexts.pack.title);
    assert.equal(
      await inside.$eval('.button.go', ({ textContent }) => textContent.trim()),
      words.cy['quick.start'],
    );
    const look = () =>
      inside.evaluate(() => {
        const button = getComputedStyle(document.querySelector('.button.go'));
        const { backgroundColor } = getComputedStyle(document.body);
        return [
          backgroundColor,
          button.borderTopLeftRadius,
          document.documentElement.style.colorScheme,
        ];
      });
    assert.deepEqual(await look(), ['rgb(238, 232, 255)', '9px', 'light']);
    await page.evaluate(() =>
      document.querySelector('waymark-assessment').setAttribute('theme', 'dark'),
    );
    await inside.waitForFunction(() => document.documentElement.style.colorScheme === 'dark');
    // Their paper is too light for text that is light.
    assert.deepEqual(await look(), ['rgb(19, 32, 31)', '9px', 'dark']);
    await engine.close(page);
  });

  test('a look that is no look changes nothing, asks for nothing, and answers stay', async () => {
    const page = await visit({});
    const inside = await begins(page);
    const ground = await inside.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const before = page.heard.length;
    await inside.iframe.evaluate(({ contentWindow }) => {
      const look = { theme: 'auto', font: '', paper: '', ink: '', acting: '', radius: '' };
      for (const wrong of [
        { ...look, paper: 'url(https://example.org/x.png)' },
        { ...look, paper: 'red; } * { display: none' },
        { ...look, font: 'x; } body { display: none; } @import url(https://example.org/x.css)' },
        { ...look, ink: '#fff', paper: '#fff' },
        { ...look, theme: 'purple' },
        { ...look, radius: '-1px} *{display:none' },
        { ...look, paper: 'x'.repeat(1e6) },
        null,
      ])
        contentWindow.postMessage({ waymark: 1, type: 'look', look: wrong }, '*');
      contentWindow.postMessage(
        { waymark: 1, type: 'look', look: { ...look, acting: '#7a0a5c' } },
        '*',
      );
    });
    await inside.waitForFunction(
      () =>
        getComputedStyle(document.querySelector('.button.go')).backgroundColor ===
        'rgb(122, 10, 92)',
    );
    assert.equal(
      await inside.evaluate(() => getComputedStyle(document.body).backgroundColor),
      ground,
    );
    assert.equal(await heading(inside), texts.questions.role.title);
    assert.equal(page.heard.length, before);
    await engine.close(page);
  });

  for (const [what, attribute, shown] of [
    ['first', 'programmes-first', (ids) => ids[0] === 'stem-returners-placement'],
    ['only', 'programmes-only', (ids) => ids.join() === 'stem-returners-placement'],
  ]) {
    test(`a choice of programmes (${what}) is kept to, said, and can be seen past`, async () => {
      const page = await visit({
        body: `<waymark-assessment lang="en" ${attribute}="stem-returners-placement"></waymark-assessment>`,
      });
      const inside = await engine.frame(page, 'waymark-assessment');
      await toResults(inside, LEEDS);
      const ids = () =>
        inside.$$eval('.card[id^=programme-]', (cards) => cards.map(({ id }) => id.slice(10)));
      assert.ok(shown(await ids()), String(await ids()));
      const note = await inside.$eval('.choice', ({ innerText }) => innerText);
      assert.ok(note.includes(en[`choice.${what}`]));
      if (what === 'only') {
        const plan = await inside.$eval('.plan', ({ textContent }) => textContent);
        const others = Object.entries(texts.programmes).filter(
          ([id]) => id !== 'stem-returners-placement',
        );
        assert.deepEqual(
          others.filter(([, { title }]) => plan.includes(title)).map(([id]) => id),
          [],
        );
        await press(inside, en['choice.all']);
        assert.equal((await ids()).length, Object.keys(texts.programmes).length);
        assert.equal(await inside.$('.choice'), null);
      }
      await engine.close(page);
    });
  }

  test('several on one page, of two questionnaires, inline and in frames, keep apart', async () => {
    const page = await visit({
      body: `<waymark-assessment id="one" lang="en"></waymark-assessment>
        <waymark-assessment id="two" lang="cy" pack="into-teaching"></waymark-assessment>
        <waymark-assessment id="three" lang="en" inline></waymark-assessment>`,
    });
    const [one, two] = [await engine.frame(page, '#one'), await engine.frame(page, '#two')];
    await page.waitForFunction(() =>
      document.querySelector('#three').shadowRoot.querySelector('.button.go'),
    );
    await goOn(one);
    await goOn(two);
    await page.evaluate(() =>
      document.querySelector('#three').shadowRoot.querySelector('.button.go').click(),
    );
    assert.equal(await heading(one), texts.questions.role.title);
    assert.notEqual(await heading(two), texts.questions.role.title);
    await page.waitForFunction(() => window.told.length === 3);
    assert.deepEqual(await page.evaluate(() => window.told.map(([, id]) => id).sort()), [
      'one',
      'three',
      'two',
    ]);
    await engine.close(page);
  });

  const inlined = (host = {}) =>
    visit({ body: '<waymark-assessment lang="en" inline></waymark-assessment>', ...host });

  /** A page on which the inline tool is driven as if it were the page. */
  async function inlineTool(page) {
    await page.waitForFunction(() =>
      document.querySelector('waymark-assessment').shadowRoot?.querySelector('h1'),
    );
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('waymark-assessment');
      for (const name of ['querySelector', 'querySelectorAll'])
        Document.prototype[name] = (selector) => shadowRoot[name](selector);
    });
    if (!page.evaluateHandle) return;
    // Puppeteer looks for elements where the page cannot change how.
    const find = (selector) =>
      page.evaluateHandle((selector) => document.querySelector(selector), selector);
    page.$ = async (selector) => (await find(selector)).asElement();
    page.$eval = async (selector, ...what) => (await find(selector)).evaluate(...what);
  }

  for (const [what, host] of Object.entries({
    'a page without a policy': {},
    'a strict policy': {
      policy: ({ site, host }) =>
        `default-src 'none'; script-src ${origin(site)} ${origin(host)} 'wasm-unsafe-eval'; connect-src ${origin(site)}`,
    },
    'a strict policy that forbids WebAssembly': {
      policy: ({ site, host }) =>
        `default-src 'none'; script-src ${origin(site)} ${origin(host)}; connect-src ${origin(site)}`,
    },
  })) {
    test(`inline under ${what} the tool runs to its results, and leaves the page’s own things alone`, async () => {
      const page = await inlined(host);
      const own = () =>
        page.evaluate(() => [
          history.length,
          JSON.stringify(history.state),
          location.href,
          document.title,
          document.documentElement.lang,
          document.cookie,
          Object.keys(localStorage).length + Object.keys(sessionStorage).length,
          document.body.childElementCount,
          document.head.childElementCount,
        ]);
      await inlineTool(page);
      const before = await own();
      assert.ok(
        await page.evaluate(
          (text) => document.querySelector('.privacy').innerText.includes(text),
          en['start.inline'],
        ),
      );
      await toResults(page, LEEDS);
      assert.equal(await heading(page), en['results.title']);
      assert.deepEqual(await own(), before);
      assert.deepEqual(await told(page), ['waymark-start', 'waymark-complete']);
      assert.deepEqual(await errors(page), []);
      await toNewScreen(page, () => press(page, en['take.keep']));
      assert.equal(await page.$('#keep-device'), null);
      await toNewScreen(page, () => press(page, en['bar.back']));
      assert.equal(await heading(page), en['results.title']);
      await engine.close(page);
    });
  }

  test('inline, the page’s styles leave the tool readable, and the tool’s leave the page alone', async () => {
    const page = await inlined({
      head: `<style>* { letter-spacing: 1em !important; text-transform: uppercase !important; line-height: 4 !important }
        html { font-size: 62.5% } body { color: yellow; font-family: cursive } .button { display: none } h1 { color: red }</style>`,
    });
    const looks = (selector) =>
      page.evaluate((selector) => {
        const { shadowRoot } = document.querySelector('waymark-assessment');
        const style = getComputedStyle((shadowRoot ?? document).querySelector(selector));
        return [
          style.fontSize,
          style.letterSpacing,
          style.textTransform,
          style.color,
          style.display,
          style.fontFamily,
        ];
      }, selector);
    await page.waitForFunction(() =>
      document.querySelector('waymark-assessment').shadowRoot?.querySelector('.button.go'),
    );
    const here = [await looks('h1'), await looks('.lead'), await looks('.button.go')];
    const theirs = await page.evaluate(() => {
      const { color, fontFamily } = getComputedStyle(document.querySelector('body > h1'));
      return [color, fontFamily];
    });
    assert.deepEqual(theirs, ['rgb(255, 0, 0)', 'cursive']);
    await engine.close(page);
    const own = await engine.open(`${site.address}?lang=en`, { today: LEEDS_TODAY });
    const there = [];
    for (const selector of ['h1', '.lead', '.button.go'])
      there.push(
        await own.$eval(selector, (element) => {
          const style = getComputedStyle(element);
          return [
            style.fontSize,
            style.letterSpacing,
            style.textTransform,
            style.color,
            style.display,
            style.fontFamily,
          ];
        }),
      );
    assert.deepEqual(here, there);
    await engine.close(own);
  });

  test('inline, a script that is not what was built is not run, and the visitor gets another way', async () => {
    const script = readFileSync(path.join(SITE, fileNamed('page.js')), 'utf8');
    const page = await inlined({
      beside: {
        [`/${fileNamed('page.js')}`]: () => ({
          html: `${script};window.pwned = true;`,
          contentType: 'text/javascript',
        }),
      },
    });
    assert.equal(await apology(page), `${page.addresses.site}?lang=en`);
    assert.equal(await page.evaluate(() => window.pwned), undefined);
    await engine.close(page);
  });
});
