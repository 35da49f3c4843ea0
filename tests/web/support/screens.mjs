/** Every screen of the page in each of its states. */
import { open, close } from './browser.mjs';
import { LEEDS, LEEDS_TODAY } from './people.mjs';
import { click, fillIn, goOn, toNewScreen, toResults } from './person.mjs';
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
  'notice',
  'results so far',
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
  const page = await open(browser, url, { today: LEEDS_TODAY, ...options });
  await see(page, 'start');
  await toResults(page, LEEDS, (id) =>
    id === 'check' ? see(page, 'check') : seeQuestion(page, id, seen, see),
  );
  await see(page, 'results');
  await seeUnfolded(page, see);
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

  const early = await open(browser, url, { today: LEEDS_TODAY, ...options });
  await goOn(early);
  await fillIn(early, 'role', 'returner');
  await goOn(early);
  await toNewScreen(early, () => click(early, '.results-so-far'));
  await see(early, 'results so far');
  await close(early);

  const broken = await open(browser, url, {
    ...options,
    intercept: { '/packs/stem-return/bundle.json': { body: '{' } },
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

async function seeUnfolded(page, see) {
  await page.$$eval('details', (all) => all.forEach((details) => (details.open = true)));
  await see(page, 'results unfolded');
  await page.$eval('.adjust form input[type=text]', (input) => (input.value = '999'));
  await click(page, '.adjust form button');
  await page.waitForSelector('.adjust .problem');
  await see(page, 'results error');
}
