/** The list of programmes for those who cannot use the tool: whole, plain, and safe whatever a pack says. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { programmesPage } from '../../web/building/programmes-page.mjs';
import { axe } from './support/axe.mjs';
import { close, open } from './support/browser.mjs';
import { servedSite, startedChromium } from './support/running.mjs';
import { readSite, SITE, words } from './support/site.mjs';

const NARROW = 320;

const site = servedSite();
const chromium = startedChromium();

const readPack = (pack, file) => JSON.parse(readSite(`packs/${pack}/${file}.json`));
const visit = (pack, lang, options) =>
  open(chromium.browser, `${site.address}programmes-${pack}.${lang}.html`, options);

for (const pack of readdirSync(path.join(SITE, 'packs')).sort()) {
  const bundle = readPack(pack, 'bundle');
  for (const lang of bundle.pack.languages)
    describe(`${pack} in ${lang}`, () => listed(pack, lang, bundle));
}

function listed(pack, lang, bundle) {
  const texts = readPack(pack, `texts.${lang}`);

  test('every programme is there with all that it asks, on a screen and on paper', async () => {
    const page = await visit(pack, lang);
    const onScreen = await page.evaluate(entriesSeen);
    assert.deepEqual(Object.keys(onScreen).sort(), bundle.programmes.map(({ id }) => id).sort());
    for (const { id, must, prefer = [], link, checked } of bundle.programmes) {
      const { criteria, ...said } = texts.programmes[id];
      const { text, links } = onScreen[id];
      for (const part of Object.values(said))
        assert.ok(text.includes(tidy(part)), `${id}: ${part}`);
      for (const each of [...must, ...prefer])
        assert.ok(text.includes(tidy(criteria[each.id])), `${id}: ${each.id}`);
      if (link) assert.ok(links.includes(new URL(link).href), `${id}: ${link}`);
      assert.ok(text.includes(checked.slice(0, 4)), `${id}: ${checked}`);
    }
    await page.emulateMediaType('print');
    assert.deepEqual(await page.evaluate(entriesSeen), onScreen);
    await close(page);
  });

  test('it is accessible, fits a narrow screen, and keeps its policy', async () => {
    const page = await visit(pack, lang, { width: NARROW });
    assert.deepEqual(await axe(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), NARROW);
    const levels = await page.$$eval('h1, h2, h3, h4', (all) => all.map(({ tagName }) => tagName));
    assert.equal(levels.filter((level) => level === 'H1').length, 1);
    assert.equal(levels[0], 'H1');
    const jumps = levels.filter((level, at) => at > 0 && level[1] - levels[at - 1][1] > 1);
    assert.deepEqual(jumps, []);
    assert.deepEqual(await page.evaluate(deadEnds), []);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.deepEqual(page.log, []);
    await close(page);
  });

  test('it needs no JavaScript', async () => {
    assert.doesNotMatch(readSite(`programmes-${pack}.${lang}.html`), /<script|\son\w+=/);
    const page = await visit(pack, lang);
    const withScripts = await page.evaluate(entriesSeen);
    await page.setJavaScriptEnabled(false);
    await page.reload();
    assert.deepEqual(await page.evaluate(entriesSeen), withScripts);
    await close(page);
  });

  test('it leads to the tool and to its other languages, and says what is unreviewed', async () => {
    const page = await visit(pack, lang);
    const links = await page.$$eval('main > .note a, .site-header a', (all) =>
      all.map(({ href }) => href),
    );
    const others = bundle.pack.languages.filter((other) => other !== lang);
    assert.deepEqual(links, [
      ...others.map((other) => `${site.address}programmes-${pack}.${other}.html`),
      `${site.address}?pack=${pack}&lang=${lang}`,
    ]);
    const note = words[lang]['language.unreviewed'];
    if (note) assert.ok((await page.$eval('main', ({ innerText }) => innerText)).includes(note));
    await close(page);
  });
}

/** Runs in the page: what is seen of each programme, and where its links lead. */
function entriesSeen() {
  return Object.fromEntries(
    [...document.querySelectorAll('article')].map((entry) => {
      const copyOfVisible = entry.checkVisibility() ? entry.innerText : '';
      return [
        entry.getAttribute('aria-labelledby').replace('programme-', ''),
        {
          text: copyOfVisible.replace(/\s+/g, ' '),
          links: [...entry.querySelectorAll('a')].map(({ href }) => href),
        },
      ];
    }),
  );
}

/** Runs in the page: links within it that lead nowhere. */
function deadEnds() {
  return [...document.querySelectorAll('a[href^="#"]')]
    .map((link) => link.getAttribute('href').slice(1))
    .filter((id) => id !== 'top' && !document.getElementById(id));
}

function tidy(text) {
  return text.replace(/\s+/g, ' ');
}

describe('of a made-up questionnaire', () => {
  const texts = {
    pack: { title: 'Ways <back>' },
    supports: { course: 'A "course" & more' },
    programmes: {
      harbour: {
        title: '<script>alert(1)</script>',
        provider: '" onclick="alert(1)',
        line: '<img src=x onerror=alert(1)>',
        cost: '</dd>',
        where: '&lt;',
        criteria: { must: '<b>must</b>', may: '`${1}`' },
      },
    },
  };
  const harbour = {
    id: 'harbour',
    link: 'javascript:alert(1)',
    supports: { course: 9000 },
    must: [{ id: 'must', rule: 'true' }],
    prefer: [{ id: 'may', rule: 'true', points: 1 }],
    intake: 'unknown',
    checked: '2026-11-24',
    sources: [{ link: 'javascript:alert(2)', kind: 'press' }],
  };
  const made = (programmes, more = {}) =>
    programmesPage({
      bundle: {
        pack: { id: 'made-up', published: '2026-11-24', languages: ['en', 'cy'] },
        supports: { supports: [{ id: 'course' }] },
        programmes,
      },
      texts,
      fallbackTexts: texts,
      lang: 'en',
      languages: [],
      styles: [{ href: 'page-styles.css' }],
      icon: 'icon.svg',
      ...more,
    });
  const named = (id, more) => ({ ...harbour, ...more, id });
  const titled = (...ids) => ({
    ...texts,
    programmes: Object.fromEntries(
      ids.map((id) => [id, { ...texts.programmes.harbour, title: `The ${id} programme` }]),
    ),
  });
  const shownOf = async (html) => {
    const page = await open(chromium.browser, `${site.address}accessibility.html`);
    await page.setContent(html);
    const shown = await page.evaluate(entriesSeen);
    const elements = await page.$$eval('article *, title', (all) =>
      all.map(({ localName }) => localName),
    );
    const title = await page.title();
    await close(page);
    return { shown, elements, title };
  };

  test('what looks like HTML in it is text, and what is no web address is no link', async () => {
    const { shown, elements, title } = await shownOf(made([harbour]));
    const { text, links } = shown.harbour;
    for (const part of ['title', 'provider', 'line', 'cost', 'where'])
      assert.ok(text.includes(texts.programmes.harbour[part]), part);
    for (const criterion of Object.values(texts.programmes.harbour.criteria))
      assert.ok(text.includes(criterion), criterion);
    assert.deepEqual(links, []);
    for (const made of ['script', 'img', 'b']) assert.ok(!elements.includes(made), made);
    assert.ok(title.endsWith('Ways <back>'));
  });

  test('words that a language lacks come from the first, marked as such', () => {
    const { title, ...rest } = titled('harbour').programmes.harbour;
    const page = made([harbour], {
      lang: 'cy',
      texts: { ...texts, programmes: { harbour: rest } },
      fallbackTexts: titled('harbour'),
    });
    assert.match(page, new RegExp(`<span lang="en">${title}</span>`));
    assert.doesNotMatch(page, /<span lang="cy">/);
  });

  test('rounds are told by their dates; those that are over, and what has ended, close', async () => {
    const round = { id: 'round', opens: '2027-01-10', closes: '2027-02', starts: '2027-04' };
    const past = { id: 'past', closes: '2026-10', starts: '2026-12' };
    const programmes = [
      named('coming', { intake: 'cohorts', cohorts: [past, round] }),
      named('thismonth', { intake: 'cohorts', cohorts: [{ ...past, closes: '2026-11' }] }),
      named('over', { intake: 'cohorts', cohorts: [past], instead: ['gone', 'coming'] }),
      named('gone', { intake: 'ended', ended: '2025-07-23' }),
      named('rolling', { intake: 'rolling', last_seen: '2026-09-14' }),
    ];
    const html = made(programmes, { texts: titled(...programmes.map(({ id }) => id)) });
    const { shown } = await shownOf(html);
    const says = (id, text) => assert.ok(shown[id].text.includes(text), shown[id].text);
    says('coming', 'Applications open 10 January 2027. Apply by February 2027. Starts April 2027.');
    assert.ok(!shown.coming.text.includes('2026-10') && !shown.coming.text.includes('October'));
    says('thismonth', 'Apply by November 2026. Starts December 2026.');
    says('over', 'Closed in October 2026. Nearest other to ask: The coming programme.');
    says('gone', 'Closed in July 2025.');
    says('rolling', 'We last saw this running in September 2026. Check with the provider.');
    assert.deepEqual(Object.keys(shown).slice(-2), ['gone', 'over']);
    assert.ok(!/open now|ar agor nawr/i.test(html));
  });

  test('what people must meet, what the provider checks and what is open stand apart', async () => {
    const must = [
      { id: 'must', rule: 'true' },
      { id: 'check', provider_checks: true },
      { id: 'ask', unstated: true },
    ];
    const criteria = { must: 'Own', check: 'Checked', ask: 'Asked', may: 'Wished' };
    const own = { programmes: { harbour: { ...texts.programmes.harbour, title: 'T', criteria } } };
    const { shown } = await shownOf(
      made([named('harbour', { must })], { texts: { ...texts, ...own } }),
    );
    const { en } = words;
    const label = (key) => en[key].replace(/:$/, '');
    assert.ok(
      shown.harbour.text.includes(
        [
          `${label('how.must')} Own`,
          `${label('card.checks')} Checked`,
          `${label('card.ask-provider')} Asked`,
          `${label('how.prefer')} Wished`,
        ].join(' '),
      ),
      shown.harbour.text,
    );
  });
});
