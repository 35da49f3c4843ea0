/** On the results: answering what a programme hangs on, and trying answers other than one's own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LEEDS, LEEDS_TODAY } from './support/people.mjs';
import { click, heading, press, toNewScreen, travel } from './support/person.mjs';
import { assessed, toRemembered } from './support/remembered.mjs';
import { groupOf, sectionText } from './support/results.mjs';
import { inEveryEngine, servedSite } from './support/running.mjs';
import { texts, words } from './support/site.mjs';

const { en } = words;

/** A nurse who has not yet said how she could take part. */
const { attend: _, ...undecided } = {
  ...LEEDS,
  field: 'health-science',
  regulated_profession: ['nursing-midwifery'],
  topics: {},
};
const COURSE = 'wales-return-to-practice-nursing';
const CARD = `#programme-${COURSE}`;

const announced = (page) => page.$eval('.announcement', (line) => line.textContent.trim());
const focused = (page) => page.evaluate(() => document.activeElement.id);
const keptAnswers = (page) =>
  page.evaluate(() => JSON.parse(JSON.parse(Object.values(localStorage)[0]).file).answers);

const site = servedSite();

inEveryEngine((engine) => {
  async function results(answers, options) {
    const address = `${site.address}?lang=en`;
    const page = await engine.open(address, { today: LEEDS_TODAY });
    await toRemembered(page, answers, options);
    return page;
  }

  test('what a programme hangs on is answered on its card, and where it went is told', async () => {
    assert.equal(
      assessed(undecided).programmes.find(({ id }) => id === COURSE).verdict,
      'may_be_eligible',
    );
    const page = await results(undecided);
    assert.equal(await groupOf(page, COURSE), en['programmes.may_be_eligible.title']);
    assert.equal(await announced(page), '');
    const form = `#settle-${COURSE}-attend`;

    await page.$eval(form, (box) => (box.closest('details').open = true));
    // Without an answer it says what to do, there.
    await page.$eval(form, (box) => box.closest('form').querySelector('button').click());
    assert.match(await page.$eval(CARD, (card) => card.innerText), new RegExp(en['error.tick']));
    assert.equal(await focused(page), form.slice(1));

    await page.$eval(`${CARD} input[value=in-person-far]`, (box) => box.click());
    await page.$eval(form, (box) => box.closest('form').querySelector('button').click());
    assert.equal(await heading(page), en['results.title']);
    assert.equal(await groupOf(page, COURSE), en['programmes.eligible.title']);
    const name = texts.programmes[COURSE].title;
    assert.ok((await announced(page)).includes(`${name} is now: ${en['verdict.eligible']}`));
    assert.equal(await focused(page), `programme-${COURSE}-name`);
    assert.ok(
      (await page.$eval(`${CARD} .changes`, (note) => note.innerText)).includes(
        en['verdict.eligible'],
      ),
    );
    // It is an answer like any other.
    assert.equal(await page.$('.trying'), null);
    assert.deepEqual((await keptAnswers(page)).attend, ['in-person-far']);
    await engine.close(page);
  });

  test('what would open a programme can be tried, and her own answers stay hers', async () => {
    const own = { ...undecided, attend: ['online'] };
    const { opened_by: ways } = assessed(own).programmes.find(({ id }) => id === COURSE);
    assert.deepEqual(ways, [[{ question: 'attend', add: ['in-person-far'] }]]);
    const page = await results(own);
    assert.equal(await groupOf(page, COURSE), en['programmes.not_eligible.title']);
    await page.evaluate(
      (card, label) => {
        const named = ({ textContent }) => textContent.trim().startsWith(label);
        [...document.querySelectorAll(`${card} button`)].find(named).click();
      },
      CARD,
      en['card.try'],
    );

    assert.equal(await groupOf(page, COURSE), en['programmes.eligible.title']);
    assert.equal(await focused(page), `programme-${COURSE}-name`);
    const tried = await page.$eval('.trying', (note) => note.innerText.replace(/\s+/g, ' '));
    const { options, short } = texts.questions.attend;
    assert.ok(
      tried.includes(
        `${short}: ${options.online}, ${options['in-person-far']} (you told us: ${options.online})`,
      ),
      tried,
    );
    assert.match(
      await page.$eval('#mentor-text', ({ value }) => value),
      new RegExp(en['mentor.tried']),
    );
    // What is kept is what she said.
    assert.deepEqual((await keptAnswers(page)).attend, ['online']);

    await press(page, en['trying.back']);
    assert.equal(await page.$('.trying'), null);
    assert.equal(await groupOf(page, COURSE), en['programmes.not_eligible.title']);
    assert.match(
      await page.$eval('.message', (told) => told.innerText),
      new RegExp(en['trying.ended']),
    );
    await engine.close(page);
  });

  test('answers that were tried can be made one’s own', async () => {
    const page = await results({ ...undecided, attend: ['online'] });
    await page.$eval('#adjust-hours_a_week', (input) => (input.value = '30'));
    await page.$eval('#adjust-hours_a_week', (input) =>
      input.closest('form').querySelector('button').click(),
    );
    assert.match(
      await page.$eval('.trying', (note) => note.innerText),
      /30 hours \(you told us: 15 hours\)/,
    );
    assert.equal((await keptAnswers(page)).hours_a_week, 15);
    await press(page, en['trying.keep']);
    assert.equal(await page.$('.trying'), null);
    assert.equal((await keptAnswers(page)).hours_a_week, 30);
    await engine.close(page);
  });

  test('what was opened on a card stays with its programme as the list changes', async () => {
    const page = await results(LEEDS);
    const isOpen = () =>
      page.$$eval('.card', (cards) =>
        cards.filter((card) => card.querySelector('details[open]')).map(({ id }) => id),
      );
    await page.$eval(
      '#programme-career-returners-network details',
      (details) => (details.open = true),
    );
    assert.deepEqual(await isOpen(), ['programme-career-returners-network']);
    await page.$eval('.adjust input[value=online]', (box) => box.click());
    await page.$eval('.adjust input[value=online]', (box) =>
      box.closest('form').querySelector('button').click(),
    );
    await page.waitForSelector('.trying');
    assert.deepEqual(await isOpen(), ['programme-career-returners-network']);
    await engine.close(page);
  });

  test('back on the results people are where they were', async () => {
    const page = await results(LEEDS);
    await page.$eval(
      '#programme-career-returners-network details',
      (details) => (details.open = true),
    );
    await page.$eval('.take-away .to-keep', (button) => button.focus());
    await toNewScreen(page, () => click(page, '.take-away .to-keep'));
    await travel(page, -1);
    assert.equal(await heading(page), en['results.title']);
    const { unfolded, focused } = await page.evaluate(() => ({
      unfolded: [...document.querySelectorAll('.card:has(details[open])')].map(({ id }) => id),
      focused: document.activeElement.className,
    }));
    assert.deepEqual(unfolded, ['programme-career-returners-network']);
    assert.match(focused, /to-keep/);
    await engine.close(page);
  });

  test('what changed since last time is told for a person who comes back', async () => {
    const page = await results(LEEDS, { saved: '2025-11-24' });
    const since = await sectionText(page, en['since-last.title']);
    assert.match(since, /24 November 2025/);
    await engine.close(page);
  });
});
