/**
 * A server in front of the site, for engines that cannot put a script into a page or answer a request themselves,
 * and for tests that watch what is asked of the site, or put pages of their own beside it.
 * It passes everything on, except that a page's own first script comes second, after the one of the tests.
 */
import http from 'node:http';
import { allowing, NONCE } from './content-policy.mjs';
import { answerInstead } from './intercept.mjs';

const SCRIPT = '/before-page.js';

/**
 * @param {string} address what it stands in front of.
 * @param {object} options `script`: what runs before the page's own scripts, if anything; `intercept`: answers by
 *   path, each a response or `abort`; `heard`: where requests are noted, if several servers share one list.
 * @returns `address`, the same place behind it; `heard`, each request as the site would get it; `stop`.
 */
export async function standIn(address, { script, intercept = {}, heard = [] }) {
  return listen(address, { script, heard }, (request, response, url, change) => {
    const answer = answerInstead(intercept, url.pathname);
    if (answer === 'abort') return request.socket.destroy();
    if (answer !== undefined) return send(response, answer, change);
    return passOn(request, response, url, change);
  });
}

/**
 * A server of nothing but `pages`, each a response by its path; the rest is that of `standIn`.
 * Its name is another than the site's, and so makes another site of it in every browser's eyes.
 */
export async function serveHost(pages, { script, heard = [] }) {
  return listen('http://localhost/', { script, heard }, (_request, response, url, change) =>
    send(response, pages[url.pathname] ?? NOTHING, change),
  );
}

const NOTHING = { status: 404, contentType: 'text/plain', body: 'Not found\n' };

async function listen(address, { script, heard }, answer) {
  const server = http.createServer((request, response) => {
    const url = new URL(request.url, address);
    if (script !== undefined && url.pathname === SCRIPT)
      return send(response, { contentType: 'text/javascript', body: script });
    hear(heard, request, url);
    const own = `http://${request.headers.host}${SCRIPT}`;
    return answer(request, response, url, script === undefined ? asItIs : withScript(own));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  // A test that fails before it stops this must not keep the tests from ending.
  server.unref();
  const { port } = server.address();
  return {
    address: Object.assign(new URL(address), { port }).href,
    heard,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function hear(heard, request, { href }) {
  const { method, headers } = request;
  const told = { method, url: href, headers, body: '' };
  heard.push(told);
  request.on('data', (part) => (told.body += part));
}

function send(response, { status = 200, contentType, headers = {}, body }, change = asItIs) {
  const type = contentType === undefined ? {} : { 'Content-Type': contentType };
  const all = { ...type, ...headers };
  const sent = isPage(contentType)
    ? change({ headers: all, body: String(body) })
    : { headers: all, body };
  response.writeHead(status, sent.headers);
  response.end(sent.body);
}

function passOn(request, response, url, change) {
  const { method } = request;
  const { 'accept-encoding': _encoding, ...headers } = request.headers;
  // A connection kept for the next request may be one that the site is just closing.
  const options = { agent: false, method, headers: { ...headers, host: url.host } };
  const asked = http.request(url, options, (answer) => {
    if (!isPage(answer.headers['content-type'])) {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
      return;
    }
    const parts = [];
    answer.on('data', (part) => parts.push(part));
    answer.on('end', () => {
      const { 'content-length': _length, ...rest } = answer.headers;
      const sent = change({ headers: rest, body: Buffer.concat(parts).toString() });
      response.writeHead(answer.statusCode, sent.headers);
      response.end(sent.body);
    });
  });
  asked.on('error', () => request.socket.destroy());
  request.pipe(asked);
}

function isPage(type) {
  return type?.startsWith('text/html') ?? false;
}

function asItIs(page) {
  return page;
}

/** A file of the same origin, because the site's policy allows no script within a page; first of all, so that
 * neither a policy nor a base address in the page reaches it. */
function withScript(address) {
  return ({ headers, body }) => ({
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) =>
        name.toLowerCase() === 'content-security-policy'
          ? [name, allowing(value, address)]
          : [name, value],
      ),
    ),
    body: body.replace(
      /^\s*(<!doctype[^>]*>)?\s*(<html[^>]*>)?\s*(<head[^>]*>)?/i,
      `$&<script nonce="${NONCE}" src="${address}"></script>`,
    ),
  });
}
