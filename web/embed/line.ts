/** What the editor copies. */
import { ALLOW, REFERRER_POLICY, SANDBOX } from '../framing.ts';
import { NO_LOOK, type Look } from '../look.ts';
import { addressQuery } from '../settings.ts';
import words from '../texts/element.json';
import { packOf, settingsOf, type Options, type Site } from './options.ts';
import { htmlOf, type Piece } from './piece.ts';

/** Of a plain frame, which nobody tells how tall the tool is, in CSS pixels. */
const FRAME_HEIGHT = 900;

/** Everything that the line is made from. */
export interface Wish {
  options: Options;
  site: Site;
  /** As far as the tool takes it. */
  look: Look;
  /** Where the site is: the address of the tool's own page. */
  home: URL;
}

export function lineOf(wish: Wish): string {
  const main = htmlOf(mainPiece(wish));
  return wish.options.way === 'element' ? `${htmlOf(scriptPiece(wish))}\n${main}` : main;
}

/** What stands for the tool in the editor's page, without the script that brings it to life. */
export function mainPiece(wish: Wish): Piece {
  switch (wish.options.way) {
    case 'element':
      return elementPiece(wish);
    case 'frame':
      return framePiece(wish);
    case 'link':
      return linkPiece(wish, wish.look);
  }
}

function scriptPiece({ options, site, home }: Wish): Piece {
  const { path, integrity } = site.exactScript;
  const source = (path: string) => ({ type: 'module', src: new URL(path, home).href });
  const attributes = options.isExact
    ? { ...source(path), integrity, crossorigin: 'anonymous' }
    : source(site.script);
  return { tag: 'script', attributes };
}

function elementPiece(wish: Wish): Piece {
  const { options, site, look } = wish;
  // Attributes have the names that settings have in an address.
  const settings = settingsOf(options, site, { ...NO_LOOK, theme: look.theme });
  const attributes = Object.fromEntries(new URLSearchParams(addressQuery(settings)));
  if (options.isHostFont) attributes['font'] = 'host';
  if (options.isInline) attributes['inline'] = '';
  const properties = Object.fromEntries(
    (['paper', 'ink', 'acting', 'radius'] as const)
      .filter((name) => look[name] !== '')
      .map((name) => [`--waymark-${name}`, look[name]]),
  );
  // For where the script does not run.
  const content = linkPiece(wish, NO_LOOK);
  return { tag: 'waymark-assessment', attributes, properties, content };
}

function framePiece({ options, site, look, home }: Wish): Piece {
  // A sandbox takes the origin away, which not every browser's reading of the usual frame's policy allows for.
  const address = new URL(options.isSameOrigin ? 'sandboxed.html' : 'frame.html', home);
  address.search = addressQuery(settingsOf(options, site, look));
  const attributes = {
    src: address.href,
    title: words[options.lang ?? 'en'].title,
    width: '100%',
    height: String(FRAME_HEIGHT),
    // The attribute for it in CSS would need a policy that allows styles.
    frameborder: '0',
    allow: ALLOW,
    referrerpolicy: REFERRER_POLICY,
    ...(options.isSameOrigin && { sandbox: SANDBOX }),
  };
  return { tag: 'iframe', attributes };
}

function linkPiece({ options, site, home }: Wish, look: Look): Piece {
  const address = new URL(home);
  address.search = addressQuery(settingsOf(options, site, look));
  const { titles } = packOf(options, site);
  const content = titles[options.lang ?? 'en'] ?? titles.en ?? words[options.lang ?? 'en'].title;
  return { tag: 'a', attributes: { href: address.href }, content };
}
