/** Starts the tool: in its own pages by itself, and in somebody else's page when the element asks. */
import { App } from './app.ts';
import { hearHost, sendSize, tellHost } from './frame-messages.ts';
import { Appearance, NO_LOOK, type Look } from './look.ts';
import type { EarlyRoot } from './opening/hand-over.ts';
import { readSettings, type Settings } from './settings.ts';
import { SiteFiles } from './site-files.ts';
import type { SiteTable } from './site-table.ts';
import type { Standing } from './standing.ts';
import { preferredLanguage } from './words.ts';

const LOOK_NAMES = ['font', 'paper', 'ink', 'acting', 'radius'] as const;

/** What `<waymark-assessment inline>` needs to draw the tool into its own shadow root. */
export interface InlineTool {
  applyLook(look: Look): void;
}

interface Surroundings {
  onMilestone(what: 'start' | 'complete'): void;
  nothingArrived(): Node;
}

/**
 * Draws the tool into a page that is not its own.
 * @param root an element in a shadow root that has the tool's styles.
 */
export function startInline(
  root: HTMLElement,
  table: SiteTable,
  settings: Settings,
  surroundings: Surroundings,
): InlineTool {
  return start(root, 'inline', table, settings, surroundings);
}

function start(
  root: HTMLElement,
  standing: Standing,
  table: SiteTable,
  settings: Settings,
  surroundings: Surroundings,
): InlineTool {
  const appearance = new Appearance(root);
  let look = settings.look;
  const applyLook = (asked: Look): void => {
    look = asked;
    for (const { message } of appearance.apply(look)) tellEditor(message);
  };
  applyLook(look);
  // What can be read on a light ground may not be on a dark one.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => applyLook(look));
  const app = new App({
    root,
    standing,
    files: new SiteFiles(table, new URL('./', import.meta.url), (root as EarlyRoot).fetched?.()),
    settings: { ...settings, lang: settings.lang ?? preferredLanguage() },
    ...surroundings,
  });
  void app.begin();
  return { applyLook };
}

/** A host's stricter policy may forbid the styles in the page itself, but not those in a file. */
function mendStyles(files: SiteTable): void {
  const [path, integrity] = files['page-styles.css'] ?? [];
  if (document.styleSheets.length > 0 || !path || !integrity) return;
  const link = document.createElement('link');
  Object.assign(link, { rel: 'stylesheet', integrity, crossOrigin: 'anonymous' });
  link.href = new URL(path, import.meta.url).href;
  document.head.append(link);
}

function startHere(root: HTMLElement): void {
  const { framed, pack: usualPack = '' } = root.dataset;
  const query = new URLSearchParams(location.search);
  const { settings, faults } = readSettings((name) => query.get(name));
  for (const { message } of faults) tellEditor(message);
  const files = JSON.parse(document.getElementById('site-files')?.textContent ?? '{}') as SiteTable;
  mendStyles(files);
  const look: Look = { ...NO_LOOK, theme: settings.look.theme };
  for (const name of LOOK_NAMES) look[name] = query.get(name) ?? '';
  const { applyLook } = start(
    root,
    framed === undefined ? 'page' : 'frame',
    files,
    { ...settings, pack: settings.pack || usualPack, look },
    { onMilestone: (type) => tellHost({ waymark: 1, type }), nothingArrived },
  );
  if (framed === undefined) return;
  sendSize(root);
  hearHost(applyLook);
}

/** The page's own HTML holds a few words. */
function nothingArrived(): Node {
  const few = document.querySelector<HTMLTemplateElement>('#nothing-arrived');
  return few ? few.content.cloneNode(true) : document.createTextNode('');
}

/** For whoever wrote the page around the tool, or the link to it. */
function tellEditor(fault: string): void {
  console.error(`Waymark: ${fault}`);
}

const root = document.getElementById('waymark');
if (root?.matches('[data-pack]')) startHere(root);
