/** The results on paper: two pages to take along. Only printed, never on screen. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { advice, bandWord, needTitle, toneOf } from '../need-words.ts';
import { hours, planHours, stepDate, stepName, weekName } from '../plan-words.ts';
import { isExplained } from '../explained.ts';
import { MOST_ON_PAPER } from '../programme-groups.ts';
import type { Need, ProgrammeOutline, ProgrammeResult } from '../types.ts';
import { isShared, personalQuestions, programmeOf, shortQuestion, type View } from '../view.ts';
import type { TextKey } from '../words.ts';
import { answerWords } from '../answer-words.ts';
import { bar, byNeed } from './need-bars.ts';
import { criterion, headingOf, statusWords } from './programme-words.ts';
import { refreshHours } from './refresh-working.ts';
import { saidOfStrengths, strongAreas } from './strengths.ts';

/** How many of each fit on two pages. */
const MOST = { strengths: 6, reasons: 2, others: 20 };

export function paper(view: View): TemplateResult {
  const { words, pack, today, own } = view;
  return html`<div class="paper">
    <p class="paper-tool">${pack.say((texts) => texts.pack.title)}</p>
    <p class="paper-title" role="heading" aria-level="1">${words.t('results.title')}</p>
    <p>
      ${words.t('results.date', { date: words.date(today.date) })}
      ${own ? words.t('paper.tried') : nothing}
    </p>
    ${personal(view)} ${strengths(view)}
    <section>
      <h2>${words.t('needs.title')}</h2>
      <table class="paper-needs">
        <tbody>
          ${byNeed(view.assessment.needs).map((need) => needRow(view, need))}
        </tbody>
      </table>
    </section>
    ${topics(view)} ${programmes(view, 'eligible')} ${programmes(view, 'may_be_eligible')}
    ${plan(view)}
    <p class="paper-end">${words.t('results.honest')} ${words.t('site.footer')}</p>
  </div>`;
}

/** What the person ticked to be told. */
function personal(view: View): TemplateResult[] {
  return personalQuestions(view)
    .filter(({ id }) => isShared(view, id))
    .map((question) => {
      const said = answerWords(view, question).map((each, at) => [at === 0 ? '' : ', ', each]);
      return html`<p>${shortQuestion(view, question.id)}: ${said}</p>`;
    });
}

function strengths(view: View): TemplateResult | typeof nothing {
  const areas = strongAreas(view);
  const said = saidOfStrengths(view).slice(0, MOST.strengths);
  if (areas.length + said.length === 0) return nothing;
  const { words } = view;
  return html`<section>
    <h2>${words.t('strengths.title')}</h2>
    <ul class="paper-columns">
      ${areas.map((need) => html`<li><strong>${needTitle(view, need.id)}</strong></li>`)}
      ${said.map(({ name, answer }) => html`<li>${words.rich('strengths.answer', { name, answer })}</li>`)}
    </ul>
  </section>`;
}

function needRow(view: View, need: Need): TemplateResult {
  return html`<tr class="tone-${toneOf(view, need) ?? 'open'}">
    <th scope="row">${needTitle(view, need.id)}</th>
    <td class="paper-bar">${bar(view, need)}</td>
    <td>${bandWord(view, need)}</td>
    <td>${advice(view, need)}</td>
  </tr>`;
}

function topics(view: View): TemplateResult | typeof nothing {
  const { words, pack, assessment, bundle } = view;
  if (assessment.refreshes.length === 0) return nothing;
  const facts = bundle.topics.flatMap((group) => group.topics);
  return html`<section>
    <h2>${words.t('topics.title')}</h2>
    <ul>
      ${assessment.refreshes.map((refresh) => {
        const { topic } = refresh;
        const link = facts.find(({ id }) => id === topic)?.first_steps?.[0]?.link;
        const step = pack.list((texts) => texts.topics[topic]?.first_steps)[0];
        return html`<li>
          <strong>${pack.say((texts) => texts.topics[topic]?.title)}</strong>:
          ${refreshHours(view, refresh)}.
          ${link && step ? html`${step} ${bareAddress(link)}` : nothing}
        </li>`;
      })}
    </ul>
  </section>`;
}

function programmes(
  view: View,
  heading: 'eligible' | 'may_be_eligible',
): TemplateResult | typeof nothing {
  const here = view.assessment.programmes.filter((programme) => headingOf(programme) === heading);
  if (here.length === 0) return nothing;
  const { words } = view;
  const most = MOST_ON_PAPER[heading];
  const others = here.slice(most);
  return html`<section>
    <h2>${words.t(`programmes.${heading}.title` as TextKey)}</h2>
    <ul>
      ${here
        .slice(0, most)
        .filter(isExplained)
        .map((programme) => html`<li>${programmeLines(view, programme)}</li>`)}
    </ul>
    ${others.length === 0 ? nothing : html`<p>${namesOf(view, others)}</p>`}
  </section>`;
}

function namesOf(view: View, others: ProgrammeOutline[]): unknown[] {
  const named = others.slice(0, MOST.others);
  const list = named.map(({ id }, at) => [at === 0 ? '' : ', ', name(view, id)]);
  const n = others.length - named.length;
  return view.words.rich(n === 0 ? 'paper.more' : 'paper.many-more', { list, n });
}

function programmeLines(view: View, result: ProgrammeResult): TemplateResult | typeof nothing {
  const programme = programmeOf(view, result.id);
  if (!programme) return nothing;
  const { words, pack } = view;
  const cost = pack.say((texts) => texts.programmes[result.id]?.cost);
  const depends = result.settled_by.filter((id) => id !== 'several');
  const reasons = sharedReasons(view, result).slice(0, MOST.reasons);
  const facts = [
    [words.t('card.cost'), ': ', cost],
    ...reasons.map((id) => criterion(view, result.id, id)),
    ...depends.map((id) => [words.t('card.depends'), ' ', shortQuestion(view, id)]),
    programme.link && bareAddress(programme.link),
  ].filter(Boolean);
  return html`<strong>${name(view, result.id)}</strong>
    (${pack.say((texts) => texts.programmes[result.id]?.provider)}).
    ${statusWords(view, programme, result)}
    ${facts.map((fact, at) => [at === 0 ? '' : ' · ', fact])}`;
}

function name(view: View, programme: string): unknown {
  return view.pack.say((texts) => texts.programmes[programme]?.title);
}

/** Criteria that are met, without those that rest on what the person did not tick: "lives in Wales" tells where. */
function sharedReasons(view: View, { met, preferences, reasons }: ProgrammeResult): string[] {
  const restsOn = (id: string) =>
    reasons.find(({ criterion }) => criterion === id)?.questions ?? [];
  return [...preferences.met, ...met.slice().reverse()].filter((id) =>
    restsOn(id).every((question) => isShared(view, question)),
  );
}

function plan(view: View): TemplateResult | typeof nothing {
  const made = view.assessment.plan;
  if (!made || made.weeks.length === 0) return nothing;
  const { words } = view;
  return html`<section>
    <h2>${words.t('plan.title')}</h2>
    <p>${planHours(view, made)}</p>
    <table class="paper-plan">
      <tbody>
        ${made.weeks.map(
          (week) =>
            html`<tr>
              <th scope="row">${weekName(view, week)}</th>
              <td>
                ${week.steps.map((step, at) => {
                  const date = stepDate(view, step);
                  const name = [stepName(view, step), ', ', hours(view, step.hours)];
                  return [at === 0 ? '' : '; ', name, date === null ? '' : [' (', date, ')']];
                })}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** An address as one types it. */
function bareAddress(link: string): string {
  return link.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '');
}
