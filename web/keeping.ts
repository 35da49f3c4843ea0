/**
 * Where answers are kept: in memory, and in the browser's own storage only once the person has asked for it.
 * Other tabs of the tool hear when everything is cleared.
 */
import type { Kept } from './assessor.ts';

/** `memory`: until the page goes. `tab`: until the tab is closed. `device`: until somebody clears them. */
export type Keeping = 'memory' | 'tab' | 'device';
export type Storing = Exclude<Keeping, 'memory'>;

const PREFIX = 'waymark:';
const CHANNEL = 'waymark';
const CLEARED = 'cleared';

/** The browser's storage, or null where it is forbidden: in a sandbox, or by the person's settings. */
function storage(place: Storing): Storage | null {
  try {
    return place === 'tab' ? window.sessionStorage : window.localStorage;
  } catch {
    return null;
  }
}

/** Where the browser lets answers be kept. */
export function storesOffered(): Storing[] {
  return (['tab', 'device'] as const).filter((place) => storage(place) !== null);
}

/** @returns whether the browser took it; it may be full, or forbid it only now. */
export function keep(place: Storing, pack: string, kept: Kept): boolean {
  try {
    const store = storage(place);
    store?.setItem(PREFIX + pack, JSON.stringify(kept));
    return store !== null;
  } catch {
    return false;
  }
}

/** What is kept of a questionnaire. `unreadable`: something is there, but not as this tool writes it. */
export function findKept(pack: string): { place: Storing; kept: Kept | 'unreadable' } | null {
  for (const place of ['tab', 'device'] as const) {
    const text = read(place, PREFIX + pack);
    if (text !== null) return { place, kept: readKept(text) ?? 'unreadable' };
  }
  return null;
}

function read(place: Storing, key: string): string | null {
  try {
    return storage(place)?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

function readKept(text: string): Kept | null {
  try {
    const { file, about, interview } = JSON.parse(text) as Record<string, unknown>;
    const isList = Array.isArray(about) && about.every((each) => typeof each === 'string');
    const isInterview = interview === 'full' || interview === 'quick';
    return typeof file === 'string' && isList && isInterview ? { file, about, interview } : null;
  } catch {
    return null;
  }
}

/** Whether this tool has kept anything here, of whatever questionnaire. */
export function isAnythingKept(): boolean {
  return (['tab', 'device'] as const).some((place) => keysIn(place).length > 0);
}

function keysIn(place: Storing): string[] {
  try {
    return Object.keys(storage(place) ?? {}).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

/** Forgets one place's copy of a questionnaire. */
export function forget(place: Storing, pack: string): void {
  removeFrom(place, PREFIX + pack);
}

function removeFrom(place: Storing, key: string): void {
  try {
    storage(place)?.removeItem(key);
  } catch {
    // What could not be reached holds nothing of ours.
  }
}

/** Forgets whatever this tool has kept, of every questionnaire. */
export function forgetAll(): void {
  for (const place of ['tab', 'device'] as const)
    for (const key of keysIn(place)) removeFrom(place, key);
}

export function tellOtherTabsToClear(): void {
  channel?.postMessage(CLEARED);
}

export function whenClearedElsewhere(clear: () => void): void {
  channel?.addEventListener('message', ({ data }) => {
    if (data === CLEARED) clear();
  });
}

const channel = /* @__PURE__ */ openChannel();

function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(CHANNEL);
  } catch {
    return null;
  }
}
