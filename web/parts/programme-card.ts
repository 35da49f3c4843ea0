/** One programme: whether this person can join, why, and what it hangs on. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { needTitle } from '../need-words.ts';
import { safeLink } from '../safe-link.ts';
import type { Programme, ProgrammeResult } from '../types.ts';
import { programmeOf, type View } from '../view.ts';
import { toldAt } from './changes.ts';
import { verdictMark } from './icons.ts';
import { openedBy } from './opened-by.ts';
import { depends } from './programme-depends.ts';
import { programmeWorking } from './programme-working.ts';
import {
  cardId,
  cardNameId,
  criterion,
  insteadOf,
  headingOf,
  headingWords,
  statusWords,
} from './programme-words.ts';

/** How many reasons of a kind stand on a card before it is opened. */
const REASONS = 2;

export function programmeCard(
  view: View,
  result: ProgrammeResult,
): TemplateResult | typeof nothing {
  const programme = programmeOf(view, result.id);
  if (!programme) return nothing;
  const { id } = programme;
  const heading = headingOf(result);
  return html`<article
    class="card place-${heading}"
    id=${cardId(id)}
    aria-labelledby=${cardNameId(id)}
  >
    ${
      // Its one line begins with the same word.
      heading === 'closed'
        ? nothing
        : html`<p class="verdict">
            ${verdictMark(heading)} <strong>${headingWords(view, heading)}</strong>
          </p>`
    }
    <div>
      <h3 tabindex="-1" id=${cardNameId(id)}>${text(view, id, 'title')}</h3>
      <p class="provider">${text(view, id, 'provider')}</p>
    </div>
    ${toldAt(view, { programme: id })} ${bodyOf(view, programme, result)}
  </article>`;
}

/** The nearer a programme is to being of use, the more its card says unasked. */
function bodyOf(view: View, programme: Programme, result: ProgrammeResult): TemplateResult {
  const { id } = programme;
  const rest = html`${facts(view, programme, result)} ${note(view, id)}`;
  const line = html`<p>${text(view, id, 'line')}</p>`;
  switch (headingOf(result)) {
    case 'closed':
      return html`<p>${statusWords(view, programme, result)} ${insteadOf(view, result)}</p>
        ${working(view, programme, result, html`${line} ${rest}`)}`;
    case 'not_eligible':
      return html`${line} ${unmet(view, result)} ${openedBy(view, result)}
      ${working(view, programme, result, rest)} ${visit(view, programme)}`;
    default:
      return html`${line} ${reasons(view, result)} ${depends(view, programme, result)} ${rest}
      ${working(view, programme, result)} ${visit(view, programme)}`;
  }
}

function text(view: View, id: string, part: 'title' | 'provider' | 'line' | 'cost' | 'where') {
  return view.pack.say((texts) => texts.programmes[id]?.[part]);
}

function working(
  view: View,
  programme: Programme,
  result: ProgrammeResult,
  more: unknown = nothing,
): TemplateResult {
  return html`<details>
    <summary>${view.words.t('how.title')}${aboutProgramme(view, programme.id)}</summary>
    ${more} ${programmeWorking(view, programme, result)}
  </details>`;
}

function visit(view: View, { id, link }: Programme): TemplateResult | typeof nothing {
  if (link === undefined) return nothing;
  const name = html`${view.words.t('card.visit')}${aboutProgramme(view, id)}`;
  return html`<p class="visit">${safeLink(view.words, link, name)}</p>`;
}

/** Tells links of the same words apart for those who hear them one by one. */
function aboutProgramme(view: View, id: string): TemplateResult {
  return html`<span class="visually-hidden">: ${text(view, id, 'title')}</span>`;
}

function facts(view: View, programme: Programme, result: ProgrammeResult): TemplateResult {
  const { words } = view;
  const { id } = programme;
  return html`<dl class="facts-row">
    ${fact(words.t('card.when'), statusWords(view, programme, result))}
    ${fact(words.t('card.cost'), text(view, id, 'cost'))}
    ${fact(words.t('card.where'), text(view, id, 'where'))}
  </dl>`;
}

function fact(name: string, value: unknown): TemplateResult | typeof nothing {
  if (value === undefined) return nothing;
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

function note(view: View, id: string): TemplateResult | typeof nothing {
  const { words, pack } = view;
  const text = pack.say((texts) => texts.programmes[id]?.note);
  if (text === undefined) return nothing;
  return html`<details>
    <summary>${words.t('card.more')}${aboutProgramme(view, id)}</summary>
    <p>${text}</p>
  </details>`;
}

function reasons(view: View, result: ProgrammeResult): TemplateResult {
  const { words } = view;
  const { id, serves, preferences, met, provider_checks: checks } = result;
  const needs = serves
    .filter(({ points }) => points !== 0)
    .slice(0, REASONS)
    .map(({ need }, at) => html`${at === 0 ? nothing : ', '}${needTitle(view, need)}`);
  // What all programmes ask stands first in each, so the last ones say most about this one.
  const reasons = [...preferences.met, ...met.slice().reverse()].slice(0, REASONS);
  return html`<ul class="reasons for" role="list">
      ${needs.length === 0 ? nothing : html`<li>${words.rich('card.serves', { needs })}</li>`}
      ${reasons.map((reason) => html`<li>${criterion(view, id, reason)}</li>`)}
    </ul>
    ${
      checks.length === 0
        ? nothing
        : html`<div class="checks">
            <p>${words.t('card.checks')}</p>
            <ul>
              ${checks.map((check) => html`<li>${criterion(view, id, check)}</li>`)}
            </ul>
          </div>`
    }`;
}

function unmet(view: View, { id, unmet }: ProgrammeResult): TemplateResult {
  return html`<p>${view.words.t('card.unmet')}</p>
    <ul class="reasons">
      ${unmet.map((each) => html`<li>${criterion(view, id, each)}</li>`)}
    </ul>`;
}
