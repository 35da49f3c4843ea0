/** Serves the built site: node web/serve.mjs [--port N] [--root DIR] */
import http from 'node:http';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

const HOST = '127.0.0.1';
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "img-src 'self'; base-uri 'none'; form-action 'none'";

/** Other pages of the site show how to embed the tool, and need a host's freedom. */
const TOOL_PAGES = ['/', '/index.html', '/frame.html'];

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8080' }, root: { type: 'string' } },
});
const port = Number(values.port);
const root =
  values.root ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '../build/site');

function stop(message) {
  console.error(message);
  process.exit(1);
}

if (!Number.isInteger(port) || port < 0 || port > 65535)
  stop(`--port ${values.port} is not a port number.`);
if (!existsSync(root)) stop(`${root} is not there yet. Build the site first.`);

const files = sirv(root, { dev: true, etag: true, setHeaders });
const server = http.createServer((request, response) => {
  files(request, response, () => {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('Not found\n');
  });
});

/** A frame in a sandbox asks from the origin `null`, so every file is open to every origin. */
function setHeaders(response, pathname) {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  if (pathname.endsWith('.wasm')) response.setHeader('Content-Type', 'application/wasm');
  if (TOOL_PAGES.includes(pathname)) {
    response.setHeader('Content-Security-Policy', POLICY);
  }
}

server.on('error', (error) => {
  if (error.code === 'EADDRINUSE') {
    stop(`Port ${port} is in use. Choose another with --port N.`);
  }
  stop(error.message);
});
server.listen(port, HOST, () => {
  console.log(`Waymark is at http://${HOST}:${server.address().port}/`);
});
