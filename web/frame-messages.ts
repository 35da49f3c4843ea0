/** The frame's side of the conversation with the page around it. */
import type { FrameMessage } from './messages.ts';

/** Any page may hold the frame, so the target is open; messages therefore say nothing about the person. */
export function tellHost(message: FrameMessage): void {
  if (window.parent !== window) window.parent.postMessage(message, '*');
}

/** Keeps the host told how tall the tool is. */
export function sendSize(root: HTMLElement): void {
  let last = 0;
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === last || height === 0) return;
    last = height;
    tellHost({ waymark: 1, type: 'size', height });
  });
  observer.observe(root);
}
