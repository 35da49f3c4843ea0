/** Starts the tool in `index.html` and in `frame.html`. */
import { App } from './app.ts';
import { isLang } from './words.ts';
import type { Lang } from './types.ts';
import { sendSize, tellHost } from './frame-messages.ts';

const PACK_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function main(root: HTMLElement): void {
  const { framed, pack: defaultPack = '' } = root.dataset;
  const asked = new URLSearchParams(location.search);
  const pack = asked.get('pack') ?? defaultPack;
  const app = new App({
    root,
    pack: PACK_ID.test(pack) ? pack : defaultPack,
    lang: languageOf(asked.get('lang')),
    framed: framed !== undefined,
    onMilestone: (type) => tellHost({ waymark: 1, type }),
  });
  if (framed !== undefined) sendSize(root);
  void app.begin();
}

/** The language asked for, or the first of the reader's own that the interface speaks. */
function languageOf(asked: string | null): Lang {
  if (isLang(asked)) return asked;
  const preferred = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLang);
  return preferred ?? 'en';
}

const root = document.getElementById('waymark');
if (root) main(root);
