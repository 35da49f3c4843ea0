/**
 * What the frame and the page around it may tell each other. Nothing that leaves the frame carries an answer, a
 * question or a result, and nothing may be added that does.
 */
import { readLook, type Look } from './look.ts';

/** Raised when a message changes its meaning, so that an old script ignores a new frame. */
export const MESSAGE_VERSION = 1;

export type FrameMessage =
  /** The tool's height in CSS pixels. */
  | { waymark: 1; type: 'size'; height: number }
  /** The person began. */
  | { waymark: 1; type: 'start' }
  /** The person reached the results for the first time. */
  | { waymark: 1; type: 'complete' };

/** How the tool is to look from now on. */
export type HostMessage = { waymark: 1; type: 'look'; look: Look };

/** Taller than any real page of the tool; a larger claim is not believed. */
const MAX_HEIGHT = 100_000;

/** The frame's message in `data`, or null if it is not exactly one. */
export function readFrameMessage(data: unknown): FrameMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const { waymark, type, height } = data as Record<string, unknown>;
  if (waymark !== MESSAGE_VERSION) return null;
  if (type === 'start' || type === 'complete') return { waymark, type };
  if (type === 'size' && isHeight(height)) return { waymark, type, height };
  return null;
}

function isHeight(height: unknown): height is number {
  return typeof height === 'number' && height > 0 && height <= MAX_HEIGHT;
}

/** The host's message in `data`, or null if it is not exactly one. */
export function readHostMessage(data: unknown): HostMessage | null {
  if (typeof data !== 'object' || data === null) return null;
  const { waymark, type, look } = data as Record<string, unknown>;
  const read = waymark === MESSAGE_VERSION && type === 'look' ? readLook(look) : null;
  return read && { waymark: MESSAGE_VERSION, type: 'look', look: read };
}
