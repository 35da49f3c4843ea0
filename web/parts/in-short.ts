/** The results in three lines: what is strong, what to start with, and which programmes to look at. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { advice, mostNeeded, needTitle } from '../need-words.ts';
import type { View } from '../view.ts';
import { stepName } from '../plan-words.ts';
import { goTo } from './go-to.ts';
import { arrow, verdictMark } from './icons.ts';
import { PLAN } from './plan.ts';
import { cardId, placeOf, placeWords } from './programme-words.ts';
import { strongAreas } from './strengths.ts';

/** How many programmes are named. */
const PROGRAMMES = 3;

export function inShort(view: View): TemplateResult | typeof nothing {
  const { words } = view;
  const lines = [strong(view), first(view), thisWeek(view), tryFirst(view)].filter(
    (line) => line !== nothing,
  );
  if (lines.length === 0) return nothing;
  return html`<section class="in-short" aria-labelledby="in-short">
    <h2 class="visually-hidden" id="in-short">${words.t('short.title')}</h2>
    <dl>${lines}</dl>
  </section>`;
}

function strong(view: View): TemplateResult | typeof nothing {
  const areas = strongAreas(view);
  if (areas.length === 0) return nothing;
  const names = areas.map(({ id }, at) => html`${at === 0 ? nothing : ', '}${needTitle(view, id)}`);
  return line(verdictMark('eligible'), view.words.t('short.strong'), html`<p>${names}</p>`);
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
function thisWeek(view: View): TemplateResult | typeof nothing {
  const week = view.assessment.plan?.weeks[0];
  if (week?.week !== 1) return nothing;
  const [first, ...rest] = week.steps.map((step) => stepName(view, step));
  return line(
    arrow(),
    view.words.t('short.week'),
    html`<p>
        <button type="button" class="quiet" @click=${() => goTo(PLAN)}>${first}</button>
      </p>
      <p>${rest.map((step) => [step, '. '])}${view.words.t('short.hours', { n: week.hours })}</p>`,
  );
}

/** The core lists programmes in the order of suggestion. */
function tryFirst(view: View): TemplateResult | typeof nothing {
  const { pack, assessment, words } = view;
  const [best] = assessment.programmes;
  const place = best && placeOf(best);
  if (place !== 'eligible' && place !== 'may_be_eligible') return nothing;
  const alike = assessment.programmes.filter((programme) => placeOf(programme) === place);
  const links = alike.slice(0, PROGRAMMES).map(
    ({ id, status }) =>
      html`<li>
        <button type="button" class="quiet" @click=${() => goTo(`${cardId(id)}-name`)}>
          ${pack.say((texts) => texts.programmes[id]?.title)}
        </button>
        ${status === 'unknown' ? html`<span class="aside">${words.t('short.unchecked')}</span>` : nothing}
      </li>`,
  );
  return line(
    arrow(),
    placeWords(view, place),
    html`<ul>
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
