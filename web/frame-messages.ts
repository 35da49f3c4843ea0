/** The frame's side of the conversation with the page around it. */
import type { Look } from './look.ts';
import { readHostMessage, type FrameMessage } from './messages.ts';

/** Any page may hold the frame, so the target is open; messages therefore say nothing about the person. */
export function tellHost(message: FrameMessage): void {
  if (window.parent !== window) window.parent.postMessage(message, '*');
}

/** Keeps the host told how tall the tool is. */
export function sendSize(root: HTMLElement): void {
  let last = 0;
  const tell = (): void => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === last || height === 0) return;
    last = height;
    tellHost({ waymark: 1, type: 'size', height });
  };
  new ResizeObserver(tell).observe(root);
  // A browser does not lay out a frame that is out of sight, and the host waits to hear that the tool is there.
  new MutationObserver(tell).observe(root, { childList: true, subtree: true });
  tell();
}

/** Hears what the page around the frame asks, and nobody else. */
export function hearHost(onLook: (look: Look) => void): void {
  window.addEventListener('message', ({ source, data }) => {
    const message = source === window.parent ? readHostMessage(data) : null;
    if (message) onLook(message.look);
  });
}
