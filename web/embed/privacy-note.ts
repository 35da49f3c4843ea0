/** A text for the editor's own page, which tells visitors about their privacy. It says what `privacy.html` says. */
import type { Lang } from '../types.ts';
import type { Options } from './options.ts';

type Standing = 'frame' | 'inline' | 'link';

/** The note in one language, a line for each paragraph. */
export function privacyNote(options: Options, lang: Lang, home: URL): string {
  const standing = standingOf(options);
  const more = new URL(lang === 'cy' ? 'privacy.html#cymraeg' : 'privacy.html', home);
  const isSeenFromHere = options.way !== 'frame';
  return WRITTEN[lang](standing, isSeenFromHere, home.href, more.href).join('\n\n');
}

function standingOf({ way, isInline }: Options): Standing {
  if (way === 'link') return 'link';
  return way === 'element' && isInline ? 'inline' : 'frame';
}

type Written = (
  standing: Standing,
  /** Whether the tool's server often learns that the visitor came from this page. */
  isSeenFromHere: boolean,
  home: string,
  more: string,
) => string[];

const WRITTEN: Record<Lang, Written> = {
  en: (standing, isSeenFromHere, home, more) => [
    {
      frame: `On this page you can use Waymark, which comes from ${home}`,
      inline: `On this page you can use Waymark, which comes from ${home}`,
      link: `This page links to Waymark, a tool at ${home}`,
    }[standing],
    'Waymark works out your results on your own device. It sends your answers nowhere. It sets no cookies, and it does not follow you.',
    {
      frame:
        'We cannot see your answers or your results. Our page is told three things: that somebody started, that somebody got to their results, and how tall the tool is.',
      inline:
        'Waymark is a part of our page. Scripts of our page could read what you say there. If that worries you, use Waymark on its own page, at the address above. On our page it keeps nothing in your browser.',
      link: 'We cannot see your answers or your results.',
    }[standing],
    `Like any web server, the server of Waymark can see that a device asked for its files: the internet address of the device, the time, the kind of browser, the set of questions and the language${isSeenFromHere ? ', and often that you came from our website' : ''}. It never gets an answer.`,
    `Read more: ${more}`,
  ],
  cy: (standing, isSeenFromHere, home, more) => [
    {
      frame: `Ar y dudalen hon gallwch ddefnyddio Waymark, sy’n dod o ${home}`,
      inline: `Ar y dudalen hon gallwch ddefnyddio Waymark, sy’n dod o ${home}`,
      link: `Mae dolen ar y dudalen hon i Waymark, offeryn sydd yn ${home}`,
    }[standing],
    'Mae Waymark yn gweithio eich canlyniadau allan ar eich dyfais eich hun. Nid yw’n anfon eich atebion i unman. Nid yw’n gosod cwcis, ac nid yw’n eich dilyn.',
    {
      frame:
        'Ni allwn weld eich atebion na’ch canlyniadau. Mae ein tudalen yn cael gwybod tri pheth: bod rhywun wedi dechrau, bod rhywun wedi cyrraedd y canlyniadau, a pha mor uchel yw’r offeryn.',
      inline:
        'Mae Waymark yn rhan o’n tudalen. Gallai sgriptiau ein tudalen ddarllen yr hyn a ddywedwch yno. Os yw hynny’n eich poeni, defnyddiwch Waymark ar ei dudalen ei hun, yn y cyfeiriad uchod. Ar ein tudalen ni nid yw’n cadw dim yn eich porwr.',
      link: 'Ni allwn weld eich atebion na’ch canlyniadau.',
    }[standing],
    `Fel pob gweinydd gwe, gall gweinydd Waymark weld bod dyfais wedi gofyn am ei ffeiliau: cyfeiriad rhyngrwyd y ddyfais, yr amser, y math o borwr, yr holiadur a’r iaith${isSeenFromHere ? ', ac yn aml, mai o’n gwefan ni y daethoch' : ''}. Nid yw byth yn cael ateb.`,
    `Darllenwch fwy: ${more}`,
  ],
};
