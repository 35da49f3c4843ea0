/**
 * What a web server should say about each file of the site, once: for the project's own server, and for the settings of
 * common static hosts that a release carries.
 */

const STATIC = {
  'default-src': "'none'",
  'style-src': "'self'",
  'img-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** A tool speaks to its own server alone, and runs nothing that is not a file of it. */
const SCRIPTED = {
  ...STATIC,
  'script-src': "'self' 'wasm-unsafe-eval'",
  'connect-src': "'self'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'lit-html waymark',
};

/** A page to read runs nothing. */
export const READING_POLICY = policy(STATIC);

/** Shown inline, the tool runs in the editors' page beside the element's own script. */
export const EDITING_POLICY = policy({
  ...SCRIPTED,
  'frame-src': "'self'",
  'trusted-types': `${SCRIPTED['trusted-types']} 'allow-duplicates'`,
});

/**
 * The policy of a page that holds the tool.
 * @param {{ style: string, script: string }} within the hashes of what stands in the page itself.
 */
export function toolPolicy({ style, script }, isSandboxed = false) {
  // WebKit takes 'self' for the origin of the document, which a sandbox takes away, so that nothing would load. What
  // loads is still held to its hashes.
  const also = isSandboxed ? ' http:' : '';
  return policy({
    ...SCRIPTED,
    'script-src': `${SCRIPTED['script-src']} '${script}'${also}`,
    'style-src': `${SCRIPTED['style-src']} '${style}'${also}`,
    'img-src': `${SCRIPTED['img-src']}${also}`,
    'connect-src': `${SCRIPTED['connect-src']}${also}`,
  });
}

/** Only a server can say this: the tool's own page is not for frames, which `frame.html` is for. */
const UNFRAMED = "frame-ancestors 'none'";

function policy(directives) {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** A file whose name holds a hash never changes; any other is asked for anew, which costs little when it has not. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'no-cache';

/** A frame in a sandbox asks from the origin `null`, so every file is open to every origin. */
export const EVERYWHERE = {
  'Access-Control-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** Pages that are not for frames. */
const ALONE = new Set(['index.html', 'embed.html']);

/** The headers of one path of the site, beside those of every file. */
export function ownHeaders(path, { policies }, hashed) {
  const policy = policies[path] ?? (path.endsWith('.html') ? READING_POLICY : undefined);
  return {
    'Cache-Control': hashed.has(path) ? FOR_EVER : ASK_EACH_TIME,
    ...(policy && {
      'Content-Security-Policy': ALONE.has(path) ? `${policy}; ${UNFRAMED}` : policy,
    }),
  };
}

/** Paths whose names hold a hash. */
export function hashedPaths({ files }) {
  return new Set(
    Object.entries(files)
      .filter(([name, { path }]) => name !== path)
      .map(([, { path }]) => path),
  );
}

/** @returns a function that gives the headers of a path as it is asked for, as `/` or `/page-abc.js`. */
export function headersOf(manifest) {
  const hashed = hashedPaths(manifest);
  return (pathname) => ({
    ...EVERYWHERE,
    ...ownHeaders(pathname.slice(1) || 'index.html', manifest, hashed),
  });
}
