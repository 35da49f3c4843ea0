/** The form in which the editor chooses. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { LookFault, Theme } from '../look.ts';
import type { Interview, Lang } from '../types.ts';
import { LANGUAGES } from '../words.ts';
import { choices, textField, tick, valueOf, type OptionOffer } from './controls.ts';
import { ownColour, pickable, type Judgement } from './judge.ts';
import { packOf, type Options, type Prominence, type Site, type Way } from './options.ts';
import { providersField } from './providers.ts';

export interface Choosing {
  options: Options;
  site: Site;
  home: URL;
  judgement: Judgement;
  /** What the editor looks for among the providers. */
  sought: string;
  choose(change: Partial<Options>): void;
  seek(sought: string): void;
}

export function choosingForm(choosing: Choosing): TemplateResult {
  const { options } = choosing;
  return html`${way(choosing)} ${what(choosing)} ${programmes(choosing)} ${look(choosing)}
  ${options.way === 'link' ? nothing : special(choosing)}`;
}

const WAYS: OptionOffer<Way>[] = [
  {
    value: 'element',
    label: 'With our script',
    more: 'Best for most. It grows with what it shows, and your page cannot read what visitors say.',
  },
  {
    value: 'frame',
    label: 'In a plain frame',
    more: 'For systems that take scripts out. It keeps one height, and scrolls inside.',
  },
  {
    value: 'link',
    label: 'As a link',
    more: 'For systems that take scripts and frames out. It opens Waymark’s own page.',
  },
];

function way({ options, choose }: Choosing): TemplateResult {
  return choices({
    name: 'way',
    legend: 'How it stands on your page',
    offers: WAYS,
    chosen: options.way,
    onChoose: (way) => choose({ way }),
  });
}

const LANGUAGE_OFFERS: OptionOffer<Lang | 'own'>[] = [
  { value: 'own', label: 'The visitor’s own', more: 'As their browser says. Else English.' },
  { value: 'en', label: LANGUAGES.en.name },
  { value: 'cy', label: `Welsh (${LANGUAGES.cy.name})` },
];

const INTERVIEWS: OptionOffer<Interview>[] = [
  { value: 'full', label: 'Every question' },
  { value: 'quick', label: 'The quick check', more: 'Leaves out what would change little.' },
];

function what(choosing: Choosing): TemplateResult {
  const { options, site, choose } = choosing;
  return html`<h3>What it shows</h3>
    <div class="text-field">
      <label for="pack">The questions</label>
      <select id="pack" @change=${(event: Event) => choose({ pack: valueOf(event) })}>
        ${site.packs.map(
          ({ id, titles }) =>
            html`<option value=${id} .selected=${live(options.pack === id)}>
              ${titles.en ?? id}
            </option>`,
        )}
      </select>
    </div>
    ${choices({
      name: 'lang',
      legend: 'The language that it opens in',
      hint: 'Visitors can change it at any time.',
      offers: LANGUAGE_OFFERS,
      chosen: options.lang ?? 'own',
      onChoose: (lang) => choose({ lang: lang === 'own' ? null : lang }),
    })}
    ${choices({
      name: 'start',
      legend: 'What it offers first',
      hint: 'Both are always there.',
      offers: INTERVIEWS,
      chosen: options.start,
      onChoose: (start) => choose({ start }),
    })}`;
}

const PROMINENCES: OptionOffer<Prominence>[] = [
  { value: 'alike', label: 'All alike' },
  { value: 'first', label: 'Some providers first' },
  {
    value: 'only',
    label: 'Some providers only',
    more: 'Visitors can still ask to see all the others.',
  },
];

function programmes(choosing: Choosing): TemplateResult {
  const { options, site, sought, choose, seek } = choosing;
  const { programmes } = packOf(options, site);
  return html`${choices({
    name: 'prominence',
    legend: 'The programmes in the results',
    offers: PROMINENCES,
    chosen: options.prominence,
    onChoose: (prominence) => choose({ prominence }),
  })}
  ${
    options.prominence === 'alike'
      ? nothing
      : providersField({
          programmes,
          chosen: options.providers,
          sought,
          onChoose: (providers) => choose({ providers }),
          onSeek: seek,
        })
  }`;
}

const THEMES: OptionOffer<Theme>[] = [
  { value: 'auto', label: 'As the visitor’s device is set' },
  { value: 'light', label: 'Always light' },
  { value: 'dark', label: 'Always dark' },
];

const COLOURS = { paper: 'Background', ink: 'Text', acting: 'Buttons and links' } as const;

function look(choosing: Choosing): TemplateResult {
  const { options, judgement, choose } = choosing;
  return html`<h3>How it looks</h3>
    ${choices({
      name: 'theme',
      legend: 'Light or dark',
      offers: THEMES,
      chosen: options.theme,
      onChoose: (theme) => choose({ theme }),
    })}
    <p class="hint">
      Colours: leave a field empty for Waymark’s own colour. Colours that are hard to read are not
      used.
    </p>
    ${colour(choosing, 'paper')} ${colour(choosing, 'ink')} ${colour(choosing, 'acting')}
    <div role="status">${refusedOn(judgement)}</div>
    ${textField({
      id: 'radius',
      label: 'Round corners',
      hint: 'A length such as 4px. For square corners: 0',
      value: options.radius,
      problem: problemOf(judgement, 'radius'),
      onInput: (radius) => choose({ radius }),
    })}
    ${
      options.way === 'element'
        ? tick({
            id: 'font',
            label: 'Use the font of my page',
            more: options.isInline
              ? undefined
              : 'This works with fonts that the visitor’s device has. Fonts that your page loads do not reach into a frame.',
            isTicked: options.isHostFont,
            onTick: (isHostFont) => choose({ isHostFont }),
          })
        : nothing
    }`;
}

function colour(
  { options, judgement, choose }: Choosing,
  name: keyof typeof COLOURS,
): TemplateResult {
  const usual = ownColour(name);
  return textField({
    id: name,
    label: COLOURS[name],
    hint: `A colour code such as ${usual}`,
    value: options[name],
    problem: problemOf(judgement, name),
    onInput: (value) => choose({ [name]: value }),
    beside: html`<input
      type="color"
      aria-label="Pick a colour: ${COLOURS[name]}"
      autocomplete="off"
      .value=${live(pickable(options[name], usual))}
      @input=${(event: Event) => choose({ [name]: valueOf(event) })}
    />`,
  });
}

const PROBLEMS: Record<LookFault['kind'], string> = {
  unknown: 'We cannot read this, so it is left out.',
  contrast:
    'This would be too hard to read, so all your colours are left out. Make this one much lighter or darker than the others.',
};

function problemOf({ faults }: Judgement, name: LookFault['name']): string | undefined {
  const fault = faults.find((each) => each.name === name);
  if (!fault) return undefined;
  if (name === 'radius') return 'This is no length, so it is left out. Write one such as 4px.';
  return fault.kind === 'unknown'
    ? `${PROBLEMS.unknown} Write a code such as #0b5c53.`
    : PROBLEMS.contrast;
}

function refusedOn({ refusedOn }: Judgement): TemplateResult | typeof nothing {
  if (!refusedOn) return nothing;
  const other = refusedOn === 'dark' ? 'light' : 'dark';
  return html`<p class="note">
    Your colours can be read on a ${other} device. On a device that is set to ${refusedOn} they
    could not, so people there see Waymark’s own colours. If you want yours everywhere, choose
    “Always ${other}”.
  </p>`;
}

function special({ options, home, choose }: Choosing): TemplateResult {
  return html`<details class="special">
    <summary>For special cases</summary>
    ${
      options.way === 'frame'
        ? tick({
            id: 'same-origin',
            label: `My page is at ${home.origin} too`,
            more: 'Then the frame needs a lock of its own (a sandbox), so that your page cannot read answers. Visitors cannot keep answers in their browser there.',
            isTicked: options.isSameOrigin,
            onTick: (isSameOrigin) => choose({ isSameOrigin }),
          })
        : html`${inline(options, choose)} ${version(options, choose)}`
    }
  </details>`;
}

function inline({ isInline }: Options, choose: Choosing['choose']): TemplateResult {
  return html`${tick({
      id: 'inline',
      label: 'Make it a part of my page (inline)',
      more: 'Without a frame: for fonts that your page loads, or where frames are forbidden.',
      isTicked: isInline,
      onTick: (isInline) => choose({ isInline }),
    })}
    <div role="status">
      ${
        isInline
          ? html`<p class="note">
              <strong>Scripts of your page could now read what visitors say.</strong> That includes
              scripts of others: statistics, chats, adverts. Choose this only if you trust all of
              them. The tool tells your visitors, and keeps nothing in their browser.
            </p>`
          : nothing
      }
    </div>`;
}

function version({ isExact, isInline }: Options, choose: Choosing['choose']): TemplateResult {
  return html`${choices({
    name: 'version',
    legend: 'Which version',
    offers: [
      {
        value: 'newest',
        label: 'Always the newest',
        more: 'What is mended or new reaches your page by itself.',
      },
      {
        value: 'exact',
        label: 'Exactly this version',
        more: 'Browsers refuse our script if a single letter of it has changed.',
      },
    ],
    chosen: isExact ? 'exact' : 'newest',
    onChoose: (which) => choose({ isExact: which === 'exact' }),
  })}
  ${
    isExact
      ? html`<p class="note">
          ${
            isInline
              ? 'The script, the questions and the programmes stay as they are now.'
              : 'The script in your page stays as it is now. What it shows in the frame is still the newest.'
          }
          To change to a newer version, come back here for a new line. Ask those who run this server
          to keep its old files. Once they are gone, visitors see only a link.
        </p>`
      : nothing
  }`;
}
