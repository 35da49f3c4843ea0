import http from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Made once a run, as a good host does. */
export async function compressed(files) {
  const entries = [...files].map(async ([name, bytes]) => [
    name,
    {
      raw: bytes.length,
      bytes: await brotli(bytes, {
        params: {
          [zlib.constants.BROTLI_PARAM_QUALITY]: zlib.constants.BROTLI_MAX_QUALITY,
          [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      }),
    },
  ]);
  return new Map(await Promise.all(entries));
}

/**
 * Serves compressed files from memory at an address of their own.
 * @param {{ policy?: string }} options `policy`: a Content-Security-Policy that every file comes with.
 * @returns its `address`, what was `sent` so far, and `stop`.
 */
export async function serve(files, { policy } = {}) {
  const sent = [];
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const name = decodeURIComponent(pathname.slice(1)) || 'index.html';
    const file = files.get(name);
    if (!file) {
      response.writeHead(name === 'favicon.ico' ? 204 : 404).end();
      return;
    }
    sent.push({ name, raw: file.raw, bytes: file.bytes.length });
    response.writeHead(200, {
      'Content-Type': TYPES[path.extname(name)] ?? 'application/octet-stream',
      'Content-Encoding': 'br',
      'Content-Length': file.bytes.length,
      'Cache-Control': 'no-store',
      ...(policy ? { 'Content-Security-Policy': policy } : {}),
    });
    response.end(file.bytes);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    sent,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
