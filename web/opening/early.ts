/**
 * Runs in the page before anything else is there: shows the first screens in the visitor's language, takes their first
 * presses, and asks for what the tool will need. It stands in the page itself, so it is small. What was done so far
 * stands in the page's elements, where `hand-over.ts` finds it.
 */
import { isAnythingKept } from '../keeping.ts';
import type { Fetched } from '../site-files.ts';
import { fetchChecked, type SiteTable } from '../site-table.ts';
import type { EarlyRoot } from './hand-over.ts';
import { isLang, preferredLanguage } from '../words.ts';

function begin(root: EarlyRoot): void {
  const query = new URLSearchParams(location.search);
  const usual = root.dataset.pack!;
  const pack = query.get('pack') || usual;
  const asked = query.get('lang');
  const lang = isLang(asked) ? asked : preferredLanguage();
  // Whoever has been here before, or was sent here with other wishes, sees another first screen.
  const isUsual =
    pack === usual &&
    [...query.keys()].every((name) => name === 'pack' || name === 'lang') &&
    !isAnythingKept();
  if (!isUsual) show(root, 'opening');
  else if (screenOf(root).lang !== lang) show(root, `start-${lang}`);
  speak(root, lang);
  const hear = <T extends keyof HTMLElementEventMap>(
    type: T,
    act: (event: HTMLElementEventMap[T]) => void,
  ): void =>
    // The tool, once it is there, hears for itself.
    root.addEventListener(type, (event) => {
      if (screenOf(root)) act(event);
    });
  hear('click', ({ target }) => {
    const button = (target as Element).closest('button');
    if (button) press(root, button);
  });
  hear('change', ({ target }) => mark(root, target as HTMLElement, 'changed'));
  hear('keydown', (event) => {
    // Enter would send the form, and what is in it, to the address of the page.
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const go = root.querySelector<HTMLElement>('.go');
    if (go) press(root, go);
  });
  let fetched: Fetched | undefined;
  root.fetched = () => (fetched ??= fetchAhead(pack, lang));
  // After the screen is drawn, as asking for files takes a slow phone longer than that.
  setTimeout(root.fetched);
}

const screenOf = (root: HTMLElement): HTMLElement => root.querySelector('[data-early]')!;

/** @returns whether there is such a screen. */
function show(root: HTMLElement, name: string): boolean {
  const screen = document.querySelector<HTMLTemplateElement>(`template#${name}`);
  if (!screen) return false;
  screenOf(root).replaceWith(screen.content.cloneNode(true));
  const { lang, dataset } = screenOf(root);
  speak(root, lang);
  document.title = dataset.title!;
  return true;
}

function speak(root: HTMLElement, lang: string): void {
  document.documentElement.lang = lang;
  for (const late of root.querySelectorAll<HTMLElement>('.late > div'))
    late.hidden = late.lang !== lang;
}

/** Does what the tool would do, or leaves a mark for it to do so. */
function press(root: HTMLElement, button: HTMLElement): void {
  const { early, wait = '' } = screenOf(root).dataset;
  const { lang } = document.documentElement;
  if (early === 'start') {
    if (button.matches('.language') && show(root, `start-${button.lang}`)) return;
    if (button.matches('.go') && show(root, `question-${lang}`)) {
      root.querySelector<HTMLElement>('h1')!.focus({ preventScroll: true });
      root.querySelector('.tool')!.scrollIntoView();
      return;
    }
  }
  mark(root, button, 'pressed');
  root.querySelector('.arriving p')!.textContent = wait;
}

function mark(root: HTMLElement, element: HTMLElement, as: 'pressed' | 'changed'): void {
  delete root.querySelector<HTMLElement>(`[data-${as}]`)?.dataset[as];
  element.dataset[as] = '';
}

function fetchAhead(pack: string, lang: string): Fetched {
  const table = JSON.parse(document.getElementById('site-files')!.textContent!) as SiteTable;
  const here = new URL('./', location.href);
  const fetched: Fetched = new Map();
  for (const name of [
    `texts/${lang}.json`,
    `packs/${pack}/bundle.json`,
    `packs/${pack}/texts.${lang}.json`,
    `packs/${pack}/model.bin`,
    'waymark.wasm',
  ]) {
    if (!table[name]) continue;
    const response = fetchChecked(table, here, name);
    // Whoever asks for it is told.
    response.catch(() => undefined);
    fetched.set(name, response);
  }
  return fetched;
}

begin(document.getElementById('waymark')!);
