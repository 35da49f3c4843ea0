/**
 * A server in front of the site, for engines that cannot put a script into a page or answer a request themselves.
 * It passes everything on, except that a page's own first script comes second, after the one of the tests.
 */
import http from 'node:http';

const SCRIPT = '/before-page.js';

/**
 * @param {string} address what it stands in front of.
 * @param {object} options `script`: what runs before the page's own scripts; `intercept`: answers by path, each a
 *   response or `abort`.
 * @returns `address`, the same place behind it; `requests`, as the site would see them; `stop`.
 */
export async function standIn(address, { script, intercept = {} }) {
  const requests = [];
  const server = http.createServer((request, response) => {
    const url = new URL(request.url, address);
    if (url.pathname === SCRIPT) return send(response, { contentType: 'text/javascript' }, script);
    requests.push(url.href);
    const answer = intercept[url.pathname];
    if (answer === 'abort') return request.socket.destroy();
    if (answer !== undefined) return send(response, answer, answer.body);
    return passOn(request, response, url);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  // A test that fails before it stops this must not keep the tests from ending.
  server.unref();
  const { port } = server.address();
  return {
    address: Object.assign(new URL(address), { hostname: '127.0.0.1', port }).href,
    requests,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function send(response, { status = 200, contentType, headers = {} }, body) {
  const type = contentType === undefined ? {} : { 'Content-Type': contentType };
  response.writeHead(status, { ...type, ...headers });
  response.end(isPage(contentType) ? withScript(String(body)) : body);
}

function passOn(request, response, url) {
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
      response.writeHead(answer.statusCode, rest);
      response.end(withScript(Buffer.concat(parts).toString()));
    });
  });
  asked.on('error', () => request.socket.destroy());
  request.pipe(asked);
}

function isPage(type) {
  return type?.startsWith('text/html') ?? false;
}

/** A file of the same origin, because the page's policy allows no script within it. */
function withScript(html) {
  return html.replace('<script', `<script src="${SCRIPT}"></script><script`);
}
