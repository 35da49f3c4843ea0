/** Firefox, as it is installed. Its pages are Puppeteer's, as Chromium's are: see browser.mjs. */
import puppeteer from 'puppeteer-core';
import { open } from './browser.mjs';
import { findProgram } from './programs.mjs';

/** Nothing listens there. */
const NOWHERE = { host: '127.0.0.1', port: 9 };

const PREFERENCES = {
  // Firefox asks its makers for settings again and again, so what is not for this machine goes nowhere.
  'network.proxy.type': 1,
  'network.proxy.http': NOWHERE.host,
  'network.proxy.http_port': NOWHERE.port,
  'network.proxy.ssl': NOWHERE.host,
  'network.proxy.ssl_port': NOWHERE.port,
  'network.proxy.allow_bypass': false,
  'network.proxy.failover_direct': false,
  'network.dns.disablePrefetch': true,
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
