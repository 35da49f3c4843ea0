/** The inside of a frame, driven as a page is. */
import { READY } from './ready.mjs';

/** The frame that a selector names, or that is in the open shadow of the element it names. Runs in the page. */
export function findFrame(selector) {
  const element = document.querySelector(selector);
  if (element?.localName === 'iframe') return element;
  return element?.shadowRoot?.querySelector('iframe') ?? null;
}

/**
 * Waits for a frame of Puppeteer's page, or of another frame.
 * @param {string} selector of the frame, or of an element with one in its open shadow.
 * @param {object} options `wait`: what must be in it first.
 * @returns what drives its inside as a page is driven, with `iframe`, the element in the page around it.
 */
export async function frame(page, selector, { wait = READY } = {}) {
  const iframe = (await page.waitForFunction(findFrame, {}, selector)).asElement();
  const inside = await iframe.contentFrame();
  const { log, keyboard } = page;
  const setFiles = async (field, ...files) => (await inside.$(field)).uploadFile(...files);
  Object.assign(inside, { iframe, log, keyboard, setFiles });
  if (wait) await inside.waitForSelector(wait);
  return inside;
}
