/**
 * The browser engines found on this machine, used in one way.
 * CHROMIUM, FIREFOX and WEBKIT_DRIVER may say where they are; WAYMARK_ENGINES=firefox,... picks some of them.
 */
import { close, cookies, findChromium, launch, open, openBeside } from './browser.mjs';
import { findFirefox, launchFirefox, openInFirefox } from './firefox.mjs';
import { frame } from './frames.mjs';
import * as webDriver from './webdriver-page.mjs';
import { findWebKit, launchWebKit } from './webkit.mjs';

/** What Puppeteer does alike in the engines that it drives. */
const puppeteer = { close, cookies, frame, openBeside };

const all = [
  { ...puppeteer, name: 'Chromium', find: findChromium, launch, open },
  { ...puppeteer, name: 'Firefox', find: findFirefox, launch: launchFirefox, open: openInFirefox },
  { ...webDriver, name: 'WebKitGTK', find: findWebKit, launch: launchWebKit },
];

export const engines = pick(process.env.WAYMARK_ENGINES);

function pick(names) {
  const found = all.filter(({ find }) => find() !== undefined);
  if (!names) {
    if (found.length === 0) throw new Error('No browser found. Name one in CHROMIUM.');
    return found;
  }
  return names.split(',').map((name) => {
    const engine = found.find((each) => each.name.toLowerCase() === name.trim().toLowerCase());
    if (!engine) throw new Error(`WAYMARK_ENGINES asks for ${name}, which is not found here`);
    return engine;
  });
}
