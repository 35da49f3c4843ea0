/** The copy for use offline: whole or not at all, of one version, without answers, and gone when it is removed. */
import assert from 'node:assert/strict';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { build } from '../../web/build.mjs';
import { begun, message } from './support/begun.mjs';
import { LEEDS } from './support/people.mjs';
import { heading, press, toNewScreen, toResults } from './support/person.mjs';
import { READY } from './support/ready.mjs';
import { inEveryEngine } from './support/running.mjs';
import { fileNamed, serve, SITE, texts, words } from './support/site.mjs';

const { en } = words;
const top = new URL('../../', import.meta.url).pathname;

let folder;
let copies;
before(async () => {
  copies = await mkdtemp(path.join(tmpdir(), 'waymark-offline-'));
});
after(() => rm(copies, { recursive: true, force: true }));

/** A site of its own, whose server can be stopped and whose files can be changed. */
async function site() {
  folder = await mkdtemp(path.join(copies, 'site-'));
  await cp(SITE, folder, { recursive: true });
  return serve(folder);
}

/** The same with other words, as a later version would have. */
async function release(into) {
  const later = await mkdtemp(path.join(copies, 'bundles-'));
  await cp(path.join(top, 'build/bundles'), later, { recursive: true });
  const words = path.join(later, 'stem-return/texts.en.json');
  const changed = JSON.parse(await readFile(words, 'utf8'));
  changed.pack.title = NEWER;
  await writeFile(words, JSON.stringify(changed));
  const wasm = path.join(top, 'build/wasm');
  await build({
    bundles: later,
    wasm: path.join(wasm, 'waymark.wasm'),
    coreJs: path.join(wasm, 'core.js'),
    out: into,
  });
}
const NEWER = 'A newer title';

inEveryEngine((engine) => {
  let server;
  let page;
  afterEach(async () => {
    if (page) await engine.close(page);
    server?.stop();
    page = server = undefined;
  });

  async function visit(options = {}) {
    server = await site();
    page = await begun(() => engine.open(`${server.address}?lang=en`, { servers: [], ...options }));
    return page;
  }

  /** Once the work is done, whatever comes of it is told. */
  const told = async (key) => {
    await page.waitForFunction(
      (working) => {
        const said = document.querySelector('.message')?.textContent.trim();
        return said !== undefined && said !== working;
      },
      {},
      en['offline.working'],
    );
    assert.equal(await message(page), en[key]);
  };

  async function keep() {
    await press(page, en['offline.button']);
    await told('offline.done');
  }

  const kept = () =>
    page.evaluate(async () => {
      const registrations = await navigator.serviceWorker.getRegistrations();
      const names = await caches.keys();
      const texts = await Promise.all(
        names.map(async (name) => {
          const cache = await caches.open(name);
          const requests = await cache.keys();
          const responses = await Promise.all(requests.map((request) => cache.match(request)));
          return Promise.all(
            responses.map(async (response, at) => [
              new URL(requests[at].url).pathname,
              await response.text(),
            ]),
          );
        }),
      );
      return { workers: registrations.length, caches: names, files: texts.flat() };
    });

  async function comeBack() {
    await page.goto(`${server.address}?lang=en`);
    await page.waitForSelector(READY);
  }

  /** To another tab of the same person. Some browsers keep a page that was left for as long as its tab is there. */
  async function closeTab() {
    await page.goto('about:blank');
    if (!page.close) return;
    const next = await engine.openBeside(page, 'about:blank', { wait: null });
    await page.close();
    page = next;
  }

  test('nothing is kept before it is asked for; then the tool runs without its server, in both languages', async () => {
    await visit();
    assert.deepEqual(await kept(), { workers: 0, caches: [], files: [] });
    await keep();
    server.stop();
    await comeBack();
    assert.equal(await heading(page), texts.pack.title);
    await press(page, 'Cymraeg');
    await page.waitForSelector('html[lang=cy]');
    await press(page, 'English');
    await page.waitForSelector('html[lang=en]');
    await toResults(page, LEEDS);
    assert.equal(await heading(page), en['results.title']);
  });

  test('the copy holds the tool’s files and no answers, and removing it leaves nothing', async () => {
    await visit();
    await keep();
    const { workers, caches, files } = await kept();
    assert.equal(workers, 1);
    assert.equal(caches.length, 1);
    const names = files.map(([name]) => name);
    assert.ok(names.includes('/index.html') && names.some((name) => name.endsWith('.wasm')));
    // Other sites' pages load these, and are none the wiser.
    assert.ok(
      !names.some((name) => /frame|sandboxed|waymark.*\.js|embed/.test(name)),
      String(names),
    );
    for (const [name, text] of files)
      assert.equal(text, await readFile(path.join(folder, name), 'utf8'), name);
    await press(page, en['offline.remove']);
    await told('offline.removed');
    assert.deepEqual(await kept(), { workers: 0, caches: [], files: [] });
    server.stop();
    await assert.rejects(comeBack());
  });

  test('a copy is done where the browser does not tell how its worker gets on', async () => {
    await visit({
      before: [
        () => Object.defineProperty(ServiceWorker.prototype, 'state', { get: () => 'installing' }),
      ],
    });
    await keep();
    assert.equal((await kept()).workers, 1);
  });

  test('a copy with one changed file is not kept, and the person is told', async () => {
    await visit();
    const welsh = path.join(folder, fileNamed('texts/cy.json'));
    await Promise.all([rm(`${welsh}.br`), rm(`${welsh}.gz`), appendFile(welsh, ' ')]);
    await press(page, en['offline.button']);
    await told('offline.failed');
    assert.deepEqual(await kept(), { workers: 0, caches: [], files: [] });
    // What was said is still there.
    await toNewScreen(page, () => press(page, en['check.more']));
    assert.equal(await heading(page), texts.questions.away_since.title);
  });

  test('a newer version waits until the tool is closed, and then takes over as a whole', async () => {
    await visit();
    await keep();
    await release(folder);
    await comeBack();
    assert.equal(await heading(page), texts.pack.title, 'the old version, all of it');
    await page.waitForFunction(
      async () => (await navigator.serviceWorker.getRegistration())?.waiting != null,
    );
    await toNewScreen(page, () => press(page, en['start.keep']));
    assert.match(
      await page.$eval('.offline', ({ innerText }) => innerText),
      new RegExp(en['offline.newer']),
    );
    await closeTab();
    server.stop();
    await comeBack();
    assert.equal(await heading(page), NEWER);
    assert.equal((await kept()).caches.length, 1);
  });
});
