/** What a return rebuilds, one bar an area: the range that is still possible and a post for the likely value. */
import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { advice, bandWord, needTitle, toneOf } from '../need-words.ts';
import type { Need } from '../types.ts';
import type { View } from '../view.ts';
import { needTable, needWorking } from './need-working.ts';
import { wholePoints } from './points.ts';

export function needBars(view: View): TemplateResult {
  const { words, assessment } = view;
  return html`${patterns()}
    <div class="needs">
      <p class="key">${words.t('needs.key')}</p>
      <ul role="list">
        ${byNeed(assessment.needs).map((need) => line(view, need))}
      </ul>
      <p class="axis" aria-hidden="true">
        <span>${words.t('needs.axis-low')}</span><span>${words.t('needs.axis-high')}</span>
      </p>
    </div>
    <details>
      <summary>${words.t('needs.table')}</summary>
      ${needTable(view)}
    </details>
    <details>
      <summary>${words.t('how.title')}</summary>
      ${needWorking(view)}
    </details>`;
}

/** What is worth time first stands first, and what is still open last. */
export function byNeed(needs: Need[]): Need[] {
  return [...needs].sort((one, other) => (other.likely ?? -1) - (one.likely ?? -1));
}

function line(view: View, need: Need): TemplateResult {
  const tone = toneOf(view, need);
  return html`<li class="need tone-${tone ?? 'open'}">
    <h3>${needTitle(view, need.id)}</h3>
    <p class="band-word">${bandWord(view, need)}</p>
    ${bar(view, need)}
    <p class="visually-hidden">${rangeWords(view, need)}</p>
    ${
      // Advice on what is strong stands with the strengths.
      need.band === null || tone === 'strong'
        ? nothing
        : html`<p class="advice">${advice(view, need)}</p>`
    }
  </li>`;
}

export function bar(view: View, { low, high, likely, id }: Need): TemplateResult {
  const part = (value: number) => `${value / 100}%`;
  const bands = view.bundle.needs.find((area) => area.id === id)?.bands.slice(1) ?? [];
  return html`<svg class="need-bar" width="100%" height="26" aria-hidden="true">
    <rect class="bar-ground" width="100%" height="12" y="7" rx="6" />
    ${
      low === null || high === null || low === high
        ? nothing
        : ['bar-range', 'bar-pattern'].map(
            (layer) =>
              svg`<rect class=${layer} x=${part(low)} width=${part(high - low)} y="7" height="12" rx="6" />`,
          )
    }
    ${bands.map(({ from }) => svg`<line class="bar-edge" x1=${part(from)} x2=${part(from)} y1="4" y2="22" />`)}
    ${
      likely === null
        ? nothing
        : svg`<svg x=${part(likely)} y="0" overflow="visible"><path class="bar-post" d="M-5 25V5l5-4 5 4v20z" /></svg>`
    }
  </svg>`;
}

/** So that the areas differ by more than colour. */
function patterns(): TemplateResult {
  return html`<svg class="patterns" width="0" height="0" aria-hidden="true">
    <pattern
      id="pattern-some"
      width="8"
      height="8"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path d="M0 0v8" />
    </pattern>
    <pattern
      id="pattern-priority"
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path d="M0 0v6M0 0h6" />
    </pattern>
  </svg>`;
}

function rangeWords(view: View, { low, high, likely }: Need): string {
  const { words } = view;
  // The word beside the bar says it all where nothing is open; figures are in the table.
  if (low === null || high === null || low === high) return '';
  const ends = { low: wholePoints(view, low), high: wholePoints(view, high) };
  return likely === null
    ? words.t('needs.range', ends)
    : words.t('needs.likely', { ...ends, likely: wholePoints(view, likely) });
}
