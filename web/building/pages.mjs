/** The site's HTML: what is written in `web/` with plain names gets the addresses and hashes of the built files. */
import { POLICIES } from './headers.mjs';

const LINKED = /\b(href|src)="([\w-]+\.(?:css|js|svg))"/g;

/** @param {string} html a page that names built files by their plain names. */
function linked(html, folder) {
  return html.replace(LINKED, (whole, attribute, name) => {
    const { path, integrity } = folder.find(name);
    if (name.endsWith('.svg')) return `${attribute}="${path}"`;
    return `${attribute}="${path}" integrity="${integrity}" crossorigin="anonymous"`;
  });
}

/** A page to read, without scripts. */
export function readingPage(html, folder) {
  return linked(fill(html, { POLICY: POLICIES.reading }), folder);
}

/** The page that holds the tool, as one of its own or in a frame of another page. */
export function toolPage(template, { policy, isFramed, pack, files, folder }) {
  const html = fill(template, {
    POLICY: policy,
    PACK: pack,
    FRAMED: isFramed ? ' data-framed' : '',
    FILES: asData(files),
    PROGRAMMES: `programmes-${pack}`,
  });
  return linked(html, folder);
}

/** The page where editors choose how the tool stands on theirs. */
export function embedPage(template, { site, folder }) {
  return linked(fill(template, { POLICY: POLICIES.editing, SITE: asData(site) }), folder);
}

/** JSON that cannot end the element it stands in. */
function asData(value) {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function fill(template, values) {
  return template.replace(/%([A-Z]+)%/g, (whole, name) => values[name] ?? whole);
}
