/**
 * Keeps a copy of the tool in the browser, once a person has asked for it. A copy is of one version and whole: each file
 * is checked against its hash, a version that does not arrive whole is thrown away, and the next takes over only when no
 * page of the last is open. Frames in other sites' pages, and whatever else is not of the copy, go to the network.
 */

/** Filled in by the build: a name for this version, and the copy's files with the hashes that they must have. */
declare const COPY_NAME: string;
declare const COPY_FILES: readonly (readonly [path: string, integrity: string])[];

/** Of what browsers give a worker, that which is used here: TypeScript knows either pages or workers. */
interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Request_ extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Worker_ extends EventTarget {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
}
const worker = self as unknown as Worker_;

const PREFIX = 'waymark-copy-';
const NAME = PREFIX + COPY_NAME;
const HOME = 'index.html';
const paths = new Set(COPY_FILES.map(([path]) => path));

worker.addEventListener('install', (event) => (event as LifeEvent).waitUntil(fetchCopy()));
worker.addEventListener('activate', (event) => (event as LifeEvent).waitUntil(takeOver()));
worker.addEventListener('fetch', (event) => answer(event as Request_));

async function fetchCopy(): Promise<void> {
  try {
    const cache = await caches.open(NAME);
    await Promise.all(
      COPY_FILES.map(async ([path, integrity]) => {
        const response = await fetch(path, { integrity, cache: 'no-cache' });
        if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
        await cache.put(path, response);
      }),
    );
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(older.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

function answer(event: Request_): void {
  const { method, url } = event.request;
  const { scope } = worker.registration;
  const address = new URL(url);
  const isOurs = method === 'GET' && address.href.startsWith(scope);
  const path = isOurs ? address.pathname.slice(new URL(scope).pathname.length) || HOME : '';
  if (paths.has(path)) event.respondWith(fromCopy(path, event.request));
}

async function fromCopy(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(NAME);
  return (await cache.match(path)) ?? fetch(request);
}
