/** What the person brings, what is worth refreshing, and where they could go, each with its reasons. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import { adjust } from '../parts/adjust.ts';
import { announcement, toldAt } from '../parts/changes.ts';
import { arrow } from '../parts/icons.ts';
import { inShort } from '../parts/in-short.ts';
import { needBars } from '../parts/need-bars.ts';
import { foldedNotice } from '../parts/notice.ts';
import { paper } from '../parts/paper.ts';
import { plan } from '../parts/plan.ts';
import { programmeCard } from '../parts/programme-card.ts';
import { HEADINGS, type Heading } from '../parts/programme-words.ts';
import { sinceLastTime } from '../parts/since-last-time.ts';
import { strengths } from '../parts/strengths.ts';
import { takeAway } from '../parts/take-away.ts';
import { topicsAhead } from '../parts/topics-ahead.ts';
import { trying } from '../parts/trying.ts';
import { groupOf } from '../programme-groups.ts';
import { isExplained } from '../explained.ts';
import type { ProgrammeOutline } from '../types.ts';
import { theRest } from '../parts/the-rest.ts';
import { jump, PROGRAMMES } from '../parts/jump.ts';
import { noticesFor, type View } from '../view.ts';
import type { TextKey } from '../words.ts';

export function resultsScreen(view: View): TemplateResult {
  const { words, assessment, today, actions } = view;
  const isOpen = assessment.next_question !== null;
  return html`${announcement(view)}
    <div class="results">
      <h1 tabindex="-1">${words.t(isOpen ? 'results.so-far' : 'results.title')}</h1>
      ${isOpen ? goOn(view) : theRest(view)} ${jump(view)} ${trying(view)}
      ${toldAt(view, 'elsewhere')} ${inShort(view)} ${sinceLastTime(view)} ${strengths(view)}
      <section>
        <h2>${words.t('needs.title')}</h2>
        <p>${words.t('needs.intro')}</p>
        ${needBars(view)}
      </section>
      ${topicsAhead(view)} ${plan(view)}
      <div id=${PROGRAMMES} tabindex="-1" class="all-programmes">
        ${partnersChoice(view)} ${HEADINGS.map((heading) => programmes(view, heading))}
      </div>
      ${adjust(view)} ${takeAway(view)} ${notices(view)}
      <section class="end">
        <h2>${words.t('results.about')}</h2>
        <p>${words.t('results.date', { date: words.date(today.date) })}</p>
        ${
          today.deviceIsBehind
            ? html`<p class="note">
                ${words.t('results.clock', { date: words.date(today.date) })}
              </p>`
            : nothing
        }
        <p>${words.t('results.honest')}</p>
        <p class="actions">
          <button type="button" class="button second" @click=${() => actions.show('check')}>
            ${words.t('results.change')}
          </button>
        </p>
      </section>
    </div>
    ${paper(view)}`;
}

/** While there is more that the person may be asked. */
function goOn({ words, assessment, actions }: View): TemplateResult {
  return html`<p>${words.t('results.open', { n: assessment.progress.open })}</p>
    <button type="button" class="button go" @click=${() => actions.proceed()}>
      ${words.t('check.more')} ${arrow()}
    </button>`;
}

function notices(view: View): TemplateResult | typeof nothing {
  const here = noticesFor(view);
  if (here.length === 0) return nothing;
  return html`<section class="notices">
    <h2>${view.words.t('results.notices')}</h2>
    ${here.map((id) => foldedNotice(view, id))}
  </section>`;
}

/** A choice that is not ours, and how to see past it. */
function partnersChoice({ words, choice, actions }: View): TemplateResult | typeof nothing {
  if (choice.only.length > 0)
    return html`<p class="note choice">
      ${words.t('choice.only')}
      <button type="button" class="quiet" @click=${() => actions.showAll()}>
        ${words.t('choice.all')}
      </button>
    </p>`;
  if (choice.first.length > 0) return html`<p class="note choice">${words.t('choice.first')}</p>`;
  return nothing;
}

/** Cards shown at full length in one group before the rest is folded away. */
const FIRST_CARDS = 3;

function programmes(view: View, heading: Heading): TemplateResult | typeof nothing {
  const { count, drawn, next } = groupOf(view, heading);
  if (count === 0) return nothing;
  const { words, actions } = view;
  // A programme keeps its elements as its place in the list changes, and so what the person has opened or typed.
  const cards = (some: ProgrammeOutline[]) =>
    repeat(
      some.filter(isExplained),
      ({ id }) => id,
      (programme) => programmeCard(view, programme),
    );
  const more = count - FIRST_CARDS;
  const title = words.t(`programmes.${heading}.title` as TextKey);
  const intro = words.t(`programmes.${heading}.intro` as TextKey);
  const furtherCards =
    next === 0
      ? nothing
      : html`<button type="button" class="button second" @click=${() => actions.showMore(heading)}>
          ${words.t('programmes.more', { n: next })}
          <span class="visually-hidden">: ${title}</span>
        </button>`;
  if (heading === 'eligible' || heading === 'may_be_eligible') {
    return html`<section class="programmes">
      <h2>${title}</h2>
      <p>${intro}</p>
      ${cards(drawn.slice(0, FIRST_CARDS))}
      ${
        more <= 0
          ? nothing
          : html`<details class="more">
              <summary>${words.t('programmes.more', { n: more })}</summary>
              ${cards(drawn.slice(FIRST_CARDS))} ${furtherCards}
            </details>`
      }
    </section>`;
  }
  return html`<details class="programmes folded">
    <summary>
      <h2>${title}</h2>
      <span>${words.t('programmes.count', { n: count })}</span>
    </summary>
    <p>${intro}</p>
    ${cards(drawn)} ${furtherCards}
  </details>`;
}
