/** The hosted page under its own strict policy, and where a host or a browser allows less. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { close, open } from './support/browser.mjs';
import { LEEDS, LEEDS_TODAY } from './support/people.mjs';
import { click, heading, toResults } from './support/person.mjs';
import { servedSite, startedChromium } from './support/running.mjs';
import { fileNamed, readSite, SITE, words } from './support/site.mjs';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const { en } = words;

const site = servedSite();
const chromium = startedChromium();

const visit = (options) =>
  open(chromium.browser, `${site.address}?lang=en`, { today: LEEDS_TODAY, ...options });

test('the page runs to its results under its policy, and breaks none of it', async () => {
  const response = await fetch(site.address);
  const policy = response.headers.get('Content-Security-Policy');
  const inPage = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(
    readSite('index.html'),
  );
  for (const each of [policy, inPage[1]]) {
    assert.match(each, /default-src 'none'/);
    // What stands in the page itself is held to its hash, as its files are.
    assert.match(each, /script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+'(;|$)/);
    assert.match(each, /style-src 'self' 'sha256-[^']+'(;|$)/);
    assert.doesNotMatch(each, /'unsafe-(inline|eval)'|\*|https?:|data:/);
  }
  const page = await visit();
  await toResults(page, LEEDS);
  assert.equal(await heading(page), en['results.title']);
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  // That nothing was reported means something only if something would have been.
  await page.evaluate(() => (new Image().src = 'https://example.org/none.png'));
  await page.waitForFunction(() => window.violations.length > 0);
  await close(page);
});

test('a core served with a wrong type still loads', async () => {
  const body = readFileSync(path.join(SITE, fileNamed('waymark.wasm')));
  for (const contentType of ['text/plain', 'application/octet-stream', '']) {
    const page = await visit({ intercept: { '/waymark.wasm': { body, contentType } } });
    assert.ok(await page.$('.start'), contentType);
    assert.deepEqual(page.log, []);
    await close(page);
  }
});

test('where WebAssembly is refused the core runs as JavaScript, which is not fetched elsewhere', async () => {
  const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
  const page = await visit({
    intercept: {
      '/': {
        contentType: 'text/html',
        body: readSite('index.html'),
        headers: { 'Content-Security-Policy': policy },
      },
    },
  });
  const scripts = () => page.requests.filter((request) => request.includes(fileNamed('core.js')));
  assert.equal(scripts().length, 1);
  await toResults(page, LEEDS);
  const refused = await results(page);
  await close(page);
  const usual = await visit();
  await toResults(usual, LEEDS);
  assert.deepEqual(refused, await results(usual));
  assert.ok(!usual.requests.some((request) => request.includes(fileNamed('core.js'))));
  await close(usual);
});

function results(page) {
  return page.$eval('main', (main) => main.innerText);
}

test('where neither runs the page says so', async () => {
  const page = await visit({
    intercept: { '/waymark.wasm': { body: 'no module' }, '/core.js': 'abort' },
  });
  assert.equal(await heading(page), en['fault.network.title']);
  await close(page);
});

test('what does not arrive can be tried again', async () => {
  const pack = '/packs/stem-return/';
  for (const missing of ['/waymark.wasm', `${pack}bundle.json`, `${pack}model.bin`]) {
    const intercept = { [missing]: 'abort' };
    const page = await visit({ intercept });
    assert.equal(await heading(page), en['fault.network.title'], missing);
    delete intercept[missing];
    await click(page, '.fault button');
    await page.waitForSelector('.start');
    await close(page);
  }
});

test('where not even the words arrive, the page’s own HTML says what to do', async () => {
  const page = await visit({ intercept: { '/texts/en.json': 'abort' } });
  assert.equal(await heading(page), 'We could not load this tool');
  await close(page);
});
