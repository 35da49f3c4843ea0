/** A server in front of the site over which some files do not arrive until they are let through. */
import http from 'node:http';

/**
 * @param {RegExp} held paths that wait.
 * @returns `address`; `release`, which lets through what its paths match, or everything; `heard`, the paths that were asked for; `stop`.
 */
export async function slowLine(site, held) {
  const released = [];
  const waiting = new Set();
  const isReleased = (path) => !held.test(path) || released.some((each) => each.test(path));
  const heard = [];
  const server = http.createServer(async (request, response) => {
    heard.push(request.url);
    const path = new URL(request.url, site).pathname;
    if (!isReleased(path)) await new Promise((go) => waiting.add({ path, go }));
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
    release: (only = /./) => {
      released.push(only);
      for (const each of waiting) {
        if (!isReleased(each.path)) continue;
        waiting.delete(each);
        each.go();
      }
    },
    heard,
    stop: () => {
      server.closeAllConnections?.();
      server.close();
    },
  };
}
