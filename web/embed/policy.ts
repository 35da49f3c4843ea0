/** What a page with a Content-Security-Policy must allow for the tool to work in it. */
import type { Options } from './options.ts';

export function directivesFor({ way, isInline }: Options, origin: string): string[] {
  if (way === 'link') return [];
  if (way === 'frame') return [`frame-src ${origin}`];
  // Styles come as adopted style sheets, which no directive is about.
  return isInline
    ? [`script-src ${origin} 'wasm-unsafe-eval'`, `connect-src ${origin}`]
    : [`script-src ${origin}`, `frame-src ${origin}`];
}
