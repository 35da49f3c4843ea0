/** What the last change of an answer did to the results: told where it was made, and announced. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { keyed } from 'lit/directives/keyed.js';
import { bandWord, needTitle } from '../need-words.ts';
import { byId } from '../by-id.ts';
import type { OutlinedAssessment } from '../types.ts';
import { bareView, type Before, type View } from '../view.ts';
import { firstLines } from './first-lines.ts';
import { headingOf, headingWords } from './programme-words.ts';

/** For those who do not see it: stands on the results from the first, so that what comes into it is announced. */
export function announcement(view: View): TemplateResult {
  const { before, words, own } = view;
  const isHere = before !== null && before.at !== 'elsewhere';
  const lines = isHere
    ? changes(bareView(view), before.assessment).map((line) => line.join(''))
    : [];
  const told = lines.length === 0 ? [words.t('changes.none')] : lines;
  const text = [...(own ? [words.t('trying.title')] : []), ...told].join('. ');
  return html`<p role="status" class="visually-hidden announcement">
    ${isHere ? keyed(before, html`<span>${text}</span>`) : nothing}
  </p>`;
}

/** A note on what changed, if it was changed here. */
export function toldAt(view: View, at: Before['at']): TemplateResult | typeof nothing {
  const { before, words } = view;
  if (!before || !isSameSpot(before.at, at)) return nothing;
  const lines = changes(view, before.assessment);
  return html`<div class="note changes">
    <p><strong>${words.t('changes.title')}</strong></p>
    ${
      lines.length === 0
        ? html`<p>${words.t('changes.none')}</p>`
        : html`<ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`
    }
    ${
      view.own === null
        ? nothing
        : html`<button type="button" class="quiet" @click=${() => view.actions.endTrying(false)}>
            ${words.t('trying.back')}
          </button>`
    }
  </div>`;
}

function isSameSpot(one: Before['at'], other: Before['at']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function changes(view: View, before: OutlinedAssessment): unknown[][] {
  return [
    ...changedNeeds(view, before),
    ...changedProgrammes(view, before),
    ...changedPlan(view, before),
  ];
}

function changedNeeds(view: View, before: OutlinedAssessment): unknown[][] {
  const { words, assessment } = view;
  return assessment.needs.flatMap((need) => {
    const old = byId(before.needs, need.id);
    if (!old || old.band === need.band) return [];
    return [
      words.rich('changes.line', { name: needTitle(view, need.id), now: bandWord(view, need) }),
    ];
  });
}

function changedPlan({ words, assessment }: View, before: OutlinedAssessment): unknown[][] {
  const now = assessment.plan;
  if (!now || !before.plan || now.weeks.length === 0) return [];
  if (now.hours_a_week !== before.plan.hours_a_week)
    return [[words.t('changes.plan-hours', { n: now.hours_a_week })]];
  const isSame = JSON.stringify(now.weeks) === JSON.stringify(before.plan.weeks);
  return isSame ? [] : [[words.t('changes.plan')]];
}

function changedProgrammes(view: View, before: OutlinedAssessment): unknown[][] {
  const { pack, words, assessment } = view;
  const lines = assessment.programmes.flatMap((programme) => {
    const old = byId(before.programmes, programme.id);
    if (!old || headingOf(old) === headingOf(programme)) return [];
    const name = pack.say((texts) => texts.programmes[programme.id]?.title);
    return [words.rich('changes.line', { name, now: headingWords(view, headingOf(programme)) })];
  });
  return firstLines(words, lines);
}
