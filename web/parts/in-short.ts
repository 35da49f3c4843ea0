/** The results in three lines: what is strong, what to start with, and which programmes to look at. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { advice, mostNeeded, needTitle } from '../need-words.ts';
import type { View } from '../view.ts';
import { stepName } from '../plan-words.ts';
import { arrow, verdictMark } from './icons.ts';
import { PLAN } from './plan.ts';
import { headingOf, headingWords } from './programme-words.ts';
import { brings, strongAreas } from './strengths.ts';

/** How many of each are named. */
const STRENGTHS = 3;
const PROGRAMMES = 3;

export function inShort(view: View): TemplateResult | typeof nothing {
  const { words } = view;
  const lines = [strong(view), thisWeek(view) ?? first(view), tryFirst(view)].filter(
    (line) => line !== nothing,
  );
  if (lines.length === 0) return nothing;
  return html`<section class="in-short" aria-labelledby="in-short">
    <h2 class="visually-hidden" id="in-short">${words.t('short.title')}</h2>
    <dl>${lines}</dl>
  </section>`;
}

function strong(view: View): TemplateResult | typeof nothing {
  const areas = strongAreas(view).map(({ id }) => needTitle(view, id));
  const told = areas.length > 0 ? areas : brings(view).map(({ answer }) => answer);
  if (told.length === 0) return nothing;
  const key = areas.length > 0 ? 'short.strong' : 'strengths.title';
  const list = told.slice(0, STRENGTHS).map((each, at) => [at === 0 ? '' : ', ', each]);
  return line(verdictMark('eligible'), view.words.t(key), html`<p>${list}</p>`);
}

function first(view: View): TemplateResult | typeof nothing {
  const [need] = mostNeeded(view);
  if (need === undefined) return nothing;
  return line(
    arrow(),
    view.words.t('short.first'),
    html`<p>${needTitle(view, need.id)}</p>
      <p>${advice(view, need)}</p>`,
  );
}

/** What the plan begins with. */
function thisWeek(view: View): TemplateResult | undefined {
  const week = view.assessment.plan?.weeks[0];
  if (week?.week !== 1) return undefined;
  const [first, ...rest] = week.steps.map((step) => stepName(view, step));
  return line(
    arrow(),
    view.words.t('short.week'),
    html`<p>
        <button type="button" class="quiet" @click=${() => view.actions.goTo(PLAN)}>
          ${first}
        </button>
      </p>
      <p>${rest.map((step) => [step, '. '])}${view.words.t('short.hours', { n: week.hours })}</p>`,
  );
}

/** The core lists programmes in the order of suggestion. */
function tryFirst(view: View): TemplateResult | typeof nothing {
  const { pack, assessment, words } = view;
  const [best] = assessment.programmes;
  const heading = best && headingOf(best);
  if (heading !== 'eligible' && heading !== 'may_be_eligible') return nothing;
  const alike = assessment.programmes.filter((programme) => headingOf(programme) === heading);
  // What may not run any more is a poor first thing to look at.
  const running = alike.filter(({ status }) => status !== 'unknown');
  const links = (running.length > 0 ? running : alike).slice(0, PROGRAMMES).map(
    ({ id, status }) =>
      html`<li>
        <button type="button" class="quiet" @click=${() => view.actions.goToProgramme(id)}>
          ${pack.say((texts) => texts.programmes[id]?.title)}
        </button>
        ${status === 'unknown' ? html`<span class="aside">${words.t('short.unchecked')}</span>` : nothing}
      </li>`,
  );
  return line(
    verdictMark(heading),
    headingWords(view, heading),
    html`<ul role="list">
      ${links}
    </ul>`,
  );
}

function line(mark: TemplateResult, name: string, told: TemplateResult): TemplateResult {
  return html`<div>
    <dt>${mark} ${name}</dt>
    <dd>${told}</dd>
  </div>`;
}
