/** Every screen of the page in each of its states. */
import { open, close } from './browser.mjs';
import { LEEDS, LEEDS_TODAY } from './people.mjs';
import { answerAll, click, fillIn, goOn, toNewScreen, toResults } from './person.mjs';
import { bundle } from './site.mjs';

/** What `everyScreen` shows. A screen that is no longer reached fails the test that asks for it. */
export const STATES = [
  'start',
  ...['one', 'since', 'many', 'number', 'yes_no', 'scale', 'topics', 'rate'],
  ...['one', 'since', 'many', 'number', 'yes_no', 'scale', 'topics', 'rate'].map(
    (kind) => `${kind} error`,
  ),
  'clear',
  'check',
  'results',
  'results unfolded',
  'results error',
  'results trying',
  'keep',
  'keep error',
  'start again',
  'notice',
  'results so far',
  'results so far unfolded',
  'fault',
];

/** Calls `visit(page, state)` on each. @returns the states visited. */
export async function everyScreen(browser, address, lang, options, visit) {
  const seen = new Set();
  const see = async (page, state) => {
    if (seen.has(state)) return;
    seen.add(state);
    await visit(page, state);
  };
  const url = `${address}?lang=${lang}`;
  const settings = { today: LEEDS_TODAY, ...options };
  const page = await open(browser, url, settings);
  await see(page, 'start');
  await toResults(page, LEEDS, (id) =>
    id === 'check' ? see(page, 'check') : seeQuestion(page, id, seen, see),
  );
  await see(page, 'results');
  await seeUnfolded(page, see);
  await seeKept(page, see);
  await toNewScreen(page, async () => {
    await click(page, '#clear');
    await see(page, 'clear');
    await click(page, '.confirm .warn');
  });
  await goOn(page);
  await fillIn(page, 'role', 'student');
  await goOn(page);
  await see(page, 'notice');
  await close(page);

  const early = await open(browser, url, settings);
  await goOn(early);
  const { role, region, work_now } = LEEDS;
  await answerAll(early, { role, region, work_now });
  await toNewScreen(early, () => click(early, '.results-so-far'));
  await see(early, 'results so far');
  await unfold(early);
  await see(early, 'results so far unfolded');
  await close(early);

  const broken = await open(browser, url, {
    ...options,
    intercept: { ...options.intercept, '/packs/stem-return/bundle.json': { body: '{' } },
  });
  await see(broken, 'fault');
  await close(broken);
  return seen;
}

async function seeQuestion(page, id, seen, see) {
  const { kind } = bundle.questions.find((question) => question.id === id);
  const state = kind === 'topics' && (await page.$('.rating')) ? 'rate' : kind;
  if (seen.has(state)) return;
  await see(page, state);
  // The error state is drawn over the same screen, and goes with the next one.
  await click(page, '.button.go');
  await page.waitForSelector('.error-summary');
  await see(page, `${state} error`);
}

function unfold(page) {
  return page.$$eval('details', (all) => all.forEach((details) => (details.open = true)));
}

async function seeUnfolded(page, see) {
  await unfold(page);
  await see(page, 'results unfolded');
  await tryHours(page, '999');
  await page.waitForSelector('.adjust .problem');
  await see(page, 'results error');
  await tryHours(page, '30');
  await page.waitForSelector('.trying');
  await see(page, 'results trying');
}

async function tryHours(page, hours) {
  await page.$eval(
    '#adjust-hours_a_week',
    (input, hours) => {
      input.value = hours;
      input.closest('form').querySelector('button').click();
    },
    hours,
  );
}

async function seeKept(page, see) {
  await toNewScreen(page, () => click(page, '.take-away .to-keep'));
  await see(page, 'keep');
  await click(page, '.open-file .button');
  await page.waitForSelector('.error-summary');
  await see(page, 'keep error');
  await click(page, '#keep-tab');
  await click(page, '.keeping .button');
  await page.reload();
  await page.waitForSelector('.opened');
  await see(page, 'start again');
  await toNewScreen(page, () => click(page, '.to-results'));
}
