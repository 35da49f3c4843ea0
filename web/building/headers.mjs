/**
 * What a web server should say about each file of the site, once, for the project's own server and for the settings of
 * common static hosts that a release carries.
 */

const ONLY_OURS = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];
const READING = ONLY_OURS.join('; ');

/** The tool speaks to its own server alone, and runs nothing that is not a file of it. */
const TOOL = [...ONLY_OURS, "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"].join(
  '; ',
);

/** The page for editors shows the tool in a frame. */
const EDITING = [
  ...ONLY_OURS,
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "frame-src 'self'",
].join('; ');

/** The policy that each kind of page of ours carries, in its headers and again in its HTML. */
export const POLICIES = { tool: TOOL, reading: READING, editing: EDITING };

/** A file whose name holds a hash never changes; any other is asked for anew, which costs little when it has not. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'no-cache';

/** A frame in a sandbox asks from the origin `null`, so every file is open to every origin. */
const EVERYWHERE = {
  'Access-Control-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** @param {{ isHashed: boolean, policy?: string }} file */
export function headersOf({ isHashed, policy }) {
  return {
    ...EVERYWHERE,
    'Cache-Control': isHashed ? FOR_EVER : ASK_EACH_TIME,
    ...(policy && { 'Content-Security-Policy': policy }),
  };
}
