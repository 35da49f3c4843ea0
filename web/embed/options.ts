/** What an editor may choose on the page for embedding, and what the site offers to choose from. */
import { NO_LOOK, type Look, type Theme } from '../look.ts';
import type { Choice, Settings } from '../settings.ts';
import type { Interview, Lang } from '../types.ts';

/** What the editor pastes: our script with its element, a frame without script, or a link. */
export type Way = 'element' | 'frame' | 'link';

/** How the programmes of the chosen providers stand to all others. */
export type Prominence = 'alike' | 'first' | 'only';

export interface Options {
  way: Way;
  pack: string;
  /** Null: the visitor's own. */
  lang: Lang | null;
  start: Interview;
  prominence: Prominence;
  /** Names of providers. */
  providers: ReadonlySet<string>;
  theme: Theme;
  paper: string;
  ink: string;
  acting: string;
  radius: string;
  isHostFont: boolean;
  isInline: boolean;
  /** Whether the line holds on to the script as it is now. */
  isExact: boolean;
  /** Whether the page around a plain frame is of the tool's own origin. */
  isSameOrigin: boolean;
}

/** What the build tells this page of the site. */
export interface Site {
  script: string;
  /** The same script, under an address that never holds another. */
  exactScript: { path: string; integrity: string };
  /** The usual one comes first. */
  packs: PackOffer[];
}

export interface PackOffer {
  id: string;
  titles: Partial<Record<Lang, string>>;
  programmes: ProgrammeOffer[];
}

export interface ProgrammeOffer {
  id: string;
  title: string;
  provider: string;
}

export function usualOptions({ packs }: Site): Options {
  return {
    way: 'element',
    pack: packs[0]?.id ?? '',
    lang: null,
    start: 'full',
    prominence: 'alike',
    providers: new Set(),
    theme: 'auto',
    paper: '',
    ink: '',
    acting: '',
    radius: '',
    isHostFont: false,
    isInline: false,
    isExact: false,
    isSameOrigin: false,
  };
}

/** The look that the editor asks for, whether or not it can be read. */
export function askedLook({ theme, paper, ink, acting, radius }: Options): Look {
  return {
    ...NO_LOOK,
    theme,
    paper: paper.trim(),
    ink: ink.trim(),
    acting: acting.trim(),
    radius: radius.trim(),
  };
}

/** What is asked of the tool, without what is so unless somebody asks. */
export function settingsOf(options: Options, site: Site, look: Look): Settings {
  const { pack, lang, start } = options;
  return {
    pack: pack === site.packs[0]?.id ? '' : pack,
    lang,
    start,
    choice: choiceOf(options, site),
    look,
  };
}

export function packOf({ pack }: Options, { packs }: Site): PackOffer {
  return packs.find(({ id }) => id === pack) ?? { id: pack, titles: {}, programmes: [] };
}

function choiceOf(options: Options, site: Site): Choice {
  const { prominence, providers } = options;
  const ids = packOf(options, site)
    .programmes.filter(({ provider }) => providers.has(provider))
    .map(({ id }) => id);
  return { first: prominence === 'first' ? ids : [], only: prominence === 'only' ? ids : [] };
}
