/** What to do, week by week. The first weeks stand open, the rest is folded away. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { needTitle } from '../need-words.ts';
import { hours, planHours, stepDate, stepName, weekName } from '../plan-words.ts';
import { safeLink } from '../safe-link.ts';
import type { Plan, PlanStep, PlanWeek } from '../types.ts';
import type { View } from '../view.ts';
import { arrow } from './icons.ts';

/** Heading of the plan, to go to. */
export const PLAN = 'plan';

const FIRST_WEEKS = 2;

export function plan(view: View): TemplateResult | typeof nothing {
  const { words, assessment } = view;
  const made = assessment.plan;
  if (!made || made.weeks.length === 0) return nothing;
  const more = made.weeks.slice(FIRST_WEEKS);
  return html`<section class="plan">
    <h2 id=${PLAN} tabindex="-1">${words.t('plan.title')}</h2>
    <p>${planHours(view, made)}</p>
    ${weeks(view, made.weeks.slice(0, FIRST_WEEKS))}
    ${
      more.length === 0
        ? nothing
        : html`<details>
            <summary>${words.t('plan.more', { n: more.length })}</summary>
            ${weeks(view, more)} ${later(view, made)}
          </details>`
    }
    <p class="quiet-text">${words.t('plan.ours')}</p>
  </section>`;
}

function weeks(view: View, some: PlanWeek[]): TemplateResult {
  return html`<ol class="weeks" role="list">
    ${some.map(
      (week) =>
        html`<li class="week">
          <h3>${week.week === 1 ? arrow() : nothing} ${weekName(view, week)}</h3>
          <p class="week-hours">${hours(view, week.hours)}</p>
          <ul role="list">
            ${week.steps.map((step) => html`<li>${stepLines(view, step)}</li>`)}
          </ul>
        </li>`,
    )}
  </ol>`;
}

function stepLines(view: View, step: PlanStep): TemplateResult {
  const date = stepDate(view, step);
  return html`<p class="step">
      <strong>${stepName(view, step)}</strong> <span class="hours">${hours(view, step.hours)}</span>
    </p>
    ${how(view, step)} ${date === null ? nothing : html`<p>${date}</p>`}
    <p class="quiet-text">
      ${view.words.rich('plan.serves', { need: needTitle(view, step.need) })}
    </p>`;
}

/** How to go about it, and where it leads. */
function how(view: View, step: PlanStep): TemplateResult | typeof nothing {
  const { words, pack, bundle } = view;
  if (step.part > 1 && step.kind !== 'refresh') return nothing;
  switch (step.kind) {
    case 'action': {
      const link = bundle.plan?.actions.find(({ id }) => id === step.action)?.link;
      const name = pack.say((texts) => texts.actions?.[step.action]?.link);
      return html`<p>
        ${pack.say((texts) => texts.actions?.[step.action]?.how)}
        ${link === undefined ? nothing : safeLink(words, link, name)}
      </p>`;
    }
    case 'refresh': {
      // Each part has the next of the first steps, as far as they go.
      const at = step.part - 1;
      const topics = bundle.topics.flatMap((group) => group.topics);
      const first = topics.find(({ id }) => id === step.topic)?.first_steps?.[at]?.link;
      const name = pack.list((texts) => texts.topics[step.topic]?.first_steps)[at];
      if (first === undefined || name === undefined) return nothing;
      return html`<p>
        ${words.rich(at === 0 ? 'plan.start' : 'plan.then', { link: safeLink(words, first, name) })}
      </p>`;
    }
    case 'programme':
      return html`<p>
        <button
          type="button"
          class="quiet"
          @click=${() => view.actions.goToProgramme(step.programme)}
        >
          ${words.t('plan.see')}<span class="visually-hidden"
            >: ${pack.say((texts) => texts.programmes[step.programme]?.title)}</span
          >
        </button>
      </p>`;
  }
}

function later(view: View, made: Plan): TemplateResult | typeof nothing {
  if (made.later.length === 0) return nothing;
  return html`<h3>${view.words.t('plan.later')}</h3>
    <ul>
      ${made.later.map((step) => {
        const date = stepDate(view, step);
        return html`<li>
          ${stepName(view, { ...step, of: 1 })},
          ${hours(view, step.hours)}${date === null ? nothing : html`. ${date}`}
        </li>`;
      })}
    </ul>`;
}
