/** Nothing about a person leaves the page, or stays in the browser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openHost } from './support/hosts.mjs';
import { LEEDS, LEEDS_TODAY } from './support/people.mjs';
import { click, toNewScreen, toResults } from './support/person.mjs';
import { inEveryEngine, servedSite } from './support/running.mjs';
import { bundle, fileNamed, PACK, texts, welshTexts, words } from './support/site.mjs';
import {
  openWatched,
  traceOf,
  untilQuiet,
  watchDocument,
  whatWasDone,
} from './support/watching.mjs';

/** Answers other than hers to the same questions. */
const OTHER = {
  ...LEEDS,
  region: 'scotland',
  away_since: '2019-02',
  out_of_work_since: '2018-07',
  break_reasons: ['health', 'study'],
  field: 'digital',
  experience_years: 3,
  research_years: 6,
  qualification: 'doctorate',
  right_to_work: false,
  hours_a_week: 40,
  attend: [],
  regulated_profession: ['hcpc'],
  show_women_only: false,
  sure_say_strengths: null,
  sure_write_cv: 5,
  sure_cover_care: 'does-not-apply',
  topics: {
    'cyber-security': { able: 1, current: 5 },
    'data-engineering': { able: 5, current: 1 },
  },
};

const paths = (...files) => files.map((file) => `/${fileNamed(file)}`);

/** What the page asks for with its first screen, one part by its HTML and one by its script. */
const BY_HTML = paths('page.js');
const BY_SCRIPT = paths(
  'waymark.wasm',
  'texts/en.json',
  `packs/${PACK}/bundle.json`,
  `packs/${PACK}/model.bin`,
  `packs/${PACK}/texts.en.json`,
);
/** What it asks for once its first screen is drawn, whatever the person does. */
const AFTERWARDS = paths('calendar.js');
/** What it asks for when the person switches the language. */
const WELSH = paths('texts/cy.json', `packs/${PACK}/texts.cy.json`);
/** What all may ask for or not: whether pages have a picture is the browser's choice, and the script is the tests'. */
const APART = [...paths('icon.svg'), '/before-page.js'];

const TITLES = [
  [words.en, texts],
  [words.cy, welshTexts],
].flatMap(([interfaceWords, { pack }]) =>
  ['start', 'question', 'check', 'results', 'keep'].map((screen) =>
    [interfaceWords[`title.${screen}`], pack.title, interfaceWords['site.name']].join(' - '),
  ),
);

const site = servedSite();

/** Path and query of each, in no order, because requests race each other. */
function placesOf(addresses) {
  return addresses
    .map((address) => new URL(address))
    .map(({ pathname, search }) => pathname + search)
    .filter((place) => !APART.includes(place))
    .sort();
}

function assertOneOrigin(addresses) {
  const { origin } = new URL(addresses[0]);
  assert.deepEqual(
    addresses.filter((address) => new URL(address).origin !== origin),
    [],
  );
}

const urlsOf = (heard) => heard.map(({ url }) => url);

/** All the way, and `look` at each screen. */
async function wholeJourney(page, answers, look) {
  await look();
  await toResults(page, answers, look);
  await look();
  await page.$$eval('details', (all) => all.forEach((details) => (details.open = true)));
  await click(page, '.adjust form button');
  await look();
  await toNewScreen(page, () => click(page, '.take-away .to-keep'));
  await look();
  await toNewScreen(page, () => click(page, '.back'));
  await click(page, '.language');
  await page.waitForSelector('html[lang=cy] .language[lang=en]');
  await look();
}

function assertNothingKept(trace) {
  assert.equal(trace.name + trace.cookie, '');
  assert.deepEqual([trace.local, trace.session], [{}, {}]);
  assert.deepEqual([trace.databases, trace.caches, trace.workers], [0, 0, 0]);
}

/** Where the person is: a screen, at most with a question and a step of it, and the way on from there. */
function assertOnlyRoute(state) {
  const { waymark, depth, route, ...none } = state;
  assert.deepEqual(none, {});
  assert.equal(waymark, 1);
  assert.ok(Number.isInteger(depth));
  const { screen, question, step = 0, returnTo = 'next', ...rest } = route;
  assert.deepEqual(rest, {});
  assert.ok(['start', 'question', 'check', 'results', 'keep'].includes(screen), screen);
  if (screen === 'question')
    assert.ok(
      bundle.questions.some(({ id }) => id === question),
      question,
    );
  else assert.equal(question, undefined);
  assert.ok(Number.isInteger(step));
  assert.ok(['next', 'check', 'results'].includes(returnTo), returnTo);
}

/** Requests that tell no more than which file is wanted. */
function assertPlain(heard) {
  for (const { method, headers, body, url } of heard) {
    assert.deepEqual([method, body, headers.cookie], ['GET', '', undefined], url);
    // It is the host that asks for the element's script, and says from where if it likes.
    if (!url.endsWith('/waymark.js')) assert.equal(headers.referer, undefined, url);
  }
}

/** What a document did on its way is what the design allows, and is the same for both people. */
function assertOnlyAllowed({ ways, states, titles, resources }) {
  assert.deepEqual(
    ways.filter(([name]) => name !== 'fetch'),
    [],
  );
  assert.deepEqual(
    placesOf(ways.map(([, address]) => address)),
    [...BY_SCRIPT, ...AFTERWARDS, ...WELSH].sort(),
  );
  assertOneOrigin(resources);
  assert.deepEqual(placesOf(resources), [...BY_HTML, ...BY_SCRIPT, ...AFTERWARDS, ...WELSH].sort());
  assert.ok(states.length > 30);
  states.forEach(assertOnlyRoute);
  assert.ok(titles.length > 30);
  for (const title of titles) assert.ok(TITLES.includes(title), title);
}

function tell(t, heard) {
  for (const { method, url } of heard) t.diagnostic(`${method} ${url}`);
}

inEveryEngine((engine) => {
  async function journey(answers) {
    const page = await openWatched(engine, site, '?lang=en', { today: LEEDS_TODAY });
    const { heard, address } = page;
    await untilQuiet(heard);
    const first = heard.length;
    const kept = [];
    await wholeJourney(page, answers, async () => {
      const { address: at, ...trace } = await traceOf(page);
      assert.equal(at, `${address}?lang=en`);
      kept.push({ ...trace, asked: heard.length - first });
    });
    await untilQuiet(heard);
    const done = await whatWasDone(page);
    const { log } = page;
    // An address that holds what it names is asked of nobody; Firefox tells of a font of its own.
    const requests = page.requests.filter((address) => !address.startsWith('data:'));
    const cookies = await engine.cookies(page);
    await engine.close(page);
    return { kept, heard, later: heard.slice(first), done, log, requests, cookies };
  }

  test('two people with other answers leave the same traces, and no more than the way they went', async (t) => {
    const hers = await journey(LEEDS);
    const others = await journey(OTHER);
    tell(t, hers.heard);
    assert.deepEqual(hers.kept, others.kept);
    assert.ok(hers.kept.length > 30);
    hers.kept.forEach(assertNothingKept);
    // Nothing is asked for on the way, until the person switches the language at its end.
    assert.ok(hers.kept.slice(0, -1).every(({ asked }) => asked === 0));
    for (const each of [hers, others]) {
      assertPlain(each.heard);
      const wanted = ['/?lang=en', ...BY_HTML, ...BY_SCRIPT, ...AFTERWARDS, ...WELSH].sort();
      assert.deepEqual(placesOf(urlsOf(each.heard)), wanted);
      assert.deepEqual(placesOf(urlsOf(each.later)), [...WELSH].sort());
      // The engine tells of what never reached the site, where it tells of requests.
      assertOneOrigin(each.requests);
      assert.deepEqual(placesOf(each.requests), wanted);
      assertOnlyAllowed(each.done);
      assert.deepEqual([each.log, each.cookies], [[], []]);
    }
    assert.deepEqual(hers.done.states, others.done.states);
    assert.deepEqual(hers.done.titles, others.done.titles);
  });

  async function framedJourney(answers) {
    const html = ({ script }) => `<!doctype html><html lang="en"><title>Host</title>
      <link rel="icon" href="data:,">
      <script>
        window.told = []; window.messages = [];
        for (const type of ['waymark-start', 'waymark-complete'])
          addEventListener(type, ({ type, detail }) => told.push([type, detail]));
        addEventListener('message', ({ data }) => messages.push(data));
      </script>
      <script type="module" src="${script}"></script>
      <waymark-assessment pack="${PACK}" lang="en"></waymark-assessment>`;
    const page = await openHost(engine, site, (addresses) => ({ html: html(addresses) }), {
      today: LEEDS_TODAY,
      before: [watchDocument],
    });
    const { heard } = page;
    const inside = await engine.frame(page, 'waymark-assessment');
    const kept = { inside: [], host: [] };
    await wholeJourney(inside, answers, async () => {
      const [{ address: _, ...within }, { address: __, ...around }] = [
        await traceOf(inside),
        await traceOf(page),
      ];
      kept.inside.push(within);
      kept.host.push(around);
    });
    await untilQuiet(heard);
    const done = await whatWasDone(inside);
    const { told, messages } = await page.evaluate(() => ({ told, messages }));
    const { log } = page;
    await engine.close(page);
    return { kept, heard, done, told, messages, log };
  }

  test('nor does the page around a frame learn more than that a person began and came to results', async (t) => {
    const hers = await framedJourney(LEEDS);
    const others = await framedJourney(OTHER);
    tell(t, hers.heard);
    assert.deepEqual(hers.kept, others.kept);
    for (const each of [...hers.kept.inside, ...hers.kept.host]) assertNothingKept(each);
    assert.ok(hers.kept.host.every(({ title, state }) => title === 'Host' && state === null));
    for (const each of [hers, others]) {
      assert.deepEqual(each.told, [
        ['waymark-start', null],
        ['waymark-complete', null],
      ]);
      const sizes = each.messages.filter(({ type }) => type === 'size');
      assert.ok(sizes.length > 0);
      for (const { height, ...rest } of sizes) {
        assert.deepEqual(rest, { waymark: 1, type: 'size' });
        assert.ok(Number.isInteger(height));
      }
      assert.deepEqual(
        each.messages.filter(({ type }) => type !== 'size'),
        [
          { waymark: 1, type: 'start' },
          { waymark: 1, type: 'complete' },
        ],
      );
      assertPlain(each.heard);
      assert.deepEqual(
        placesOf(urlsOf(each.heard)),
        [
          '/host.html',
          '/waymark.js',
          `/frame.html?pack=${PACK}&lang=en`,
          ...BY_HTML,
          ...BY_SCRIPT,
          ...AFTERWARDS,
          ...WELSH,
        ].sort(),
      );
      assertOnlyAllowed(each.done);
      assert.deepEqual(each.log, []);
    }
    assert.deepEqual(hers.done.states, others.done.states);
  });

  test('the watch that these tests keep sees what they say does not happen', async () => {
    const page = await openWatched(engine, site, '?lang=en', { today: LEEDS_TODAY });
    await page.evaluate(async () => {
      document.cookie = 'region=scotland';
      localStorage.setItem('region', 'scotland');
      sessionStorage.region = 'scotland';
      window.name = 'scotland';
      document.title = 'scotland';
      history.pushState({ region: 'scotland' }, '', '?region=scotland');
      navigator.sendBeacon('/beacon', 'scotland');
      new Image().src = '/image?scotland';
      new XMLHttpRequest().open('POST', '/xhr');
      try {
        new WebSocket('ws://127.0.0.1:9/');
      } catch {
        // Some browsers refuse at once what the policy forbids.
      }
      await fetch('/fetch', { method: 'POST', body: 'scotland' });
      await new Promise((opened) => (indexedDB.open('scotland').onsuccess = opened));
      await caches.open('scotland');
      console.log('scotland');
    });
    await untilQuiet(page.heard);
    const { address, state, title, name, cookie, local, session, ...kept } = await traceOf(page);
    const { workers: _, length: __, ...counts } = kept;
    assert.match(address, /scotland/);
    assert.deepEqual([title, name, cookie], ['scotland', 'scotland', 'region=scotland']);
    for (const each of [state, local, session]) assert.deepEqual(each, { region: 'scotland' });
    assert.deepEqual(counts, { databases: 1, caches: 1 });
    assert.equal((await engine.cookies(page)).length, 1);
    const { ways, states, titles, resources } = await whatWasDone(page);
    const names = ways.map(([name]) => name);
    for (const way of ['cookie', 'setItem', 'sendBeacon', 'WebSocket', 'fetch'])
      assert.ok(names.includes(way), way);
    assert.equal(names.filter((each) => each === 'open').length, 3);
    assert.deepEqual(states.at(-1), { region: 'scotland' });
    assert.equal(titles.at(-1), 'scotland');
    assert.ok(resources.some((each) => each.endsWith('/image?scotland')));
    const posted = page.heard.filter(({ body }) => body === 'scotland').map(({ url }) => url);
    assert.deepEqual(placesOf(posted), ['/beacon', '/fetch']);
    assert.ok(page.heard.some(({ headers }) => headers.cookie === 'region=scotland'));
    assert.ok(page.log.some((line) => line.includes('scotland')));
    await engine.close(page);
  });

  test('a page that the browser brings back from memory holds no answers', async () => {
    const page = await engine.open(`${site.address}?lang=en`, { today: LEEDS_TODAY });
    await toResults(page, LEEDS);
    // As the browser does it; whether it keeps a page in memory is its own choice.
    await page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    );
    await page.waitForSelector('.start');
    assert.equal(await page.$('.card'), null);
    await click(page, '.button.go');
    assert.equal(await page.$('input:checked'), null);
    await engine.close(page);
  });
});
