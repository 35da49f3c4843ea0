/** The site's HTML: what is written in `web/` with plain names gets the addresses and hashes of the built files. */
import { EDITING_POLICY, READING_POLICY } from './headers.mjs';

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
  return linked(fill(html, { POLICY: READING_POLICY }), folder);
}

/**
 * The page that holds the tool, as one of its own or in a frame of another page.
 * @param {string} template the page as written in `web/`.
 * @param {{ style: string, script: string }} within what stands in the page itself.
 * @param {Map<string, object>} openings its first screens, by language, the page's own language first.
 */
export function toolPage(template, { policy, isFramed, pack, files, within, openings, folder }) {
  const [[lang, own], ...others] = openings;
  const toRead = [...openings].map(([lang, { toRead }]) => [
    `TO_READ_${lang.toUpperCase()}`,
    toRead,
  ]);
  const html = fill(template, {
    POLICY: policy,
    PACK: pack,
    FRAMED: isFramed ? ' data-framed' : '',
    FILES: asData(files),
    PROGRAMMES: `programmes-${pack}`,
    TITLE: own.start.title,
    START: screen('start', lang, own),
    LATER_SCREENS: [
      stored('question', lang, own),
      ...others.flatMap(([lang, opening]) =>
        ['start', 'question'].map((name) => stored(name, lang, opening)),
      ),
    ].join('\n'),
    ...Object.fromEntries(toRead),
  });
  return linked(html, folder)
    .replace('<style></style>', () => `<style>${within.style}</style>`)
    .replace('<script></script>', () => `<script>${within.script}</script>`);
}

/** A screen that the page's own script shows. */
function stored(name, lang, opening) {
  return opening[name]
    ? `<template id="${name}-${lang}">${screen(name, lang, opening)}</template>`
    : '';
}

function screen(name, lang, opening) {
  const { html, title } = opening[name];
  const attributes = { lang, 'data-early': name, 'data-title': title, 'data-wait': opening.wait };
  const written = Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`);
  return `<div ${written.join(' ')}>${html}</div>`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** The page where editors choose how the tool stands on theirs. */
export function embedPage(template, { site, folder }) {
  return linked(fill(template, { POLICY: EDITING_POLICY, SITE: asData(site) }), folder);
}

/** JSON that cannot end the element it stands in. */
function asData(value) {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function fill(template, values) {
  return template.replace(/%([A-Z_]+)%/g, (whole, name) => values[name] ?? whole);
}
