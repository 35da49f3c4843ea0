/** Serves the built site as a good host does: node web/serve.mjs [--port N] [--root DIR] */
import http from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { headersOf } from './building/headers.mjs';

const HOST = '127.0.0.1';

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
if (!existsSync(path.join(root, 'manifest.json')))
  stop(`${root} is not there yet. Build the site first.`);

const manifest = JSON.parse(readFileSync(path.join(root, 'manifest.json'), 'utf8'));
const headers = headersOf(manifest);
const files = sirv(root, { dev: true, etag: true, brotli: true, gzip: true, setHeaders });
const server = http.createServer((request, response) => {
  files(request, response, () => {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('Not found\n');
  });
});

function setHeaders(response, pathname) {
  for (const [name, value] of Object.entries(headers(pathname))) response.setHeader(name, value);
  if (pathname.endsWith('.wasm')) response.setHeader('Content-Type', 'application/wasm');
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
