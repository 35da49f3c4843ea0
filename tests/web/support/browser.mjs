/** A real browser, and pages in it that remember what they did. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Longer than anything takes on a slow machine, in milliseconds. */
const PATIENCE = 15_000;

function findChromium() {
  const found = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (!found) throw new Error('No Chromium found. Name one in CHROMIUM.');
  return found;
}

/** Starts a browser of its own, with nothing kept from any other. */
export async function launch() {
  const userDataDir = await mkdtemp(path.join(tmpdir(), 'waymark-browser-'));
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    userDataDir,
    args: FLAGS,
  });
  return {
    browser,
    stop: async () => {
      await browser.close();
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * Opens a page that shares nothing with other pages.
 * @param {object} options `today`: the date the device claims; `intercept`: answers by path in the server's place.
 * @returns the page, with `log`: the console's lines, `violations`, and `requests`.
 */
export async function open(browser, address, options = {}) {
  return openIn(await browser.createBrowserContext(), address, options);
}

/** Opens a second tab of the same person. */
export function openBeside(page, address, options) {
  return openIn(page.browserContext(), address, options);
}

async function openIn(context, address, options) {
  const { width = 900, height = 800, today, intercept, wait = 'h1' } = options;
  const page = await context.newPage();
  page.setFiles = async (selector, ...files) => (await page.$(selector)).uploadFile(...files);
  page.log = [];
  page.requests = [];
  page.on('console', (message) => page.log.push(message.text()));
  page.on('pageerror', (error) => page.log.push(String(error)));
  page.on('request', (request) => page.requests.push(request.url()));
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width, height });
  await page.evaluateOnNewDocument(watchPolicy);
  if (today) await page.evaluateOnNewDocument(setToday, today);
  if (intercept) await answerInstead(page, intercept);
  await page.goto(address, { waitUntil: 'load' });
  if (wait) await page.waitForSelector(wait);
  return page;
}

export async function close(page) {
  await page.browserContext().close();
}

/** Runs in the page: keeps what its policy forbade. */
function watchPolicy() {
  window.violations = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    window.violations.push(`${violatedDirective} ${blockedURI}`),
  );
}

/** Runs in the page: makes it noon of one day. */
function setToday(today) {
  const [year, month, day] = today.split('-').map(Number);
  const RealDate = Date;
  const noon = new RealDate(year, month - 1, day, 12).getTime();
  window.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length === 0 ? [noon] : given));
    }
    static now() {
      return noon;
    }
  };
}

/** `intercept[path]` is a response, or `abort`. */
async function answerInstead(page, intercept) {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const answer = intercept[new URL(request.url()).pathname];
    if (answer === undefined) void request.continue();
    else if (answer === 'abort') void request.abort();
    else void request.respond({ status: 200, ...answer });
  });
}
