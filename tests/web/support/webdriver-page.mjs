/** A page over WebDriver, which the tests use as they use Puppeteer's: the part of it that they need. */
import path from 'node:path';
import { By, Key } from 'selenium-webdriver';
import { keepLog, setToday, watchPolicy } from './before-page.mjs';
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
 * was asked of the site, and `log` is brought up to date by each call that looks into the page.
 */
export async function openOverWebDriver(browser, address, options = {}) {
  const { width = 900, height = 800, today, intercept, wait = 'h1' } = options;
  const { driver } = browser;
  await driver.switchTo().newWindow('window');
  browser.current = await driver.getWindowHandle();
  await driver.manage().setTimeouts({ script: PATIENCE, pageLoad: PATIENCE });
  const server = await standIn(address, { script: scriptBefore(today), intercept });
  const page = pageAt(browser, browser.current, server, address);
  try {
    await resize(page, driver, { width, height });
    await page.goto(address);
    if (wait) await page.waitForSelector(wait);
  } catch (error) {
    await closeOverWebDriver(page);
    throw error;
  }
  return page;
}

export async function closeOverWebDriver({ browser, atPage, server }) {
  await atPage((driver) => driver.manage().deleteAllCookies());
  await atPage((driver) => driver.close());
  browser.current = browser.first;
  await browser.driver.switchTo().window(browser.first);
  server.stop();
}

function scriptBefore(today) {
  const functions = [`(${watchPolicy})()`, `(${keepLog})()`];
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

function pageAt(browser, handle, server, address) {
  const log = [];
  /** The driver has one window at a time that it speaks to. */
  const atPage = async (act) => {
    if (browser.current !== handle) {
      await browser.driver.switchTo().window(handle);
      browser.current = handle;
    }
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
  const page = {
    browser,
    server,
    atPage,
    log,
    requests: server.requests,
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
    goto: (place) =>
      atPage((driver) => driver.get(place.replace(new URL(address).origin, origin(server)))),
    reload: () => atPage((driver) => driver.navigate().refresh()),
    title: () => atPage((driver) => driver.getTitle()),
  };
  page.keyboard = keyboardOf(atPage);
  return page;
}

function origin({ address }) {
  return new URL(address).origin;
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
