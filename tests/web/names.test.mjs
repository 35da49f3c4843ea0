/** What people hear who cannot see the page, read from the browser's own accessibility tree. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessibilityTree } from './support/accessibility.mjs';
import { launch } from './support/browser.mjs';
import { everyScreen } from './support/screens.mjs';
import { bundle, serve, texts, words } from './support/site.mjs';

const INPUTS = ['radio', 'checkbox', 'textbox', 'combobox', 'button', 'link', 'DisclosureTriangle'];
const STAY = ['start', 'start again', 'clear', 'results error', 'results trying', 'fault'];
const ERRORS = Object.keys(words.en).filter((key) => key.startsWith('error.'));

let site;
let chromium;
const screens = new Map();
before(async () => {
  [site, chromium] = await Promise.all([serve(), launch()]);
  await everyScreen(chromium.browser, site.address, 'en', {}, async (page, state) => {
    screens.set(state, {
      tree: await accessibilityTree(page),
      headings: await page.$$eval('h1', (all) => all.length),
      focused: await page.evaluate(() => {
        const { activeElement: element } = document;
        return element.className || element.tagName;
      }),
      title: await page.title(),
      heading: await page.$eval('h1', (h1) => h1.textContent.trim().replace(/\s+/g, ' ')),
    });
  });
});
after(async () => {
  await chromium?.stop();
  site?.stop();
});

function withRole({ tree }, ...roles) {
  return tree.filter(({ role }) => roles.includes(role));
}

test('every question is the name of its group or of its field', () => {
  const roles = { one: 'radiogroup', scale: 'radiogroup', yes_no: 'radiogroup', many: 'group' };
  for (const [kind, role] of Object.entries({ ...roles, since: 'group', topics: 'group' })) {
    const screen = screens.get(kind);
    const names = withRole(screen, role).map(({ name }) => name);
    assert.ok(names.includes(screen.heading), `${kind}: "${screen.heading}" names no ${role}`);
  }
  const number = screens.get('number');
  assert.deepEqual(
    withRole(number, 'textbox').map(({ name }) => name),
    [number.heading],
  );
});

test('each rating is named by what is rated', () => {
  const { aspects } = texts.questions.topics;
  const names = withRole(screens.get('rate'), 'radiogroup').map(({ name }) => name);
  assert.deepEqual(
    names,
    bundle.questions.find(({ id }) => id === 'topics').aspects.map(({ id }) => aspects[id].title),
  );
});

test('nothing to use is without a name', () => {
  for (const [state, screen] of screens) {
    const nameless = withRole(screen, ...INPUTS).filter(({ name }) => name === '');
    assert.deepEqual(nameless, [], state);
  }
  assert.ok(withRole(screens.get('many'), 'checkbox').length > 3);
});

test('radios and boxes are named by their option alone', () => {
  const { options, decline } = texts.questions.role;
  const names = withRole(screens.get('one'), 'radio').map(({ name }) => name);
  const { options: asked } = bundle.questions.find(({ id }) => id === 'role');
  assert.equal(decline, undefined);
  assert.deepEqual(
    names,
    asked.map((option) => options[option]),
  );
});

test('what is wrong describes its field or its group', () => {
  const messages = ERRORS.map((key) => words.en[key].split('{')[0]).filter(
    (text) => text.length > 6,
  );
  for (const [state, screen] of screens) {
    if (!state.endsWith(' error')) continue;
    const invalid = screen.tree.filter(({ isInvalid }) => isInvalid);
    const described = screen.tree.filter(({ description }) =>
      messages.some((message) => description.includes(message)),
    );
    assert.ok(described.length > 0, `${state}: no field is described by a message`);
    assert.ok(invalid.length > 0, `${state}: no field is marked as invalid`);
    assert.match(screen.title, state.startsWith('results') ? /Results/ : /^Error: /, state);
  }
});

test('every screen has one main heading, and the focus goes to it or to what is wrong', () => {
  for (const [state, { headings, focused }] of screens) {
    assert.equal(headings, 1, state);
    // Some states come of a button that keeps the person where they are; nothing has been asked for at the start.
    if (STAY.includes(state)) continue;
    assert.equal(focused, state.endsWith(' error') ? 'error-summary' : 'H1', state);
  }
});

test('the frame of each screen is a banner, a main part and a footer', () => {
  for (const [state, screen] of screens) {
    assert.equal(withRole(screen, 'main').length, 1, state);
    assert.equal(withRole(screen, 'banner').length, 1, state);
    assert.equal(withRole(screen, 'contentinfo').length, 1, state);
  }
});

test('links and buttons of the results tell programmes apart', () => {
  const names = withRole(screens.get('results unfolded'), 'link').map(({ name }) => name);
  const visits = names.filter((name) => name.startsWith(words.en['card.visit']));
  assert.ok(visits.length > 3);
  assert.equal(new Set(visits).size, visits.length);
});
