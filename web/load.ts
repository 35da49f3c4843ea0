/** Fetching: the core, a questionnaire, and words. Everything comes from beside the page's own script. */
import type { planCalendar } from './calendar.ts';
import { Engine, EngineError, type OpenPack } from './engine.ts';
import { PackWords, type PackTextsIn } from './pack-words.ts';
import type { SiteFiles } from './site-files.ts';
import type { Bundle, Lang, PackTexts } from './types.ts';
import { Words, type WordTable } from './words.ts';

/** A file that the page needs did not arrive (`network`), or is not there or not what it should be (`pack`). */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  readonly fault: 'network' | 'pack';

  constructor(fault: 'network' | 'pack', message: string, options?: { cause: unknown }) {
    super(message, options);
    this.fault = fault;
  }
}

/** @throws LoadError */
export async function loadWords(files: SiteFiles, lang: Lang): Promise<Words> {
  return new Words(lang, await textsOnce<WordTable>(files, `texts/${lang}.json`));
}

/** @throws LoadError */
export function readBundle(text: string): Bundle {
  const bundle = parse<Partial<Bundle> | null>('bundle.json', text);
  // The core checks the rest; this much is read before the core has answered.
  if (Array.isArray(bundle?.pack?.languages)) return bundle as Bundle;
  throw new LoadError('pack', 'bundle.json is not a questionnaire');
}

/** The questionnaire's text, unread: what the page shows of it. @throws LoadError */
export function loadBundle(files: SiteFiles, pack: string): Promise<string> {
  return fetchText(files, `packs/${pack}/bundle.json`);
}

/** The core with the questionnaire open in it, from the form that the core reads. @throws EngineError, LoadError */
export async function loadCore(files: SiteFiles, pack: string): Promise<OpenPack> {
  const [engine, compiled] = await Promise.all([
    loadEngine(files),
    fetchBytes(files, `packs/${pack}/model.bin`),
  ]);
  return engine.open(compiled);
}

async function loadEngine(files: SiteFiles): Promise<Engine> {
  try {
    return await Engine.load(await fetchFile(files, 'waymark.wasm'));
  } catch (error) {
    if (!(error instanceof EngineError) || error.fault !== 'refused') throw error;
    return Engine.fromExports(await importFile(files, 'core.js'));
  }
}

/** The questionnaire's words for a language, or its first language's where it does not speak it. @throws LoadError */
export async function loadPackWords(
  files: SiteFiles,
  bundle: Bundle,
  lang: Lang,
): Promise<PackWords> {
  const { languages } = bundle.pack;
  const first = languages[0] ?? 'en';
  if (!languages.includes(lang)) return new PackWords(lang, await packTexts(files, bundle, first));
  const preferred = await packTexts(files, bundle, lang);
  if (lang === first || isComplete(bundle, preferred.texts)) return new PackWords(lang, preferred);
  return new PackWords(lang, preferred, await packTexts(files, bundle, first));
}

async function packTexts(files: SiteFiles, bundle: Bundle, lang: string): Promise<PackTextsIn> {
  const path = `packs/${bundle.pack.id}/texts.${lang}.json`;
  return { lang, texts: await textsOnce<PackTexts>(files, path) };
}

/** Whether every thing that has words has some here, so that no second language need be fetched. */
function isComplete(bundle: Bundle, texts: PackTexts): boolean {
  const has = (table: object, things: { id: string }[]) =>
    things.every(({ id }) => Object.hasOwn(table, id));
  return (
    has(texts.sections, bundle.pack.sections) &&
    has(texts.questions, bundle.questions) &&
    has(texts.needs, bundle.needs) &&
    has(
      texts.topics,
      bundle.topics.flatMap((group) => group.topics),
    ) &&
    has(texts.programmes, bundle.programmes)
  );
}

const arrived = new Map<string, unknown>();

/** Words that are here already are not asked for again when the person switches languages back and forth. */
async function textsOnce<T>(files: SiteFiles, name: string): Promise<T> {
  if (!arrived.has(name)) arrived.set(name, parse<T>(name, await fetchText(files, name)));
  return arrived.get(name) as T;
}

function parse<T>(path: string, text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new LoadError('pack', `${path} is not JSON`, { cause });
  }
}

async function fetchText(files: SiteFiles, name: string): Promise<string> {
  return arriving(name, (await fetchSound(files, name)).text());
}

async function fetchBytes(files: SiteFiles, name: string): Promise<Uint8Array> {
  const response = await fetchSound(files, name);
  return new Uint8Array(await arriving(name, response.arrayBuffer()));
}

async function fetchSound(files: SiteFiles, name: string): Promise<Response> {
  const response = await fetchFile(files, name);
  if (response.ok) return response;
  throw new LoadError(response.status < 500 ? 'pack' : 'network', `${name}: ${response.status}`);
}

async function fetchFile(files: SiteFiles, name: string): Promise<Response> {
  if (!files.has(name)) throw new LoadError('pack', `${name} is not a file of this site`);
  return arriving(name, files.fetch(name));
}

/**
 * Has the browser keep the calendar's script at hand. Asked for only when it is needed, it would tell the server how
 * far a person has come.
 */
export async function fetchCalendarAhead(files: SiteFiles): Promise<void> {
  try {
    await (await files.fetch('calendar.js')).arrayBuffer();
  } catch {
    // It is asked for again when it is needed.
  }
}

/** What writes a plan as a calendar, which is large and needed last. @throws LoadError */
export async function loadCalendar(files: SiteFiles): Promise<typeof planCalendar> {
  const script = await importFile(files, 'calendar.js');
  return (script as { planCalendar: typeof planCalendar }).planCalendar;
}

function importFile(files: SiteFiles, name: string): Promise<unknown> {
  return arriving(name, files.import(name));
}

/** Browsers tell a broken line and a file that is not what was built in the same way. */
async function arriving<T>(name: string, file: Promise<T>): Promise<T> {
  try {
    return await file;
  } catch (cause) {
    throw new LoadError('network', `${name} did not arrive as it was built`, { cause });
  }
}
