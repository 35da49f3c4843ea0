/** Answers in the server's place, by the plain name of a file of the site, as a path: `/page.js`, `/`. */
import { fileNamed, readSite } from './site.mjs';

const PAGES = {
  '/': 'index.html',
  '/index.html': 'index.html',
  '/frame.html': 'frame.html',
  '/sandboxed.html': 'sandboxed.html',
};

/**
 * @param intercept what is answered for each name: a response, or `abort`.
 * @returns the answer for a path, or undefined where the server's own is to stand.
 */
export function answerInstead(intercept, pathname) {
  const name = Object.keys(intercept).find(
    (name) => pathname === name || pathname === served(name),
  );
  if (name !== undefined) return intercept[name];
  const page = Object.keys(intercept).some(isOfTheSite) && PAGES[pathname];
  // The page would refuse a file that is not what was built. What stands in the page itself keeps its hashes.
  return page
    ? { contentType: 'text/html', body: readSite(page).replace(/(?<!')sha256-[\w+/]+=*/g, '') }
    : undefined;
}

function isOfTheSite(name) {
  return served(name) !== undefined;
}

function served(name) {
  const file = fileNamed(name.slice(1));
  return file && `/${file}`;
}
