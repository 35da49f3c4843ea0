/** A person at the page: reads what is on screen, answers, and waits for what comes of it. */
import { unmarked } from './pseudo.mjs';
import { bundle, texts, welshTexts } from './site.mjs';

export const DECLINED = null;
const questionsByTitle = new Map(
  bundle.questions.flatMap(({ id }) =>
    [texts, welshTexts].map(({ questions }) => [questions[id].title, id]),
  ),
);

export function heading(page) {
  return page.$eval('h1', (h1) => h1.textContent.trim().replace(/\s+/g, ' '));
}

/** Does something that leads to a new screen, and waits until that is there. */
export async function toNewScreen(page, act) {
  await page.$eval('h1', (h1) => h1.setAttribute('data-seen', ''));
  await act();
  await page.waitForSelector('h1:not([data-seen])');
}

export async function click(page, selector) {
  await page.$eval(selector, (element) => element.click());
}

/** Clicks the button with these words. */
export async function press(page, text) {
  const found = await page.evaluate((text) => {
    const named = ({ textContent }) => textContent.trim().replace(/\s+/g, ' ').startsWith(text);
    const button = [...document.querySelectorAll('button')].find(named);
    button?.click();
    return button !== undefined;
  }, text);
  if (!found) throw new Error(`There is no button "${text}" on "${await heading(page)}"`);
}

/** Clicks what leads on. The page draws at once, so that one trip to the browser mostly does. */
export async function goOn(page) {
  const isThere = await page.evaluate(() => {
    document.querySelector('h1').setAttribute('data-seen', '');
    document.querySelector('.button.go').click();
    return document.querySelector('h1:not([data-seen])') !== null;
  });
  if (!isThere) await page.waitForSelector('h1:not([data-seen])');
}

/** Uses the browser's own back (-1) or forward (1). The page hears of it first, and draws at once. */
export function travel(page, by) {
  return page.evaluate(
    (by) =>
      new Promise((arrived) => {
        addEventListener('popstate', () => arrived(), { once: true });
        history.go(by);
      }),
    by,
  );
}

/** The question on screen, or null. A topic's ratings belong to the question of the topics. */
export async function questionOnScreen(page) {
  return questionOf(await page.evaluate(readScreen));
}

/** Runs in the page. */
function readScreen() {
  return {
    isQuestion: document.querySelector('form.question') !== null,
    isRating: document.querySelector('.rating') !== null,
    title: document.querySelector('h1').textContent,
  };
}

/** As the questionnaire has it, whatever a made-up language has put around it. */
function asWritten(title) {
  return unmarked(title).trim().replace(/\s+/g, ' ');
}

function questionOf({ isQuestion, isRating, title }) {
  if (!isQuestion) return null;
  const id = isRating ? 'topics' : questionsByTitle.get(asWritten(title));
  if (!id) throw new Error(`No question is called "${title}"`);
  return id;
}

/** Puts an answer into the screen's form, without going on. */
export async function fillIn(page, id, answer) {
  await page.evaluate(fill, await valuesOnScreen(page, id, answer));
}

async function valuesOnScreen(page, id, answer) {
  const question = bundle.questions.find((each) => each.id === id);
  const isRating = question.kind === 'topics' && (await page.$('.rating')) !== null;
  return isRating ? ratings(page, answer) : valuesOf(question, answer);
}

/** Runs in the page. */
function fill(values) {
  const form = document.querySelector('form.question');
  const set = (control, value) => {
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  };
  for (const box of form.querySelectorAll('input[type=checkbox]:checked')) box.click();
  for (const [name, wanted] of values) {
    const controls = [...form.querySelectorAll(`[name="${name}"]`)];
    const typed = controls.find(({ type }) => !['radio', 'checkbox'].includes(type));
    const choice = controls.find(({ value }) => value === wanted);
    if (typed && !choice) set(typed, wanted);
    else if (choice) choice.click();
    else throw new Error(`${name} has no ${wanted}`);
  }
}

/** Names and values of the controls that say an answer. */
function valuesOf({ kind }, answer) {
  const isTyped = kind === 'number' || kind === 'since';
  if (answer === DECLINED) return [[isTyped ? 'declined' : 'answer', '~declined']];
  if (kind === 'since') {
    const [year, month] = answer.split('-');
    return [
      ['year', year],
      ['month', month ? String(Number(month)) : ''],
    ];
  }
  if (kind === 'yes_no') return [['answer', answer ? 'yes' : 'no']];
  if (kind === 'many' || kind === 'topics') {
    const chosen = Array.isArray(answer) ? answer : Object.keys(answer);
    return chosen.length === 0 ? [['answer', '~none']] : chosen.map((each) => ['answer', each]);
  }
  return [['answer', String(answer)]];
}

async function ratings(page, answer) {
  const title = asWritten(await heading(page));
  const topic = Object.keys(answer).find((id) =>
    [texts, welshTexts].some(({ topics }) => topics[id].title === title),
  );
  return Object.entries(answer[topic]).map(([aspect, point]) => [
    `rate-${aspect}`,
    point === DECLINED ? '~declined' : String(point),
  ]);
}

/**
 * Answers every question that comes, until there is none, or one that `answers` does not hold.
 * @param visit called on every screen before it is answered.
 * @returns the ids of the questions in the order asked.
 */
export async function answerAll(page, answers, visit = () => undefined) {
  const asked = [];
  for (let id = await questionOnScreen(page); id !== null; id = await questionOnScreen(page)) {
    if (!(id in answers)) break;
    await visit(id);
    await fillIn(page, id, answers[id]);
    await goOn(page);
    if (asked.at(-1) !== id) asked.push(id);
  }
  return asked;
}

/** From the start page to the results. */
export async function toResults(page, answers, visit = () => undefined) {
  await goOn(page);
  const asked = await answerAll(page, answers, visit);
  if (await page.$('.answers')) {
    await visit('check');
    await goOn(page);
  }
  return asked;
}
