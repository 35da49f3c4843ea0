/** A copy of the tool in the browser, for use without the internet. It holds no answers. */

import { scriptAddress } from './script-address.ts';

/** `kept`: there is one. `newer`: there is one, and a newer takes its place once the tool is closed everywhere. */
export type OfflineCopy = 'none' | 'kept' | 'newer';

const PREFIX = 'waymark-copy-';

/** Null where the browser keeps no copies: over http, in some private windows, in old browsers. */
function workers(): ServiceWorkerContainer | null {
  try {
    return window.isSecureContext && 'caches' in window ? (navigator.serviceWorker ?? null) : null;
  } catch {
    return null;
  }
}

/** Null where there can be no copy. Asks nothing of the network. */
export async function findOfflineCopy(): Promise<OfflineCopy | null> {
  const container = workers();
  if (!container) return null;
  try {
    const registration = await container.getRegistration(scope());
    if (!registration?.active) return 'none';
    return registration.waiting ? 'newer' : 'kept';
  } catch {
    return null;
  }
}

/** Rejects where the copy did not arrive whole, or the browser did not take it. */
export async function keepOfflineCopy(): Promise<void> {
  const registration = await workers()!.register(
    scriptAddress(new URL('service-worker.js', import.meta.url)),
    {
      scope: scope(),
      updateViaCache: 'none',
    },
  );
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (worker) await untilActive(worker);
}

function untilActive(worker: ServiceWorker): Promise<void> {
  return new Promise((kept, refused) => {
    const look = (): void => {
      if (worker.state === 'activated') kept();
      if (worker.state === 'redundant') refused(new Error('The copy did not arrive whole.'));
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/** Rejects where something of the copy is left. */
export async function removeOfflineCopy(): Promise<void> {
  const registration = await workers()?.getRegistration(scope());
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const gone = await Promise.all([
    registration?.unregister() ?? true,
    ...names.map((name) => caches.delete(name)),
  ]);
  if (!gone.every(Boolean)) throw new Error('A part of the copy could not be removed.');
}

function scope(): string {
  return new URL('./', import.meta.url).href;
}
