/** Firefox, as it is installed. Its pages are Puppeteer's, as Chromium's are: see browser.mjs. */
import puppeteer from 'puppeteer-core';
import { open } from './browser.mjs';
import { findProgram } from './programs.mjs';

/** Puppeteer's own preferences turn off most of what would ask the network. */
const PREFERENCES = {
  'browser.region.network.url': '',
  'browser.search.update': false,
  'dom.push.connection.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.trr.mode': 5,
  // On some systems Tab leaves out links and buttons until a person asks for them.
  'accessibility.tabfocus': 7,
};

export function findFirefox() {
  return findProgram(process.env.FIREFOX, 'firefox-esr');
}

/** Starts Firefox with a profile of its own, which goes when it stops. */
export async function launchFirefox() {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    extraPrefsFirefox: PREFERENCES,
  });
  return { browser, stop: () => browser.close() };
}

/** See `open` of browser.mjs. */
export async function openInFirefox(browser, address, options) {
  const page = await open(browser, address, options);
  // Puppeteer knows this key of Chromium's by its name, and of Firefox's by its character alone.
  const press = page.keyboard.press.bind(page.keyboard);
  page.keyboard.press = (key, ...rest) => press(key === 'Space' ? ' ' : key, ...rest);
  return page;
}
