/** What a return rebuilds, one bar an area: the range that is still possible and a post for the likely value. */
import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { bandOf, bandWord, toneOf } from '../bands.ts';
import type { Need } from '../types.ts';
import { shortQuestion, type View } from '../view.ts';

export function needBars(view: View): TemplateResult {
  const { words, pack, assessment } = view;
  return html`${patterns()}
    <div class="needs">
      <ul>
        ${assessment.needs.map(
          (need) =>
            html`<li class="need tone-${toneOf(view, need) ?? 'open'}">
              <h3>${pack.say((texts) => texts.needs[need.id]?.title)}</h3>
              <p class="band-word">${bandWord(view, need)}</p>
              ${bar(view, need)}
              <p class="visually-hidden">${rangeWords(view, need)}</p>
              ${adviceOf(view, need)}
            </li>`,
        )}
      </ul>
      <p class="axis" aria-hidden="true">
        <span>${words.t('needs.axis-low')}</span><span>${words.t('needs.axis-high')}</span>
      </p>
      <p class="key">${words.t('needs.key')}</p>
    </div>
    <details>
      <summary>${words.t('needs.table')}</summary>
      ${table(view)}
    </details>
    <details>
      <summary>${words.t('how.title')}</summary>
      <p>${words.t('needs.how')}</p>
      ${assessment.needs.map((need) => working(view, need))}
    </details>`;
}

/** Points of the core, 0..10000, as people read them: out of 100. */
export function points(view: View, value: number | null): string {
  return value === null ? view.words.t('needs.none') : view.words.number(value / 100);
}

/** The same to the nearest whole point, for sentences. */
export function wholePoints(view: View, value: number): string {
  return view.words.number(Math.round(value / 100));
}

function bar(view: View, { low, high, likely, id }: Need): TemplateResult {
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
  if (low === null || high === null) return '';
  const ends = { low: wholePoints(view, low), high: wholePoints(view, high) };
  return likely === null
    ? words.t('needs.range', ends)
    : words.t('needs.likely', { ...ends, likely: wholePoints(view, likely) });
}

function adviceOf(view: View, need: Need): TemplateResult | typeof nothing {
  const band = bandOf(view, need);
  if (band === null) return nothing;
  return html`<p class="advice">
    ${view.pack.say((texts) => texts.needs[need.id]?.bands[band]?.advice)}
  </p>`;
}

function table(view: View): TemplateResult {
  const { words, pack, assessment } = view;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.t('needs.table')}>
    <table>
      <thead>
        <tr>
          <th scope="col">${words.t('needs.area')}</th>
          <th scope="col">${words.t('needs.word')}</th>
          <th scope="col" class="figure">${words.t('needs.column-likely')}</th>
          <th scope="col" class="figure">${words.t('needs.column-low')}</th>
          <th scope="col" class="figure">${words.t('needs.column-high')}</th>
        </tr>
      </thead>
      <tbody>
        ${assessment.needs.map(
          (need) =>
            html`<tr>
              <th scope="row">${pack.say((texts) => texts.needs[need.id]?.title)}</th>
              <td>${bandWord(view, need)}</td>
              <td class="figure">
                ${need.likely === null ? words.t('needs.open') : points(view, need.likely)}
              </td>
              <td class="figure">${points(view, need.low)}</td>
              <td class="figure">${points(view, need.high)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function working(view: View, need: Need): TemplateResult {
  const { words, pack } = view;
  const source = view.bundle.needs.find(({ id }) => id === need.id)?.source;
  return html`<h4>${pack.say((texts) => texts.needs[need.id]?.title)}</h4>
    <p>${pack.say((texts) => texts.needs[need.id]?.about)}</p>
    ${
      need.parts.length === 0
        ? html`<p>${words.t('needs.no-parts')}</p>`
        : html`<table>
            <tbody>
              ${need.parts.map(
                (part) =>
                  html`<tr>
                    <th scope="row">${partName(view, part)}</th>
                    <td class="figure">${points(view, part.points)}</td>
                  </tr>`,
              )}
              <tr class="total">
                <th scope="row">${words.t('needs.total')}</th>
                <td class="figure">${points(view, need.likely)}</td>
              </tr>
            </tbody>
          </table>`
    }
    <p class="quiet-text">
      ${source === 'editorial' ? words.t('needs.editorial') : html`${words.t('needs.source')} ${source}`}
    </p>`;
}

/** What a share of a need came from: a question, or one picked topic. */
export function partName(view: View, part: { question: string; topic?: string }): unknown {
  const { topic } = part;
  if (topic === undefined) return shortQuestion(view, part.question);
  return view.pack.say((texts) => texts.topics[topic]?.title);
}
