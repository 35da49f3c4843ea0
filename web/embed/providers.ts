/** The providers whose programmes come first or stand alone. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { tick, valueOf } from './controls.ts';
import type { ProgrammeOffer } from './options.ts';

interface Providers {
  programmes: ProgrammeOffer[];
  chosen: ReadonlySet<string>;
  sought: string;
  onChoose(chosen: ReadonlySet<string>): void;
  onSeek(sought: string): void;
}

export function providersField(given: Providers): TemplateResult {
  const { programmes, chosen, sought, onSeek } = given;
  const titles = titlesByProvider(programmes);
  const shown = [...titles].filter(([provider, titles]) => holds(sought, [provider, ...titles]));
  const count = [...titles.keys()].filter((provider) => chosen.has(provider)).length;
  return html`<fieldset class="providers" aria-describedby="providers-count">
    <legend>Providers</legend>
    <div class="text-field">
      <label for="sought">Find a provider or programme</label>
      <input
        type="text"
        id="sought"
        autocomplete="off"
        spellcheck="false"
        .value=${live(sought)}
        @input=${(event: Event) => onSeek(valueOf(event))}
      />
    </div>
    <p id="providers-count" role="status">
      ${count === 0 ? 'None chosen yet, so all stay alike.' : `${count} chosen.`}
      ${sought.trim() === '' ? nothing : `${shown.length} found.`}
    </p>
    <div class="rows">
      ${shown.map(([provider, titles]) => providerTick(given, provider, titles))}
    </div>
  </fieldset>`;
}

function providerTick(
  { chosen, onChoose }: Providers,
  provider: string,
  titles: string[],
): TemplateResult {
  return tick({
    id: `provider-${encodeURIComponent(provider)}`,
    label: provider,
    more: titles.join('; '),
    isTicked: chosen.has(provider),
    onTick: (isTicked) => {
      const others = [...chosen].filter((each) => each !== provider);
      onChoose(new Set(isTicked ? [...others, provider] : others));
    },
  });
}

function titlesByProvider(programmes: ProgrammeOffer[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const sorted = [...programmes].sort((one, other) => one.provider.localeCompare(other.provider));
  for (const { provider, title } of sorted)
    found.set(provider, [...(found.get(provider) ?? []), title]);
  return found;
}

function holds(sought: string, texts: string[]): boolean {
  const wanted = sought.trim().toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
