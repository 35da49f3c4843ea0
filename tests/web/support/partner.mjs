/** A partner's page on another origin, with what its editor pasted into it. */
import http from 'node:http';
import { open } from './browser.mjs';
import { LEEDS_TODAY } from './people.mjs';
import { READY } from './ready.mjs';

/** Serves partners' pages, each under an address of its own. */
export async function servePartners(browser) {
  const pages = [];
  const server = http.createServer(({ url }, response) => {
    const { html = '', policy } = pages[Number(url.slice(1))] ?? {};
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (policy) response.setHeader('Content-Security-Policy', policy);
    response.end(html);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    /**
     * Opens a page with `pasted` in it.
     * @param options as when opening any page, and `policy`: its Content-Security-Policy; `head`: more HTML.
     */
    open: (pasted, { policy, head = '', ...options } = {}) => {
      const at = pages.push({ html: pageAround(pasted, head), policy }) - 1;
      const address = `http://localhost:${server.address().port}/${at}`;
      return open(browser, address, { today: LEEDS_TODAY, wait: 'p', ...options });
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function pageAround(pasted, head) {
  return `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>A charity</title>
    ${head}<h2>Our page</h2>${pasted}<p>More of our page</p></html>`;
}

/** The frame that the tool is in, once its first screen is there. */
export async function framed(page, selector = 'waymark-assessment >>> iframe') {
  // What happens in a shadow root is no change of the page, which a wait for less would wait for.
  const handle = await page.waitForSelector(selector, { visible: true });
  const inside = await handle.contentFrame();
  await inside.waitForSelector(READY);
  return inside;
}

/** The element, once it has drawn the first screen into itself. */
export function inlined(page) {
  return page.waitForFunction(() =>
    document.querySelector('waymark-assessment')?.shadowRoot?.querySelector('.start'),
  );
}

/** The page that the first link leads to, as when somebody follows it. */
export async function followed(page) {
  const address = await page.$eval('a', ({ href }) => href);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForSelector(READY);
  return page;
}
