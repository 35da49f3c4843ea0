/** A programme's verdict and dates in words. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { byId } from '../by-id.ts';
import type { Programme, ProgrammeOutline, ProgrammeResult } from '../types.ts';
import type { View } from '../view.ts';
import type { TextKey } from '../words.ts';

/** The heading that a programme stands under. */
export type Heading = 'eligible' | 'may_be_eligible' | 'not_eligible' | 'closed';

export const HEADINGS: Heading[] = ['eligible', 'may_be_eligible', 'not_eligible', 'closed'];

export function headingOf({
  verdict,
  status,
}: Pick<ProgrammeOutline, 'verdict' | 'status'>): Heading {
  return status === 'closed' ? 'closed' : verdict;
}

export function headingWords({ words }: View, heading: Heading): string {
  return words.t(`verdict.${heading}` as TextKey);
}

/** Whether and when it takes people, as far as its sources say. */
export function statusWords(view: View, programme: Programme, result: ProgrammeResult): unknown {
  const { words } = view;
  // The pack's own dates: the assessment fills in days that its sources do not give.
  const cohort = programme.cohorts?.find(({ id }) => id === result.cohort?.id);
  switch (result.status) {
    case 'open':
      if (!cohort) return seenWords(view, programme, 'status.rolling');
      return cohort.closes
        ? words.t('status.open', {
            closes: words.date(cohort.closes),
            starts: words.date(cohort.starts),
          })
        : words.t('status.open-undated', { starts: words.date(cohort.starts) });
    case 'upcoming':
      if (!cohort) return words.t('status.upcoming-undated');
      return cohort.opens
        ? words.t('status.upcoming', {
            opens: words.date(cohort.opens),
            starts: words.date(cohort.starts),
          })
        : words.t('status.upcoming-starts', { starts: words.date(cohort.starts) });
    case 'closed':
      return closedWords(view, programme);
    case 'unknown':
      return seenWords(view, programme, 'status.last-seen');
  }
}

function seenWords(
  { words }: View,
  { last_seen: seen }: Programme,
  key: 'status.rolling' | 'status.last-seen',
): string {
  return seen ? words.t(key, { date: words.date(monthOf(seen)) }) : words.t('status.unknown');
}

function closedWords({ words }: View, { ended, cohorts }: Programme): string {
  const last = ended ?? cohorts?.at(-1)?.closes ?? cohorts?.at(-1)?.starts;
  return last
    ? words.t('status.closed', { date: words.date(monthOf(last)) })
    : words.t('status.closed-undated');
}

/** The past needs no days: `2024-07-31` becomes `2024-07`. */
function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** The nearest other programme that takes people, as a link to its card. */
export function insteadOf(
  view: View,
  { instead }: ProgrammeResult,
): TemplateResult | typeof nothing {
  if (instead === null) return nothing;
  const name = view.pack.say((texts) => texts.programmes[instead]?.title);
  const link = html`<button
    type="button"
    class="quiet"
    @click=${() => view.actions.goToProgramme(instead)}
  >
    ${name}
  </button>`;
  const status = byId(view.assessment.programmes, instead)?.status;
  return html`${view.words.rich(status === 'open' ? 'status.instead' : 'status.instead-other', { link })}`;
}

export function cardId(programme: string): string {
  return `programme-${programme}`;
}

/** The heading of its card. */
export function cardNameId(programme: string): string {
  return `${cardId(programme)}-name`;
}

export function criterion({ pack }: View, programme: string, id: string): unknown {
  return pack.say((texts) => texts.programmes[programme]?.criteria[id]);
}
