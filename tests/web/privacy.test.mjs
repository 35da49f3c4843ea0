/** Nothing about a person leaves the page, or stays in the browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, launch, open } from './support/browser.mjs';
import { LEEDS, LEEDS_TODAY } from './support/people.mjs';
import { click, toResults } from './support/person.mjs';
import { PACK, serve } from './support/site.mjs';

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

/** All that a first visit fetches. */
const FILES = [
  '/',
  '/icon.svg',
  '/page.js',
  '/page-styles.css',
  '/waymark.wasm',
  '/texts/en.json',
  `/packs/${PACK}/bundle.json`,
  `/packs/${PACK}/texts.en.json`,
];

let site;
let chromium;
before(async () => {
  [site, chromium] = await Promise.all([serve(), launch()]);
});
after(async () => {
  await chromium?.stop();
  site?.stop();
});

/** All that a person leaves where others could find it, screen by screen. */
async function traces(answers) {
  const page = await open(chromium.browser, `${site.address}?lang=en`, { today: LEEDS_TODAY });
  const kept = [];
  const look = async () => kept.push(await page.evaluate(traceOfScreen));
  await toResults(page, answers, look);
  await look();
  const atResults = page.requests.length;
  await page.$$eval('details', (all) => all.forEach((details) => (details.open = true)));
  await click(page, '.adjust form button');
  await look();
  // What is asked for without waiting would have been asked for by the time that the page is idle.
  await page.waitForNetworkIdle({ idleTime: 200 });
  const { requests, log } = page;
  const cookies = await page.browserContext().cookies();
  await close(page);
  // While the page loads, requests race each other; which of them comes first says nothing of the person.
  return { kept, requests: [...requests].sort(), later: requests.slice(atResults), log, cookies };
}

/** Runs in the page. */
async function traceOfScreen() {
  const databases = await indexedDB.databases();
  const { length } = history;
  return {
    address: location.href,
    title: document.title,
    state: JSON.stringify(history.state),
    length,
    name: window.name,
    cookie: document.cookie,
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: databases.length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  };
}

test('two people with other answers leave the same traces, and no more than the way they went', async () => {
  const hers = await traces(LEEDS);
  assert.deepEqual(hers, await traces(OTHER));

  const paths = hers.requests.map((request) => new URL(request).pathname);
  assert.deepEqual(paths.sort(), [...FILES].sort());
  assert.ok(hers.requests.every((request) => request.startsWith(site.address)));
  assert.deepEqual(hers.later, []);
  assert.deepEqual(hers.log, []);
  assert.deepEqual(hers.cookies, []);
  assert.ok(hers.kept.length > 30);
  for (const trace of hers.kept) {
    assert.equal(trace.address, `${site.address}?lang=en`);
    assert.equal(trace.name + trace.cookie, '');
    assert.deepEqual([trace.local, trace.session], [{}, {}]);
    assert.deepEqual([trace.databases, trace.caches, trace.workers], [0, 0, 0]);
  }
});

test('switching the language fetches that language’s words and nothing else', async () => {
  const page = await open(chromium.browser, `${site.address}?lang=en`, { today: LEEDS_TODAY });
  await page.waitForNetworkIdle({ idleTime: 200 });
  const before = page.requests.length;
  await click(page, '.language');
  await page.waitForSelector('html[lang=cy] .language[lang=en]');
  await page.waitForNetworkIdle({ idleTime: 200 });
  assert.deepEqual(page.requests.slice(before).sort(), [
    `${site.address}packs/${PACK}/texts.cy.json`,
    `${site.address}texts/cy.json`,
  ]);
  await close(page);
});

test('a page that the browser brings back from memory holds no answers', async () => {
  const page = await open(chromium.browser, `${site.address}?lang=en`, { today: LEEDS_TODAY });
  await toResults(page, LEEDS);
  // As the browser does it; whether it keeps a page in memory is its own choice.
  await page.evaluate(() =>
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  );
  await page.waitForSelector('.start');
  assert.equal(await page.$('.card'), null);
  await click(page, '.button.go');
  assert.equal(await page.$('input:checked'), null);
  await close(page);
});
