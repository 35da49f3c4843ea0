/** A server in front of the site over which some files do not arrive until they are let through. */
import http from 'node:http';

/**
 * @param {RegExp} held paths that wait.
 * @returns `address`; `release`, which lets everything through; `heard`, the paths that were asked for; `stop`.
 */
export async function slowLine(site, held) {
  let release;
  const released = new Promise((done) => (release = done));
  const heard = [];
  const server = http.createServer(async (request, response) => {
    heard.push(request.url);
    if (held.test(new URL(request.url, site).pathname)) await released;
    const { host: _, ...headers } = request.headers;
    http
      .get(new URL(request.url, site), { headers }, (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      })
      .on('error', () => response.destroy());
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    release,
    heard,
    stop: () => {
      server.closeAllConnections?.();
      server.close();
    },
  };
}
