/** The plan: on screen, as a calendar, on paper, and in the text for somebody who might help. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertIcsCalendar } from 'ts-ics';
import { close, open } from './support/browser.mjs';
import { catchDownloads, saved } from './support/downloads.mjs';
import { LEEDS, LEEDS_TODAY, RETICENT } from './support/people.mjs';
import { click, press } from './support/person.mjs';
import { assessed, toRemembered } from './support/remembered.mjs';
import { sectionText } from './support/results.mjs';
import { servedSite, startedChromium } from './support/running.mjs';
import { texts, welshTexts, words } from './support/site.mjs';

const { en } = words;

const site = servedSite();
const chromium = startedChromium();

const results = async (answers, lang = 'en') => {
  const page = await open(chromium.browser, `${site.address}?lang=${lang}`, { today: LEEDS_TODAY });
  await toRemembered(page, answers);
  return page;
};

/** What is done in a step, by the words of the questionnaire. */
function titleOf(step) {
  if (step.kind === 'action') return texts.actions[step.action].title;
  if (step.kind === 'refresh') return texts.topics[step.topic].title;
  return texts.programmes[step.programme].title;
}

test('the plan on screen is the plan of the core, week by week', async () => {
  const { plan } = assessed(LEEDS);
  const page = await results(LEEDS);
  const shown = await page.$$eval('.week', (weeks) =>
    weeks.map((week) => ({
      hours: week.querySelector('.week-hours').textContent.trim(),
      steps: [...week.querySelectorAll('.step')].map(({ textContent }) => textContent),
    })),
  );
  assert.equal(shown.length, plan.weeks.length);
  for (const [at, week] of plan.weeks.entries()) {
    assert.match(shown[at].hours, new RegExp(`^${week.hours} hours?$`));
    assert.equal(shown[at].steps.length, week.steps.length);
    for (const [nth, step] of week.steps.entries()) {
      assert.ok(shown[at].steps[nth].includes(titleOf(step)), titleOf(step));
      assert.match(shown[at].steps[nth], new RegExp(`${step.hours} hours?\\s*$`));
    }
  }
  assert.match(await sectionText(page, en['plan.title']), /up to 8 hours a week/);
  await close(page);
});

test('whoever has not told their hours hears so, with the plan', async () => {
  const page = await results({ ...LEEDS, hours_a_week: null });
  assert.match(
    await sectionText(page, en['plan.title']),
    /You have not told us your hours\. So it takes up to 4 hours a week\./,
  );
  await close(page);
});

test('the calendar file names neither the region nor the reasons', async () => {
  const page = await results(LEEDS);
  await catchDownloads(page);
  await press(page, en['take.calendar']);
  const [{ text }] = await saved(page);
  const unfolded = text.replace(/\r?\n[ \t]/g, '');
  const { region, break_reasons: reasons } = texts.questions;
  for (const said of [region.options[LEEDS.region], reasons.options[LEEDS.break_reasons[0]]])
    assert.ok(!unfolded.includes(said), said);
  await close(page);
});

test('the calendar has a day for each week and for each last day, as a calendar reads it', async () => {
  const { plan } = assessed(LEEDS);
  const page = await results(LEEDS);
  await catchDownloads(page);
  await press(page, en['take.calendar']);
  const [{ name, type, text }] = await saved(page);
  assert.equal(name, 'waymark-plan.ics');
  assert.equal(type, 'text/calendar');
  for (const line of text.split(/\r?\n/)) assert.ok(Buffer.byteLength(line) <= 75 + 1, line);
  const { events } = convertIcsCalendar(undefined, text);
  const days = events.map(({ start }) => start.date.toISOString().slice(0, 10));
  const lastDays = plan.weeks.flatMap(({ steps }) => steps.flatMap(({ by }) => by ?? []));
  assert.deepEqual(days, [...plan.weeks.map(({ starts }) => starts), ...lastDays]);
  assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);
  for (const [at, week] of plan.weeks.entries()) {
    const { description, start, end } = events[at];
    for (const step of week.steps) assert.ok(description.includes(titleOf(step)), description);
    assert.equal(end.date - start.date, 24 * 60 * 60 * 1000);
    assert.equal(start.type, 'DATE');
  }
  await close(page);
});

const OTHERS = {
  'the returner from Leeds': LEEDS,
  'a reticent person': RETICENT,
  'a person of few hours and many topics': {
    ...LEEDS,
    hours_a_week: 4,
    topics: Object.fromEntries(
      [
        'mechanical-design',
        'simulation',
        'manufacturing-methods',
        'electrical-power',
        'control-robotics',
        'bim',
      ].map((topic) => [topic, { able: 1, current: 1 }]),
    ),
    sure_say_strengths: 1,
    sure_explain_break: 1,
    sure_find_adverts: 1,
  },
};
for (const [who, answers] of Object.entries(OTHERS)) {
  for (const lang of ['en', 'cy']) {
    test(`${who} can print two pages (${lang})`, async () => {
      const page = await results(answers, lang);
      const pdf = Buffer.from(await page.pdf({ format: 'A4' })).toString('latin1');
      const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g).length;
      assert.ok(pages <= 2, `${pages} pages`);
      await page.emulateMediaType('print');
      const printed = await page.$eval('body', (body) => body.innerText);
      assert.ok(printed.includes(words[lang]['results.title']));
      assert.ok(printed.includes(words[lang]['plan.title']) || answers === RETICENT);
      assert.doesNotMatch(printed, /undefined|NaN|\[object/);
      await close(page);
    });
  }
}

/** Words that would tell where she lives, and why she was away. */
const TELLING = [
  texts.questions.region.options[LEEDS.region],
  texts.questions.break_reasons.options.childcare,
  texts.programmes['skills-bootcamps'].criteria.england,
];

async function leaving(page) {
  await page.emulateMediaType('print');
  const printed = await page.$eval('body', (body) => body.innerText);
  await page.emulateMediaType(null);
  return `${printed}\n${await page.$eval('#mentor-text', ({ value }) => value)}`;
}

test('where somebody lives and why they were away is printed and shared only when ticked', async () => {
  const page = await results(LEEDS);
  assert.ok(TELLING.every((text) => typeof text === 'string'));
  const before = await leaving(page);
  for (const text of TELLING) assert.ok(!before.includes(text), text);
  await click(page, '#share-region');
  const region = await leaving(page);
  assert.ok(region.includes(TELLING[0]) && region.includes(TELLING[2]));
  assert.ok(!region.includes(TELLING[1]));
  await click(page, '#share-break_reasons');
  const both = await leaving(page);
  for (const text of TELLING) assert.ok(both.includes(text), text);
  await click(page, '#clear');
  await click(page, '.confirm .warn');
  await toRemembered(page, LEEDS);
  assert.equal(await page.$eval('#share-region', ({ checked }) => checked), false);
  await close(page);
});

test('the text for somebody who might help says what she brings and what is next', async () => {
  const page = await results(LEEDS);
  const text = await page.$eval('#mentor-text', ({ value }) => value);
  for (const line of [
    en['mentor.greeting'],
    '- Learning a new tool: Very sure',
    '- Simulation and stress analysis: About 25 hours',
    '- STEM Returners placement: You can join https://stemreturners.com/',
  ])
    assert.ok(text.includes(line), `${line}\nin\n${text}`);
  assert.doesNotMatch(text, /undefined|NaN|\[object|<!--/);
  await close(page);
});

test('the text to copy is copied as the person changed it, or else they are told how', async () => {
  const page = await results(LEEDS);
  await page.evaluate(() => {
    window.copied = [];
    navigator.clipboard.writeText = async (text) => void window.copied.push(text);
    const area = document.getElementById('mentor-text');
    area.value = 'My own words';
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await press(page, en['take.copy']);
  assert.equal(await page.$eval('.message', (told) => told.textContent.trim()), en['take.copied']);
  assert.deepEqual(await page.evaluate(() => window.copied), ['My own words']);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await press(page, en['take.copy']);
  await page.waitForFunction(
    (text) => document.querySelector('.message').textContent.trim() === text,
    {},
    en['take.copy-failed'],
  );
  // Nor is it written over when what may be shared changes, until she asks for it.
  await click(page, '#share-region');
  assert.equal(await page.$eval('#mentor-text', ({ value }) => value), 'My own words');
  await press(page, en['take.anew']);
  assert.match(await page.$eval('#mentor-text', ({ value }) => value), /Yorkshire/);
  await close(page);
});

test('Welsh names the steps in Welsh', async () => {
  const page = await results(LEEDS, 'cy');
  const week = assessed(LEEDS).plan.weeks[0];
  const shown = await page.$eval('.week', (first) => first.textContent);
  for (const step of week.steps.filter(({ kind }) => kind === 'action'))
    assert.ok(shown.includes(welshTexts.actions[step.action].title));
  await close(page);
});
