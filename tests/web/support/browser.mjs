/** A real browser, and pages in it that remember what they did. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { setToday, watchPolicy } from './before-page.mjs';
import { answerInstead } from './intercept.mjs';
import { findProgram } from './programs.mjs';
import { READY } from './ready.mjs';

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

export function findChromium() {
  return findProgram(process.env.CHROMIUM, ...PLACES);
}

/** Starts a Chromium of its own, with nothing kept from any other. */
export async function launch() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found. Name one in CHROMIUM.');
  const userDataDir = await mkdtemp(path.join(tmpdir(), 'waymark-browser-'));
  const browser = await puppeteer.launch({ executablePath, userDataDir, args: FLAGS });
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
 * @param {object} options `today`: the date the device claims; `before`: functions to run in every document before
 *   its own scripts; `stalls`: that the page will not load to its end by itself; `intercept`: answers by path in the server's place; `servers`: those that the test started for
 *   this page, which stop when it is closed.
 * @returns the page, with `log`: the console's lines, `requests`, and `setFiles`, which chooses files as a
 * person would.
 */
export async function open(browser, address, options = {}) {
  return openIn(await browser.createBrowserContext(), address, options);
}

/** Opens a second tab of the same person. */
export function openBeside(page, address, options) {
  return openIn(page.browserContext(), address, options);
}

async function openIn(context, address, options) {
  const { width = 900, height = 800, today, before = [], intercept, wait = READY } = options;
  const { scripts = true, stalls = false } = options;
  const page = await context.newPage();
  page.servers = options.servers ?? [];
  page.setFiles = async (selector, ...files) => (await page.$(selector)).uploadFile(...files);
  page.log = [];
  page.requests = [];
  page.on('console', (message) => page.log.push(message.text()));
  page.on('pageerror', (error) => page.log.push(String(error)));
  page.on('request', (request) => page.requests.push(request.url()));
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width, height });
  if (!scripts) await page.setJavaScriptEnabled(false);
  await page.evaluateOnNewDocument(watchPolicy);
  if (today) await page.evaluateOnNewDocument(setToday, today);
  for (const each of before) await page.evaluateOnNewDocument(each);
  if (intercept) await answerItself(page, intercept);
  if (stalls) await setOff(page, address);
  else await page.goto(address, { waitUntil: 'load' });
  if (wait) await page.waitForSelector(wait);
  return page;
}

/** Goes to a page without waiting for it. */
async function setOff(page, address) {
  await page.evaluate((address) => void setTimeout(() => (location.href = address)), address);
}

export async function close(page) {
  await page.browserContext().close();
  for (const server of page.servers) server.stop();
}

/** The cookies that the browser holds for the page. */
export function cookies(page) {
  return page.browserContext().cookies();
}

/** `intercept[path]` is a response, or `abort`. */
async function answerItself(page, intercept) {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const answer = answerInstead(intercept, new URL(request.url()).pathname);
    if (answer === undefined) void request.continue();
    else if (answer === 'abort') void request.abort();
    else void request.respond({ status: 200, ...answer });
  });
}
