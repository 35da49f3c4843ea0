/**
 * What the frame may tell the page around it. Nothing here carries an answer, a question
 * or a result, and nothing may be added that does.
 */

/** Raised when a message changes its meaning, so that an old script ignores a new frame. */
export const MESSAGE_VERSION = 1;

export type FrameMessage =
  /** The tool's height in CSS pixels. */
  | { waymark: 1; type: 'size'; height: number }
  /** The person began. */
  | { waymark: 1; type: 'start' }
  /** The person reached the results for the first time. */
  | { waymark: 1; type: 'complete' };

/** Taller than any real page of the tool; a larger claim is not believed. */
const MAX_HEIGHT = 100_000;

/** The message in `data`, or null if it is not exactly one of ours. */
export function readMessage(data: unknown): FrameMessage | null {
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
