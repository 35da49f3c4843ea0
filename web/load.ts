/** Fetching: the core, a questionnaire, and words. Everything comes from beside the page's own script. */
import { Engine, type OpenPack } from './engine.ts';
import { PackWords, type PackTextsIn } from './pack-words.ts';
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

const root = new URL('./', import.meta.url);

/** @throws LoadError */
export async function loadWords(lang: Lang): Promise<Words> {
  return new Words(lang, await textsOnce<WordTable>(`texts/${lang}.json`));
}

/** @throws LoadError */
export function readBundle(text: string): Bundle {
  const bundle = parse<Partial<Bundle> | null>('bundle.json', text);
  // The core checks the rest; this much is read before the core has answered.
  if (Array.isArray(bundle?.pack?.languages)) return bundle as Bundle;
  throw new LoadError('pack', 'bundle.json is not a questionnaire');
}

/** The questionnaire's text, unread: the core and the page each parse their own copy. @throws LoadError */
export function loadBundle(pack: string): Promise<string> {
  return fetchText(`packs/${pack}/bundle.json`);
}

/** @throws EngineError */
export async function loadCore(bundle: Promise<string>): Promise<OpenPack> {
  const [engine, text] = await Promise.all([Engine.load(new URL('waymark.wasm', root)), bundle]);
  return engine.open(text);
}

/** The questionnaire's words for a language, or its first language's where it does not speak it. @throws LoadError */
export async function loadPackWords(bundle: Bundle, lang: Lang): Promise<PackWords> {
  const { languages } = bundle.pack;
  const first = languages[0] ?? 'en';
  if (!languages.includes(lang)) return new PackWords(lang, await packTexts(bundle, first));
  const preferred = await packTexts(bundle, lang);
  if (lang === first || isComplete(bundle, preferred.texts)) return new PackWords(lang, preferred);
  return new PackWords(lang, preferred, await packTexts(bundle, first));
}

async function packTexts(bundle: Bundle, lang: string): Promise<PackTextsIn> {
  const path = `packs/${bundle.pack.id}/texts.${lang}.json`;
  return { lang, texts: await textsOnce<PackTexts>(path) };
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
async function textsOnce<T>(path: string): Promise<T> {
  if (!arrived.has(path)) arrived.set(path, parse<T>(path, await fetchText(path)));
  return arrived.get(path) as T;
}

function parse<T>(path: string, text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw new LoadError('pack', `${path} is not JSON`, { cause });
  }
}

async function fetchText(path: string): Promise<string> {
  try {
    const response = await fetch(new URL(path, root), { credentials: 'same-origin' });
    if (response.ok) return await response.text();
    throw new LoadError(response.status < 500 ? 'pack' : 'network', `${path}: ${response.status}`);
  } catch (cause) {
    if (cause instanceof LoadError) throw cause;
    throw new LoadError('network', `${path} could not be fetched`, { cause });
  }
}
