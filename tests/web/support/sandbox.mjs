/** Whether an engine can show the tool where a document has no origin of its own. */
import { openHost } from './hosts.mjs';
import { fileNamed } from './site.mjs';

export const REFUSED =
  'this WebKit refuses a document in a sandbox all that its policy allows from ‘self’';

const POLICY = "default-src 'none'; style-src 'self'";
const STYLED = `<!doctype html><title>Inner</title><link rel="stylesheet" href="/${fileNamed('page-styles.css')}"><p>`;

const known = new Map();

/**
 * Whether the engine keeps a document in a sandbox from what its own site serves, although the policy allows `'self'`.
 * Some releases of WebKit do, for they look for the site in the document's origin, which a sandbox takes away.
 */
export async function refusesSelf(engine, site) {
  // A fault of the site's must not excuse the engines that never did this.
  if (engine.name !== 'WebKitGTK') return false;
  if (!known.has(engine.name)) known.set(engine.name, await lacksStyles(engine, site));
  return known.get(engine.name);
}

async function lacksStyles(engine, site) {
  const build = () => ({
    html: '<!doctype html><title>Host</title><iframe sandbox="allow-scripts" src="/inner.html"></iframe>',
    beside: { '/inner.html': { html: STYLED, headers: { 'Content-Security-Policy': POLICY } } },
  });
  const page = await openHost(engine, site, build, { origin: 'own' });
  const inside = await engine.frame(page, 'iframe', { wait: 'p' });
  await inside.waitForFunction(() => document.readyState === 'complete');
  const count = await inside.evaluate(() => document.styleSheets.length);
  await engine.close(page);
  return count === 0;
}
