/** Pages of other people that hold the tool, opened in any engine in one way. */
import { serveHost, standIn } from './stand-in.mjs';

const PAGE = '/host.html';

/**
 * Opens a host's page.
 * @param engine as `inEveryEngine` gives it.
 * @param site what `serve` gave.
 * @param build makes the page of the addresses that it may name: `site`, `script` (the element's), `frame` (the
 *   tool's page for frames) and `host`. Gives `html`, with `headers` if it needs them, and in `beside` further
 *   pages of the host by their path, each again `{ html, headers }`.
 * @param {object} options `origin`: `another`, or the site's `own`; the rest is for `engine.open`.
 * @returns the page, with these `addresses`, and `heard`: each request to the site and to the host, in the order in
 *   which they came.
 */
export async function openHost(engine, site, build, { origin = 'another', ...options } = {}) {
  const pages = {};
  const heard = [];
  const script = engine.scriptBefore?.(options);
  const front = await standIn(site.address, { script, heard, intercept: pages });
  const host = origin === 'own' ? front : await serveHost(pages, { script, heard });
  const addresses = {
    site: front.address,
    script: `${front.address}waymark.js`,
    frame: `${front.address}frame.html`,
    host: host.address,
  };
  const { beside = {}, ...page } = build(addresses);
  for (const [path, each] of Object.entries({ ...beside, [PAGE]: page }))
    pages[path] = responseOf(each);
  const opened = await engine.open(new URL(PAGE, host.address).href, {
    wait: 'body',
    ...options,
    servers: [...new Set([front, host])],
  });
  return Object.assign(opened, { heard, addresses });
}

function responseOf({ html, headers, contentType = 'text/html; charset=utf-8' }) {
  return { contentType, headers: { 'Access-Control-Allow-Origin': '*', ...headers }, body: html };
}
