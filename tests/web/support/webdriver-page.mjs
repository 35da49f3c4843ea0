/** A page over WebDriver, which the tests use as they use Puppeteer's: the part of it that they need. */
import path from 'node:path';
import { By, Key } from 'selenium-webdriver';
import { keepLog, setToday, watchPolicy } from './before-page.mjs';
import { findFrame } from './frames.mjs';
import { READY } from './ready.mjs';
import { standIn } from './stand-in.mjs';

/** Longer than anything takes on a slow machine, and how often to look, in milliseconds. */
const PATIENCE = 15_000;
const OFTEN = 10;

const KEYS = {
  ArrowDown: Key.ARROW_DOWN,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  Backspace: Key.BACK_SPACE,
  Delete: Key.DELETE,
  End: Key.END,
  Enter: Key.RETURN,
  Escape: Key.ESCAPE,
  Home: Key.HOME,
  Shift: Key.SHIFT,
  Space: Key.SPACE,
  Tab: Key.TAB,
};

/**
 * Opens a page in a window of its own and on a port of its own, so that it shares nothing with other pages.
 * The options and what comes back are those of `open` in browser.mjs, with two differences: `requests` has only what
 * was asked of the site, and `log` is brought up to date by each call that looks into the page. If the test brings
 * `servers`, they must put `scriptBefore` into what they serve.
 */
export async function open(browser, address, options = {}) {
  const { intercept, servers } = options;
  if (servers) return openAt(browser, address, servers, options);
  const server = await standIn(address, { script: scriptBefore(options), intercept });
  return openAt(browser, address, [server], options);
}

/** Opens a second tab of the same person. Its day is that of the first, whose servers it uses. */
export async function openBeside(page, address, options = {}) {
  const second = await openAt(page.browser, address, page.servers, options);
  page.beside.push(second);
  return second;
}

async function openAt(browser, address, servers, options) {
  const { width = 900, height = 800, wait = READY } = options;
  const { driver } = browser;
  await driver.switchTo().newWindow('window');
  const place = { window: await driver.getWindowHandle(), frames: [] };
  browser.current = place;
  await driver.manage().setTimeouts({ script: PATIENCE, pageLoad: PATIENCE });
  const page = pageAt(browser, place, servers, address);
  try {
    await resize(page, driver, { width, height });
    await page.goto(address);
    if (wait) await page.waitForSelector(wait);
  } catch (error) {
    await close(page);
    throw error;
  }
  return page;
}

export async function close({ browser, atPage, beside, servers }) {
  await atPage((driver) => driver.manage().deleteAllCookies());
  for (const each of beside) await each.atPage((driver) => driver.close());
  await atPage((driver) => driver.close());
  browser.current = browser.first;
  await browser.driver.switchTo().window(browser.first.window);
  for (const server of servers) server.stop();
}

/** Waits for a frame of a page, or of another frame: see `frame` in frames.mjs. */
export async function frame(page, selector, { wait = READY } = {}) {
  const element = await until(`"${selector}" is a frame or has one`, () =>
    page.atPage((driver) => driver.executeScript(`return (${findFrame})(...arguments)`, selector)),
  );
  const { browser, log, place } = page;
  const inside = contextAt(browser, { ...place, frames: [...place.frames, element] }, log);
  inside.iframe = page.handleOf(element);
  if (wait) await inside.waitForSelector(wait);
  return inside;
}

/** The cookies that the browser holds for the page. */
export function cookies({ atPage }) {
  return atPage((driver) => driver.manage().getCookies());
}

/** What a server must put into each document for the options of `open`. */
export function scriptBefore({ today, before = [] }) {
  const functions = [watchPolicy, keepLog, ...before].map((each) => `(${each})()`);
  if (today) functions.push(`(${setToday})(${JSON.stringify(today)})`);
  return functions.join(';\n');
}

/** The window's own bars take some of its height, it has a least width, and it takes its size in its own time. */
async function resize(page, driver, { width, height }) {
  const window = driver.manage().window();
  await until(`the window shows ${width} by ${height}`, async () => {
    const [shownWidth, shownHeight] = await page.evaluate(() => [innerWidth, innerHeight]);
    if (shownWidth === width && shownHeight === height) return true;
    const outer = await window.getRect();
    const bars = outer.height - shownHeight;
    await window.setRect({ x: 0, y: 0, width, height: height + bars });
    return false;
  });
}

function pageAt(browser, place, servers, address) {
  const page = contextAt(browser, place, []);
  const { atPage } = page;
  // Without any, the page is opened where it is.
  const [{ heard, address: reached } = { heard: [], address }] = servers;
  const isTheirs = servers.some((server) => origin(server.address) === origin(address));
  const reach = (at) => (isTheirs ? at : at.replace(origin(address), origin(reached)));
  const own = {
    servers,
    beside: [],
    goto: (at) => atPage((driver) => driver.get(reach(at))),
    reload: () => atPage((driver) => driver.navigate().refresh()),
    title: () => atPage((driver) => driver.getTitle()),
  };
  Object.assign(page, own);
  return Object.defineProperty(page, 'requests', { get: () => heard.map(({ url }) => url) });
}

function origin(address) {
  return new URL(address).origin;
}

/** What a page and a frame have alike. `place`: the window, and the frames that lead from it to the document. */
function contextAt(browser, place, log) {
  const atPage = async (act) => {
    await enter(browser, place);
    return act(browser.driver);
  };
  const run = async (source, args = []) => {
    const given = args.map((each) => each?.element ?? each);
    const told = await atPage((driver) => driver.executeAsyncScript(calling(source), ...given));
    const { value, error, lines } = JSON.parse(told);
    log.push(...lines);
    if (error !== undefined) throw new Error(error);
    return value;
  };
  const handleOf = (element) => ({
    element,
    evaluate: (what, ...args) => run(what, [element, ...args]),
  });
  const $ = async (selector) => {
    const [element] = await atPage((driver) => driver.findElements(By.css(selector)));
    return element ? handleOf(element) : null;
  };
  return {
    browser,
    place,
    atPage,
    handleOf,
    log,
    $,
    evaluate: (what, ...args) => run(what, args),
    $eval: (selector, what, ...args) => run(onFirst(what), [selector, ...args]),
    $$eval: (selector, what, ...args) => run(onAll(what), [selector, ...args]),
    waitForSelector: (selector) => until(`"${selector}" is there`, () => $(selector)),
    waitForFunction: (what, _options, ...args) => until(what, () => run(what, args)),
    click: (selector) => atPage((driver) => driver.findElement(By.css(selector)).click()),
    setFiles: (selector, ...files) =>
      atPage((driver) =>
        driver
          .findElement(By.css(selector))
          .sendKeys(files.map((each) => path.resolve(each)).join('\n')),
      ),
    keyboard: keyboardOf(atPage),
  };
}

/** The driver speaks to one document at a time. */
async function enter(browser, place) {
  if (browser.current === place) return;
  const { driver, current } = browser;
  browser.current = undefined;
  if (current?.window === place.window) await driver.switchTo().defaultContent();
  else await driver.switchTo().window(place.window);
  for (const element of place.frames) await driver.switchTo().frame(element);
  browser.current = place;
}

/** JSON, because WebDriver would make null of what is undefined. */
function calling(source) {
  return `const given = [...arguments];
    const done = given.pop();
    const tell = (told) => done(JSON.stringify({ ...told, lines: window.logKept?.splice(0) ?? [] }));
    (async () => (${source})(...given))().then(
      (value) => tell({ value }),
      (error) => tell({ error: error?.message ?? String(error) }),
    );`;
}

function onFirst(what) {
  return `(selector, ...rest) => {
    const element = document.querySelector(selector);
    if (!element) throw new Error('There is no ' + selector);
    return (${what})(element, ...rest);
  }`;
}

function onAll(what) {
  return `(selector, ...rest) => (${what})([...document.querySelectorAll(selector)], ...rest)`;
}

async function until(what, look) {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const found = await look();
    if (found) return found;
    await new Promise((waited) => setTimeout(waited, OFTEN));
  }
  throw new Error(`Waited for too long: ${what}`);
}

function keyboardOf(atPage) {
  const keyOf = (name) => KEYS[name] ?? name;
  const send = (act) => atPage((driver) => act(driver.actions()).perform());
  return {
    press: (name) => send((actions) => actions.sendKeys(keyOf(name))),
    type: (text) => send((actions) => actions.sendKeys(text)),
    down: (name) => send((actions) => actions.keyDown(keyOf(name))),
    up: (name) => send((actions) => actions.keyUp(keyOf(name))),
  };
}
