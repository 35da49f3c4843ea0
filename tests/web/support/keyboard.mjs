/** A person who has a keyboard and nothing else. */
import assert from 'node:assert/strict';
import { questionOnScreen } from './person.mjs';
import { bundle, texts, welshTexts, words } from './site.mjs';

/** More presses of Tab than any screen needs. */
const FAR = 60;

/** From the start to the results. Fails where the focus cannot be seen or cannot get to what is needed. */
export async function keyboardJourney(page, answers, lang = 'en') {
  const word = words[lang];
  await tabTo(page, ({ text }) => text === word['start.button']);
  await leave(page, 'Space');
  for (let id = await questionOnScreen(page); id !== null; id = await questionOnScreen(page)) {
    await answer(page, id, answers[id], word);
  }
  await tabTo(page, ({ text }) => text === word['check.results']);
  await leave(page, 'Enter');
}

async function answer(page, id, value, word) {
  const { kind } = bundle.questions.find((question) => question.id === id);
  switch (kind) {
    case 'number':
      await tabTo(page, ({ type }) => type === 'text');
      await page.keyboard.type(String(value));
      return leave(page, 'Enter');
    case 'since': {
      const [year, month] = value.split('-');
      await tabTo(page, ({ type }) => type === 'select-one');
      await page.keyboard.type(word[`month.${Number(month)}`]);
      await tabTo(page, ({ name }) => name === 'year');
      await page.keyboard.type(year);
      return leave(page, 'Enter');
    }
    case 'many':
      return tick(page, value.length === 0 ? ['~none'] : value, word);
    case 'topics':
      if (await page.$('.rating')) return rate(page, value);
      return tick(page, Object.keys(value), word);
    case 'yes_no':
      return chooseAndGo(page, 'answer', value ? 'yes' : 'no');
    default:
      return chooseAndGo(page, 'answer', String(value));
  }
}

async function tick(page, values, word) {
  for (const value of values) {
    await tabTo(page, (focus) => focus.value === value);
    await page.keyboard.press('Space');
  }
  await tabTo(page, ({ text }) => text === word['question.continue']);
  await leave(page, 'Space');
}

async function rate(page, answer) {
  const title = await page.$eval('h1', (h1) => h1.textContent.trim());
  const topic = Object.keys(answer).find((id) =>
    [texts, welshTexts].some(({ topics }) => topics[id].title === title),
  );
  for (const [aspect, point] of Object.entries(answer[topic])) {
    await choose(page, `rate-${aspect}`, String(point));
  }
  await leave(page, 'Enter');
}

async function chooseAndGo(page, name, value) {
  await choose(page, name, value);
  await leave(page, 'Enter');
}

/** Tab reaches a group of radios as one, and arrows move within it. */
async function choose(page, name, value) {
  let focus = await tabTo(page, (each) => each.name === name);
  await page.keyboard.press('Space');
  for (let press = 0; focus.value !== value; press += 1) {
    assert.ok(press < FAR, `arrows do not reach ${value}`);
    await page.keyboard.press('ArrowDown');
    focus = await focused(page);
  }
}

async function tabTo(page, isIt) {
  for (let press = 0; press < FAR; press += 1) {
    const focus = await focused(page);
    if (isIt(focus)) {
      assert.ok(focus.isVisible, `the focus on ${JSON.stringify(focus)} cannot be seen`);
      return focus;
    }
    await page.keyboard.press('Tab');
  }
  return assert.fail('Tab does not get there');
}

function focused(page) {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { type, name, value, textContent } = element;
    return {
      type,
      name,
      value,
      text: textContent.trim(),
      isVisible: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    };
  });
}

/** Presses a key that leads to a new screen. */
async function leave(page, key) {
  await page.$eval('h1', (h1) => h1.setAttribute('data-seen', ''));
  await page.keyboard.press(key);
  await page.waitForSelector('h1:not([data-seen])');
}
