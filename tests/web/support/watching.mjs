/** All that a page does and leaves which somebody else could see: watched in the page, and from where it is served. */
import { standIn } from './stand-in.mjs';

/** Longer than a request takes that nobody waits for, in milliseconds. */
const QUIET = 300;

/** Opens a page of the site that is watched. Gives the page, with `heard`: each request as the site gets it. */
export async function openWatched(engine, site, place, options) {
  const watched = { ...options, before: [watchDocument] };
  const front = await standIn(site.address, { script: engine.scriptBefore?.(watched) });
  const page = await engine.open(front.address + place, { ...watched, servers: [front] });
  return Object.assign(page, { heard: front.heard, address: front.address });
}

/**
 * Keeps what a document does in `window.watched`: the `ways` it took out of itself or into the browser's keeping, each
 * by its name and what it was given, the history's `states`, and its `titles`. Runs in it before its own scripts.
 */
export function watchDocument() {
  const watched = { ways: [], states: [], titles: [] };
  window.watched = watched;
  const watch = (owner, name, keep) => {
    if (typeof owner?.[name] !== 'function') return;
    const take =
      (called) =>
      (target, ...rest) => {
        keep(rest.at(called), name);
        return Reflect[called === 1 ? 'apply' : 'construct'](target, ...rest);
      };
    owner[name] = new Proxy(owner[name], { apply: take(1), construct: take(0) });
  };
  const watchSetting = (owner, name, keep) => {
    const property = Object.getOwnPropertyDescriptor(owner, name);
    const set = function (value) {
      keep(value, name);
      property.set.call(this, value);
    };
    Object.defineProperty(owner, name, { ...property, set });
  };
  const keepWay = (given, name) => watched.ways.push([name, ...[...given].map(String)]);

  const inWindow = ['fetch', 'open', 'WebSocket', 'EventSource', 'Worker', 'SharedWorker'];
  for (const name of [...inWindow, 'WebTransport', 'RTCPeerConnection'])
    watch(window, name, keepWay);
  for (const [type, ...names] of [
    ['XMLHttpRequest', 'open'],
    ['Navigator', 'sendBeacon'],
    ['Storage', 'setItem'],
    ['IDBFactory', 'open'],
    ['CacheStorage', 'open'],
    ['CookieStore', 'set'],
    ['ServiceWorkerContainer', 'register'],
    ['BroadcastChannel', 'postMessage'],
    ['HTMLFormElement', 'submit', 'requestSubmit'],
    ['Clipboard', 'write', 'writeText'],
  ])
    for (const name of names) watch(window[type]?.prototype, name, keepWay);
  watchSetting(Document.prototype, 'cookie', (value, name) => watched.ways.push([name, value]));
  watchSetting(Document.prototype, 'title', (value) => watched.titles.push(value));
  for (const name of ['pushState', 'replaceState'])
    watch(History.prototype, name, ([state]) => watched.states.push(state));
}

/** What the document did until now, as `watchDocument` kept it, with `resources`: the addresses of all it loaded. */
export function whatWasDone(page) {
  return page.evaluate(() => ({
    ...window.watched,
    resources: performance.getEntriesByType('resource').map(({ name }) => name),
  }));
}

/** What the document leaves where others could find it. Where the browser offers no such place it leaves nothing. */
export function traceOf(page) {
  return page.evaluate(async () => {
    const count = async (list) => {
      try {
        return (await list()).length;
      } catch {
        return 0;
      }
    };
    return {
      address: location.href,
      title: document.title,
      state: history.state,
      length: history.length,
      name: window.name,
      cookie: document.cookie,
      local: { ...localStorage },
      session: { ...sessionStorage },
      databases: await count(() => indexedDB.databases()),
      caches: await count(() => caches.keys()),
      workers: await count(() => navigator.serviceWorker.getRegistrations()),
    };
  });
}

/** Waits until what was asked for without waiting has been heard. */
export async function untilQuiet(heard) {
  for (let count; count !== heard.length;) {
    count = heard.length;
    await new Promise((waited) => setTimeout(waited, QUIET));
  }
}
