/**
 * The browser engines found on this machine, used in one way.
 * CHROMIUM, FIREFOX and WEBKIT_DRIVER may say where they are; WAYMARK_ENGINES=firefox,... picks some of them.
 */
import { close, findChromium, launch, open } from './browser.mjs';
import { findFirefox, launchFirefox, openInFirefox } from './firefox.mjs';
import { closeOverWebDriver, openOverWebDriver } from './webdriver-page.mjs';
import { findWebKit, launchWebKit } from './webkit.mjs';

const all = [
  { name: 'Chromium', find: findChromium, launch, open, openPlain: open, close },
  {
    name: 'Firefox',
    find: findFirefox,
    launch: launchFirefox,
    open: openInFirefox,
    openPlain: openInFirefox,
    close,
  },
  {
    name: 'WebKitGTK',
    find: findWebKit,
    launch: launchWebKit,
    open: openOverWebDriver,
    close: closeOverWebDriver,
  },
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
