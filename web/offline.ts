/** A copy of the tool in the browser, for use without the internet. It holds no answers. */

import { scriptAddress } from './script-address.ts';

/** `kept`: there is one. `newer`: there is one, and a newer takes its place once the tool is closed everywhere. */
export type OfflineCopy = 'none' | 'kept' | 'newer';

const PREFIX = 'waymark-copy-';

/** Milliseconds between two looks at a copy that is still arriving. */
const OFTEN = 100;

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
  const container = workers()!;
  await container.register(scriptAddress(new URL('service-worker.js', import.meta.url)), {
    scope: scope(),
    updateViaCache: 'none',
  });
  // Looked at again and again: WebKit does not always tell the page of a worker's new state.
  for (;;) {
    const registration = await container.getRegistration(scope());
    if (registration?.active) return;
    if (!registration?.installing && !registration?.waiting)
      throw new Error('The copy did not arrive whole.');
    await new Promise((waited) => setTimeout(waited, OFTEN));
  }
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
